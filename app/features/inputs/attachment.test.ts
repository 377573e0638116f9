import { expect, test } from 'vitest'
import { type AttachmentFacts, attachmentState, attachRefusal, isHandedOut } from './attachment.ts'

const now = new Date('2026-06-01T10:00Z')
const read: AttachmentFacts = { type: 'pdf', scannedAt: null, readAt: now, problem: null }
const there = { standing: 0, atQuestion: 0, ever: 0, same: false }

test('without a scanner a file is handed out at once, read or not', () => {
  expect(attachmentState({ ...read, readAt: null }, false)).toBe('waiting')
  expect(isHandedOut({ ...read, readAt: null }, false)).toBe(true)
  expect(attachmentState(read, false)).toBe('read')
})

test('nothing is read in a picture, so nobody waits for it', () => {
  expect(attachmentState({ ...read, type: 'png', readAt: null }, false)).toBe('picture')
  expect(attachmentState({ ...read, type: 'png', readAt: null }, true)).toBe('unscanned')
})

test('with a scanner nobody gets a file before it has been looked at, also one that was read before there was a scanner', () => {
  expect(attachmentState(read, true)).toBe('unscanned')
  expect(isHandedOut(read, true)).toBe(false)
  expect(isHandedOut({ ...read, scannedAt: now }, true)).toBe(true)
})

test('an infected file is never handed out, also where the scanner is taken away', () => {
  const found = { ...read, scannedAt: now, problem: 'infected' }
  expect(isHandedOut(found, true)).toBe(false)
  expect(isHandedOut(found, false)).toBe(false)
})

test('what cannot be read is handed out as it is, and said in words of what to do', () => {
  const state = (problem: string) => attachmentState({ ...read, problem }, false)
  expect(['cut', 'no-text', 'encrypted', 'too-slow', 'too-much-memory', 'broken'].map(state)).toEqual([
    ...['in-part', 'no-text', 'unread-locked', 'unread-large', 'unread-large', 'unread-damaged'],
  ])
  expect(isHandedOut({ ...read, problem: 'broken' }, false)).toBe(true)
})

test('there is room for so many files, fewer where a question says so, and the same one stands once', () => {
  const limits = { most: 20, mostAtQuestion: null }
  expect(attachRefusal(there, limits)).toBeNull()
  expect(attachRefusal({ ...there, same: true }, limits)).toEqual({ refusal: 'already-attached' })
  expect(attachRefusal({ ...there, standing: 20 }, limits)).toEqual({ refusal: 'too-many-attachments' })
  const asked = { most: 20, mostAtQuestion: 1 }
  expect(attachRefusal({ ...there, atQuestion: 1 }, asked)).toEqual({ refusal: 'too-many-at-question' })
  expect(attachRefusal({ ...there, ever: 200 }, limits)).toEqual({ refusal: 'too-many-tries' })
})
