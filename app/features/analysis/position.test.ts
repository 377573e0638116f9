import { expect, test } from 'vitest'
import { isPosition, positionOf, STANDINGS, standingOf } from './position.ts'

const spoke = { noRemarks: false }

test('a sender without a passage on the matter either had no remarks or did not touch on it', () => {
  expect(standingOf([], spoke)).toBe('not-touched')
  expect(standingOf([], { noRemarks: true })).toBe('no-remarks')
})

test('a tagging without a position touches on the matter and says no more', () => {
  expect(standingOf([null, null], spoke)).toBe(null)
  expect(standingOf([null, 'against'], spoke)).toBe('against')
})

test('a sender that takes no side in one place stands where it takes one', () => {
  expect(standingOf(['neutral', 'supports'], spoke)).toBe('supports')
  expect(standingOf(['neutral', 'neutral'], spoke)).toBe('neutral')
})

test('support and remarks in two places is support with remarks', () => {
  expect(standingOf(['supports', 'supports-with-remarks', 'neutral'], spoke)).toBe('supports-with-remarks')
})

test('a sender that is read both ways is unclear', () => {
  expect(standingOf(['supports', 'against'], spoke)).toBe('unclear')
  expect(standingOf(['supports-with-remarks', 'against'], spoke)).toBe('unclear')
  expect(standingOf(['unclear', 'supports'], spoke)).toBe('unclear')
})

test('what is no position is none', () => {
  expect(['supports', 'no-remarks', '', null, 'SUPPORTS'].map(isPosition)).toEqual([
    ...[true, false, false, false, false],
  ])
  expect(positionOf('against')).toBe('against')
  expect(positionOf('for')).toBe(null)
  expect(STANDINGS).toHaveLength(7)
})
