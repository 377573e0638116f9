import { expect, test } from 'vitest'
import { localeAsked, localeChosen } from './locale.ts'

test.each([
  [null, 'nb'],
  ['', 'nb'],
  ['nn-NO,nn;q=0.9,nb;q=0.8', 'nn'],
  ['no', 'nb'],
  ['en-GB,en;q=0.9', 'en'],
  ['de-DE,de;q=0.9,en;q=0.5,nb;q=0.4', 'en'],
  ['en;q=0.3, NN ; q=0.7', 'nn'],
  ['se,fi;q=0.9', 'nb'],
  ['en;q=0,nn;q=0.1', 'nn'],
  ['en;q=x', 'nb'],
  [`${'a,'.repeat(10_000)}en`, 'nb'],
])('a browser that asks for %s is answered in %s', (asked, answered) => {
  expect(localeAsked(asked)).toBe(answered)
})

test('what is chosen on the page goes before what the browser asks for, when it is a language there is', () => {
  const asking = (query: string, own?: 'nb') =>
    localeChosen(
      new Request(`http://localhost/join/x${query}`, { headers: { 'accept-language': 'nn' } }),
      own,
    )
  expect(asking('?lang=en')).toBe('en')
  expect(asking('?lang=tlh')).toBe('nn')
  expect(asking('')).toBe('nn')
  expect(asking('', 'nb')).toBe('nb')
  expect(asking('?lang=en', 'nb')).toBe('en')
})
