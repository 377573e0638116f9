import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  beginQuestionnaire,
  findQuestionnaire,
  moveQuestion,
  removeQuestion,
  saveQuestion,
} from '#app/features/questionnaires/building.server.ts'
import {
  copyQuestions,
  listCopyable,
  listEarlierRounds,
} from '#app/features/questionnaires/copying.server.ts'
import type { QuestionFields } from '#app/features/questionnaires/forms.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { auditEvents } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { added, aRoundToBuild, listed, made, titles, words } from './drawing-board.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

test('a questionnaire begins with its general question, and what is added comes before it', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  made(await beginQuestionnaire(editor, round.id, v7()))
  expect(await titles(t.db, round.id)).toEqual(['Andre merknader'])
  await added(editor, round.id, 'A', 'B')
  expect(await titles(t.db, round.id)).toEqual(['A', 'B', 'Andre merknader'])
  expect((await listed(t.db, round.id)).map(({ position }) => position)).toEqual([1, 2, 3])
})

test('a question has its kind, its words in three languages, its limits and whom it is asked of', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  const form = words('multiple-choice', 'Hva mangler?', {
    ...{
      titleEn: 'What is missing?',
      helpNb: 'Velg inntil to.',
      required: 'on',
      importance: 'on',
      most: '2',
    },
    ...{ askedOf: ['municipality', 'county-municipality'], mostCharacters: '500' },
    options: {
      0: { nb: 'Tid', nn: 'Tid' },
      2: { nb: 'Penger', nn: 'Pengar', en: 'Money' },
      1: { nb: 'Folk' },
    },
  })
  const { questionId } = made(await saveQuestion(editor, round.id, 'new', form))
  expect((await listed(t.db, round.id)).find(({ id }) => id === questionId)).toMatchObject({
    kind: 'multiple-choice',
    title: { nb: 'Hva mangler?', nn: 'Hva mangler? (nn)', en: 'What is missing?' },
    help: { nb: 'Velg inntil to.' },
    required: true,
    settings: { importance: true, most: 2 },
    askedOf: ['municipality', 'county-municipality'],
    options: [
      { key: 'tid', label: { nb: 'Tid', nn: 'Tid' } },
      { key: 'folk', label: { nb: 'Folk' } },
      { key: 'penger', label: { nb: 'Penger', nn: 'Pengar', en: 'Money' } },
    ],
    revision: 1,
  })
})

test('alternatives keep their keys when they are renamed and moved', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  const form = words('single-choice', 'Hvem?', { options: { 0: { nb: 'Staten' }, 1: { nb: 'Fylket' } } })
  const { questionId } = made(await saveQuestion(editor, round.id, 'new', form))
  const again = words('single-choice', 'Hvem?', {
    revision: '1',
    options: {
      0: { key: 'fylket', nb: 'Fylkeskommunen' },
      1: { key: 'staten', nb: 'Staten' },
      2: { nb: 'Ingen' },
    },
  })
  made(await saveQuestion(editor, round.id, questionId, again))
  const stored = (await listed(t.db, round.id)).find(({ id }) => id === questionId)
  expect(stored?.options?.map(({ key }) => key)).toEqual(['fylket', 'staten', 'ingen'])
  expect(stored?.revision).toBe(2)
})

test('a question that cannot be asked is refused, and nothing is saved', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  await added(editor, round.id, 'A')
  const save = (form: QuestionFields) => saveQuestion(editor, round.id, 'new', form)
  expect(await save({ ...words('rich-text', ''), titleNn: '' })).toEqual({ refusal: 'title-missing' })
  expect(await save(words('single-choice', 'B', { options: { 0: { nb: 'Bare én' } } }))).toEqual({
    refusal: 'too-few-options',
  })
  expect(await save(words('table', 'B', { rows: { 0: { nb: 'Rad' } } }))).toEqual({
    refusal: 'too-few-columns',
  })
  expect(await save(words('swot', 'B'))).toEqual({ refusal: 'too-few-levels' })
  expect(await save(words('general', 'B'))).toEqual({ refusal: 'two-general-questions' })
  expect(await save(words('file', 'B', { fewest: '3', most: '2' }))).toEqual({ refusal: 'limits-impossible' })
  expect(await titles(t.db, round.id)).toEqual(['A', 'Andre merknader'])
})

test('of two who write the same question at once, the second is told, and keeps the words', async () => {
  const { round, editor, strategy } = await aRoundToBuild(t.db)
  const colleague = await aStaffMember(t.db, strategy, 'lead')
  const [id = ''] = await added(editor, round.id, 'A')
  const both = await Promise.all([
    saveQuestion(editor, round.id, id, words('rich-text', 'Min', { revision: '1' })),
    saveQuestion(colleague, round.id, id, words('rich-text', 'Din', { revision: '1' })),
  ])
  expect(both.filter(isRefusal)).toEqual([{ refusal: 'stale' }])
  const [stood] = await listed(t.db, round.id)
  expect(stood).toMatchObject({ revision: 2, title: { nb: isRefusal(both[0]) ? 'Din' : 'Min' } })
  expect(await removeQuestion(editor, round.id, { key: v7(), question: id, revision: 1 })).toEqual({
    refusal: 'stale',
  })
  made(await removeQuestion(editor, round.id, { key: v7(), question: id, revision: 2 }))
  expect(await saveQuestion(colleague, round.id, id, words('rich-text', 'Din', { revision: '2' }))).toEqual({
    refusal: 'gone',
  })
})

test('two who add, move and take away at once lose nothing, and the places are 1, 2, 3', async () => {
  const { round, editor, strategy } = await aRoundToBuild(t.db)
  const colleague = await aStaffMember(t.db, strategy, 'editor')
  const [a = '', b = '', c = ''] = await added(editor, round.id, 'A', 'B', 'C')
  const outcomes = await Promise.all([
    moveQuestion(editor, round.id, { key: v7(), question: a, to: 'down' }),
    moveQuestion(colleague, round.id, { key: v7(), question: c, to: 0 }),
    removeQuestion(editor, round.id, { key: v7(), question: b, revision: 1 }),
    added(colleague, round.id, 'D', 'E'),
    added(editor, round.id, 'F'),
  ])
  expect(outcomes.filter((outcome) => !Array.isArray(outcome) && isRefusal(outcome))).toEqual([])
  const rows = await listed(t.db, round.id)
  expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
  expect(rows.map(({ title }) => title.nb).sort()).toEqual(['A', 'Andre merknader', 'C', 'D', 'E', 'F'])
})

test('a question is moved by one place, or after a number; what it says is not touched', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  const [a = '', , c = ''] = await added(editor, round.id, 'A', 'B', 'C')
  const move = (question: string, to: 'up' | 'down' | number) =>
    moveQuestion(editor, round.id, { key: v7(), question, to })
  made(await move(c, 'up'))
  expect(await titles(t.db, round.id)).toEqual(['A', 'C', 'B', 'Andre merknader'])
  made(await move(a, 4))
  expect(await titles(t.db, round.id)).toEqual(['C', 'B', 'Andre merknader', 'A'])
  expect(await move(a, 5)).toEqual({ refusal: 'no-such-number' })
  expect((await listed(t.db, round.id)).every(({ revision }) => revision === 1)).toBe(true)
})

test('the same form sent twice adds one question', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  const form = words('rich-text', 'Bare én gang')
  const [one, two] = await Promise.all([
    saveQuestion(editor, round.id, 'new', form),
    saveQuestion(editor, round.id, 'new', form),
  ])
  expect(one).toEqual(two)
  expect(await titles(t.db, round.id)).toEqual(['Bare én gang', 'Andre merknader'])
})

test('the general question stays', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  made(await beginQuestionnaire(editor, round.id, v7()))
  const [general] = await listed(t.db, round.id)
  const form = { key: v7(), question: general?.id ?? '', revision: 1 }
  expect(await removeQuestion(editor, round.id, form)).toEqual({ refusal: 'general-stays' })
})

test('questions are copied from an earlier round of the same strategy, and know what they repeat', async () => {
  const { round, editor, strategy } = await aRoundToBuild(t.db, { number: 2 })
  const earlier = await aRound(t.db, { strategy, number: 1, title: { nb: 'Først' } })
  const asked = await aQuestionnaire(t.db, earlier)
  const [text, choice, scale, general] = asked
  if (!text || !choice || !scale || !general) throw new Error('too few')
  expect((await listEarlierRounds(round)).map(({ id }) => id)).toEqual([earlier.id])
  expect(made(await listCopyable(editor, round, earlier.id)).questions).toHaveLength(4)
  await added(editor, round.id, 'Ny')
  const copy = (chosen: string[], from = earlier.id) =>
    copyQuestions(editor, round.id, { key: v7(), from, chosen })
  expect(made(await copy([choice.id, general.id]))).toEqual({ count: 2 })
  expect(await copy([choice.id])).toEqual({ refusal: 'nothing-chosen' })
  expect(made(await copy(asked.map(({ id }) => id)))).toEqual({ count: 2 })
  const rows = await listed(t.db, round.id)
  expect(rows.map(({ copiedFromId }) => copiedFromId)).toEqual([
    null,
    choice.id,
    text.id,
    scale.id,
    general.id,
  ])
  expect(rows[1]).toMatchObject({ options: choice.options, title: choice.title, kind: 'single-choice' })
  expect(rows.filter(({ kind }) => kind === 'general')).toHaveLength(1)
  // What is repeated elsewhere is not taken away under it.
  const other = await aRound(t.db, { number: 1 })
  const foreign = await aQuestionnaire(t.db, other)
  expect(
    await copy(
      foreign.map(({ id }) => id),
      other.id,
    ),
  ).toEqual({ refusal: 'nothing-chosen' })
  expect(isRefusal(await listCopyable(editor, round, other.id))).toBe(true)
})

test('only editors and leads of the strategy build, and each change is on record', async () => {
  const { round, editor, strategy } = await aRoundToBuild(t.db)
  const [a = ''] = await added(editor, round.id, 'A')
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  const form = words('rich-text', 'Ny')
  expect(await saveQuestion(analyst, round.id, 'new', form)).toEqual({ refusal: 'forbidden' })
  expect(await saveQuestion(stranger, round.id, 'new', form)).toEqual({ refusal: 'not-found' })
  expect(await saveQuestion(editor, v7(), 'new', form)).toEqual({ refusal: 'not-found' })
  expect(await findQuestionnaire(stranger, round, new Date())).toEqual({ refusal: 'not-found' })
  made(await moveQuestion(editor, round.id, { key: v7(), question: a, to: 'down' }))
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.strategyId, strategy.id))
  expect(events.map(({ type }) => type).sort()).toEqual([
    'question.added',
    'question.added',
    'question.moved',
  ])
  expect(JSON.stringify(events)).not.toContain('Ny')
})

test('a question of another round is not reached through this one', async () => {
  const { round, editor } = await aRoundToBuild(t.db)
  const other = await aRoundToBuild(t.db)
  const [theirs = ''] = await added(other.editor, other.round.id, 'Deres')
  expect(await saveQuestion(editor, round.id, theirs, words('rich-text', 'X', { revision: '1' }))).toEqual({
    refusal: 'gone',
  })
  expect(await removeQuestion(editor, round.id, { key: v7(), question: theirs, revision: 1 })).toEqual({
    refusal: 'gone',
  })
  expect(await titles(t.db, other.round.id)).toEqual(['Deres', 'Andre merknader'])
})
