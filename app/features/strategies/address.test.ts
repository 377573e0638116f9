import { expect, test } from 'vitest'
import { renamedPath } from './address.ts'

const at = (address: string) => renamedPath(new URL(`https://innspill.example${address}`), 'ny-strategi')

test('a renamed strategy is found at the same place under its new address', () => {
  expect(at('/strategies/gammel')).toBe('/strategies/ny-strategi')
  expect(at('/strategies/gammel/rounds/runde-1/inputs?page=2')).toBe(
    '/strategies/ny-strategi/rounds/runde-1/inputs?page=2',
  )
})

test('the language of the address stays', () => {
  expect(at('/nn/strategies/gammel/documents/utkast/1')).toBe('/nn/strategies/ny-strategi/documents/utkast/1')
})

test('only the name of the strategy is changed, not the same word further on', () => {
  expect(at('/strategies/gammel/documents/gammel')).toBe('/strategies/ny-strategi/documents/gammel')
})

test('what asked for the data of a page is sent to the page', () => {
  expect(at('/strategies/gammel.data')).toBe('/strategies/ny-strategi')
})
