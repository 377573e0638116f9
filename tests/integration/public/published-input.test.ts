import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findRound } from '#app/features/strategies/queries.server.ts'
import { loader } from '#app/routes/public/published-input.tsx'
import { loader as listLoader } from '#app/routes/public/published-inputs.tsx'
import { inputs, rounds, strategies } from '#db/schema/index.ts'
import { aSubmittedInput, aVersion, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

async function aSentInput(own: Parameters<typeof aRound>[1] = {}) {
  const round = await aRound(t.db, own)
  const [asked, chosen, scaled] = await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db, { name: 'Tindås kommune' })
  const sent = await aSubmittedInput(t.db, round, organisation, {
    [asked?.id ?? '']: 'Vi vil ha en fast kontaktperson.',
    [chosen?.id ?? '']: { kind: 'single-choice', choice: 'yes' },
    [scaled?.id ?? '']: { kind: 'scale', value: 'no-opinion' },
  })
  const [strategy] = await t.db.select().from(strategies).where(eq(strategies.id, round.strategyId))
  const editor = await aPerson(t.db)
  return {
    ...sent,
    round,
    organisation,
    editor,
    asked,
    params: { strategy: strategy?.slug, round: round.slug },
  }
}

type Params = Record<string, string | undefined>

async function page(params: Params) {
  const request = new Request('http://x/strategies/s/rounds/r/inputs/i')
  const answer = await loader({ request, params, context: {} as never })
  return { status: answer.init?.status, ...answer.data }
}

const statusOf = (failing: Promise<unknown>) =>
  failing.then(
    () => 200,
    (thrown: Response) => thrown.status,
  )

test('an input that is not published has no page, and is not in the list', async () => {
  const { input, params } = await aSentInput()
  expect(await statusOf(page({ ...params, input: input.id }))).toBe(404)
  const request = new Request('http://x/')
  expect((await listLoader({ request, params, context: {} as never })).inputs).toEqual([])
})

test('a published input shows its answers in the order they were asked', async () => {
  const { params, editor, ...sent } = await aSentInput()
  await publish(t.db, sent, editor.id)
  const { status, input } = await page({ ...params, input: sent.input.id })
  expect(status).toBe(200)
  expect(input.sender).toEqual({ name: 'Tindås kommune', kind: 'municipality', county: null })
  expect(input.versions.map(({ answers }) => answers.map(({ answer }) => answer.kind))).toEqual([
    ['rich-text', 'single-choice', 'scale'],
  ])
})

test('an input is not shown under another round, a round or strategy that is not published, or before it may be', async () => {
  const { params, editor, round, ...sent } = await aSentInput()
  await publish(t.db, sent, editor.id)
  const other = await aSentInput()
  const here = { ...params, input: sent.input.id }
  expect(await statusOf(page({ ...other.params, input: sent.input.id }))).toBe(404)
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, round.id))
  expect(await statusOf(page(here))).toBe(404)
  await t.db
    .update(rounds)
    .set({ deadlineAt: daysFromNow(-0.5) })
    .where(eq(rounds.id, round.id))
  expect(await statusOf(page(here))).toBe(200)
  await t.db.update(rounds).set({ publishedAt: null }).where(eq(rounds.id, round.id))
  expect(await statusOf(page(here))).toBe(404)
})

test('a withdrawn input keeps its address, its date and its reason, and loses its text', async () => {
  const { params, editor, ...sent } = await aSentInput()
  await publish(t.db, sent, editor.id)
  const withdrawnAt = new Date('2026-09-16T10:00:00Z')
  await t.db
    .update(inputs)
    .set({ withdrawnAt, withdrawalReason: 'Sendt til feil runde.' })
    .where(eq(inputs.id, sent.input.id))
  const { status, input, ...rest } = await page({ ...params, input: sent.input.id })
  expect(status).toBe(410)
  expect(input.withdrawn).toEqual({ at: withdrawnAt, reason: 'Sendt til feil runde.', byStaff: false })
  expect(JSON.stringify({ input, rest })).not.toContain('kontaktperson')
  const listed = await listLoader({ request: new Request('http://x/'), params, context: {} as never })
  expect(listed.inputs).toMatchObject([{ id: sent.input.id, withdrawnAt }])
})

test('of several published versions those that count are shown, and only the latest of a sender’s own', async () => {
  const { params, editor, round, organisation, asked, ...sent } = await aSentInput()
  await publish(t.db, sent, editor.id)
  const more = (number: number, kind: string, text: string) =>
    aVersion(t.db, round, sent.input.id, organisation, { [asked?.id ?? '']: text }, { number, kind })
  const letter = await more(2, 'registered', 'Et brev ved siden av.')
  const correction = await more(3, 'correction', 'Rettet.')
  const shown = async () => (await page({ ...params, input: sent.input.id })).input.versions
  await publish(t.db, letter, editor.id)
  expect((await shown()).map(({ kind }) => kind)).toEqual(['administrative', 'registered'])
  await publish(t.db, correction, editor.id)
  expect((await shown()).map(({ kind }) => kind)).toEqual(['registered', 'correction'])
})

test('a private person stands without a name', async () => {
  const { params, editor, ...sent } = await aSentInput()
  await publish(t.db, sent, editor.id)
  const writer = await aPerson(t.db)
  await t.db
    .update(inputs)
    .set({ organisationId: null, personId: writer.id })
    .where(eq(inputs.id, sent.input.id))
  const found = await page({ ...params, input: sent.input.id })
  expect(found.input.sender.name).toBe(null)
  expect(JSON.stringify(found)).not.toContain('Tindås')
})

test('what is not an id has no page', async () => {
  const { params } = await aSentInput()
  expect(await statusOf(page({ ...params, input: "1' or true" }))).toBe(404)
  expect(await findRound(params.strategy ?? '', 'nei')).toBe(null)
})
