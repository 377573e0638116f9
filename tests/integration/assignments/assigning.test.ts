import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { assign } from '#app/features/assignments/assigning.server.ts'
import { seenOf } from '#app/features/assignments/assignment.ts'
import type { AssigningFields } from '#app/features/assignments/forms.ts'
import { findAssignment, listAssignments, listTargets } from '#app/features/assignments/queries.server.ts'
import { findQueue, readerOf } from '#app/features/assignments/queue.server.ts'
import { assignments, auditEvents, strategyStaff } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { anActor, anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { anInputToRead, aRoundToRead, haveRead } from './room.ts'

const t = await appDatabase()
afterAll(() => t.end())

type Assign = Extract<AssigningFields, { act: 'assign' }>
const giving = (own: Partial<Assign> & Pick<Assign, 'kind' | 'people'>): Assign => ({
  ...{ act: 'assign', key: v7(), due: '', note: '' },
  ...own,
})
const standing = (roundId: string) =>
  t.db
    .select()
    .from(assignments)
    .where(and(eq(assignments.roundId, roundId), isNull(assignments.endedAt)))

test('a round divided among three gives each a share, and all of it is given once', async () => {
  const here = await aRoundToRead(t.db)
  const { round, lead, ingrid, mads } = here
  for (let i = 0; i < 12; i++) await anInputToRead(t.db, here)
  const people = [lead.personId, ingrid.personId, mads.personId]
  expect(await assign(lead, round.id, giving({ kind: 'share', people, due: '31.12.2099' }))).toEqual({
    done: 'given',
    count: 3,
  })
  const { assignments: listed, total, divided } = await listAssignments(round.id, 1)
  expect({ total, divided }).toEqual({ total: 3, divided: true })
  expect(listed.reduce((sum, { inputs }) => sum + inputs, 0)).toBe(12)
  expect(listed.map(({ share }) => share).sort()).toEqual([1, 2, 3])
  expect(new Set(listed.map(({ dueOn }) => dueOn))).toEqual(new Set(['2099-12-31']))
})

test('two who divide a round at the same time divide it once', async () => {
  const { round, lead, ingrid, mads } = await aRoundToRead(t.db)
  const editor = await aStaffMember(t.db, { id: round.strategyId }, 'editor')
  const people = [ingrid.personId, mads.personId]
  const outcomes = await Promise.all([
    assign(lead, round.id, giving({ kind: 'share', people })),
    assign(editor, round.id, giving({ kind: 'share', people })),
  ])
  expect(outcomes.map((one) => ('refusal' in one ? one.refusal : one.done)).sort()).toEqual([
    'already-divided',
    'given',
  ])
  expect(await standing(round.id)).toHaveLength(2)
})

test('the same form sent twice gives once', async () => {
  const { round, lead, ingrid } = await aRoundToRead(t.db)
  const form = giving({ kind: 'round', people: [ingrid.personId] })
  const outcomes = await Promise.all([assign(lead, round.id, form), assign(lead, round.id, form)])
  expect(outcomes[0]).toEqual(outcomes[1])
  expect(await standing(round.id)).toHaveLength(1)
})

test('only those who work on the strategy now are given anything', async () => {
  const { round, lead, ingrid } = await aRoundToRead(t.db)
  const elsewhere = await aStaffMember(t.db, { id: (await aRound(t.db)).strategyId }, 'analyst')
  const nobody = await anActor(t.db)
  for (const { personId } of [elsewhere, nobody])
    expect(await assign(lead, round.id, giving({ kind: 'round', people: [personId] }))).toEqual({
      refusal: 'not-staff',
    })
  const mixed = giving({ kind: 'share', people: [ingrid.personId, elsewhere.personId] })
  expect(await assign(lead, round.id, mixed)).toEqual({ refusal: 'not-staff' })
  await t.db
    .update(strategyStaff)
    .set({ endedAt: new Date() })
    .where(eq(strategyStaff.personId, ingrid.personId))
  expect(await assign(lead, round.id, giving({ kind: 'round', people: [ingrid.personId] }))).toEqual({
    refusal: 'not-staff',
  })
  expect(await standing(round.id)).toHaveLength(0)
})

test('analysts may see who reads what but not decide it, and for others the round is not there', async () => {
  const { round, ingrid } = await aRoundToRead(t.db)
  const stranger = await aStaffMember(t.db, { id: (await aRound(t.db)).strategyId }, 'lead')
  const form = giving({ kind: 'round', people: [ingrid.personId] })
  expect(await assign(ingrid, round.id, form)).toEqual({ refusal: 'forbidden' })
  expect(await assign(stranger, round.id, form)).toEqual({ refusal: 'not-found' })
})

test('what cannot be given is refused with its reason, and nothing is kept of it', async () => {
  const { round, lead, ingrid } = await aRoundToRead(t.db)
  const people = [ingrid.personId]
  const elsewhere = await aRoundToRead(t.db)
  const retired = await aTheme(t.db, { id: round.strategyId }, { retiredAt: new Date() })
  const foreign = await aTheme(t.db, { id: elsewhere.round.strategyId })
  const uninvited = await anOrganisation(t.db)
  const refusal = async (own: Parameters<typeof giving>[0]) => await assign(lead, round.id, giving(own))
  expect(await refusal({ kind: 'round', people: [] })).toEqual({ refusal: 'person-missing' })
  expect(await refusal({ kind: 'share', people })).toEqual({ refusal: 'too-few-people' })
  expect(await refusal({ kind: 'share', people: [...people, ...people] })).toEqual({
    refusal: 'too-few-people',
  })
  expect(await refusal({ kind: 'round', people, due: '19.5.2020' })).toEqual({ refusal: 'due-past' })
  expect(await refusal({ kind: 'round', people, due: 'snart' })).toEqual({ refusal: 'due-unusable' })
  expect(await refusal({ kind: 'question', people })).toEqual({ refusal: 'question-missing' })
  expect(await refusal({ kind: 'question', people, question: elsewhere.first })).toEqual({
    refusal: 'question-missing',
  })
  expect(await refusal({ kind: 'theme', people, theme: foreign.id })).toEqual({ refusal: 'theme-missing' })
  expect(await refusal({ kind: 'theme', people, theme: retired.id })).toEqual({ refusal: 'theme-retired' })
  expect(await refusal({ kind: 'organisation', people, organisation: uninvited.id })).toEqual({
    refusal: 'organisation-missing',
  })
  expect(await standing(round.id)).toHaveLength(0)
})

test('nobody is given the same twice while it stands', async () => {
  const { round, lead, ingrid, first, general } = await aRoundToRead(t.db)
  const people = [ingrid.personId]
  const give = (question: string) => assign(lead, round.id, giving({ kind: 'question', people, question }))
  await give(first)
  expect(await give(first)).toEqual({ refusal: 'already-assigned' })
  expect(await give(general)).toEqual({ done: 'given', count: 1 })
})

test('a moved assignment goes on where it was: what the one before had read is not read again', async () => {
  const here = await aRoundToRead(t.db)
  const { round, lead, ingrid, mads } = here
  const one = await anInputToRead(t.db, here)
  await anInputToRead(t.db, here)
  await assign(lead, round.id, giving({ kind: 'round', people: [ingrid.personId] }))
  await haveRead(t.db, ingrid, one.answers)
  const [given] = await standing(round.id)
  if (!given) throw new Error('nothing was given')
  const move = { act: 'change', key: v7(), assignment: given.id, person: mads.personId } as const
  const terms = { seen: seenOf(given), due: '', note: 'Ta over etter Ingrid' }
  expect(await assign(lead, round.id, { ...move, ...terms })).toEqual({ done: 'moved', count: 1 })
  const mine = await findQueue(readerOf(mads))
  expect(mine.assignments).toMatchObject([
    { answers: 4, read: 2, inputsLeft: 1, note: 'Ta over etter Ingrid' },
  ])
  expect((await findQueue(readerOf(ingrid))).assignments).toEqual([])
  expect(await assign(lead, round.id, { ...move, ...terms, key: v7() })).toEqual({ refusal: 'already-ended' })
  expect(await findAssignment(round.id, given.id)).toBeNull()
  const told = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, given.id))
  expect(told.map(({ type }) => type).sort()).toEqual(['assignment.given', 'assignment.moved'])
})

test('who changes what somebody else has just changed is told, and nothing is written over', async () => {
  const { round, lead, ingrid } = await aRoundToRead(t.db)
  await assign(lead, round.id, giving({ kind: 'round', people: [ingrid.personId] }))
  const [given] = await standing(round.id)
  if (!given) throw new Error('nothing was given')
  const change = (due: string) =>
    assign(lead, round.id, {
      ...{ act: 'change', key: v7(), assignment: given.id, person: ingrid.personId },
      ...{ seen: seenOf(given), due, note: '' },
    })
  expect(await change('1.12.2099')).toEqual({ done: 'changed', count: 1 })
  expect(await change('1.11.2099')).toEqual({ refusal: 'stale' })
  expect(await standing(round.id)).toMatchObject([{ dueOn: '2099-12-01' }])
})

test('an assignment past its day may be moved with its day, but not be given another day that has gone', async () => {
  const { round, lead, ingrid, mads } = await aRoundToRead(t.db)
  const [given] = await t.db
    .insert(assignments)
    .values({
      ...{ strategyId: round.strategyId, roundId: round.id, personId: ingrid.personId, kind: 'round' },
      ...{ dueOn: '2026-01-05', at: daysFromNow(-30), by: lead.personId },
    })
    .returning()
  if (!given) throw new Error('nothing was given')
  const change = (due: string) =>
    assign(lead, round.id, {
      ...{ act: 'change', key: v7(), assignment: given.id, person: mads.personId },
      ...{ seen: seenOf(given), due, note: '' },
    })
  expect(await change('6.1.2026')).toEqual({ refusal: 'due-past' })
  expect(await change('5.1.2026')).toEqual({ done: 'moved', count: 1 })
  expect(await standing(round.id)).toMatchObject([{ personId: mads.personId, dueOn: '2026-01-05' }])
})

test('a division is ended as one, and then the round may be divided anew', async () => {
  const { round, lead, ingrid, mads } = await aRoundToRead(t.db)
  const people = [ingrid.personId, mads.personId]
  await assign(lead, round.id, giving({ kind: 'share', people }))
  await assign(lead, round.id, giving({ kind: 'round', people: [lead.personId] }))
  expect(await assign(lead, round.id, { act: 'end-division', key: v7() })).toEqual({
    done: 'ended',
    count: 2,
  })
  expect(await standing(round.id)).toMatchObject([{ kind: 'round' }])
  expect(await assign(lead, round.id, giving({ kind: 'share', people }))).toEqual({ done: 'given', count: 2 })
})

test('themes with a reader of their own are given to those readers at once, and only once', async () => {
  const { round, lead, ingrid, mads } = await aRoundToRead(t.db)
  const strategy = { id: round.strategyId }
  const gone = await anActor(t.db)
  await aTheme(t.db, strategy, { assigneeId: ingrid.personId })
  await aTheme(t.db, strategy, { assigneeId: mads.personId })
  await aTheme(t.db, strategy, { assigneeId: mads.personId, retiredAt: new Date() })
  await aTheme(t.db, strategy, { assigneeId: gone.personId })
  await aTheme(t.db, strategy)
  const form = () => ({ act: 'assign-themes', key: v7(), due: '', note: '' }) as const
  expect(await assign(lead, round.id, form())).toEqual({ done: 'given', count: 2 })
  expect(await assign(lead, round.id, form())).toEqual({ refusal: 'no-theme-readers' })
  const { themes } = await listTargets(round, 'theme', '')
  expect(themes.filter(({ reader }) => reader !== null)).toHaveLength(2)
})

test('a theme is given to the reader it has of its own when nobody is chosen; a round is shared among such readers first', async () => {
  const { round, lead, ingrid } = await aRoundToRead(t.db)
  const strategy = { id: round.strategyId }
  const [gone, own] = [await anActor(t.db), await aTheme(t.db, strategy, { assigneeId: ingrid.personId })]
  const [without, left] = [
    await aTheme(t.db, strategy),
    await aTheme(t.db, strategy, { assigneeId: gone.personId }),
  ]
  const give = (theme: { id: string }) =>
    assign(lead, round.id, giving({ kind: 'theme', theme: theme.id, people: [] }))
  expect(await give(own)).toEqual({ done: 'given', count: 1 })
  expect(await standing(round.id)).toMatchObject([{ themeId: own.id, personId: ingrid.personId }])
  expect(await give(without)).toEqual({ refusal: 'person-missing' })
  expect(await give(left)).toEqual({ refusal: 'person-missing' })
  const { readers } = await listTargets(round, 'share', '')
  expect(readers.toSorted()).toEqual([ingrid.personId, gone.personId].toSorted())
})

test('an assignment by a theme that was merged is one of what it became part of: named so, and not given twice', async () => {
  const { round, lead, ingrid, mads } = await aRoundToRead(t.db)
  const strategy = { id: round.strategyId }
  const into = await aTheme(t.db, strategy, { title: { nb: 'Alt' }, assigneeId: ingrid.personId })
  const merged = { retiredAt: new Date(), title: { nb: 'Litt' } }
  const half = await aTheme(t.db, strategy, { ...merged, mergedInto: into.id })
  const from = await aTheme(t.db, strategy, { ...merged, title: { nb: 'Lite' }, mergedInto: half.id })
  const place = { strategyId: strategy.id, roundId: round.id, at: new Date(), by: lead.personId }
  const given = { ...place, kind: 'theme', personId: ingrid.personId, themeId: from.id }
  await t.db.insert(assignments).values(given)
  expect((await listAssignments(round.id, 1)).assignments).toMatchObject([
    { themeTitle: { nb: 'Alt' }, themeBefore: { nb: 'Lite' } },
  ])
  const give = (person: string) =>
    assign(lead, round.id, giving({ kind: 'theme', theme: into.id, people: [person] }))
  expect(await give(ingrid.personId)).toEqual({ refusal: 'already-assigned' })
  const all = { act: 'assign-themes', key: v7(), due: '', note: '' } as const
  expect(await assign(lead, round.id, all)).toEqual({ refusal: 'no-theme-readers' })
  expect(await give(mads.personId)).toEqual({ done: 'given', count: 1 })
  const [theirs] = (await standing(round.id)).filter(({ themeId }) => themeId === into.id)
  const change = { act: 'change', key: v7(), assignment: theirs?.id ?? '', due: '', note: '' } as const
  const moving = { ...change, person: ingrid.personId, seen: seenOf({ dueOn: null, note: null }) }
  expect(await assign(lead, round.id, moving)).toEqual({ refusal: 'already-assigned' })
})

test('senders are found by part of their name among those of the round, whatever signs are typed', async () => {
  const here = await aRoundToRead(t.db)
  await anInputToRead(t.db, here, { name: 'Kaldvik 100% kommune' })
  await anInputToRead(t.db, here, { name: 'Kaldvik kommune' })
  await anOrganisation(t.db, { name: 'Kaldvik utenfor' })
  const names = async (words: string) =>
    (await listTargets(here.round, 'organisation', words)).organisations.map(({ name }) => name)
  expect(await names('kaldvik')).toEqual(['Kaldvik 100% kommune', 'Kaldvik kommune'])
  expect(await names('100%')).toEqual(['Kaldvik 100% kommune'])
  expect(await names('%')).toEqual(['Kaldvik 100% kommune'])
  expect(await names(' ')).toEqual([])
})
