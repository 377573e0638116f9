import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAmount, writtenAmount } from './amount.ts'

test('numbers are understood as people in Norway write them', () => {
  for (const [written, amount] of [
    ['1 234,50', 1234.5],
    ['1\u00A0234,5', 1234.5],
    ['1\u202F234', 1234],
    ['1.234,50', 1234.5],
    ['1.234', 1234],
    ['12.345.678', 12345678],
    ['1234.5', 1234.5],
    ['0.5', 0.5],
    ['0,25', 0.25],
    ['−3', -3],
    ['-3,5', -3.5],
    ['kr 500,-', 500],
    ['500 kr', 500],
    ['1200 kroner', 1200],
    ['0', 0],
    ['-0', 0],
  ] as const) {
    expect([written, parseAmount(written)]).toEqual([written, amount])
  }
})

test('what is no number, or could be two, is not guessed at', () => {
  for (const written of [
    '',
    ' ',
    'ti',
    'kr',
    '1,234,567',
    '1.2.3',
    '12,',
    ',5',
    '1e5',
    '0x10',
    'NaN',
    'Infinity',
    '1/2',
    '10 %',
    '2,12345',
    '99999999999999999',
    '--5',
    '5 - 6',
  ])
    expect([written, parseAmount(written)]).toEqual([written, null])
})

test('an amount that was written is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
      const amount = Number((whole / 10 ** decimals).toFixed(decimals))
      expect(parseAmount(writtenAmount(amount))).toBe(amount + 0)
    }),
  )
})
