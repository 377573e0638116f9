import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignmentRefusal } from './lineage.ts'
import { addressIn, readOrigins } from './origins.ts'

const version = (prefix: string, ...anchors: string[]) =>
  anchors.map((anchor) => ({ id: `${prefix}${anchor}`, anchor }))
const [from, to] = [version('v1:', '1', '1.1', '1.2', '1.a1'), version('v2:', '1', '1.1', '1.2')]

test('addresses are read as people write them, and what nobody names is deleted', () => {
  const read = readOrigins({ 'v2:1': ' § 1. ', 'v2:1.1': '1.1 og 1.2,', 'v2:1.2': '' }, from, to)
  expect(read).toEqual({
    links: [
      { from: 'v1:1', to: 'v2:1' },
      { from: 'v1:1.1', to: 'v2:1.1' },
      { from: 'v1:1.2', to: 'v2:1.1' },
      { from: null, to: 'v2:1.2' },
      { from: 'v1:1.a1', to: null },
    ],
  })
})

test('an address that is not there is told at its block, all of them at once', () => {
  const read = readOrigins({ 'v2:1': '9', 'v2:1.1': '1.1 1.22', 'v2:1.2': '1.2' }, from, to)
  expect(read).toEqual({
    problems: [
      { block: 'v2:1', reason: 'unknown-address', word: '9' },
      { block: 'v2:1.1', reason: 'unknown-address', word: '1.22' },
    ],
  })
})

test('a block that became several, one of them together with another, is told where it can be mended', () => {
  const read = readOrigins({ 'v2:1': '1', 'v2:1.1': '1.1', 'v2:1.2': '1.1, 1.2' }, from, to)
  expect(read).toEqual({ problems: [{ block: 'v2:1.2', reason: 'tangled', word: '1.1' }] })
})

test('whatever is typed, the links name every block once, or a field is named to mend', () => {
  const words = fc.array(fc.constantFrom('1', '1.1', '1.2', '1.A1', ',', '«1.1»', 'x'), { maxLength: 4 })
  const typed = fc.record({ 'v2:1': words, 'v2:1.1': words, 'v2:1.2': words }, { requiredKeys: [] })
  fc.assert(
    fc.property(typed, (fields) => {
      const written = Object.fromEntries(Object.entries(fields).map(([id, list]) => [id, list?.join(' ')]))
      const read = readOrigins(written, from, to)
      if ('links' in read) expect(alignmentRefusal(read.links, from, to)).toBe(null)
      else expect(read.problems.length).toBeGreaterThan(0)
    }),
  )
})

test('a note is at one paragraph: several addresses, or what is none, are no address', () => {
  expect(['4.2', ' § 4.2. ', '4.A1'].map(addressIn)).toEqual(['4.2', '4.2', '4.a1'])
  expect(['', '4.2 og 4.3', "4.2'", '4.2\u0000'].map(addressIn)).toEqual(['', '', '', ''])
})
