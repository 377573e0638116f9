import { expect, test } from 'vitest'
import { notesOf } from './note.ts'

const facts = { senders: 40, late: 2, adopted: 1, withdrawn: 3, tagged: 30 }
const plain = { severalChoices: false, ranking: false, sums: [], fewSomewhere: false }

test('under every table it says who is counted, what came late and what was withdrawn', () => {
  for (const kind of ['received', 'counties', 'questions', 'themes', 'positions'] as const) {
    const notes = notesOf({ kind }, facts, plain)
    expect(notes[0]).toEqual({ note: 'one-voice' })
    expect(notes).toContainEqual({ note: 'late', count: 2 })
    expect(notes).toContainEqual({ note: 'withdrawn', count: 3 })
  }
})

test('a table of themes says how many of the senders have been tagged at all', () => {
  expect(notesOf({ kind: 'themes' }, facts, plain)).toContainEqual({ note: 'tagged', count: 30, of: 40 })
  expect(notesOf({ kind: 'received' }, facts, plain).map(({ note }) => note)).not.toContain('tagged')
})

test('sums that are not 100 are told with the least and the most of them, and only then', () => {
  const told = notesOf({ kind: 'questions' }, facts, { ...plain, sums: [101, 99, 101] })
  expect(told.at(-1)).toEqual({ note: 'rounding', count: 3, least: 99, most: 101 })
  expect(notesOf({ kind: 'questions' }, facts, plain).map(({ note }) => note)).not.toContain('rounding')
})
