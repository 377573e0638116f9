import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countCoverage,
  coverageLines,
  coverageOf,
  findUnanswered,
  listUnanswered,
} from '#app/features/responses/coverage.server.ts'
import type { InputsShown } from '#app/features/strategies/round.ts'
import {
  citations,
  findings,
  inputs,
  inputWithholdings,
  organisations,
  passages,
  readings,
  registrationWithdrawals,
  responses,
  rounds,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aCitation, aFinding, writtenOn } from '#tests/factories/findings.ts'
import { aDraft, aVersion } from '#tests/factories/inputs.ts'
import { anOrganisation, only } from '#tests/factories/people.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()
const now = new Date()

/** A round with one input that is answered, one that is published, one that is not, and what may happen to them. */
async function aBusyRound() {
  const chain = await aChain(t.db)
  const { strategy, round, reader, theme, sent, finding, response } = chain
  const silent = await chain.send('Lauvnes kommune', 'Vi er uenige i fristen.')
  await silent.publish()
  const hidden = await chain.send('Hemmen kommune', 'Vi vil ikke.')
  const body = await t.db
    .select()
    .from(organisations)
    .where(eq(organisations.id, silent.input.organisationId ?? ''))
  const registered = await aVersion(...([t.db, round, silent.input.id, only(body), {}] as const), {
    kind: 'registered',
    number: 2,
    lang: 'nn',
  })
  const parent = await aTheme(t.db, strategy)
  const waiting = await aFinding(t.db, round, { slug: 'venter', themeId: parent.id })
  const draft = await aCitation(t.db, waiting, only(silent.answers), 'Vi er uenige i fristen.')
  const of = { strategyId: strategy.id, versionId: silent.version.id }
  const acts: Record<string, () => Promise<unknown>> = {
    'a text is read': () =>
      t.db
        .insert(readings)
        .values({ ...of, answerId: only(silent.answers).id, personId: reader })
        .onConflictDoNothing(),
    'a passage is tagged': async () => {
      for (const passage of silent.passages)
        await t.db
          .insert(taggings)
          .values({ strategyId: strategy.id, passageId: passage.id, themeId: theme.id, taggedBy: reader })
          .onConflictDoNothing()
    },
    'a published finding is about something else': () =>
      writtenOn(t.db, finding, { themeId: parent.id }, { published: true }),
    'a theme is moved under another': () =>
      t.db.update(themes).set({ parentId: parent.id }).where(eq(themes.id, theme.id)),
    'a tagging is taken away': () =>
      t.db.update(taggings).set({ removedAt: now }).where(eq(taggings.themeId, theme.id)),
    'another finding is published': () =>
      t.db
        .update(findings)
        .set({ publishedAt: now, publishedRevision: 1 })
        .where(eq(findings.id, waiting.id)),
    'its citation is published': () =>
      t.db.update(citations).set({ publishedAt: now }).where(eq(citations.id, draft.id)),
    'a citation is no longer public': () =>
      t.db.update(citations).set({ publishedAt: null }).where(eq(citations.findingId, finding.id)),
    'a response is no longer public': () =>
      t.db
        .update(responses)
        .set({ publishedAt: null, publishedRevision: null })
        .where(eq(responses.id, response.id)),
    'a response is published': () =>
      t.db
        .update(responses)
        .set({ publishedAt: now, publishedRevision: 1 })
        .where(eq(responses.id, response.id)),
    'an input is withdrawn': () =>
      t.db.update(inputs).set({ withdrawnAt: now }).where(eq(inputs.id, sent.input.id)),
    'an input comes back': () =>
      t.db.update(inputs).set({ withdrawnAt: null }).where(eq(inputs.id, sent.input.id)),
    'somebody answers': () => chain.send('Enda en kommune', 'Vi vil vente.'),
    'somebody has no remarks': async () => {
      const sender = await anOrganisation(t.db, { listed: false })
      await aVersion(t.db, round, (await aDraft(t.db, round, sender)).id, sender, {}, { noRemarks: true })
    },
    'what was not public is published': async () => hidden.publish().catch(() => null),
    'a version is withheld': () =>
      t.db
        .insert(inputWithholdings)
        .values({
          ...{ ...of, inputId: silent.input.id, legalBasis: 'unlawful', reason: 'Navn' },
          ...{ withheldAt: now, withheldBy: reader },
        })
        .onConflictDoNothing(),
    'staff take back what they registered': () =>
      t.db
        .insert(registrationWithdrawals)
        .values({
          ...{ strategyId: strategy.id, versionId: registered.version.id, inputId: silent.input.id },
          ...{ at: now, by: reader, reason: 'Feil avsender' },
        })
        .onConflictDoNothing(),
    'a municipality has grown': () =>
      t.db
        .update(organisations)
        .set({ inhabitants: 30_000 })
        .where(eq(organisations.id, only(body).id)),
    'passages are cut anew': () =>
      t.db.update(passages).set({ supersededAt: now }).where(eq(passages.inputId, hidden.input.id)),
    'inputs may not be seen yet': () =>
      t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, round.id)),
  }
  return { round, acts }
}

type BusyRound = Awaited<ReturnType<typeof aBusyRound>>

async function shownRound({ round }: BusyRound) {
  const found = only(await t.db.select().from(rounds).where(eq(rounds.id, round.id)))
  return { ...found, inputsShown: found.inputsShown as InputsShown }
}

async function kept(here: BusyRound) {
  const { id, strategyId } = here.round
  return {
    coverage: await coverageOf(here.round, 'published'),
    line: (await coverageLines(strategyId, [id])).get(id),
    unanswered: await listUnanswered(await shownRound(here), now, 1),
  }
}

/** The same, counted from the rows each time. */
async function fresh(here: BusyRound) {
  const { inputsShown } = await shownRound(here)
  const coverage = await countCoverage(here.round.id, 'published')
  return {
    ...{ coverage, line: coverage.inputs },
    unanswered: await findUnanswered(here.round.id, inputsShown !== 'after-closing', 1),
  }
}

test('whatever happens, coverage that was kept says what is counted anew', async () => {
  const names = Object.keys((await aBusyRound()).acts)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(names, { minLength: 6, maxLength: 12 }), async (happening) => {
      const here = await aBusyRound()
      await kept(here)
      for (const name of happening) {
        await here.acts[name]?.()
        expect([name, await kept(here)]).toEqual([name, await fresh(here)])
      }
    }),
    { numRuns: 10 },
  )
}, 300_000)

test('each thing that happens changes what is told, at once', async () => {
  const here = await aBusyRound()
  let before = await kept(here)
  const unseen: string[] = []
  for (const [name, act] of Object.entries(here.acts)) {
    await act()
    const after = await kept(here)
    expect([name, after]).toEqual([name, await fresh(here)])
    if (JSON.stringify(after) === JSON.stringify(before)) unseen.push(name)
    before = after
  }
  expect(unseen).toEqual([])
})

test('while nothing happens, or only in another strategy, nothing is counted again', async () => {
  const [here, there] = [await aBusyRound(), await aBusyRound()]
  await kept(here)
  const ofAll = ['a municipality has grown', 'somebody answers']
  for (const [name, act] of Object.entries(there.acts)) if (!ofAll.includes(name)) await act()
  const said = await statementsOf(() => kept(here))
  expect(said.filter((text) => text.includes('parts as materialized'))).toEqual([])
})
