import { expect, test } from 'vitest'
import { type CoverageGroup, groupsBy, neverCited } from './coverage.ts'

const group = (by: CoverageGroup['by'], key: string, inputs: number, cited = 1): CoverageGroup => ({
  ...{ by, key, inputs, read: inputs, tagged: inputs, cited, answered: cited },
})

test('sizes come from the smallest, other groups with the most inputs first', () => {
  const groups = [
    group('size', 'large', 9),
    group('kind', 'network', 1),
    group('size', 'unknown', 1),
    group('kind', 'municipality', 4),
    group('size', 'small', 2),
  ]
  expect(groupsBy(groups, 'size').map(({ key }) => key)).toEqual(['small', 'large', 'unknown'])
  expect(groupsBy(groups, 'kind').map(({ key }) => key)).toEqual(['municipality', 'network'])
})

test('a voice is left out when nothing of its kind or county is cited', () => {
  const groups = [group('kind', 'network', 2, 0), group('county', '91', 3), group('lang', 'nn', 2, 0)]
  expect(neverCited(groups).map(({ key }) => key)).toEqual(['network'])
})
