import { expect, test } from 'vitest'
import { isPage, linksOf, pagingOf } from './api-list.ts'

const address = 'https://innspill.example/api/v1/strategies?number=21%2F4454'

test('the first and the last page have no neighbour on one side', () => {
  const first = pagingOf(address, { page: 1, pageSize: 50, total: 101 })
  expect(first).toMatchObject({ previous: null, next: `${address}&page=2`, last: `${address}&page=3` })
  const last = pagingOf(address, { page: 3, pageSize: 50, total: 101 })
  expect(last).toMatchObject({ previous: `${address}&page=2`, next: null, first: address })
})

test('an empty list has one page, and nothing after it', () => {
  expect(pagingOf(address, { page: 1, pageSize: 50, total: 0 })).toMatchObject({ next: null, last: address })
  expect(isPage({ page: 1, pageSize: 50, total: 0 })).toBe(true)
  expect(isPage({ page: 2, pageSize: 50, total: 50 })).toBe(false)
  expect(isPage({ page: 2, pageSize: 50, total: 51 })).toBe(true)
})

test('the header says the way on', () => {
  const { next, prev } = linksOf(pagingOf(address, { page: 1, pageSize: 1, total: 2 }))
  expect([next, prev]).toEqual([`${address}&page=2`, null])
})
