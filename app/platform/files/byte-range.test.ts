import { expect, test } from 'vitest'
import { namesTag, rangeAsked } from './byte-range.ts'

test.each([
  [null, null],
  ['', null],
  ['bytes=', null],
  ['bytes=-', null],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=40-', { start: 40, end: 99 }],
  ['bytes=40-59', { start: 40, end: 59 }],
  ['bytes=99-', { start: 99, end: 99 }],
  ['bytes=90-1000', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=-0', 'beyond'],
  ['bytes=100-', 'beyond'],
  ['bytes=60-40', null],
  ['bytes=0-1,5-9', null],
  ['lines=0-1', null],
  ['bytes=0x1-2', null],
  ['bytes=99999999999999999999-', null],
])('of 100 bytes, «%s» asks for %o', (header, wanted) => {
  expect(rangeAsked(header, 100)).toEqual(wanted)
})

test('of nothing there is no stretch', () => {
  expect(['bytes=0-', 'bytes=-5'].map((header) => rangeAsked(header, 0))).toEqual(['beyond', 'beyond'])
})

test('a tag is named alone, among others, or by a star; a weak one of the same letters is another', () => {
  const named = ['"a"', '"b", "a"', '*', 'W/"a"', '"b"', null].map((header) => namesTag(header, '"a"'))
  expect(named).toEqual([true, true, true, false, false, false])
})
