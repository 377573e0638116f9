import { expect, test } from 'vitest'
import { LONGEST_NOTE, noteRefusal } from './marks.ts'

test('a note has words, and not more than somebody reads', () => {
  expect(noteRefusal('Ring kommunen.')).toBe(null)
  expect(noteRefusal(' \n')).toBe('note-missing')
  expect(noteRefusal('👍'.repeat(LONGEST_NOTE))).toBe(null)
  expect(noteRefusal('a'.repeat(LONGEST_NOTE + 1))).toBe('note-too-long')
})
