import { expect, test } from 'vitest'
import { type Checked, checklist } from './checklist.ts'

const ready: Checked = {
  missing: 0,
  anythingWritten: true,
  approval: null,
  files: [],
  time: 'open',
  correctsWhereNoneAre: false,
}

const said = (own: Partial<Checked>) =>
  checklist({ ...ready, ...own }).map(({ says, state }) => `${says}: ${state}`)

test('a private person who has answered in time lacks nothing', () => {
  expect(said({})).toEqual(['answered: done', 'in-time: done'])
})

test('what is missing hinders, and so does an empty draft', () => {
  expect(said({ missing: 2 })).toContain('missing: hinders')
  expect(said({ anythingWritten: false })).toContain('nothing-written: hinders')
})

test('approval hinders only where it is required, and a change after it counts as none', () => {
  expect(said({ approval: { state: 'approved', required: true } })).toContain('approved: done')
  expect(said({ approval: { state: 'asked', required: true } })).toContain('must-be-approved: hinders')
  expect(said({ approval: { state: 'changed', required: true } })).toContain(
    'must-be-approved-again: hinders',
  )
  expect(said({ approval: { state: 'changed', required: false } })).toContain('changed-since-approved: note')
  expect(said({ approval: { state: 'draft', required: false } })).toContain('need-not-be-approved: note')
})

test('files are sent read or unread', () => {
  const files = [
    { readAt: null, problem: null },
    { readAt: new Date(0), problem: 'encrypted' },
  ]
  expect(said({ files })).toEqual([
    'answered: done',
    'files-being-read: note',
    'files-unreadable: note',
    'in-time: done',
  ])
})

test('late is a note, a closed round and a correction where none are taken hinder', () => {
  expect(said({ time: 'late' })).toContain('late: note')
  expect(said({ time: 'closed' })).toContain('closed: hinders')
  expect(said({ time: 'announced' })).toContain('announced: hinders')
  expect(said({ correctsWhereNoneAre: true })[0]).toBe('corrections-not-allowed: hinders')
})
