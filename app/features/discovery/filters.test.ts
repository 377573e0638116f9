import { expect, test } from 'vitest'
import { facetView, filtersOf, parametersOf, withoutValue } from './filters.ts'

const read = (search: string) => filtersOf(new URLSearchParams(search))

test('a search is read from its address and written back the same', () => {
  const search = 'q=felles+l%C3%B8sninger&kind=municipality&kind=network&county=91&page=3'
  expect(read(search)).toEqual({
    text: 'felles løsninger',
    selected: { organisationKind: ['municipality', 'network'], county: ['91'] },
    page: 3,
  })
  expect(parametersOf(read(search)).toString()).toBe(search)
})

test('what nobody meant is read as the plainest search', () => {
  expect(read('page=-4&kind=&lang')).toEqual({ text: '', selected: {}, page: 1 })
  expect(read('page=1e9').page).toBe(1)
  expect(read('page=99999').page).toBe(1000)
  expect(parametersOf(read('')).toString()).toBe('')
})

test('an address cannot choose more values than a page could show', () => {
  const many = Array.from({ length: 200 }, (_, at) => `county=${at}`).join('&')
  expect(read(many).selected.county).toHaveLength(50)
})

test('taking a value away keeps the rest and goes to the first page', () => {
  const filters = read('q=skole&kind=municipality&county=91&county=92&page=4')
  expect(parametersOf(withoutValue(filters, 'county', '91')).toString()).toBe(
    'q=skole&kind=municipality&county=92',
  )
  expect(parametersOf(withoutValue(filters, 'organisationKind', 'municipality')).toString()).toBe(
    'q=skole&county=91&county=92',
  )
})

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
