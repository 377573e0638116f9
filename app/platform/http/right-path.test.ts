import { expect, test } from 'vitest'
import { rightPath } from './right-path.ts'

test('an address has one way of being written; names in it stay as they are', () => {
  const params = { strategy: 'Skolen', anchor: 'U1.1' }
  expect(rightPath('/SV/Strategies/Skolen/Paragraphs/U1.1//', params)).toBe(
    '/sv/strategies/Skolen/paragraphs/U1.1',
  )
  expect(rightPath('/sv/strategies/Skolen', params)).toBeNull()
  expect(rightPath('/strategies/sm%C3%A5/', { strategy: 'små' })).toBe('/strategies/sm%C3%A5')
  expect(rightPath('/', {})).toBeNull()
  expect(rightPath('/NN', {})).toBe('/nn')
})

test('nobody is led to another site, and what is no page is left alone', () => {
  expect(rightPath('//evil.example/', {})).toBe('/evil.example')
  expect(rightPath('/x/%/', { x: '%' })).toBe('/x/%')
  expect(rightPath('/Ingen/Slik/', { '*': 'Ingen/Slik/' })).toBeNull()
})
