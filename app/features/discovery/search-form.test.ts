import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '#search/query.ts'
import { filtersOf } from './filters.ts'
import {
  asksForAll,
  filtersOfStored,
  readStored,
  storedSearch,
  type ThemeNow,
  withThemesNow,
} from './search-form.ts'

const read = (search: string) => filtersOf(new URLSearchParams(search))
// As the database gives it back: other objects, their names in another order.
const kept = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

function stored(search: string) {
  const outcome = storedSearch(read(search))
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome
}

test('a search is kept as a tree with the number of its form, and opened as the same search', () => {
  const search = 'q=skole+(plan*+ELLER+"felles+mål")&kind=municipality&position=against&tagged=no'
  expect(stored(search)).toMatchObject({ form: 1, query: { kind: 'and' }, selected: { tagged: ['no'] } })
  expect(filtersOfStored(kept(stored(search)))).toEqual(read(search))
  expect(filtersOfStored(kept(stored('q=skole&compounds=1')))).toEqual(read('q=skole&compounds=1'))
  expect(filtersOfStored(kept(stored('')))).toEqual(read(''))
})

test('which page and view were seen is not kept; words of which one is enough are alternatives', () => {
  expect(filtersOfStored(stored('q=skole+barnehage&any=1&page=4&show=words'))).toEqual(
    read('q=skole ELLER barnehage'),
  )
})

test('what cannot be searched for is not kept, nor what would be too long to read again', () => {
  expect(storedSearch(read('q="skole'))).toEqual({ refusal: 'unbalanced-quotes' })
  const long = Array.from({ length: 60 }, () => 'barneha').join(' ')
  expect(storedSearch(read(`any=1&q=${long}`))).toEqual({ refusal: 'query-too-long' })
})

test('a form of another number is refused, and so is what is not a search', () => {
  expect(filtersOfStored({ ...stored('q=skole'), form: 2 })).toEqual({ refusal: 'unknown-form' })
  for (const nothing of [null, 'x', {}, []]) expect(readStored(nothing)).toEqual({ refusal: 'unknown-form' })
  const query = { kind: 'term', text: 'a"', match: 'inflected' }
  for (const broken of [
    { form: 1 },
    { ...stored('q=skole'), query },
    { ...stored('q=skole'), query: { kind: 'xor' } },
    { ...stored('q=skole'), selected: { theme: 'x' } },
  ])
    expect(readStored(broken)).toEqual({ refusal: 'unreadable' })
})

test('a search without words or choices asks for everything', () => {
  expect(asksForAll(stored(''))).toBe(true)
  expect(asksForAll(stored('tagged=no'))).toBe(false)
  expect(asksForAll(stored('q=a'))).toBe(false)
})

const theme = (id: string, mergedInto: string | null = null): ThemeNow => ({
  ...{ id, mergedInto, retired: mergedInto !== null },
})

test('the theme that a chosen one became part of takes its place, and that is told', () => {
  const themes = [theme('a', 'b'), theme('b', 'c'), theme('c'), { ...theme('d'), retired: true }]
  expect(withThemesNow(read('q=x&theme=a&theme=c&page=3'), themes)).toEqual({
    filters: read('q=x&theme=c&page=3'),
    changes: [{ kind: 'merged', from: 'a', to: 'c' }],
  })
  expect(withThemesNow(read('theme=d&theme=e&kind=network'), themes)).toEqual({
    filters: read('theme=d&kind=network'),
    changes: [{ kind: 'retired', theme: 'd' }, { kind: 'gone' }],
  })
  expect(withThemesNow(read('theme=e'), themes).filters).toEqual(read(''))
  expect(withThemesNow(read('theme=c'), themes)).toEqual({ filters: read('theme=c'), changes: [] })
})

test('themes that are part of each other end nowhere but do not go on for ever', () => {
  expect(withThemesNow(read('theme=a'), [theme('a', 'b'), theme('b', 'a')]).changes).toHaveLength(1)
})

const pieces = 'a skole "b c" OG ELLER IKKE NÆR/2 ( ) - avsender:x språk:nn plan~ lær* *del* "d" 11-5'
const typed = fc
  .array(fc.constantFrom(...pieces.split(' ')), { maxLength: 14 })
  .map((parts) => parts.join(' '))

test('whatever can be searched for is kept and opened as the same query', () => {
  let compared = 0
  fc.assert(
    fc.property(typed, fc.boolean(), fc.boolean(), (text, any, compounds) => {
      const search = storedSearch({ ...read(''), text, any, compounds })
      if ('refusal' in search) return
      const opened = filtersOfStored(kept(search))
      expect(opened).not.toHaveProperty('refusal')
      if ('refusal' in opened) return
      expect(parseQuery(opened.text, opened)).toMatchObject({ query: search.query })
      compared++
    }),
    { numRuns: 2_000 },
  )
  expect(compared).toBeGreaterThan(300)
})
