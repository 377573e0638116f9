import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citePath, placeOf, wayBack } from './citing.ts'

test('the way back is where somebody was, with the search that was asked and without what was told', () => {
  expect(placeOf('/workbench/search', '?q=eksamen&theme=a&theme=b', 'siter-1')).toBe(
    '/workbench/search?q=eksamen&theme=a&theme=b#siter-1',
  )
  expect(placeOf('/workbench/strategies/1/codebook/themes/2', '?done=saved&page=3', 'siter-1')).toBe(
    '/workbench/strategies/1/codebook/themes/2?page=3#siter-1',
  )
  expect(placeOf('/workbench/search', `?q=${'x'.repeat(2000)}`, 'siter-1')).toBe(null)
})

test('it comes through an address whole', () => {
  const from = '/workbench/search?q=skole+og+%C3%A6re&kind=municipality#siter-1'
  const cited = new URL(citePath('r', 'p', from), 'http://innspill.test')
  expect(cited.searchParams.get('passage')).toBe('p')
  expect(wayBack(cited.searchParams.get('from'))).toBe(from)
})

test('nobody is led anywhere but to the workbench', () => {
  for (const elsewhere of [
    ...['//evil.example/workbench/', 'https://evil.example/workbench/', '/\\evil.example', '/admin', ''],
    ...[
      '/workbenches',
      '/workbench/../admin',
      '/workbench/..//evil.example',
      'javascript:alert(1)',
      'workbench',
    ],
    ...['/workbench/\n/../../admin', '/workbench/%2e%2e/admin'],
  ])
    expect(wayBack(elsewhere), elsewhere).toBe(null)
  expect(wayBack(null)).toBe(null)
  expect(wayBack('/workbench')).toBe('/workbench')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (asked) => {
      for (const whole of [asked, `/workbench/${asked}`, `/workbench${asked}`]) {
        const back = wayBack(whole)
        if (back !== null)
          expect(new URL(back, 'https://innspill.test').href).toMatch(
            /^https:\/\/innspill\.test\/workbench(?:[/?#]|$)/,
          )
      }
    }),
  )
})
