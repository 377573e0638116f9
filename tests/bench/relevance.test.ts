import { expect, test } from 'vitest'
import { mean, ndcg, recall } from './relevance.ts'

const grades = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
])

test('the best order has a gain of one', () => {
  expect(ndcg(['a', 'b', 'c', 'x'], grades)).toBe(1)
})

test('an answer counts less the later it comes', () => {
  expect(ndcg(['x', 'a', 'b', 'c'], grades)).toBeLessThan(ndcg(['a', 'x', 'b', 'c'], grades))
  expect(ndcg(['x', 'a'], new Map([['a', 1]]))).toBeCloseTo(1 / Math.log2(3))
})

test('nothing relevant among the first is no gain, and so is nothing found', () => {
  expect(ndcg(['x', 'y', 'a'], grades, 2)).toBe(0)
  expect(ndcg([], grades)).toBe(0)
  expect(ndcg(['a'], new Map())).toBe(0)
})

test('recall asks for the most relevant ones only, and for no more than fit', () => {
  const two = new Map([
    ['a', 3],
    ['b', 3],
    ['c', 1],
  ])
  expect(recall(['c', 'a'], two)).toBe(0.5)
  expect(recall(['b', 'a'], two, 1)).toBe(1)
  expect(recall(['a', 'a'], two)).toBe(0.5)
  expect(recall(['a'], new Map())).toBe(0)
})

test('a mean of nothing is not a number', () => {
  expect(mean([1, 2])).toBe(1.5)
  expect(mean([])).toBeNaN()
})
