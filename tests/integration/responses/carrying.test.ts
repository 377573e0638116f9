import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { removeQuestion } from '#app/features/questionnaires/building.server.ts'
import { listCarried, listOrigins, listUnsettled } from '#app/features/responses/carried.server.ts'
import { carryFinding, leaveFinding } from '#app/features/responses/carried-writing.server.ts'
import type { Carrying } from '#app/features/responses/forms.ts'
import { carriedForward, questions, themes } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { aWrittenResponse, made, type Room, responseRoom } from './response-room.ts'

const { t, aRoom } = responseRoom()

const upcoming = { opensAt: daysFromNow(20), deadlineAt: daysFromNow(60) }
const nextRound = ({ strategy, round }: Room, own: object = upcoming) =>
  aRound(t.db, { strategy, number: round.number + 1, ...own })

const carrying = ({ finding }: Room, round: { id: string }, own: Partial<Carrying>): Carrying => ({
  ...{ key: v7(), finding: finding.id, round: round.id, as: 'new-question', code: '' },
  ...{ titleNb: 'Hva skal fristen være?', titleNn: '', definitionNb: '', definitionNn: '', ...own },
})

test('a finding nobody has answered becomes a question of the next round, and says so at both ends', async () => {
  const room = await aRoom()
  const next = await nextRound(room)
  expect((await listUnsettled(room.round.id, 1)).rows).toMatchObject([{ id: room.finding.id }])
  made(await carryFinding(room.editor, room.round.id, carrying(room, next, {})))
  const [question] = await t.db
    .select()
    .from(questions)
    .where(eq(questions.title, { nb: 'Hva skal fristen være?' }))
  expect(question).toMatchObject({ roundId: next.id, kind: 'rich-text' })
  const way = {
    finding: { id: room.finding.id },
    from: { id: room.round.id },
    to: { id: next.id },
    question: { id: question?.id },
  }
  expect(await listCarried(room.round.id)).toMatchObject({ out: [way], in: [] })
  expect(await listCarried(next.id)).toMatchObject({ out: [], in: [way] })
  expect(await listOrigins({ questionId: question?.id ?? '' })).toMatchObject([way])
  expect((await listUnsettled(room.round.id, 1)).total).toBe(0)
})

test('what is settled is neither listed nor taken further; what is said to be carried forward is', async () => {
  const room = await aRoom()
  const next = await nextRound(room)
  await aWrittenResponse(room, { disposition: 'not-followed' })
  expect((await listUnsettled(room.round.id, 1)).total).toBe(0)
  expect(await carryFinding(room.editor, room.round.id, carrying(room, next, {}))).toEqual({
    refusal: 'settled',
  })
  const other = await aRoom()
  await aWrittenResponse(other, { disposition: 'carried-forward' })
  expect((await listUnsettled(other.round.id, 1)).total).toBe(1)
  made(await carryFinding(other.editor, other.round.id, carrying(other, await nextRound(other), {})))
})

test('questions of a round that has opened are frozen; one that stands there, or a theme, can take it up', async () => {
  const room = await aRoom()
  const open = await nextRound(room, {
    opensAt: daysFromNow(-1),
    deadlineAt: daysFromNow(30),
    publishedAt: daysFromNow(-2),
  })
  const tried = (own: Partial<Carrying>) =>
    carryFinding(room.editor, room.round.id, carrying(room, open, own))
  expect(await tried({})).toEqual({ refusal: 'frozen' })
  expect(await t.db.$count(carriedForward, eq(carriedForward.findingId, room.finding.id))).toBe(0)
  const theme = await aTheme(t.db, room.strategy)
  made(await tried({ as: 'theme', theme: theme.id }))
  expect(await listOrigins({ themeId: theme.id })).toMatchObject([{ finding: { id: room.finding.id } }])
})

test('a new theme has a free code, a name and a definition; what is missing is told and nothing is made', async () => {
  const room = await aRoom()
  const next = await nextRound(room)
  const tried = (own: Partial<Carrying>) =>
    carryFinding(room.editor, room.round.id, carrying(room, next, { as: 'new-theme', ...own }))
  expect(await tried({})).toEqual({ refusal: 'definition-missing' })
  expect(await tried({ code: 'ABC', definitionNb: 'Om frister.' })).toEqual({
    refusal: 'code-not-two-letters',
  })
  expect(await t.db.$count(themes, eq(themes.strategyId, room.strategy.id))).toBe(0)
  made(await tried({ definitionNb: 'Om frister.' }))
  expect(await listCarried(next.id)).toMatchObject({
    in: [{ theme: { code: 'HV', title: { nb: 'Hva skal fristen være?' } } }],
  })
})

test('a theme that was merged takes up what its successor does, and is told with it', async () => {
  const room = await aRoom()
  const next = await nextRound(room)
  const standing = await aTheme(t.db, room.strategy)
  const merged = await aTheme(t.db, room.strategy)
  made(
    await carryFinding(room.editor, room.round.id, carrying(room, next, { as: 'theme', theme: merged.id })),
  )
  await t.db
    .update(themes)
    .set({ mergedInto: standing.id, retiredAt: new Date() })
    .where(eq(themes.id, merged.id))
  expect(await listCarried(next.id)).toMatchObject({
    in: [{ theme: { id: merged.id }, successor: { id: standing.id } }],
  })
  expect(await listOrigins({ themeId: standing.id })).toHaveLength(1)
  const other = await aRoom()
  const to = await nextRound(other)
  const foreign = carrying(other, to, { as: 'theme', theme: standing.id })
  expect(await carryFinding(other.editor, other.round.id, foreign)).toEqual({ refusal: 'theme-missing' })
  const retired = await aTheme(t.db, other.strategy, { retiredAt: new Date() })
  const unused = carrying(other, to, { as: 'theme', theme: retired.id })
  expect(await carryFinding(other.editor, other.round.id, unused)).toEqual({ refusal: 'theme-missing' })
})

test('a finding goes to a later round of its own strategy, and to each once, however often the form is sent', async () => {
  const room = await aRoom()
  const next = await nextRound(room)
  const form = carrying(room, next, {})
  const first = made(await carryFinding(room.editor, room.round.id, form))
  expect(await carryFinding(room.editor, room.round.id, form)).toEqual(first)
  expect(await carryFinding(room.editor, room.round.id, carrying(room, next, {}))).toEqual({
    refusal: 'already-carried',
  })
  const theme = await aTheme(t.db, room.strategy)
  const as = { as: 'theme' as const, theme: theme.id }
  expect(await carryFinding(room.editor, room.round.id, carrying(room, room.round, as))).toEqual({
    refusal: 'not-later',
  })
  const other = await aRoom()
  const foreign = await carryFinding(room.editor, room.round.id, carrying(room, await nextRound(other), as))
  expect(foreign).toEqual({ refusal: 'not-later' })
})

test('analysts carry nothing, and for others there is nothing to carry', async () => {
  const room = await aRoom()
  const next = await nextRound(room)
  const theme = await aTheme(t.db, room.strategy)
  for (const own of [{}, { as: 'theme' as const, theme: theme.id }]) {
    const tried = (actor: Room['editor']) => carryFinding(actor, room.round.id, carrying(room, next, own))
    expect(await tried(room.analyst)).toEqual({ refusal: 'forbidden' })
    expect(await tried(room.stranger)).toEqual({ refusal: 'not-found' })
  }
})

test('a question that takes a finding up again is not taken away before that is taken back', async () => {
  const room = await aRoom()
  const next = await nextRound(room)
  const { carriedId } = made(await carryFinding(room.editor, room.round.id, carrying(room, next, {})))
  const [carried] = (await listCarried(next.id)).in
  const remove = { key: v7(), question: carried?.question?.id ?? '', revision: 1 }
  expect(await removeQuestion(room.editor, next.id, remove)).toEqual({ refusal: 'in-use' })
  const leave = { key: v7(), carried: carriedId }
  expect(await leaveFinding(room.analyst, room.round.id, leave)).toEqual({ refusal: 'forbidden' })
  expect(await leaveFinding(room.stranger, room.round.id, leave)).toEqual({ refusal: 'not-found' })
  made(await leaveFinding(room.editor, room.round.id, leave))
  expect(await leaveFinding(room.editor, room.round.id, { ...leave, key: v7() })).toEqual({
    refusal: 'carried-gone',
  })
  made(await removeQuestion(room.editor, next.id, { ...remove, key: v7() }))
})
