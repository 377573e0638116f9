import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveQuestion, removeQuestion, saveQuestion } from '#app/features/questionnaires/building.server.ts'
import { copyQuestions } from '#app/features/questionnaires/copying.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { questionnaires, questions, rounds } from '#db/schema/index.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { added, aRoundToBuild, titles, words } from './drawing-board.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

test('from the opening nothing about the questions changes, whether or not anybody has answered', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  const [a = ''] = await added(editor, round.id, 'A')
  await t.db
    .update(rounds)
    .set({ opensAt: daysFromNow(-1) })
    .where(eq(rounds.id, round.id))
  expect(await saveQuestion(editor, round.id, a, words('rich-text', 'Ny', { revision: '1' }))).toEqual({
    refusal: 'frozen',
  })
  expect(await saveQuestion(editor, round.id, 'new', words('rich-text', 'Ny'))).toEqual({ refusal: 'frozen' })
  expect(await moveQuestion(editor, round.id, { key: v7(), question: a, to: 'down' })).toEqual({
    refusal: 'frozen',
  })
  expect(await removeQuestion(editor, round.id, { key: v7(), question: a, revision: 1 })).toEqual({
    refusal: 'frozen',
  })
  const opened = await aRound(t.db, { strategy: { id: round.strategyId }, number: 99 })
  expect(await copyQuestions(editor, round.id, { key: v7(), from: opened.id, chosen: [] })).toEqual({
    refusal: 'frozen',
  })
  expect(await titles(t.db, round.id)).toEqual(['A', 'Andre merknader'])
  await expect(
    t.db
      .update(questions)
      .set({ title: { nb: 'Forbi' } })
      .where(eq(questions.id, a)),
  ).rejects.toThrow()
})

test('the database keeps the questions as they were when somebody began to answer', async () => {
  const round = await aRound(t.db)
  const [first] = await aQuestionnaire(t.db, round)
  const { id = '', questionnaireId = '' } = first ?? {}
  const frozenAt = async () =>
    (await t.db.select().from(questionnaires).where(eq(questionnaires.id, questionnaireId)))[0]?.frozenAt
  expect(await frozenAt()).toBe(null)
  await aDraft(t.db, round, await anOrganisation(t.db))
  expect(await frozenAt()).toEqual(round.opensAt)
  await expect(t.db.delete(questions).where(eq(questions.id, id))).rejects.toThrow()
  await expect(t.db.update(questions).set({ help: null }).where(eq(questions.id, id))).rejects.toThrow()
  const { id: _, ...again } = { ...first, position: 9 } as typeof questions.$inferInsert
  await expect(t.db.insert(questions).values(again)).rejects.toThrow()
  await expect(
    t.db.update(questionnaires).set({ frozenAt: null }).where(eq(questionnaires.id, questionnaireId)),
  ).rejects.toThrow()
  await expect(t.db.delete(questionnaires).where(eq(questionnaires.id, questionnaireId))).rejects.toThrow()
})

test('an answer registered before the opening freezes nothing', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  await added(editor, round.id, 'A')
  await aDraft(t.db, round, await anOrganisation(t.db))
  await added(editor, round.id, 'B')
  expect(await titles(t.db, round.id)).toEqual(['A', 'B', 'Andre merknader'])
})

test('whoever begins to answer waits for a change of the questions that is under way', async () => {
  const round = await aRound(t.db)
  const [first] = await aQuestionnaire(t.db, round)
  const waiting = async () => {
    const [row] = await t.db.execute<{ n: string }>(
      sql`select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return Number(row?.n)
  }
  const body = await anOrganisation(t.db)
  let begun: Promise<unknown> = Promise.resolve()
  await t.db.transaction(async (change) => {
    await change
      .update(questions)
      .set({ title: { nb: 'Til sist' } })
      .where(eq(questions.id, first?.id ?? ''))
    begun = aDraft(t.db, round, body)
    await expect.poll(waiting).toBe(1)
  })
  await begun
  expect((await titles(t.db, round.id))[0]).toBe('Til sist')
  await expect(
    t.db
      .update(questions)
      .set({ title: { nb: 'For sent' } })
      .where(eq(questions.id, first?.id ?? '')),
  ).rejects.toThrow()
})
