import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Likeness, occurrencesOf } from './occurrences.ts'
import { stemOf } from './ranked-text.ts'

const sought = {
  wholes: ['skol', 'vei', '12', 'grunn'],
  beginnings: ['barne'],
  parts: ['grunnskol', 'tjenest'],
}

// What a word is worth being told of: everything the three lists name.
function likeness(written: string): Likeness[] {
  const stem = stemOf(written)
  const whole = sought.wholes.indexOf(stem)
  if (whole >= 0) return [{ word: whole, as: stem === written ? 'form' : 'stem' }]
  const near =
    sought.parts.some((part) => stem.includes(part)) || sought.beginnings.some((one) => stem.startsWith(one))
  return near ? [{ word: 9, as: 'part' }] : []
}

test('words are found in a text just as when every one of them is looked at', () => {
  const stem = fc.constantFrom(
    ...[
      'skol',
      'skolevei',
      'vei',
      '12',
      '112',
      'grunn',
      'grunnskol',
      'barnehag',
      'barne',
      'bar',
      'helsetjenest',
      'tjenest',
      'og',
      '',
      'skol~ene',
      'vei=vegen',
      'grunnskol~en',
      'sk~ole',
      'og=tjenest',
      'barnehag~er',
    ],
  )
  const find = occurrencesOf(sought, likeness)
  fc.assert(
    fc.property(fc.array(stem, { maxLength: 30 }), (stems) => {
      const wanted = stems.flatMap((one, at) => likeness(one).map((like) => ({ ...like, at, written: one })))
      expect(find(stems.join(' '))).toEqual(wanted)
    }),
    { numRuns: 1_000 },
  )
})

test('nothing sought is nothing found, and signs that patterns know are letters like others', () => {
  expect(
    occurrencesOf({ wholes: [], beginnings: [], parts: [] }, () => [{ word: 0, as: 'form' }])('a b'),
  ).toEqual([])
  const find = occurrencesOf({ wholes: ['a.b'], beginnings: ['('], parts: [] }, () => [
    { word: 0, as: 'form' },
  ])
  expect(find('axb a.b (c').map(({ at }) => at)).toEqual([1, 2])
})
