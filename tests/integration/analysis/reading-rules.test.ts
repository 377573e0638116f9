import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMarks, markPassage, remarkPassage, unmarkPassage } from '#app/features/analysis/marks.server.ts'
import { joinPassages, makeSpan, splitPassage } from '#app/features/analysis/passages-made.server.ts'
import { restorePassage } from '#app/features/analysis/passages-restored.server.ts'
import { findSuccessor, listTaggings, listThemes } from '#app/features/analysis/reading.server.ts'
import { actOnReading } from '#app/features/analysis/reading-acts.server.ts'
import { listReadings, markRead, unmarkRead } from '#app/features/analysis/reading-marks.server.ts'
import { tagPassage, untag } from '#app/features/analysis/tagging.server.ts'
import { retag, takePosition, takeStance } from '#app/features/analysis/tagging-positions.server.ts'
import { answers, passages, searchOutbox, taggings, themes } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aReadInput as anInputRead, done, standing as standingOn } from './read-input.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const aReadInput = () => anInputRead(t.db)
const standing = (versionId: string) => standingOn(t.db, versionId)
const first = async (versionId: string) => (await standing(versionId))[0]?.id ?? ''
const mergedInto = (from: string, into: string) =>
  t.db.update(themes).set({ retiredAt: new Date(), mergedInto: into }).where(eq(themes.id, from))
/** Whether search is told of a passage by what is done. */
async function isTold(passage: string, act: () => Promise<unknown>) {
  const own = eq(searchOutbox.docKey, `staff/${passage}`)
  await t.db.delete(searchOutbox).where(own)
  await act()
  return (await t.db.$count(searchOutbox, own)) === 1
}

test('a theme that was merged while the page was open is the theme it became, which is told', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const passage = await first(versionId)
  await mergedInto(theme[0], theme[1])
  await mergedInto(theme[1], theme[2])
  const outcome = await actOnReading(reader, { act: 'tag', passage, theme: theme[0], position: 'against' })
  expect(done(outcome).done?.did).toBe('tagged-instead')
  expect((await standing(versionId))[0]?.on).toEqual([`${theme[2]} against`])
  expect(await tagPassage(reader, passage, theme[1])).toEqual({ refusal: 'theme-merged' })
  const gone = await aTheme(t.db, { id: (await standing(versionId))[0]?.strategyId ?? '' })
  await t.db.update(themes).set({ retiredAt: new Date() }).where(eq(themes.id, gone.id))
  expect(await tagPassage(reader, passage, gone.id)).toEqual({ refusal: 'theme-retired' })
})

test('a tagging is not put back with a theme that has gone out of use', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const { taggingId } = done(await tagPassage(reader, await first(versionId), theme[0]))
  done(await untag(reader, taggingId ?? ''))
  const removed = await listTaggings(versionId, taggingId)
  expect(removed.map(({ id }) => id)).toEqual([taggingId])
  expect(await listTaggings(versionId, null)).toEqual([])
  await mergedInto(theme[0], theme[1])
  expect(await retag(reader, taggingId ?? '')).toEqual({ refusal: 'theme-retired' })
})

test('themes are read as a tree: each before its own sub-themes, with those above it, and without those out of use', async () => {
  const strategy = await aStrategy(t.db)
  const named = (nb: string, position: number, parentId: string | null = null) =>
    aTheme(t.db, strategy, { title: { nb }, position, parentId })
  const school = await named('Skole', 2)
  const way = await named('Skolevei', 2, school.id)
  await named('Lys', 1, way.id)
  await named('Drift', 1, school.id)
  await named('Annet', 1)
  const gone = await named('Borte', 0)
  await t.db.update(themes).set({ retiredAt: new Date() }).where(eq(themes.id, gone.id))
  const rows = await listThemes(strategy.id)
  expect(rows.map(({ depth, above, title }) => [depth, ...above.map(({ nb }) => nb), title.nb])).toEqual([
    [1, 'Annet'],
    [1, 'Skole'],
    [2, 'Skole', 'Drift'],
    [2, 'Skole', 'Skolevei'],
    [3, 'Skole', 'Skolevei', 'Lys'],
  ])
})

test('what is sent twice is done once: a split, a join, a passage of any words and a note', async () => {
  const { versionId, reader } = await aReadInput()
  const passage = await first(versionId)
  const twice = async <Outcome>(act: (key: string) => Promise<Outcome>) => {
    const key = v7()
    return [await act(key), await act(key)] as const
  }
  for (const [one, again] of [
    await twice((key) => markPassage(reader, { key, passage, kind: 'note', text: 'Ring' })),
    await twice((key) => makeSpan(reader, { key, passage, from: 'er for' })),
    await twice((key) => splitPassage(reader, { key, passage, words: 'Men' })),
    await twice(async (key) => joinPassages(reader, { key, passage: await first(versionId) })),
  ])
    expect(again).toEqual(one)
  expect((await listMarks(versionId)).map(({ text }) => text)).toEqual(['Ring'])
  expect((await standing(versionId)).map(({ origin }) => origin)).toEqual(['cut', 'span', 'cut', 'cut'])
})

test('a span is not joined with the paragraph after it, nor a paragraph with a span; drawn twice it is one', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const [one, two, three] = await standing(versionId)
  // All of a paragraph is the paragraph, as it was.
  const all = done(await makeSpan(reader, { key: v7(), passage: two?.id ?? '', from: two?.text ?? '' }))
  expect(all.passageId).toBe(two?.id)
  expect((await standing(versionId))[1]).toEqual(two)
  const span = async (passage = '', from = '') =>
    done(await makeSpan(reader, { key: v7(), passage, from })).passageId
  const end = await span(one?.id, 'Men fristen er for kort.')
  done(await tagPassage(reader, end, theme[0]))
  expect(await span(one?.id, 'men fristen er for kort.')).toBe(end)
  expect((await standing(versionId)).find(({ id }) => id === end)?.on).toEqual([`${theme[0]} null`])
  expect(await joinPassages(reader, { key: v7(), passage: end })).toEqual({
    refusal: 'not-beside-each-other',
  })
  await span(two?.id, 'Vi trenger')
  const joined = done(await joinPassages(reader, { key: v7(), passage: one?.id ?? '' })).passageId
  const now = (await standing(versionId)).find(({ id }) => id === joined)
  expect([now?.startCp, now?.endCp]).toEqual([one?.startCp, two?.endCp])
  // Whoever comes for what was joined is led to a paragraph, never to a span in it.
  expect(await findSuccessor(versionId, two?.id ?? '')).toBe(joined)
  expect(await findSuccessor(versionId, three?.id ?? '')).toBe(null)
})

test('words between two places are counted from where the passage begins, also before it', async () => {
  const { versionId, reader } = await aReadInput()
  const [, two] = await standing(versionId)
  const span = (start: number, end: number) =>
    makeSpan(reader, { key: v7(), passage: two?.id ?? '', start, end })
  const made = done(await span(-6, 2)).passageId
  expect((await standing(versionId)).find(({ id }) => id === made)?.text).toBe('kort.\nVi')
})

test('words somebody drew a line round that become a paragraph stay one when they are drawn round again', async () => {
  const { versionId, reader } = await aReadInput()
  const passage = await first(versionId)
  const words = 'Men fristen er for kort.'
  const span = done(await makeSpan(reader, { key: v7(), passage, from: words })).passageId
  done(await splitPassage(reader, { key: v7(), passage, words: 'Men' }))
  const part = (await standing(versionId)).find(({ id }) => id === span)
  expect(part?.origin).toBe('split')
})

test('joined and taken back, each part has what it had and not what the other had, and says what it follows', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const [one] = await standing(versionId)
  const made = done(await splitPassage(reader, { key: v7(), passage: one?.id ?? '', words: 'Men' })).passageId
  const [, second] = await standing(versionId)
  done(await tagPassage(reader, second?.id ?? '', theme[0], 'against'))
  done(await markPassage(reader, { key: v7(), passage: made, kind: 'flag' }))
  done(await joinPassages(reader, { key: v7(), passage: made }))
  done(await restorePassage(reader, { key: v7(), passage: one?.id ?? '' }))
  const after = await standing(versionId)
  expect(after.map(({ on }) => on)).toEqual([[], [`${theme[0]} against`], [], []])
  const rows = await t.db
    .select({ followsId: taggings.followsId })
    .from(taggings)
    .where(and(eq(taggings.passageId, second?.id ?? ''), isNull(taggings.removedAt)))
  expect(rows[0]?.followsId).not.toBe(null)
})

test('search is told whenever what stands on a passage changes', async () => {
  const { versionId, reader, theme, strategy, round } = await aReadInput()
  const passage = await first(versionId)
  const { paragraphs } = await aDocumentVersion(t.db, await aDocument(t.db, strategy), ['Avsnitt.'], {
    roundId: round.id,
  })
  const stance = { passage, paragraph: paragraphs[0]?.id ?? '', position: 'against' as const }
  let tagging = ''
  const tag = async () => {
    tagging = done(await tagPassage(reader, passage, theme[0])).taggingId ?? ''
  }
  expect(await isTold(passage, tag)).toBe(true)
  expect(await isTold(passage, async () => done(await takePosition(reader, tagging, 'against')))).toBe(true)
  expect(await isTold(passage, async () => done(await takeStance(reader, stance)))).toBe(true)
  const [one] = await listTaggings(versionId, null)
  expect(await isTold(passage, async () => done(await untag(reader, one?.id ?? '')))).toBe(true)
  expect(await isTold(passage, async () => done(await retag(reader, one?.id ?? '')))).toBe(true)
})

test('a mark that was taken away is put back as it was, once', async () => {
  const { versionId, reader, other } = await aReadInput()
  const passage = await first(versionId)
  const note = done(await markPassage(reader, { key: v7(), passage, kind: 'note', text: 'Ring' }))
  done(await unmarkPassage(other, note.markId ?? ''))
  expect(await listMarks(versionId)).toEqual([])
  expect(done(await remarkPassage(reader, note.markId ?? '')).made).toBe(true)
  expect((await listMarks(versionId)).map(({ text }) => text)).toEqual(['Ring'])
})

test('one takes back one’s own mark of having read, of the version’s own answers, and strangers none', async () => {
  const { versionId, reader, other } = await aReadInput()
  const elsewhere = await aReadInput()
  const [foreign] = await t.db
    .select({ id: answers.id })
    .from(answers)
    .where(eq(answers.versionId, elsewhere.versionId))
  const whole = { versionId, answerId: null }
  for (const one of [reader, other, reader]) done(await markRead(one, whole))
  done(await unmarkRead(reader, whole))
  expect((await listReadings(versionId)).map(({ personId }) => personId)).toEqual([other.personId])
  const no = { refusal: 'not-found' }
  expect(await markRead(reader, { versionId, answerId: foreign?.id ?? '' })).toEqual(no)
  const stranger = await aStaffMember(t.db, elsewhere.strategy, 'lead')
  expect(await markRead(stranger, whole)).toEqual(no)
  expect(await unmarkRead(stranger, whole)).toEqual(no)
  expect(await t.db.$count(passages, eq(passages.versionId, versionId))).toBe(3)
})
