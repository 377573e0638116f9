import { expect, test } from 'vitest'
import { addressOf, filtersOf, parametersOf, withoutLimits, withoutValue, withWord } from './filters.ts'

const read = (search: string) => filtersOf(new URLSearchParams(search))

test('a search is read from its address and written back the same', () => {
  const search = 'q=felles+l%C3%B8sninger&kind=municipality&kind=network&county=91&page=3'
  expect(read(search)).toEqual({
    text: 'felles løsninger',
    ...{ any: false, compounds: false, show: 'passages', input: null },
    selected: { organisationKind: ['municipality', 'network'], county: ['91'] },
    page: 3,
  })
  expect(parametersOf(read(search)).toString()).toBe(search)
})

test('what nobody meant is read as the plainest search', () => {
  expect(read('page=-4&kind=&lang&show=everything&any=yes&input=%27--')).toEqual(read(''))
  expect(read(`county=%00&kind=a%00b&theme=${'x'.repeat(201)}`)).toEqual(read(''))
  expect(filtersOf(new URLSearchParams([['county', '\ud800']])).selected).toEqual({ county: ['\ufffd'] })
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

test('ways of searching and seeing are read from an address and written back', () => {
  const search =
    'q=skule&any=1&compounds=1&show=words&input=018f6a2e-7d3c-7b1a-9c4d-2f5e8a1b3c4d&kind=municipality'
  const filters = read(search)
  expect(filters).toMatchObject({ any: true, compounds: true, show: 'words' })
  expect(parametersOf(filters).toString()).toBe(search)
  expect(addressOf('/search', withoutLimits(filters))).toBe('/search?q=skule&any=1&compounds=1&show=words')
})

test('a suggested word takes the place of the typed one, and of nothing that only contains it', () => {
  const changed = (typed: string) => withWord({ ...read(''), text: typed, page: 3 }, 'barnhage', 'barnehage')
  expect(changed('Barnhage ELLER (barnhage skole)')).toMatchObject({
    text: 'barnehage ELLER (barnehage skole)',
    page: 1,
  })
  expect(changed('barnhageplass, "barnhage"').text).toBe('barnhageplass, "barnehage"')
  expect(withWord({ ...read(''), text: 'c++ a.b' }, 'a.b', '$&').text).toBe('c++ $&')
})
