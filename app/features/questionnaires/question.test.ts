import { expect, test } from 'vitest'
import {
  isQuestionKind,
  type QuestionOption,
  questionnaireRefusal,
  questionRefusal,
  scaleSteps,
} from './question.ts'

const title = { nb: 'Er ambisjonen riktig?', nn: 'Er ambisjonen rett?' }

function options(...keys: string[]): QuestionOption[] {
  return keys.map((key) => ({ key, label: { nb: `Svar ${key}` } }))
}

test('a question needs words of a reasonable length', () => {
  expect(questionRefusal({ kind: 'general', title, options: null })).toBe(null)
  expect(questionRefusal({ kind: 'general', title: { nb: ' ' }, options: null })).toBe('title-missing')
  expect(questionRefusal({ kind: 'general', title: { nb: 'a'.repeat(1001) }, options: null })).toBe(
    'title-too-long',
  )
})

test('a single choice has at least two different alternatives with words', () => {
  const choice = (given: QuestionOption[] | null) =>
    questionRefusal({ kind: 'single-choice', title, options: given })
  expect(choice(options('yes', 'no'))).toBe(null)
  expect(choice(null)).toBe('too-few-options')
  expect(choice(options('yes'))).toBe('too-few-options')
  expect(choice(options('yes', 'yes'))).toBe('option-twice')
  expect(choice([...options('yes'), { key: 'no', label: {} }])).toBe('option-without-label')
  expect(choice(options(...Array.from({ length: 31 }, (_, at) => String(at))))).toBe('too-many-options')
})

test('a scale has from two to eleven steps, each one more than the last', () => {
  const scale = (...keys: string[]) => questionRefusal({ kind: 'scale', title, options: options(...keys) })
  expect(scale('1', '2', '3', '4', '5')).toBe(null)
  expect(scale('1', '2', 'no-opinion')).toBe(null)
  expect(scale('1', 'no-opinion')).toBe('too-few-options')
  for (const keys of [
    ['1', '3'],
    ['2', '1'],
    ['a', 'b'],
    ['0.5', '1.5'],
  ]) {
    expect(scale(...keys)).toBe('steps-not-in-order')
  }
  expect(scale(...Array.from({ length: 12 }, (_, at) => String(at)))).toBe('too-many-options')
})

test('no opinion is not a step of the scale', () => {
  expect(scaleSteps({ options: options('1', '2', '3', 'no-opinion') })).toEqual([1, 2, 3])
})

test('a questionnaire has exactly one general question', () => {
  const general = { id: 'g', kind: 'general' } as const
  const text = { id: 'a', kind: 'rich-text' } as const
  expect(questionnaireRefusal([text, general])).toBe(null)
  expect(questionnaireRefusal([text])).toBe('no-general-question')
  expect(questionnaireRefusal([general, { ...general, id: 'h' }])).toBe('two-general-questions')
  expect(questionnaireRefusal([text, text, general])).toBe('question-twice')
})

test('a stored word is a kind of question only if we know it', () => {
  expect(isQuestionKind('scale')).toBe(true)
  expect(isQuestionKind('matrix')).toBe(false)
})
