import { expect, test } from 'vitest'
import {
  asksImportance,
  isQuestionKind,
  type QuestionKind,
  type QuestionOption,
  type QuestionSettings,
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

const shaped = (
  kind: QuestionKind,
  settings: QuestionSettings | null,
  given: QuestionOption[] | null = null,
) => questionRefusal({ kind, title, options: given, settings })

test('limits must be possible: whole numbers, the least not over the most, the most within what there is', () => {
  const multiple = (settings: QuestionSettings) => shaped('multiple-choice', settings, options('a', 'b', 'c'))
  expect(multiple({})).toBe(null)
  expect(multiple({ fewest: 1, most: 3 })).toBe(null)
  for (const settings of [{ fewest: 3, most: 2 }, { most: 4 }, { most: 0 }, { fewest: -1 }, { fewest: 1.5 }])
    expect([settings, multiple(settings)]).toEqual([settings, 'limits-impossible'])
  expect(shaped('ranking', { fewest: 2 }, options('a', 'b'))).toBe(null)
  expect(shaped('participants', { fewest: 2, most: 100 })).toBe(null)
  expect(shaped('participants', { most: 101 })).toBe('limits-impossible')
  expect(shaped('file', { most: 21 })).toBe('limits-impossible')
  expect(shaped('rich-text', { mostCharacters: 0 })).toBe('limits-impossible')
  expect(shaped('rich-text', { mostCharacters: 500 })).toBe(null)
})

test('a SWOT needs levels, a table rows and columns, each with a name and a key of its own', () => {
  const columns = [{ key: 'cost', label: { nb: 'Kostnad' }, kind: 'amount' as const }]
  expect(shaped('swot', null)).toBe('too-few-levels')
  expect(shaped('swot', { levels: options('owner', 'school') })).toBe(null)
  expect(shaped('swot', { levels: options('owner', 'owner') })).toBe('level-twice')
  expect(shaped('swot', { levels: options('skole.eier') })).toBe('level-key-malformed')
  expect(shaped('table', { rows: options('2026'), columns })).toBe(null)
  expect(shaped('table', { rows: options('2026') })).toBe('too-few-columns')
  expect(shaped('table', { columns })).toBe('too-few-rows')
  expect(shaped('table', { rows: [{ key: 'a', label: {} }], columns })).toBe('row-without-label')
  expect(
    shaped('table', { rows: options(...Array.from({ length: 41 }, (_, at) => `r${at}`)), columns }),
  ).toBe('too-many-rows')
})

test('an acceptance has alternatives, and importance is asked only beside what one thinks', () => {
  expect(shaped('acceptance', null)).toBe('too-few-options')
  expect(shaped('acceptance', null, options('yes', 'no'))).toBe(null)
  expect(shaped('scale', { importance: true }, options('1', '2'))).toBe(null)
  expect(shaped('file', { importance: true })).toBe('importance-not-asked-here')
  expect(asksImportance({ kind: 'file', settings: { importance: true } })).toBe(false)
})
