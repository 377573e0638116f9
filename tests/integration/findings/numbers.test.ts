import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { approveFinding } from '#app/features/findings/approval.server.ts'
import { addCount, removeCount, seeCount } from '#app/features/findings/counts.server.ts'
import { movedSince } from '#app/features/findings/live-counts.server.ts'
import { publishFinding } from '#app/features/findings/publication.server.ts'
import { countSenders, findPublishedNumber } from '#app/features/findings/published-number.server.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { findingCounts, findings, inputs, taggings, themes } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import {
  aCountingRound,
  add,
  aPublishedNumber,
  kindsOf,
  numbersOf,
  numbersRoom,
  ofTheme,
  write,
} from './numbered.ts'
import { approvedAndPublished, made } from './written.ts'

const t = numbersRoom()

test('a number follows its table until it is published; then it stays, and what it has become is told beside it', async () => {
  const all = await aPublishedNumber(t)
  await all.tag(1)
  const published = await findPublishedNumber(all.round.id, all.slug, all.number)
  expect(published).toMatchObject({ frozen: { count: 1, of: 4 }, since: { count: 2, of: 4 }, merged: null })
  expect(Object.keys(published?.rule ?? {})).toEqual(['nb', 'nn'])
  expect([...(await movedSince(all.findingId))]).toEqual([[all.number, { count: 2, of: 4 }]])
  const [standing] = await numbersOf(all)
  expect(standing).toMatchObject({ seen: { count: 1, of: 4 }, live: { count: 2, of: 4 }, inText: true })
})

test('approval and publication refuse a number that has moved, until somebody has taken the new one', async () => {
  const all = await aCountingRound(t)
  const { number } = made(await add(all))
  made(await write(all, 1, `{t${number}} kommuner vil ha hjelp.`))
  await all.tag(1)
  expect(await kindsOf(all)).toEqual(['count-stale'])
  const approve = (revision: number) => approveFinding(all.lead, all.findingId, { key: v7(), revision })
  expect(await approve(2)).toEqual({ refusal: 'problems' })
  made(await seeCount(all.editor, all.findingId, { key: v7(), number, count: 2, of: 4 }))
  expect(await kindsOf(all)).toEqual([])
  made(await approve(3))
  await all.tag(2)
  expect(await publishFinding(all.editor, all.findingId, v7())).toEqual({ refusal: 'problems' })
})

test('an approved text whose number is taken anew says something else, and must be approved anew', async () => {
  const all = await aCountingRound(t)
  const { number } = made(await add(all))
  made(await write(all, 1, `{t${number}} kommuner vil ha hjelp.`))
  made(await approveFinding(all.lead, all.findingId, { key: v7(), revision: 2 }))
  await all.tag(1)
  made(await seeCount(all.editor, all.findingId, { key: v7(), number, count: 2, of: 4 }))
  const [finding] = await t.db.select().from(findings).where(eq(findings.id, all.findingId))
  expect([finding?.revision, finding?.approvedRevision]).toEqual([3, null])
  expect(await publishFinding(all.editor, all.findingId, v7())).toEqual({ refusal: 'not-approved' })
})

test('nobody takes a number they have not seen', async () => {
  const all = await aCountingRound(t)
  expect(await add(all, 2)).toEqual({ refusal: 'moved' })
  const { number } = made(await add(all))
  await all.tag(1)
  const old = { key: v7(), number, count: 1, of: 4 }
  expect(await seeCount(all.editor, all.findingId, old)).toEqual({ refusal: 'moved' })
})

test('two who add at once get a number each, and a form sent twice gets one', async () => {
  const all = await aCountingRound(t)
  const form = ofTheme(all)
  const outcomes = await Promise.all([
    ...[addCount(all.editor, all.findingId, form), addCount(all.editor, all.findingId, form)],
    addCount(all.lead, all.findingId, ofTheme(all)),
  ])
  expect(new Set(outcomes.map((outcome) => made(outcome).number)).size).toBe(2)
  expect((await numbersOf(all)).map(({ number }) => number)).toEqual([1, 2])
})

test('a number that is no cell, or over what it is no part of, or of nobody, is refused', async () => {
  const all = await aCountingRound(t)
  const asked = ofTheme(all)
  const refused = async (own: object) => addCount(all.editor, all.findingId, { ...asked, ...own })
  expect(await refused({ table: 'finnes-ikke' })).toEqual({ refusal: 'no-number' })
  expect(await refused({ row: 'finnes-ikke' })).toEqual({ refusal: 'no-number' })
  expect(await refused({ over: 'answered' })).toEqual({ refusal: 'no-number' })
  expect(await refused({ column: 'union', count: 0, of: 0 })).toEqual({ refusal: 'of-nobody' })
  const analyst = await aStaffMember(t.db, all.strategy, 'analyst')
  expect(await addCount(analyst, all.findingId, asked)).toEqual({ refusal: 'forbidden' })
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'editor')
  expect(await addCount(stranger, all.findingId, asked)).toEqual({ refusal: 'not-found' })
})

test('a number is not taken away while its mark stands in the text as written, or as published', async () => {
  const all = await aPublishedNumber(t)
  const remove = () => removeCount(all.editor, all.findingId, all.number)
  expect(await remove()).toEqual({ refusal: 'in-text' })
  const other = made(await addCount(all.editor, all.findingId, ofTheme(all)))
  made(await write(all, 2, `Bare {t${other.number}}.`))
  expect(await remove()).toEqual({ refusal: 'in-published-text' })
  await approvedAndPublished(all, all.findingId, 3)
  expect(await findPublishedNumber(all.round.id, all.slug, all.number)).toBeNull()
  expect(await remove()).toEqual({ removed: true })
  expect(await remove()).toEqual({ removed: false })
})

test('where a theme has become part of another, the number is of that, and says so', async () => {
  const all = await aPublishedNumber(t)
  const into = await aTheme(t.db, all.strategy, { title: { nb: 'Hjelp' } })
  const own = addCount(all.editor, all.findingId, {
    ...ofTheme(all),
    ...{ table: `theme-positions-${all.theme.id}`, row: 'municipality', column: 'mentioned' },
  })
  const { number } = made(await own)
  const now = new Date()
  await t.db.update(taggings).set({ removedAt: now }).where(eq(taggings.themeId, all.theme.id))
  await t.db.update(themes).set({ retiredAt: now, mergedInto: into.id }).where(eq(themes.id, all.theme.id))
  for (const at of [0, 3]) await all.tag(at, into)
  const merged = (await numbersOf(all)).map((one) => [one.live, one.merged])
  expect(merged).toEqual([
    [{ count: 2, of: 4 }, { nb: 'Hjelp' }],
    [{ count: 2, of: 4 }, { nb: 'Hjelp' }],
  ])
  expect(await findPublishedNumber(all.round.id, all.slug, all.number)).toMatchObject({
    ...{ frozen: { count: 1, of: 4 }, since: { count: 2, of: 4 }, merged: { nb: 'Hjelp' } },
  })
  made(await seeCount(all.editor, all.findingId, { key: v7(), number, count: 2, of: 4 }))
  expect((await numbersOf(all))[1]).toMatchObject({ merged: null, seen: { count: 2, of: 4 } })
})

test('a number whose theme is in the codebook no more is gone, and nothing with it is approved', async () => {
  const all = await aCountingRound(t)
  const { number } = made(await add(all))
  made(await write(all, 1, `{t${number}} kommuner vil ha hjelp.`))
  const now = new Date()
  await t.db.update(taggings).set({ removedAt: now }).where(eq(taggings.themeId, all.theme.id))
  await t.db.update(themes).set({ retiredAt: now }).where(eq(themes.id, all.theme.id))
  expect(await kindsOf(all)).toEqual(['count-gone'])
  const gone = { key: v7(), number, count: 0, of: 0 }
  expect(await seeCount(all.editor, all.findingId, gone)).toEqual({ refusal: 'gone' })
})

test('the list behind a published number names those whose input is public, and counts the others', async () => {
  const all = await aCountingRound(t)
  for (const at of [1, 2, 3]) await all.tag(at)
  const { number } = made(await add(all, 4))
  for (const at of [0, 1, 2]) made(await publishVersion(all.editor, all.sent[at]?.version.id ?? '', v7()))
  made(await write(all, 1, `{t${number}} kommuner vil ha hjelp.`))
  await approvedAndPublished(all, all.findingId, 2)
  const [finding] = await t.db.select().from(findings).where(eq(findings.id, all.findingId))
  const published = await findPublishedNumber(all.round.id, finding?.slug ?? '', number)
  if (!published) throw new Error('The number is not published')
  const list = (size = 10) => countSenders(published, { page: 1, size, now: new Date() })
  expect(await list()).toMatchObject({
    ...{ totalNamed: 3, withdrawn: 0, unnamed: [{ kind: 'municipality', number: 1 }] },
  })
  expect((await list(2)).named).toHaveLength(2)
  const unpublished = all.sent[3]?.input.id
  expect((await list()).named.map(({ inputId }) => inputId)).not.toContain(unpublished)
  expect((await list()).named.every(({ name }) => name)).toBe(true)
  const first = all.sent[0]?.input.id ?? ''
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, first))
  const after = await list()
  expect(after).toMatchObject({ totalNamed: 3, withdrawn: 1 })
  const [frozen] = await t.db
    .select({ senders: findingCounts.frozenSenders, count: findingCounts.frozenCount })
    .from(findingCounts)
    .where(and(eq(findingCounts.findingId, all.findingId), eq(findingCounts.number, number)))
  expect([frozen?.count, frozen?.senders?.length]).toEqual([4, 4])
})

test('twelve numbers of three tables are asked for in a few queries, whatever their number', async () => {
  const all = await aCountingRound(t)
  const ofTable = [
    { table: 'themes', row: all.theme.id, column: 'municipality', over: 'line' as const, of: 1 },
    {
      table: `theme-positions-${all.theme.id}`,
      row: 'all',
      column: 'mentioned',
      over: 'base' as const,
      of: 4,
    },
    { table: 'received', row: 'municipality', column: 'uninvited', over: 'line' as const, of: 4, count: 4 },
  ]
  const addEach = () =>
    Promise.all(
      ofTable.map((choice) =>
        addCount(all.editor, all.findingId, { ...{ key: v7(), count: 1 }, ...choice }).then(made),
      ),
    )
  const asked = async () => (await statementsOf(() => numbersOf(all))).length
  await addEach()
  const few = { cold: await asked(), warm: await asked() }
  for (let more = 0; more < 3; more++) await addEach()
  expect(await numbersOf(all)).toHaveLength(12)
  await all.tag(3)
  expect({ cold: await asked(), warm: await asked() }).toEqual(few)
  // The finding, its numbers, and for each table whether anything has changed; anew: what it is of, and its count.
  expect(few.warm).toBeLessThanOrEqual(4)
  expect(few.cold).toBeLessThanOrEqual(9)
})
