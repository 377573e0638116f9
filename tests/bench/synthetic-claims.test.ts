import { expect, test } from 'vitest'
import { syntheticSet } from './synthetic-claims.ts'

test('there are a hundred queries, each with something that answers it', () => {
  const { queries } = syntheticSet()
  expect(queries).toHaveLength(100)
  expect(queries.filter(({ grades }) => grades.size === 0)).toEqual([])
})

test('a claim is answered best by its own passages, in both standards, and never by one that only shares its words', () => {
  const { passages, queries } = syntheticSet()
  const grades = queries.find(({ text }) => text === 'kortere lister for fastleger')?.grades
  const best = passages.filter(({ id }) => grades?.get(id) === 3)
  expect(new Set(best.map(({ lang }) => lang))).toEqual(new Set(['nb', 'nn']))
  expect(best.every(({ text }) => /fastlegelist|færre pasient/.test(text))).toBe(true)
  expect(passages.filter(({ id, text }) => / vedlegg \d/.test(text) && grades?.has(id))).toEqual([])
})

test('the set is the same every time', () => {
  expect(syntheticSet()).toEqual(syntheticSet())
})
