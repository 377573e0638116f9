import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, offered, pointedAt, rangesSent, rangeValue } from './desk.ts'
import { placesOf, proposalsIn } from './desk-proposals.ts'

const answerId = '01a2b3c4-0000-7000-8000-000000000001'
const other = '01a2b3c4-0000-7000-8000-000000000002'
const texts = [
  { id: answerId, text: 'Eleven Emma fikk hjelp.\nEmma er glad 👍 for det.' },
  { id: other, text: null },
]

test('a stretch is sent as it is read back, and what is no stretch makes the whole post none', () => {
  const range = { answerId, startCp: 7, endCp: 11 }
  expect(rangesSent([rangeValue(range), rangeValue(range)])).toEqual([range])
  for (const wrong of [
    '',
    'x:1:2',
    `${answerId}:1`,
    `${answerId}:1:2:3`,
    `${answerId}:1e3:2`,
    `${answerId}:1:99999999999`,
  ])
    expect(rangesSent([rangeValue(range), wrong]), wrong).toBeNull()
})

test('what is masked already is not proposed again', () => {
  expect(proposalsIn(texts, 'nb', [], [])).toEqual([
    { answerId, startCp: 7, endCp: 11, kind: 'name', words: 'Emma' },
  ])
  expect(proposalsIn(texts, 'nb', [], [{ answerId, startCp: 8, endCp: 9 }])).toEqual([])
})

test('typed words are found at every place that is not masked', () => {
  const places = placesOf(texts, 'emma', [])
  expect(places.map(({ startCp, endCp }) => [startCp, endCp])).toEqual([
    [7, 11],
    [24, 28],
  ])
  expect(placesOf(texts, 'emma', [{ answerId, startCp: 7, endCp: 11 }])).toHaveLength(1)
  expect(placesOf(texts, 'finnes ikke', [])).toEqual([])
  const whose = [{ id: answerId, text: 'Emmas mor og Emma, ikke Emmasofie.' }]
  expect(placesOf(whose, 'Emma', []).map(({ words }) => words)).toEqual(['Emmas', 'Emma'])
})

test('a stretch outside every text has no words to show', () => {
  const outside = [
    { answerId, startCp: 900, endCp: 910 },
    { answerId: other, startCp: 0, endCp: 2 },
    { answerId, startCp: -4, endCp: 2 },
  ]
  expect(pointedAt(texts, outside)).toEqual([])
  expect(pointedAt(texts, [{ answerId, startCp: 37, endCp: 38 }])[0]?.words).toBe('👍')
})

test('the lines of a text hold all its words in their order, wherever it is cut', () => {
  const stretch = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })).map(([startCp, long]) => ({
    startCp,
    endCp: startCp + long,
  }))
  const given = fc
    .array(fc.constantFrom('a', 'Æ', '👍', '\n', ' '), { maxLength: 60 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(given, fc.array(stretch), fc.array(stretch), (text, masks, offered) => {
      const inside = ({ endCp }: { endCp: number }) => endCp <= [...text].length
      const lines = linesOf(text, masks.filter(inside), offered.filter(inside))
      expect(lines.map((line) => line.map((piece) => piece.text).join(''))).toEqual(
        text.split('\n').filter((line) => line !== ''),
      )
      for (const piece of lines.flat())
        expect([...text].slice(piece.at, piece.at + [...piece.text].length).join('')).toBe(piece.text)
    }),
  )
})

test('what somebody pointed at goes before what is proposed there, and all is numbered in the order of the text', () => {
  const at = (startCp: number, endCp: number, id = answerId) => ({
    ...{ answerId: id, startCp, endCp, kind: 'typed' as const, words: 'ord' },
  })
  const proposals = [at(2, 5), at(10, 15), at(1, 2, other)]
  const shown = offered(texts, [at(10, 15), at(4, 8)], proposals)
  expect(shown.map(({ number, startCp, endCp }) => [number, startCp, endCp])).toEqual([
    [1, 4, 8],
    [2, 10, 15],
    [3, 1, 2],
  ])
})
