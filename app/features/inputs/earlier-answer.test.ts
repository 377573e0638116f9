import { expect, test } from 'vitest'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import type { AnswerContent } from './answers.ts'
import { asBeginning, type EarlierAnswer, earlierBeside } from './earlier-answer.ts'

const text = (words: string): AnswerContent => ({ kind: 'rich-text', body: docFromPlainText(words) })
const earlier = (id: string, repeatedBy: string | null, answer: AnswerContent): EarlierAnswer => ({
  ...{ id, repeatedBy, answer },
  question: { id: `q-${id}`, kind: answer.kind, title: { nb: id }, options: null, settings: null },
  round: { number: 1, title: { nb: 'Runde 1' } },
  submittedAt: new Date(0),
})
const options = ['yes', 'no'].map((key) => ({ key, label: { nb: key } }))

test('beside a question that was asked before stands the answer to it, and nothing else', () => {
  const known = [earlier('a', 'nett', text('Fiber.')), earlier('b', null, text('Folk.'))]
  expect(earlierBeside({ id: 'nett', kind: 'rich-text' }, known).map(({ id }) => id)).toEqual(['a'])
})

test('beside a new question for words stand the texts that no question repeats; beside a choice nothing', () => {
  const known = [
    earlier('a', 'nett', text('Fiber.')),
    earlier('b', null, text('Folk.')),
    earlier('c', null, { kind: 'single-choice', choice: 'yes' }),
  ]
  expect(earlierBeside({ id: 'nytt', kind: 'general' }, known).map(({ id }) => id)).toEqual(['b'])
  expect(earlierBeside({ id: 'nytt', kind: 'scale' }, known)).toEqual([])
})

test('an earlier answer begins a new one where the question still takes it', () => {
  const chosen = earlier('c', 'q', { kind: 'single-choice', choice: 'yes' })
  const choice = { kind: 'single-choice' as const, options, settings: null }
  expect(asBeginning(choice, chosen)).toEqual({ kind: 'single-choice', choice: 'yes' })
  expect(asBeginning({ ...choice, options: options.slice(1) }, chosen)).toBeNull()
  expect(asBeginning({ kind: 'scale', options: null, settings: null }, chosen)).toBeNull()
  const general = { kind: 'general' as const, options: null, settings: null }
  expect(asBeginning(general, earlier('a', null, text('Fiber.')))).toEqual(text('Fiber.'))
})
