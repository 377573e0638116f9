import { expect, test } from 'vitest'
import { parseAcceptance, parseChoices, parseRanking } from './answer-choices.ts'

const options = ['a', 'b', 'c'].map((key) => ({ key, label: { nb: key } }))

test('choices stand in the order they are asked, each once', () => {
  expect(parseChoices({ options }, { choices: ['c', 'a', 'c'] })).toEqual({
    answer: { kind: 'multiple-choice', choices: ['a', 'c'] },
  })
  expect(parseChoices({ options }, { choices: ['c', 'd'] })).toEqual({ refusal: 'unknown-choice' })
  expect(parseChoices({ options }, { choices: 'a' })).toEqual({ refusal: 'unknown-choice' })
  expect(parseChoices({ options }, { choices: [['a']] })).toEqual({ refusal: 'unknown-choice' })
})

test('too few or too many are said, and none at all is no answer', () => {
  const asked = { options, settings: { fewest: 2, most: 2 } }
  expect(parseChoices(asked, { choices: ['a'] })).toEqual({ refusal: 'too-few-chosen' })
  expect(parseChoices(asked, { choices: ['a', 'b', 'c'] })).toEqual({ refusal: 'too-many-chosen' })
  expect(parseChoices(asked, { choices: [] })).toEqual({ answer: { kind: 'multiple-choice', choices: [] } })
  expect(parseRanking(asked, { ranks: { a: '1' } })).toEqual({ refusal: 'too-few-chosen' })
})

test('a ranking needs places that are numbers within the list, each once; gaps are closed', () => {
  const ranked = (ranks: Record<string, string>) => parseRanking({ options }, { ranks })
  expect(ranked({ a: '3', b: '1' })).toEqual({ answer: { kind: 'ranking', order: ['b', 'a'] } })
  expect(ranked({ a: '1', b: '1' })).toEqual({ refusal: 'rank-twice' })
  for (const place of ['0', '4', '-1', '1.5', 'x', '1e0'])
    expect([place, ranked({ a: place })]).toEqual([place, { refusal: 'not-a-rank' }])
  expect(ranked({ d: '1' })).toEqual({ answer: { kind: 'ranking', order: [] } })
  expect(parseRanking({ options }, { order: ['a', 'a'] })).toEqual({ refusal: 'rank-twice' })
  expect(parseRanking({ options }, { order: ['constructor'] })).toEqual({ refusal: 'unknown-choice' })
})

test('words to an acceptance are kept without a choice, and not beyond their limit', () => {
  expect(parseAcceptance({ options }, { choice: '', note: ' Vi venter. ' })).toEqual({
    answer: { kind: 'acceptance', choice: '', note: 'Vi venter.' },
  })
  const short = { options, settings: { mostCharacters: 3 } }
  expect(parseAcceptance(short, { choice: 'a', note: '👍👍👍' })).toEqual({
    answer: { kind: 'acceptance', choice: 'a', note: '👍👍👍' },
  })
  expect(parseAcceptance(short, { choice: 'a', note: 'fire' })).toEqual({ refusal: 'too-many-characters' })
})
