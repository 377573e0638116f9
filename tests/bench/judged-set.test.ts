import { expect, test } from 'vitest'
import { quotedRows } from './judged-set.ts'

test('a cell in quotes may hold tabs, line breaks and quotes', () => {
  expect(quotedRows('nb\tnn\n"a\t""b""\nc"\td\r\ne\t\n')).toEqual([
    ['nb', 'nn'],
    ['a\t"b"\nc', 'd'],
    ['e', ''],
  ])
})

test('a quote that is never closed is not read as something else', () => {
  expect(() => quotedRows('nb\tnn\n"a\tb')).toThrow()
})
