import { expect, test } from 'vitest'
import { type DatedVersion, laterVersions } from './change-versions.ts'

const day = (date: number) => new Date(Date.UTC(2026, 5, date))
const round = { id: 'r', opensAt: day(10) }
const version = (documentId: string, number: number, at: number | null, roundId: string | null = null) => ({
  ...({ id: `${documentId}${number}`, documentId, number, roundId } satisfies Partial<DatedVersion>),
  publishedAt: at === null ? null : day(at),
})
const later = (versions: DatedVersion[]) =>
  laterVersions(versions, round).map(
    ({ version, base, obliges }) => `${base?.id ?? '-'} > ${version.id}${obliges ? '!' : ''}`,
  )

test('what comes after the version a round consulted on can have been changed; public it obliges, a draft does not', () => {
  const versions = [version('a', 1, 1), version('a', 2, 9, 'r'), version('a', 3, 20), version('a', 4, null)]
  expect(later(versions)).toEqual(['a2 > a3!', 'a2 > a4'])
})

test('where a round consulted on one document, versions of others can be linked and oblige nobody', () => {
  expect(later([version('a', 1, 9, 'r'), version('b', 1, 2), version('b', 2, 20)])).toEqual(['b1 > b2'])
})

test('where a round consulted on nothing, whatever is published since it opened obliges', () => {
  expect(later([version('a', 1, 2), version('a', 2, 20), version('b', 1, 21)])).toEqual([
    'a1 > a2!',
    '- > b1!',
  ])
})

test('a version put out in the round again is what it consulted on, not a later one', () => {
  expect(later([version('a', 1, 9, 'r'), version('a', 2, 12, 'r')])).toEqual([])
})
