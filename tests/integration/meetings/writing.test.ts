import { asc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { meetingForm, newMeetingForm } from '#app/features/meetings/forms.ts'
import {
  cancelMeeting,
  planMeeting,
  publishMeeting,
  writeMeeting,
} from '#app/features/meetings/meetings.server.ts'
import { findPlannedMeeting, findStrategyAtWork } from '#app/features/meetings/queries.server.ts'
import { publishSummary, writeSummary } from '#app/features/meetings/summary.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { auditEvents, meetingDocuments, meetingInputs, meetingItems, meetings } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { aMeeting } from '#tests/factories/meetings.ts'
import { anActor, anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

const planned = (own: Record<string, unknown> = {}) =>
  newMeetingForm.parse({
    ...{ key: v7(), titleNb: 'Dialogmøte', placeNb: 'Salen', date: '2031-09-03', from: '11:00', to: '12:30' },
    ...own,
  })
const written = (own: Record<string, unknown> = {}) =>
  meetingForm.parse({ ...planned(), act: 'write', revision: 1, ...own }) as Parameters<typeof writeMeeting>[2]
const summary = (own: Record<string, unknown> = {}) => ({
  ...{ act: 'write-summary' as const, key: v7(), revision: 1, summaryNb: 'Tolv tok ordet.', summaryNn: '' },
  ...own,
})
const stored = async (id: string) => {
  const [meeting] = await t.db.select().from(meetings).where(eq(meetings.id, id))
  if (!meeting) throw new Error('No meeting')
  return meeting
}
const eventsOf = async (id: string) =>
  (
    await t.db
      .select({ type: auditEvents.type })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(asc(auditEvents.at))
  ).map(({ type }) => type)

async function plan(...[own]: Parameters<typeof planned>) {
  const strategy = await aStrategy(t.db)
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const made = await planMeeting(editor, strategy.id, planned(own))
  if ('refusal' in made) throw new Error(JSON.stringify(made))
  return { strategy, editor, id: made.meetingId }
}

test('a meeting is planned once, as a draft, with its programme, documents and inputs', async () => {
  const strategy = await aStrategy(t.db)
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const answer = { [asked?.id ?? '']: 'Ja.' }
  const one = await aSubmittedInput(t.db, round, await anOrganisation(t.db), answer)
  const other = await aSubmittedInput(t.db, round, await anOrganisation(t.db), answer)
  const version = await aDocumentVersion(t.db, await aDocument(t.db, strategy), ['Vi vil dele.'])
  const foreign = await aDocumentVersion(t.db, await aDocument(t.db, await aStrategy(t.db)), ['Nei.'])
  const form = planned({
    ...{ programmeNb: '11.00 Åpning | Ingrid Dal\nSpørsmål', round: round.id },
    documents: [version.id, foreign.id],
    inputs: `/x/inputs/${other.input.id}\n${one.version.receiptNumber} Solvær\n${one.version.receiptNumber}`,
  })
  const made = await planMeeting(editor, strategy.id, form)
  expect(await planMeeting(editor, strategy.id, form)).toEqual(made)
  const id = 'meetingId' in made ? made.meetingId : ''
  expect(await stored(id)).toMatchObject({
    ...{ title: { nb: 'Dialogmøte' }, slug: 'dialogmote', publishedAt: null, roundId: round.id, revision: 1 },
    startsAt: new Date('2031-09-03T09:00Z'),
  })
  expect(await t.db.$count(meetings, eq(meetings.strategyId, strategy.id))).toBe(1)
  expect(await t.db.$count(meetingItems, eq(meetingItems.meetingId, id))).toBe(2)
  const of = (table: typeof meetingDocuments) => t.db.select().from(table).where(eq(table.meetingId, id))
  expect(await of(meetingDocuments)).toEqual([{ meetingId: id, versionId: version.id }])
  const pointed = await t.db
    .select({ inputId: meetingInputs.inputId })
    .from(meetingInputs)
    .where(eq(meetingInputs.meetingId, id))
    .orderBy(asc(meetingInputs.position))
  expect(pointed.map(({ inputId }) => inputId)).toEqual([other.input.id, one.input.id])
  expect(await eventsOf(id)).toEqual(['meeting.planned'])
})

test('an input of another strategy is none, and its line is named', async () => {
  const { editor, id } = await plan()
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const foreign = await aSubmittedInput(t.db, round, await anOrganisation(t.db), { [asked?.id ?? '']: 'Ja.' })
  for (const line of [foreign.input.id, foreign.version.receiptNumber, v7(), '2019-999999'])
    expect(await writeMeeting(editor, id, written({ inputs: `\n${line}` }))).toEqual({
      refusal: 'faulty',
      faults: [{ field: 'inputs', reason: 'unknown-input', line: 2 }],
    })
})

test('what is written replaces what was, and who wrote from an older state is told', async () => {
  const { editor, id } = await plan({ programmeNb: '11.00 Åpning\n12.00 Slutt' })
  const form = written({ titleNb: 'Åpent møte', programmeNb: '11.30 Start' })
  expect(await writeMeeting(editor, id, form)).toEqual({ revision: 2 })
  expect(await writeMeeting(editor, id, form)).toEqual({ revision: 2 })
  expect(await stored(id)).toMatchObject({ slug: 'apent-mote', revision: 2 })
  expect(await t.db.$count(meetingItems, eq(meetingItems.meetingId, id))).toBe(1)
  expect(await writeMeeting(editor, id, written())).toEqual({ refusal: 'stale' })
  expect(await writeSummary(editor, id, summary())).toEqual({ refusal: 'stale' })
  expect((await stored(id)).title).toEqual({ nb: 'Åpent møte' })
})

test('two who save at once do not both win', async () => {
  const { editor, id } = await plan()
  const outcomes = await Promise.all(
    ['En', 'To'].map((titleNb) => writeMeeting(editor, id, written({ titleNb }))),
  )
  expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual([{ refusal: 'stale' }])
})

test('meetings of one name have addresses of their own, and a published one keeps its', async () => {
  const { strategy, editor, id } = await plan()
  const again = await planMeeting(editor, strategy.id, planned())
  expect(await stored('meetingId' in again ? again.meetingId : '')).toMatchObject({ slug: 'dialogmote-2' })
  expect(await publishMeeting(editor, id, v7())).toEqual({ meetingId: id })
  await writeMeeting(editor, id, written({ titleNb: 'Helt nytt navn' }))
  expect(await stored(id)).toMatchObject({ slug: 'dialogmote', title: { nb: 'Helt nytt navn' } })
})

test('a meeting is announced when one can get to it, and called off once', async () => {
  const { editor, id } = await plan({ placeNb: '' })
  expect(await publishMeeting(editor, id, v7())).toEqual({ refusal: 'nowhere' })
  await writeMeeting(editor, id, written({ streamUrl: 'https://video.example.test/' }))
  const key = v7()
  expect(await publishMeeting(editor, id, key)).toEqual({ meetingId: id })
  expect(await publishMeeting(editor, id, key)).toEqual({ meetingId: id })
  expect(await publishMeeting(editor, id, v7())).toEqual({ refusal: 'already-published' })
  expect(await cancelMeeting(editor, id, v7())).toEqual({ meetingId: id })
  expect(await cancelMeeting(editor, id, v7())).toEqual({ refusal: 'already-cancelled' })
  expect(await eventsOf(id)).toEqual([
    ...['meeting.planned', 'meeting.written', 'meeting.published', 'meeting.cancelled'],
  ])
})

test('a summary is written and published apart, the one that was read and no later one', async () => {
  const strategy = await aStrategy(t.db)
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const { id } = await aMeeting(t.db, strategy)
  const publishing = (revision: number) => publishSummary(editor, id, { key: v7(), revision })
  expect(await publishing(1)).toEqual({ refusal: 'summary-missing' })
  expect(await writeSummary(editor, id, summary())).toEqual({ revision: 2 })
  expect((await stored(id)).summaryAt).toBeNull()
  expect(await publishing(1)).toEqual({ refusal: 'stale' })
  expect(await publishing(2)).toEqual({ meetingId: id })
  expect(await publishing(2)).toEqual({ refusal: 'summary-published' })
  const empty = summary({ revision: 2, summaryNb: ' \n' })
  expect(await writeSummary(editor, id, empty)).toEqual({ refusal: 'summary-missing' })
  const coming = await aMeeting(t.db, strategy, { startsAt: daysFromNow(2), summary: { nb: 'x' } })
  expect(await publishSummary(editor, coming.id, { key: v7(), revision: 1 })).toEqual({ refusal: 'not-held' })
})

test('analysts read, strangers are told that there is no meeting', async () => {
  const { strategy, id } = await plan()
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const strangers = [await anActor(t.db), await aStaffMember(t.db, await aStrategy(t.db), 'lead')]
  expect(await findPlannedMeeting(analyst, id)).toMatchObject({ meeting: { id } })
  const tries = (actor: typeof analyst) => [
    planMeeting(actor, strategy.id, planned()),
    writeMeeting(actor, id, written()),
    writeSummary(actor, id, summary()),
    publishMeeting(actor, id, v7()),
    publishSummary(actor, id, { key: v7(), revision: 1 }),
    cancelMeeting(actor, id, v7()),
  ]
  const before = await stored(id)
  expect(await Promise.all(tries(analyst))).toEqual(Array(6).fill({ refusal: 'forbidden' }))
  for (const stranger of strangers) {
    expect(await Promise.all(tries(stranger))).toEqual(Array(6).fill({ refusal: 'not-found' }))
    expect(await findPlannedMeeting(stranger, id)).toEqual({ refusal: 'not-found' })
    expect(await findStrategyAtWork(stranger, strategy.id)).toEqual({ refusal: 'not-found' })
  }
  expect(await stored(id)).toEqual(before)
})

test('strange characters are left out of what is stored, and no form is an error of ours', async () => {
  const { strategy, editor, id } = await plan()
  const strange = 'A\u0000\ud800\u202e kommune\u2028'
  const form = { titleNb: strange, introNb: strange, placeNb: strange, programmeNb: `11.00 ${strange}` }
  expect(await writeMeeting(editor, id, written(form))).toEqual({ revision: 2 })
  expect((await stored(id)).title.nb).toBe(cleanLine(strange))
  for (const own of [
    { date: '0001-01-01' },
    { date: '9999-12-31' },
    { date: '2031-02-30' },
    { from: '99:99' },
  ]) {
    const outcome = await planMeeting(editor, strategy.id, planned({ ...own, titleNb: 'Grense' }))
    expect('meetingId' in outcome || outcome.refusal === 'faulty', JSON.stringify(own)).toBe(true)
  }
  for (const own of [
    { revision: 1e12 },
    { revision: 'x' },
    { titleNb: 'x'.repeat(301) },
    { documents: ['x'] },
  ])
    expect(meetingForm.safeParse({ ...planned(), act: 'write', revision: 1, ...own }).success).toBe(false)
})

test('a meeting and its summary are kept in four languages; a form that knows two leaves the others', async () => {
  const { editor, id } = await plan({
    titleSv: 'Dialogmöte',
    introEn: 'Come along.',
    placeSv: 'Salen på svenska',
  })
  await writeMeeting(editor, id, written({ introNb: 'Kom.', placeSv: '' }))
  expect(await stored(id)).toMatchObject({
    ...{ title: { nb: 'Dialogmøte', sv: 'Dialogmöte' }, intro: { nb: 'Kom.', en: 'Come along.' } },
    place: { nb: 'Salen' },
  })
  await writeSummary(editor, id, summary({ revision: 2, summarySv: 'Tolv tog ordet.' }))
  await writeSummary(editor, id, summary({ revision: 3, summaryNn: 'Tolv tok ordet.' }))
  expect((await stored(id)).summary).toEqual({
    ...{ nb: 'Tolv tok ordet.', nn: 'Tolv tok ordet.', sv: 'Tolv tog ordet.' },
  })
})
