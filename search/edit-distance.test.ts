import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, isSwapOf, misspellingsOf, piecesOf } from './edit-distance.ts'

test('a letter wrong, missing or too many, or two swapped, is one step from a word', () => {
  const near = misspellingsOf('plan')
  for (const word of ['plen', 'lan', 'plann', 'splan', 'paln', 'klan', 'pla']) expect(near).toContain(word)
  for (const word of ['plan', 'nalp', 'planen', '']) expect(near).not.toContain(word)
})

test('the distance is the fewest letters changed, and no more is counted than asked for', () => {
  expect(editDistance('kommune', 'kommune', 2)).toBe(0)
  expect(editDistance('kommune', 'kommnue', 2)).toBe(2)
  expect(editDistance('komune', 'kommune', 2)).toBe(1)
  expect(editDistance('skole', 'barnehage', 2)).toBe(3)
})

test('two neighbours in the wrong order are a swap', () => {
  expect(isSwapOf('kommnue', 'kommune')).toBe(true)
  expect(isSwapOf('komme', 'kommune')).toBe(false)
  expect(isSwapOf('kommune', 'kommune')).toBe(false)
  expect(isSwapOf('enummok', 'kommune')).toBe(false)
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 7, maxLength: 10 })

test('all words one letter away are among the misspellings, and a swap is the only other one', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 5 })
  fc.assert(
    fc.property(short, short, (one, other) => {
      const near = misspellingsOf(one).includes(other)
      if (editDistance(one, other, 2) === 1) expect(near).toBe(true)
      if (near && editDistance(one, other, 2) !== 1) {
        expect([...other].sort()).toEqual([...one].sort())
        expect(editDistance(one, other, 2)).toBe(2)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('every word two letters away fits one of the pieces', () => {
  const fits = (pattern: string, text: string) => new RegExp(`^${pattern.replaceAll('%', '.*')}$`).test(text)
  const change = fc.tuple(fc.constantFrom('in', 'out', 'other'), fc.nat(), fc.constantFrom('a', 'x'))
  fc.assert(
    fc.property(word, fc.array(change, { maxLength: 2 }), (one, changes) => {
      let other = one
      for (const [how, place, letter] of changes) {
        const at = place % other.length
        other = other.slice(0, at) + (how === 'out' ? '' : letter) + other.slice(how === 'in' ? at : at + 1)
      }
      expect(piecesOf(one).some((pattern) => fits(pattern, other))).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
