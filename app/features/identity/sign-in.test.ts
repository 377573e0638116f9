import { expect, test } from 'vitest'
import { safeReturn } from './sign-in.ts'

test('after signing in one comes back to an address on this site only', () => {
  expect(safeReturn('/workbench/search?q=skole', '/')).toBe('/workbench/search?q=skole')
  for (const foreign of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a b',
    '',
  ])
    expect(safeReturn(foreign, '/home')).toBe('/home')
})

test('signing in does not lead back to signing in', () => {
  expect(safeReturn('/sign-in', '/home')).toBe('/home')
  expect(safeReturn('/nn/sign-in?to=/x', '/home')).toBe('/home')
})
