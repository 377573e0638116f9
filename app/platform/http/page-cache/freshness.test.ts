import { expect, test } from 'vitest'
import { Clocks, Freshness } from './freshness.ts'
import type { PageKey } from './keys.ts'

const page: PageKey[] = ['a:texts', 'a:inputs']

test('nothing is trusted before the first look, nor a second after the last one began', () => {
  const freshness = new Freshness()
  expect(freshness.isTrusted(0)).toBe(false)
  freshness.found([], 10_000)
  expect(freshness.isTrusted(10_900)).toBe(true)
  expect(freshness.isTrusted(10_901)).toBe(false)
})

test('a page is shown until a later look tells of one of its keys', () => {
  const freshness = new Freshness()
  freshness.found('everything', 0)
  const drawn = freshness.look
  expect(freshness.isSince(drawn, page)).toBe(true)
  freshness.found(['b:texts', 'all:texts'], 300)
  expect(freshness.isSince(drawn, page)).toBe(true)
  freshness.found(['a:inputs', 'all:inputs'], 600)
  expect(freshness.isSince(drawn, page)).toBe(false)
  expect(freshness.isSince(freshness.look, page)).toBe(true)
})

test('what a look told of before the drawing began is in the page; what came meanwhile may not be', () => {
  const freshness = new Freshness()
  freshness.found(['a:texts'], 0)
  const drawn = freshness.look
  expect(freshness.isSince(drawn, page)).toBe(true)
  freshness.found(['a:texts'], 300)
  expect(freshness.isSince(drawn, page)).toBe(false)
})

test('when everything is gone no page is left, whatever its keys', () => {
  const freshness = new Freshness()
  freshness.found([], 0)
  const drawn = freshness.look
  freshness.found('everything', 300)
  expect(freshness.isSince(drawn, ['c:texts'])).toBe(false)
  expect(freshness.isSince(drawn, [])).toBe(false)
})

test('however many keys are told of, only so many are remembered, and none is forgotten', () => {
  const freshness = new Freshness()
  freshness.found([], 0)
  const drawn = freshness.look
  for (let at = 0; at < 30; at++)
    freshness.found(
      Array.from({ length: 1_000 }, (_, one): PageKey => `${at}-${one}:texts`),
      at,
    )
  for (const key of ['0-0:texts', '15-999:texts', '29-1:texts'] as const)
    expect(freshness.isSince(drawn, [key]), key).toBe(false)
  expect(freshness.isSince(freshness.look, ['0-0:texts'])).toBe(true)
})

test('a moment has come when either clock says so, and what is drawn near it is of neither side', () => {
  const clocks = new Clocks()
  clocks.compared(10_500, 10_000, 10_010)
  expect(clocks.hasCome(10_501, 10_010)).toBe(false)
  expect(clocks.hasCome(10_500, 10_010)).toBe(true)
  expect(clocks.isNear(10_751, 10_010)).toBe(false)
  expect(clocks.isNear(10_750, 10_010)).toBe(true)
  expect(clocks.earliest(10_010).getTime()).toBe(9_760)
})

test('a database whose clock is behind lets moments lie further back', () => {
  const clocks = new Clocks()
  clocks.compared(9_000, 10_000, 10_010)
  expect(clocks.earliest(10_010).getTime()).toBe(8_760)
  expect(clocks.hasCome(10_010, 10_010)).toBe(true)
  clocks.compared(10_005, 10_000, 10_010)
  expect(clocks.earliest(10_010).getTime()).toBe(9_760)
})
