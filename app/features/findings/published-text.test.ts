import { expect, test } from 'vitest'
import type { ShownQuote } from './published-quotes.server.ts'
import { besides, leadOf, textQuote } from './published-text.ts'

const quote: ShownQuote = {
  ...{ key: 'k', number: 1, mode: 'quote', lang: 'nn', said: null },
  ...{ sender: { name: 'Tindås kommune', kind: 'municipality' }, input: { id: 'i', round: 'runde-1' } },
  ...{ state: 'shown', words: 'Vi vil ha ro.', anchor: 'svar-1-1', masked: [] },
}
const place = { strategy: 'plan', locale: 'nn' } as const

test('the lead is the first paragraph with words, and the quote it leads up to', () => {
  expect(leadOf('## Overskrift\n\n{s1}\n\nTo ting. {s2}\n\nMer.')).toHaveLength(1)
  expect(leadOf('Granmo skriver:\n\n{s1}\n\nMer.')).toHaveLength(2)
  expect(leadOf('Granmo skriver:\n\nMer.')).toHaveLength(1)
  expect(leadOf('{s1}')).toEqual([])
})

test('a quote leads to its place; one without words to its input, and one of nobody nowhere', () => {
  const input = '/nn/strategies/plan/rounds/runde-1/inputs/i'
  expect(textQuote(quote, place)).toMatchObject({ words: 'Vi vil ha ro.', href: `${input}#svar-1-1` })
  const {
    state: _,
    words: __,
    anchor: ___,
    masked: ____,
    ...of
  } = quote as Extract<ShownQuote, { state: 'shown' }>
  expect(textQuote({ ...of, state: 'withdrawn' }, place)).toMatchObject({ words: null, href: input })
  expect(textQuote({ ...of, state: 'gone', sender: null, input: null }, place)).toMatchObject({ href: null })
  expect(textQuote({ ...of, state: 'withheld', basis: 'unlawful' }, place)).toMatchObject({
    bases: ['unlawful'],
  })
})

test('only the quotes that do not stand in a text, or in what is shown of it, are listed beside it', () => {
  const two = [quote, { ...quote, number: 2 }]
  expect(besides('Slik: {s1}', two).map(({ number }) => number)).toEqual([2])
  expect(besides(leadOf('Slik: {s1}\n\nOg slik: {s2}'), two).map(({ number }) => number)).toEqual([2])
})
