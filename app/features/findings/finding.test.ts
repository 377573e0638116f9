import { expect, test } from 'vitest'
import { awaitsPublication, findingState, subjectKey, subjectOf } from './finding.ts'

const at = (revision: number, approvedRevision: number | null, publishedRevision: number | null) => ({
  ...{ revision, approvedRevision, publishedRevision },
})

test('a finding is a draft until somebody approves it, and changed when somebody writes after that', () => {
  expect(findingState(at(2, null, null))).toEqual({ state: 'draft', public: null, newer: false })
  expect(findingState(at(2, 2, null))).toEqual({ state: 'approved', public: null, newer: false })
  expect(findingState(at(3, 2, null))).toEqual({ state: 'changed', public: null, newer: false })
})

test('what is published stays the same while others write on', () => {
  expect(findingState(at(3, 3, 3))).toEqual({ state: 'published', public: 3, newer: false })
  expect(findingState(at(5, 3, 3))).toEqual({ state: 'changed', public: 3, newer: true })
  expect(findingState(at(5, 5, 3))).toEqual({ state: 'approved', public: 3, newer: true })
  expect(findingState(at(6, 5, 3))).toEqual({ state: 'changed', public: 3, newer: true })
  expect(findingState(at(5, null, 3))).toEqual({ state: 'changed', public: 3, newer: true })
})

test('what is approved and not published waits, also when somebody has written on', () => {
  expect(awaitsPublication(at(2, 2, null))).toBe(true)
  expect(awaitsPublication(at(3, 2, null))).toBe(true)
  expect(awaitsPublication(at(3, 3, 3))).toBe(false)
  expect(awaitsPublication(at(4, null, 3))).toBe(false)
})

test('a subject is a theme, a question or nothing', () => {
  for (const subject of [
    { themeId: 'a', questionId: null },
    { themeId: null, questionId: 'b' },
    { themeId: null, questionId: null },
  ])
    expect(subjectOf(subjectKey(subject))).toEqual(subject)
})
