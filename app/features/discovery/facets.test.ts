import { expect, test } from 'vitest'
import { type FacetOption, facetView, foldedOptions, narrows } from './facets.ts'

const many = (count: number, checked: number[] = []): FacetOption[] =>
  Array.from({ length: count }, (_, place) => ({
    ...{ value: `${place}`, label: `Value ${place}`, count: count - place },
    checked: checked.includes(place),
  }))

test('a chosen value is shown also when nothing matches it, and a value without a name is not', () => {
  const names = new Map([
    ['91', 'Nordhav'],
    ['92', 'Midtfjell'],
  ])
  const view = facetView(
    'county',
    [
      { value: '91', count: 4 },
      { value: '99', count: 1 },
    ],
    ['92'],
    (v) => names.get(v),
  )
  expect(view.options).toEqual([
    { value: '91', label: 'Nordhav', count: 4, checked: false },
    { value: '92', label: 'Midtfjell', count: 0, checked: true },
  ])
})

test('the commonest values come first, and those as common by name', () => {
  const counted = [
    { value: 'b', count: 2 },
    { value: 'c', count: 9 },
    { value: 'a', count: 2 },
  ]
  expect(facetView('county', counted, [], (value) => value).options.map(({ value }) => value)).toEqual([
    'c',
    'a',
    'b',
  ])
})

test('values that are as common stand in the order of the reader’s language', () => {
  const counted = ['Ås', 'Ärla', 'Aas', 'Zinkgruvan'].map((value) => ({ value, count: 1 }))
  const inOrder = (locale: 'nb' | 'sv') =>
    facetView('county', counted, [], (value) => value, locale).options.map(({ value }) => value)
  expect(inOrder('nb')).toEqual(['Zinkgruvan', 'Ärla', 'Ås', 'Aas'])
  expect(inOrder('sv')).toEqual(['Aas', 'Zinkgruvan', 'Ås', 'Ärla'])
})

test('a facet whose only value everything has gives nothing to choose; a chosen one can be unchosen', () => {
  const facet = (checked: boolean, count: number) => ({
    name: 'language' as const,
    options: [{ value: 'nb', label: 'Bokmål', count, checked }],
  })
  expect(narrows(facet(false, 7), 7)).toBe(false)
  expect(narrows(facet(false, 5), 7)).toBe(true)
  expect(narrows(facet(true, 7), 7)).toBe(true)
  expect(narrows({ name: 'language', options: [] }, 7)).toBe(false)
})

test('a long facet shows the ten commonest and those chosen; a few more than ten are not worth hiding', () => {
  const { first, rest } = foldedOptions(many(30, [4, 25]))
  expect(first.map(({ value }) => value)).toEqual([...'0123456789', '25'])
  expect(rest).toHaveLength(19)
  expect(foldedOptions(many(13)).rest).toEqual([])
})
