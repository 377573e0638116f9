import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QuestionKind, QuestionOption } from '#app/features/questionnaires/question.ts'
import { emptyDoc } from '#app/platform/rich-text/document.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import {
  type AnswerContent,
  answerFromRow,
  answersMissing,
  answerText,
  answerToRow,
  anythingWritten,
  isAnswered,
  parseAnswer,
} from './answers.ts'

function options(...keys: string[]): QuestionOption[] {
  return keys.map((key) => ({ key, label: { nb: key } }))
}

const text = { kind: 'rich-text', options: null } as const
const choice = { kind: 'single-choice', options: options('state', 'municipality') } as const
const scale = { kind: 'scale', options: options('1', '2', '3', '4', '5') } as const
const body = docFromPlainText('Kostnadene må følge ansvaret.')

test('each kind of question takes its own kind of answer', () => {
  expect(parseAnswer(text, body)).toEqual({ answer: { kind: 'rich-text', body } })
  expect(parseAnswer({ kind: 'general', options: null }, JSON.stringify(body))).toEqual({
    answer: { kind: 'rich-text', body },
  })
  expect(parseAnswer(choice, 'state')).toEqual({ answer: { kind: 'single-choice', choice: 'state' } })
  expect(parseAnswer(scale, '4')).toEqual({ answer: { kind: 'scale', value: 4 } })
  expect(parseAnswer(scale, 4)).toEqual({ answer: { kind: 'scale', value: 4 } })
})

test('what the question does not offer is refused', () => {
  for (const raw of ['county', 'constructor', 1, {}, [], true]) {
    expect(parseAnswer(choice, raw)).toEqual({ refusal: 'unknown-choice' })
  }
  for (const raw of ['0', '6', '04', '4.0', ' 4', 'NaN', 4.5, {}, ['4'], true]) {
    expect(parseAnswer(scale, raw)).toEqual({ refusal: 'not-on-the-scale' })
  }
  expect(parseAnswer(text, 'bare ord')).toEqual({ refusal: 'not-rich-text' })
})

test('no answer is told from no opinion', () => {
  expect(parseAnswer(scale, '')).toEqual({ answer: null })
  expect(parseAnswer(scale, undefined)).toEqual({ answer: null })
  expect(parseAnswer(scale, 'no-opinion')).toEqual({ answer: { kind: 'scale', value: 'no-opinion' } })
  expect(isAnswered(null)).toBe(false)
  expect(isAnswered({ kind: 'scale', value: 'no-opinion' })).toBe(true)
})

test('a text of white space alone is no answer', () => {
  expect(isAnswered({ kind: 'rich-text', body: emptyDoc() })).toBe(false)
  expect(isAnswered({ kind: 'rich-text', body: docFromPlainText(' \n\u00A0') })).toBe(false)
  expect(isAnswered({ kind: 'rich-text', body })).toBe(true)
})

test('the required questions without an answer are named in order', () => {
  const questions = [
    { id: 'a', required: true },
    { id: 'b', required: false },
    { id: 'c', required: true },
    { id: 'd', required: true },
  ]
  const answers = new Map<string, AnswerContent | null>([
    ['a', { kind: 'rich-text', body: emptyDoc() }],
    ['c', { kind: 'scale', value: 'no-opinion' }],
  ])
  expect(answersMissing(questions, answers)).toEqual(['a', 'd'])
})

test('an input with one answer has something written', () => {
  expect(anythingWritten([])).toBe(false)
  expect(anythingWritten([null, { kind: 'rich-text', body: emptyDoc() }])).toBe(false)
  expect(anythingWritten([null, { kind: 'single-choice', choice: 'state' }])).toBe(true)
})

test('only a written answer has a text', () => {
  expect(answerText({ kind: 'rich-text', body })).toBe('Kostnadene må følge ansvaret.')
  expect(answerText({ kind: 'scale', value: 3 })).toBe(null)
})

test('an answer comes back from its row as it was', () => {
  const kinds = new Map<AnswerContent['kind'], QuestionKind>([
    ['rich-text', 'general'],
    ['single-choice', 'single-choice'],
    ['scale', 'scale'],
  ])
  const answer: fc.Arbitrary<AnswerContent> = fc.oneof(
    fc.string().map((words) => ({ kind: 'rich-text' as const, body: docFromPlainText(words) })),
    fc.string({ minLength: 1 }).map((key) => ({ kind: 'single-choice' as const, choice: key })),
    fc
      .oneof(fc.integer({ min: -10, max: 10 }), fc.constant('no-opinion' as const))
      .map((value) => ({ kind: 'scale' as const, value })),
  )
  fc.assert(
    fc.property(answer, (given) => {
      const kind = kinds.get(given.kind) ?? 'general'
      expect(answerFromRow(kind, answerToRow(given, { kind, options: null }, 'nb'))).toEqual(given)
    }),
  )
  expect(answerFromRow('scale', answerToRow(null, scale, 'nb'))).toBe(null)
})
