import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodingFor, encodings } from './encoding.ts'

test('the reader gets what they like best, and of two they like as well the smaller', () => {
  expect(encodingFor('gzip, deflate, br, zstd')).toBe('br')
  expect(encodingFor('gzip, deflate')).toBe('gzip')
  expect(encodingFor('gzip;q=1.0, br;q=0.5')).toBe('gzip')
  expect(encodingFor('BR;Q=0.8 , GZIP; q=0.9')).toBe('gzip')
  expect(encodingFor('x-gzip')).toBe('gzip')
  expect(encodingFor('*')).toBe('br')
  expect(encodingFor('*;q=0.5, gzip')).toBe('gzip')
  expect(encodingFor('identity, gzip;q=0.5')).toBe('identity')
  expect(encodingFor('br;q=0.001')).toBe('br')
})

test('nobody is sent what they refuse or did not ask for', () => {
  for (const header of [undefined, '', 'deflate', 'br;q=0', 'br;q=0, gzip;q=0', '*;q=0', 'identity'])
    expect(encodingFor(header), header).toBe('identity')
  expect(encodingFor('br;q=0, *')).toBe('gzip')
})

test('nonsense is sent it as it is', () => {
  for (const header of ['br;q=2', 'br;q=x', 'brotli', ';;;', `${'a,'.repeat(400)}br`])
    expect(encodingFor(header), header).toBe('identity')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (header) => {
      expect(encodings).toContain(encodingFor(header))
    }),
  )
})
