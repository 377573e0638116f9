import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, divide, reachOf, shareOf } from './assignment.ts'

const answer = {
  inputId: '0192f0c1-7a3b-7c11-9d2e-5b1a0c4d9e77',
  organisationId: 'solvaer',
  questionId: 'q1',
}

test('an input belongs to one share, whatever the number of shares', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 2, max: 100 }), (inputId, of) => {
      const shares = Array.from({ length: of }, (_, at) => at + 1)
      const mine = shares.filter((share) =>
        covers({ kind: 'share', share, of }, { ...answer, inputId, themeIds: [] }),
      )
      expect(mine).toEqual([shareOf(inputId, of)])
    }),
  )
})

test('shares of many inputs are about as large', () => {
  const ids = fc.sample(fc.uuid({ version: 7 }), { numRuns: 3_000, seed: 7 })
  const counts = [1, 2, 3].map((share) => ids.filter((id) => shareOf(id, 3) === share).length)
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120)
})

test('each of some people gets one share, in the order they were named, and nobody two', () => {
  expect(divide(['a', 'b', 'a'])).toEqual([
    { personId: 'a', target: { kind: 'share', share: 1, of: 2 } },
    { personId: 'b', target: { kind: 'share', share: 2, of: 2 } },
  ])
})

test('an assignment is of what it names: the round, a question, a sender', () => {
  const one = { ...answer, themeIds: [] }
  expect(covers({ kind: 'round' }, one)).toBe(true)
  expect(covers({ kind: 'question', questionId: 'q1' }, one)).toBe(true)
  expect(covers({ kind: 'question', questionId: 'q2' }, one)).toBe(false)
  expect(covers({ kind: 'question', questionId: 'q1' }, { ...one, questionId: null })).toBe(false)
  expect(covers({ kind: 'organisation', organisationId: 'solvaer' }, one)).toBe(true)
  expect(covers({ kind: 'organisation', organisationId: 'kaldvik' }, one)).toBe(false)
})

test('a theme reaches what is beneath it and what it became part of, but not what is above or beside it', () => {
  const themes = [
    { id: 'digital', parentId: null, mergedInto: null },
    { id: 'tools', parentId: 'digital', mergedInto: null },
    { id: 'old', parentId: 'digital', mergedInto: 'new' },
    { id: 'new', parentId: null, mergedInto: null },
    { id: 'beneath-new', parentId: 'new', mergedInto: null },
    { id: 'beside', parentId: null, mergedInto: null },
  ]
  expect([...reachOf('digital', themes)].sort()).toEqual(['beneath-new', 'digital', 'new', 'old', 'tools'])
  const tagged = (...themeIds: string[]) => ({ ...answer, themeIds })
  expect(covers({ kind: 'theme', themeId: 'digital' }, tagged('beneath-new'), themes)).toBe(true)
  expect(covers({ kind: 'theme', themeId: 'tools' }, tagged('digital'), themes)).toBe(false)
  expect(covers({ kind: 'theme', themeId: 'digital' }, tagged(), themes)).toBe(false)
})

test('themes that became part of each other do not lead round for ever', () => {
  const themes = [
    { id: 'a', parentId: 'b', mergedInto: 'b' },
    { id: 'b', parentId: 'a', mergedInto: 'a' },
  ]
  expect([...reachOf('a', themes)].sort()).toEqual(['a', 'b'])
})
