import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomeOf } from './conditional.ts'

const has = (header: string) => outcomeOf({ 'if-none-match': header }, '"abc-br"')

test('who has the page is told so, whichever of those they have it is', () => {
  for (const header of [
    '"abc-br"',
    'W/"abc-br"',
    '*',
    ' * ',
    '"x", "abc-br"',
    '"x","abc-br" ,"y"',
    '"x",,"abc-br"',
  ])
    expect(has(header), header).toBe(304)
})

test('who has another is given this one', () => {
  for (const header of ['"abc"', '"abc-gzip"', '"ABC-br"', '""', 'W/"abc"', '"x", "y"'])
    expect(has(header), header).toBe(200)
})

test('what is no list of tags is as if it were not there', () => {
  for (const header of [
    'abc-br',
    '"abc-br',
    'w/"abc-br"',
    '"abc-br" "x"',
    '"x", abc-br',
    ', ,',
    '',
    '**',
    `"${'x'.repeat(9_000)}"`,
  ])
    expect(has(header), header).toBe(200)
})

test('who wants a certain page and no other is told when it is another', () => {
  const wants = (header: string) => outcomeOf({ 'if-match': header }, '"abc"')
  expect(wants('"abc"')).toBe(200)
  expect(wants('*')).toBe(200)
  expect(wants('"x", "abc"')).toBe(200)
  expect(wants('"x"')).toBe(412)
  expect(wants('W/"abc"')).toBe(412)
  expect(wants('nonsense')).toBe(200)
  expect(outcomeOf({ 'if-match': '"x"', 'if-none-match': '"abc"' }, '"abc"')).toBe(412)
  expect(outcomeOf({}, '"abc"')).toBe(200)
})

test('whatever is sent, there is an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (held, wanted) => {
      expect([200, 304, 412]).toContain(outcomeOf({ 'if-none-match': held, 'if-match': wanted }, '"abc"'))
    }),
  )
})
