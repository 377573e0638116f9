import { expect, test } from 'vitest'
import { described } from './log.server.ts'

test('a database error is logged without the words it carries', () => {
  const cause = Object.assign(new Error('invalid input: «Kari»'), { severity: 'ERROR', code: '22P02' })
  const error = Object.assign(new Error('Failed query: select 1\nparams: Kari\nLund'), {
    query: 'select 1',
    cause,
  })
  expect(described(error)).toContain('22P02')
  expect(described(error)).not.toMatch(/Kari|Lund|select/)
})

test('another error is logged with its message and where it happened', () => {
  expect(described(new TypeError('x is not a function'))).toMatch(/^TypeError x is not a function\n\s+at /)
})
