import { expect, test } from 'vitest'
import { acceptableLosses, dueCheck, type Known, reasonToBuild } from './upkeep.ts'

const fine: Known = {
  live: { settingsHash: 'a' },
  building: false,
  asked: false,
  settingsHash: 'a',
  minutesSinceGivenUp: null,
}

test('an index that is there and set up as it should be is left alone', () => {
  expect(reasonToBuild(fine)).toBeNull()
})

test('a new index is built when there is none, when it is to be set up otherwise, and when it is asked for', () => {
  expect(reasonToBuild({ ...fine, live: null })).toBe('missing')
  expect(reasonToBuild({ ...fine, settingsHash: 'b' })).toBe('settings')
  expect(reasonToBuild({ ...fine, asked: true })).toBe('asked')
})

test('one index is built at a time', () => {
  expect(reasonToBuild({ ...fine, building: true, live: null, asked: true, settingsHash: 'b' })).toBeNull()
})

test('after one that was given up there is a pause, unless someone asks', () => {
  expect(reasonToBuild({ ...fine, live: null, minutesSinceGivenUp: 0.5 })).toBeNull()
  expect(reasonToBuild({ ...fine, live: null, minutesSinceGivenUp: 2 })).toBe('missing')
  expect(reasonToBuild({ ...fine, live: null, minutesSinceGivenUp: 0.5, asked: true })).toBe('asked')
})

test('numbers are compared every hour, all of it every night, and never later than after a day and a half', () => {
  expect(dueCheck({ counts: 0.5, full: 20 }, 14)).toBeNull()
  expect(dueCheck({ counts: 1.1, full: 20 }, 14)).toBe('counts')
  expect(dueCheck({ counts: 0.5, full: 20 }, 3)).toBe('full')
  expect(dueCheck({ counts: 0.5, full: 3 }, 3)).toBeNull()
  expect(dueCheck({ counts: 0.5, full: 37 }, 14)).toBe('full')
})

test('a new index that lacks more than one document in a hundred is not searched', () => {
  expect(acceptableLosses(50)).toBe(10)
  expect(acceptableLosses(100_000)).toBe(1_000)
})
