import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountableVersion, effectiveVersions } from './effective.ts'
import { VERSION_KINDS, type VersionKind } from './input.ts'

function version(number: number, kind: VersionKind, day = number): CountableVersion {
  return { number, kind, submittedAt: new Date(Date.UTC(2026, 8, day)) }
}

function counting(...versions: CountableVersion[]): number[] {
  return effectiveVersions(versions).map((one) => one.number)
}

test('the latest own version counts', () => {
  expect(counting(version(1, 'administrative'))).toEqual([1])
  expect(counting(version(1, 'administrative'), version(2, 'correction'), version(3, 'correction'))).toEqual([
    3,
  ])
})

test('the politically adopted version counts, also over a later correction', () => {
  expect(counting(version(1, 'administrative'), version(2, 'adopted'), version(3, 'correction'))).toEqual([2])
  expect(counting(version(1, 'adopted'), version(2, 'adopted'))).toEqual([2])
})

test('letters registered by staff all count, beside what the sender sent itself', () => {
  expect(counting(version(1, 'registered'), version(2, 'registered'))).toEqual([1, 2])
  expect(counting(version(1, 'registered'), version(2, 'administrative'), version(3, 'correction'))).toEqual([
    1, 3,
  ])
  expect(counting(version(1, 'administrative'), version(2, 'registered'))).toEqual([1, 2])
})

test('of versions from the same moment the higher number is the later', () => {
  expect(counting(version(2, 'correction', 1), version(1, 'administrative', 1))).toEqual([2])
})

test('nothing sent, nothing counts', () => {
  expect(counting()).toEqual([])
})

test('whatever the order they are read in, the same versions count and at most one of them is own', () => {
  const kinds = fc.array(fc.constantFrom(...VERSION_KINDS), { maxLength: 6 })
  fc.assert(
    fc.property(kinds, fc.infiniteStream(fc.nat()), (list, keys) => {
      const versions = list.map((kind, at) => version(at + 1, kind))
      const key = new Map(versions.map((one) => [one, keys.next().value]))
      const shuffled = [...versions].sort((a, b) => Number(key.get(a)) - Number(key.get(b)))
      expect(effectiveVersions(shuffled)).toEqual(effectiveVersions(versions))
      expect(
        effectiveVersions(versions).filter((one) => one.kind !== 'registered').length,
      ).toBeLessThanOrEqual(1)
    }),
  )
})

test('a registration that staff took back counts no more, and what stands beside it does', () => {
  const at = new Date('2026-09-01T00:00:00Z')
  const letter = { kind: 'registered' as const, submittedAt: at, number: 1 }
  const own = { kind: 'administrative' as const, submittedAt: at, number: 2 }
  expect(effectiveVersions([{ ...letter, takenBack: true }, own])).toEqual([own])
  expect(effectiveVersions([{ ...letter, takenBack: true }])).toEqual([])
})
