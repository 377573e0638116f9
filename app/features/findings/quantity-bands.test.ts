import { expect, test } from 'vitest'
import { bandProblems, gapsOf, wordsOf } from './quantity-bands.ts'
import { DEFAULT_BANDS } from './quantity-words.ts'

const band = (word: string, own: object) => ({ nb: [word], nn: [word], ...own })

test('what everybody means has nothing wrong and leaves nothing out', () => {
  expect(bandProblems(DEFAULT_BANDS)).toEqual([])
  expect(gapsOf(DEFAULT_BANDS)).toEqual([])
})

test('two words cannot be said of the same share', () => {
  const shares = [band('mange', { shareFrom: 25, shareBelow: 60 }), band('de fleste', { shareFrom: 50 })]
  expect(bandProblems(shares)).toEqual([{ problem: 'overlap', at: 0, and: 1 }])
})

test('words for numbers of senders must not meet either; a number and a share are of different things', () => {
  const numbers = [band('enkelte', { countTo: 4 }), band('flere', { countFrom: 4, shareBelow: 25 })]
  expect(bandProblems(numbers)).toEqual([{ problem: 'overlap', at: 0, and: 1 }])
  expect(bandProblems([band('enkelte', { countTo: 3 }), band('de fleste', { shareFrom: 50 })])).toEqual([])
})

test('a word means one thing, and a band has words and limits in their order', () => {
  const twice = [band('mange', { shareBelow: 25 }), band('mange', { shareFrom: 25 })]
  expect(bandProblems(twice)).toEqual([{ problem: 'word-twice', at: 0, and: 1, word: 'mange' }])
  expect(bandProblems([{ nb: [], nn: [], shareFrom: 10 }])).toEqual([{ problem: 'no-words', at: 0 }])
  expect(bandProblems([band('mange', {})])).toEqual([{ problem: 'no-limit', at: 0 }])
  expect(bandProblems([band('mange', { shareFrom: 50, shareBelow: 25 })])).toEqual([
    { problem: 'share-order', at: 0 },
  ])
  expect(bandProblems([band('mange', { countFrom: 5, countTo: 4 })])).toEqual([
    { problem: 'count-order', at: 0 },
  ])
  expect(bandProblems([])).toEqual([{ problem: 'no-bands' }])
})

test('shares that no word stands for are told', () => {
  const some = [
    band('mange', { shareFrom: 20, shareBelow: 50 }),
    band('de fleste', { shareFrom: 60, shareBelow: 90 }),
  ]
  expect(gapsOf(some)).toEqual([
    { from: 0, to: 20 },
    { from: 50, to: 60 },
    { from: 90, to: 100 },
  ])
})

test('words are typed with commas between, each once', () => {
  expect(wordsOf(' De  fleste, flertallet,, de fleste ')).toEqual(['de fleste', 'flertallet'])
})
