import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectiveVersions } from '#app/features/inputs/effective.ts'
import { VERSION_KINDS } from '#app/features/inputs/input.ts'
import { countLedger, listLedgerEntries, listLedgers } from '#app/features/inputs/ledger.server.ts'
import { cameLate, ledgerState, ledgerTotal } from '#app/features/inputs/ledger.ts'
import { voicesOf } from '#app/features/inputs/voices.ts'
import { loader } from '#app/routes/public/invited.tsx'
import {
  counties,
  inputPublications,
  inputs,
  inputWithholdings,
  invitations,
  organisations,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { aDraft, aSubmittedInput, aVersion, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

test('the ledger counts what was sent and not withdrawn, against those who were asked', async () => {
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const answer = { [asked?.id ?? '']: 'Ja.' }
  const [answering, silent, drafting, regretting] = await Promise.all(
    [1, 2, 3, 4].map(() => anOrganisation(t.db)),
  )
  if (!answering || !silent || !drafting || !regretting) throw new Error('too few')
  await t.db.insert(invitations).values(
    [answering, silent, drafting, regretting].map(({ id }) => ({
      ...{ strategyId: round.strategyId, roundId: round.id, organisationId: id },
    })),
  )
  await aSubmittedInput(t.db, round, answering, answer)
  await aDraft(t.db, round, drafting, answer)
  const regretted = await aSubmittedInput(t.db, round, regretting, answer)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, regretted.input.id))
  await aSubmittedInput(t.db, round, await anOrganisation(t.db), answer)
  await aSubmittedInput(t.db, round, await anOrganisation(t.db, { kind: 'network' }), answer)
  const letter = await aSubmittedInput(t.db, round, await anOrganisation(t.db), answer)
  const writer = await aPerson(t.db)
  await t.db
    .update(inputs)
    .set({ organisationId: null, personId: writer.id })
    .where(eq(inputs.id, letter.input.id))

  expect(await listLedgers(round.strategyId)).toEqual([
    {
      roundId: round.id,
      invitedMunicipalities: 4,
      answeredMunicipalities: 1,
      noRemarksMunicipalities: 0,
      uninvitedMunicipalities: 1,
      others: 1,
      persons: 1,
    },
  ])
  const own = await t.db.select().from(inputs).where(eq(inputs.roundId, round.id))
  const voices = voicesOf(
    own.map(({ id: inputId, organisationId, withdrawnAt }) => ({
      ...{ inputId, organisationId, withdrawnAt, lastSubmittedAt: new Date() },
      countingVersions: organisationId === drafting.id ? 0 : 1,
    })),
  )
  expect(voices).toHaveLength(3)
})

type Round = Awaited<ReturnType<typeof aRound>>

const invite = (round: Round, bodies: readonly { id: string }[], own = {}) =>
  t.db.insert(invitations).values(
    bodies.map(({ id: organisationId }) => ({
      ...{ strategyId: round.strategyId, roundId: round.id, organisationId },
      ...own,
    })),
  )

/** The page as a visitor gets it. */
async function page(round: Round, search = '') {
  const [strategy] = await t.db.select().from(strategies).where(eq(strategies.id, round.strategyId))
  const params = { strategy: strategy?.slug ?? '', round: round.slug }
  const request = new Request(
    `http://x/strategies/${params.strategy}/rounds/${params.round}/invited${search}`,
  )
  return loader({ request, params, context: {} as never })
}
const states = ({ entries }: Awaited<ReturnType<typeof page>>) =>
  entries.map(({ name, state, late, awaited }) => [name, state, late, awaited])

test('every invited body stands by name with what came of asking it', async () => {
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const answer = { [asked?.id ?? '']: 'Ja.' }
  const named = (name: string) => anOrganisation(t.db, { name })
  const bodies = await Promise.all(
    ['Ås kommune', 'Aure kommune', 'Øyer kommune', 'Ærfjord kommune'].map(named),
  )
  const [as, aure, oyer] = bodies
  if (!as || !aure || !oyer) throw new Error('too few')
  await invite(round, bodies)
  await aSubmittedInput(t.db, round, as, answer, { lateAt: new Date() })
  await aSubmittedInput(t.db, round, aure, {}, { noRemarks: true })
  await aDraft(t.db, round, oyer, answer)
  const shown = await page(round)
  expect(states(shown)).toEqual([
    ['Aure kommune', 'no-remarks', false, false],
    ['Ærfjord kommune', 'silent', false, true],
    ['Øyer kommune', 'silent', false, true],
    ['Ås kommune', 'answered', true, false],
  ])
  expect(ledgerTotal(shown.groups)).toEqual({ invited: 4, answered: 1, noRemarks: 1, silent: 2, late: 1 })
  expect(await listLedgers(round.strategyId)).toMatchObject([
    { invitedMunicipalities: 4, answeredMunicipalities: 2, noRemarksMunicipalities: 1 },
  ])
})

test('after the deadline the silent did not answer, but who got a later one is still awaited, and only its day is told', async () => {
  const round = await aRound(t.db, { opensAt: daysFromNow(-9), deadlineAt: daysFromNow(-1) })
  const [late, other] = [await anOrganisation(t.db, { name: 'A' }), await anOrganisation(t.db, { name: 'B' })]
  const extendedBy = (await aPerson(t.db)).id
  await invite(round, [late], { extendedUntil: daysFromNow(3), extendedBy })
  await invite(round, [other])
  const shown = await page(round)
  expect(shown.entries.map(({ awaited }) => awaited)).toEqual([true, false])
  expect(shown.entries[0]?.extendedUntil).toBeInstanceOf(Date)
  expect(JSON.stringify(shown)).not.toContain(extendedBy)
  await t.db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, round.id))
  expect((await page(round)).entries.map(({ awaited }) => awaited)).toEqual([false, false])
})

test('an answer counts when it is received, and is linked only where anyone may read it', async () => {
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const body = await anOrganisation(t.db)
  const editor = await aPerson(t.db)
  await invite(round, [body])
  const sent = await aSubmittedInput(t.db, round, body, { [asked?.id ?? '']: 'Ja.' })
  const first = async () => (await page(round)).entries[0]
  expect(await first()).toMatchObject({ state: 'answered', inputId: null })
  await publish(t.db, sent, editor.id)
  expect(await first()).toMatchObject({ state: 'answered', inputId: sent.input.id })
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, round.id))
  expect(await first()).toMatchObject({ state: 'answered', inputId: null })
  await t.db.update(rounds).set({ inputsShown: 'as-checked' }).where(eq(rounds.id, round.id))
  await t.db.insert(inputWithholdings).values({
    ...{ strategyId: round.strategyId, inputId: sent.input.id, versionId: sent.version.id },
    ...{ legalBasis: 'personal-matters', reason: 'Prøve', withheldAt: new Date(), withheldBy: editor.id },
  })
  expect(await first()).toMatchObject({ state: 'answered', inputId: null })
  await t.db.delete(inputPublications).where(eq(inputPublications.inputId, sent.input.id))
  expect(await first()).toMatchObject({ state: 'answered', inputId: null })
})

test('who answered without invitation is listed apart, and private persons are only counted', async () => {
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const answer = { [asked?.id ?? '']: 'Ja.' }
  await invite(round, [await anOrganisation(t.db)])
  await aSubmittedInput(
    t.db,
    round,
    await anOrganisation(t.db, { name: 'Laget', kind: 'organisation' }),
    answer,
  )
  await aDraft(t.db, round, await anOrganisation(t.db, { name: 'Kladd', kind: 'organisation' }), answer)
  const { input } = await aSubmittedInput(t.db, round, await anOrganisation(t.db), answer)
  const person = await aPerson(t.db, { name: 'Tone Aasen' })
  await t.db.update(inputs).set({ organisationId: null, personId: person.id }).where(eq(inputs.id, input.id))
  const shown = await page(round)
  expect(shown).toMatchObject({
    uninvited: 1,
    persons: 1,
    uninvitedEntries: [{ name: 'Laget', state: 'answered' }],
  })
  expect(shown.entries).toHaveLength(1)
  expect((await page(round, '?state=uninvited')).entries.map(({ name }) => name)).toEqual(['Laget'])
  expect(JSON.stringify(shown)).not.toContain('Tone Aasen')
})

test('two bodies of one name are told apart by their counties', async () => {
  const round = await aRound(t.db)
  await t.db.insert(counties).values([
    { number: '97', name: 'Nordfylket' },
    { number: '98', name: 'Sørfylket' },
  ])
  const named = (name: string, countyNumber: string) => anOrganisation(t.db, { name, countyNumber })
  const bodies = await Promise.all([
    named('Våler kommune', '98'),
    named('Våler kommune', '97'),
    named('Bø', '97'),
  ])
  await invite(round, bodies)
  const { entries } = await page(round)
  expect(entries.map(({ name, county, namesake }) => [name, county, namesake])).toEqual([
    ['Bø', '97', false],
    ['Våler kommune', '97', true],
    ['Våler kommune', '98', true],
  ])
  const one = await page(round, '?county=97')
  expect(one.entries.map(({ name, namesake }) => [name, namesake])).toEqual([
    ['Bø', false],
    ['Våler kommune', true],
  ])
})

test('what nobody is matches nobody, and is no error', async () => {
  const round = await aRound(t.db)
  await invite(round, [await anOrganisation(t.db)])
  const strange = [
    'kind=x',
    'county=%00',
    'state=%F0%9F',
    'kind=municipality%00',
    `county=${'9'.repeat(5_000)}`,
  ]
  for (const search of [...strange, 'state=answered', 'page=999'])
    expect((await page(round, `?${search}`)).entries, search).toEqual([])
  expect((await page(round, '?page=-1&kind=municipality&state=silent')).entries).toHaveLength(1)
})

test('a long ledger has pages, each body on one of them', async () => {
  const round = await aRound(t.db)
  const made = await t.db
    .insert(organisations)
    .values(
      Array.from({ length: 230 }, (_, n) => ({ slug: `b-${n}`, name: `Body ${n % 7}`, kind: 'business' })),
    )
    .returning({ id: organisations.id })
  await invite(round, made)
  const pages = await Promise.all([1, 2, 3, 4].map((number) => page(round, `?page=${number}`)))
  expect(pages.map(({ entries }) => entries.length)).toEqual([100, 100, 30, 0])
  expect(new Set(pages.flatMap(({ entries }) => entries.map(({ id }) => id))).size).toBe(230)
  expect(pages[0]?.pageCount).toBe(3)
})

test('the database counts by the same rule as the ledger, whatever a body has sent', async () => {
  const version = fc.record({
    kind: fc.constantFrom(...VERSION_KINDS),
    noRemarks: fc.boolean(),
    late: fc.boolean(),
  })
  const history = fc.record({ versions: fc.array(version, { maxLength: 4 }), withdrawn: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 1, maxLength: 6 }), async (histories) => {
      const round = await aRound(t.db, { number: 1 + (await t.db.$count(rounds)) })
      const expected: unknown[] = []
      for (const { versions, withdrawn } of histories) {
        const body = await anOrganisation(t.db)
        await invite(round, [body])
        const input = await aDraft(t.db, round, body)
        const withdrawnAt = withdrawn ? new Date() : null
        if (withdrawn) await t.db.update(inputs).set({ withdrawnAt }).where(eq(inputs.id, input.id))
        const sent = versions.map(({ kind, noRemarks, late }, at) => ({
          ...{ kind, noRemarks, number: at + 1, submittedAt: daysFromNow(at - 10) },
          lateAt: late ? new Date() : null,
        }))
        for (const own of sent) await aVersion(t.db, round, input.id, body, {}, own)
        const seen = { withdrawnAt, counting: effectiveVersions(sent) }
        expected.push([body.id, ledgerState(seen), cameLate(seen)])
      }
      const shown = { ...round, inputsShown: 'as-checked' as const }
      const any = { state: null, kind: null, county: null, page: 1, size: 100 }
      const entries = await listLedgerEntries(shown, any, new Date())
      const found = entries.map(({ id, state, late }) => [id, state, late])
      expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)))
      const counted = await countLedger(round.id)
      expect(ledgerTotal(counted).silent).toBe(entries.filter(({ state }) => state === 'silent').length)
    }),
    { numRuns: 15 },
  )
})
