import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedTo, placesOf } from './ranking.ts'

test('places give an order, and what has none is not in it', () => {
  expect(placesOf(['a', 'b', 'c'], { a: '2', c: '1' })).toEqual(['c', 'a'])
  expect(placesOf(['a', 'b'], { a: '', b: 'x' })).toEqual([])
  expect(placesOf(['a', 'b', 'c'], { a: '1', b: '1', c: '3' })).toEqual(['a', 'b', 'c'])
})

test('one that gets another place moves the others and nobody is lost', () => {
  expect(movedTo(['a', 'b', 'c'], 'c', 1)).toEqual(['c', 'a', 'b'])
  expect(movedTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'a', 'c'])
  expect(movedTo(['a', 'b'], 'c', 9)).toEqual(['a', 'b', 'c'])
  expect(movedTo(['a', 'b'], 'a', null)).toEqual(['b'])
  const keys = ['a', 'b', 'c', 'd', 'e']
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.integer({ min: -2, max: 9 }), (key, place) => {
      const moved = movedTo(keys, key, place)
      expect([...moved].sort()).toEqual(keys)
      expect(moved.filter((other) => other !== key)).toEqual(keys.filter((other) => other !== key))
    }),
  )
})
