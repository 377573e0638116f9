import { expect, test } from 'vitest'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import type { AnswerContent } from './answers.ts'
import { answersChanged, setChanged } from './changes-since.ts'

const text = (words: string): AnswerContent => ({ kind: 'rich-text', body: docFromPlainText(words) })
const choice = (key: string): AnswerContent => ({ kind: 'single-choice', choice: key })

test('answers that say the same are no change, and nothing written is nothing', () => {
  expect(answersChanged([{ id: 'a', answer: text('Ja.') }], [{ id: 'a', answer: text('Ja.') }])).toEqual([])
  expect(answersChanged([{ id: 'a', answer: null }], [{ id: 'a', answer: text(' ') }])).toEqual([])
  expect(answersChanged([], [{ id: 'a', answer: null }])).toEqual([])
})

test('a text is compared word by word', () => {
  const [changed] = answersChanged(
    [{ id: 'a', answer: text('Veiledning må vare i to år.') }],
    [{ id: 'a', answer: text('Veiledning må vare i tre år.') }],
  )
  expect(changed?.kind).toBe('changed')
  expect(changed?.words?.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'to' },
    { kind: 'added', text: 'tre' },
  ])
})

test('what came, what went, and what has no words to mark', () => {
  const before = [
    { id: 'a', answer: null },
    { id: 'b', answer: text('Vi er imot.') },
    { id: 'c', answer: choice('yes') },
  ]
  const now = [
    { id: 'a', answer: text('Nytt punkt.') },
    { id: 'b', answer: null },
    { id: 'c', answer: choice('no') },
  ]
  const kinds = answersChanged(before, now).map(({ questionId, kind, words }) => [questionId, kind, words])
  expect(kinds).toEqual([
    ['a', 'new', null],
    ['b', 'gone', null],
    ['c', 'changed', null],
  ])
})

test('comments and files come and go, each as often as it is there', () => {
  expect(setChanged(['a', 'a', 'b'], ['a', 'c', 'b', 'b'])).toEqual({ added: 2, removed: 1 })
  expect(setChanged([], [])).toEqual({ added: 0, removed: 0 })
})
