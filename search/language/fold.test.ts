import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

/** What Meilisearch does to the strings of a filter, and more: compatibility forms, lower case, no accents. */
const normalised = (text: string) => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')

test('a folded word is left alone by every later normalisation', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = fold(text)
      expect(normalised(folded)).toBe(folded)
      expect(folded.normalize('NFKD')).toBe(folded)
      expect(fold(folded)).toBe(folded)
    }),
    { numRuns: 2_000 },
  )
})

test('every single letter and digit there is folds to letters and digits that stay as they are', () => {
  const wrong: string[] = []
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const letter = String.fromCodePoint(point)
    if (!/[\p{L}\p{N}]/u.test(letter)) continue
    const folded = fold(letter)
    if (normalised(folded) !== folded || !/^[\p{L}\p{N}]*$/u.test(folded)) wrong.push(letter)
  }
  expect(wrong).toEqual([])
})

test('signs that stand for letters become those letters', () => {
  expect(fold('ﬁnansiering')).toBe('finansiering')
  expect(fold('m²')).toBe('m2')
  expect(fold('ǽ')).toBe('ae')
  expect(fold('Ǿ')).toBe('oe')
})

test('capital letters fold as small ones do', () => {
  expect(fold('ÅPENHET')).toBe(fold('åpenhet'))
  expect(fold('ÆØÅ')).toBe('aeoeaa')
})

test('nothing is left of what has no letter or digit', () => {
  expect(fold('—')).toBe('')
  expect(fold('ﹰ')).toBe('')
})
