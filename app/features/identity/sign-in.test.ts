import { expect, test } from 'vitest'
import { homeOf, safeReturn, signInPath } from './sign-in.ts'

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

test('one arrives where one works', () => {
  const nobody = { staff: false, member: false, administrator: false }
  expect(homeOf({ ...nobody, staff: true, administrator: true })).toBe('/workbench')
  expect(homeOf({ ...nobody, member: true, administrator: true })).toBe('/workspace')
  expect(homeOf({ ...nobody, administrator: true })).toBe('/admin')
  expect(homeOf(nobody)).toBe('/workspace')
})

test('a link carries the way on, in the language it is read in', () => {
  expect(signInPath('nn', 'abc', '/workbench/search?q=a b')).toBe(
    '/nn/sign-in/abc?to=%2Fworkbench%2Fsearch%3Fq%3Da%20b',
  )
  expect(signInPath('nb', null, null)).toBe('/sign-in')
})
