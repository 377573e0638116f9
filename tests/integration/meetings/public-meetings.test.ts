import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loader as pageLoader } from '#app/routes/public/meeting.tsx'
import { loader as listLoader } from '#app/routes/public/meetings.tsx'
import {
  inputs,
  inputWithholdings,
  meetingDocuments,
  meetingInputs,
  meetingItems,
  meetings,
  publicAnswers,
  rounds,
} from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { aMeeting } from '#tests/factories/meetings.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

type Strategy = Awaited<ReturnType<typeof aStrategy>>

const list = ({ slug }: Strategy, search = '') =>
  listLoader({
    request: new Request(`http://x/strategies/${slug}/meetings${search}`),
    params: { strategy: slug },
    context: {} as never,
  })
const page = async ({ slug }: Strategy, meeting: string, prefix = '') => {
  const request = new Request(`http://x${prefix}/strategies/${slug}/meetings/x`)
  return (await pageLoader({ request, params: { strategy: slug, meeting }, context: {} as never })).meeting
}
const statusOf = (failing: Promise<unknown>) =>
  failing.then(
    () => 200,
    (thrown: Response) => thrown.status,
  )

test('coming meetings stand with the next first, past ones with the latest first, and drafts nowhere', async () => {
  const strategy = await aStrategy(t.db)
  const titled = (nb: string, days: number, own = {}) =>
    aMeeting(t.db, strategy, { title: { nb }, startsAt: daysFromNow(days), ...own })
  await titled('om ti dager', 10)
  await titled('i går', -1)
  await titled('i morgen, avlyst', 1, { cancelledAt: new Date() })
  await titled('i fjor', -300)
  await titled('nå', 0)
  await titled('kladd', 3, { publishedAt: null })
  await aMeeting(t.db, await aStrategy(t.db), { title: { nb: 'andres' } })
  const shown = await list(strategy)
  const names = (cards: { title: { nb?: string } }[]) => cards.map(({ title }) => title.nb)
  expect(names(shown.coming)).toEqual(['nå', 'i morgen, avlyst', 'om ti dager'])
  expect(names(shown.past)).toEqual(['i går', 'i fjor'])
  expect(JSON.stringify(shown)).not.toContain('kladd')
})

test('a list without meetings is empty, and a page of it that is not there is no error', async () => {
  const strategy = await aStrategy(t.db)
  expect(await list(strategy)).toMatchObject({ coming: [], past: [], pastCount: 0 })
  for (const search of ['?page=77', '?page=x', '?page=-1', '?page=%00'])
    expect((await list(strategy, search)).past).toEqual([])
})

test('a draft has no page, nor has a meeting of another strategy, nor what is no address', async () => {
  const [strategy, other] = [await aStrategy(t.db), await aStrategy(t.db)]
  const draft = await aMeeting(t.db, strategy, { publishedAt: null })
  const open = await aMeeting(t.db, strategy)
  expect(await statusOf(page(strategy, open.slug))).toBe(200)
  expect(await statusOf(page(other, open.slug))).toBe(404)
  const strange = ['', 'A', '../x', '\u0000', '\ud800', 'x'.repeat(9_999), '%', "'--"]
  for (const slug of [draft.slug, ...strange]) expect(await statusOf(page(strategy, slug)), slug).toBe(404)
})

test('a summary is not sent before it is published by itself', async () => {
  const strategy = await aStrategy(t.db)
  const summary = { nb: 'Hemmelig ennå.' }
  const { id, slug } = await aMeeting(t.db, strategy, { summary })
  const before = await page(strategy, slug)
  expect(before).toMatchObject({ summary: null, summaryAt: null })
  expect(JSON.stringify([before, await list(strategy)])).not.toContain('Hemmelig')
  await t.db.update(meetings).set({ summaryAt: new Date() }).where(eq(meetings.id, id))
  expect((await page(strategy, slug)).summary).toEqual(summary)
})

test('a page shows the programme in order, and of the documents those that are published', async () => {
  const strategy = await aStrategy(t.db)
  const { id: meetingId, slug } = await aMeeting(t.db, strategy)
  const point = { meetingId, title: { nb: 'Kaffe' }, speaker: null }
  await t.db.insert(meetingItems).values([
    { ...point, position: 1, clock: null },
    { ...point, position: 0, clock: '13.15', title: { nb: 'Åpning' }, speaker: 'Ingrid Dal' },
  ])
  const document = await aDocument(t.db, strategy)
  const open = await aDocumentVersion(t.db, document, ['Vi vil dele.'])
  const draft = await aDocumentVersion(t.db, document, ['Vi vil ikke.'], { publishedAt: null })
  await t.db
    .insert(meetingDocuments)
    .values([open, draft].map(({ id: versionId }) => ({ meetingId, versionId })))
  const shown = await page(strategy, slug)
  expect(shown.items.map(({ clock, speaker }) => [clock, speaker])).toEqual([
    ['13.15', 'Ingrid Dal'],
    [null, null],
  ])
  expect(shown.documents.map(({ number }) => number)).toEqual([1])
})

test('only inputs that are public when the page is read are linked, by the name the public may read', async () => {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const editor = await aPerson(t.db)
  const answer = { [asked?.id ?? '']: 'Ring Kari.' }
  const { id: meetingId, slug } = await aMeeting(t.db, strategy, {
    summary: { nb: 'x' },
    summaryAt: new Date(),
  })
  const bodies = await Promise.all(['Åpen', 'Venter', 'Person'].map((name) => anOrganisation(t.db, { name })))
  const sent = await Promise.all(bodies.map((body) => aSubmittedInput(t.db, round, body, answer)))
  const [open, waiting, person] = sent
  if (!open || !waiting || !person) throw new Error('too few')
  const writer = await aPerson(t.db, { name: 'Tone Aasen' })
  await t.db
    .update(inputs)
    .set({ organisationId: null, personId: writer.id })
    .where(eq(inputs.id, person.input.id))
  await publish(t.db, open, editor.id)
  await publish(t.db, person, editor.id)
  await t.db
    .insert(meetingInputs)
    .values(sent.map(({ input }, position) => ({ meetingId, inputId: input.id, position })))
  const linked = async () => (await page(strategy, slug)).inputs.map(({ senderName }) => senderName)
  expect(await linked()).toEqual(['Åpen', null])
  const whole = JSON.stringify(await page(strategy, slug))
  expect(whole).not.toMatch(/Venter|Tone Aasen|Ring Kari/)

  const masks = [{ startCp: 5, endCp: 9, publicStartCp: 5, publicEndCp: 15, legalBasis: 'personal-matters' }]
  await t.db.update(publicAnswers).set({ masks }).where(eq(publicAnswers.versionId, open.version.id))
  expect(await linked()).toEqual(['Åpen', null])
  await t.db.insert(inputWithholdings).values({
    ...{ strategyId: strategy.id, inputId: open.input.id, versionId: open.version.id },
    ...{ legalBasis: 'personal-matters', reason: 'Prøve', withheldAt: new Date(), withheldBy: editor.id },
  })
  expect(await linked()).toEqual([null])
  await t.db.update(inputWithholdings).set({ liftedAt: new Date() })
  expect(await linked()).toEqual(['Åpen', null])
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, round.id))
  expect(await linked()).toEqual([])
  await t.db.update(rounds).set({ inputsShown: 'as-checked' }).where(eq(rounds.id, round.id))
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, open.input.id))
  expect(await linked()).toEqual([null])
})
