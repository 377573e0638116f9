import { expect, test } from 'vitest'
import { publicText, rangesOfWords } from '#app/features/inputs/masking.ts'
import { isMasked, maskedQuote } from './masked-quote.ts'

const answer = 'Ola er seks. Sønnen Ola Nes går i barnehagen, og Ola trives.'

function masking(...words: string[]) {
  const masks = words.flatMap((word) =>
    rangesOfWords(answer, word).map((range) => ({ ...range, legalBasis: 'personal-matters' })),
  )
  return publicText(answer, masks, 'nb')
}

function placed(quote: string, from = quote) {
  const startCp = answer.indexOf(from)
  return { quote, startCp, endCp: startCp + from.length }
}

test('a quote that no mask touches is left as it is, whatever is masked elsewhere', () => {
  const quote = placed('Sønnen')
  expect(maskedQuote(quote, masking('Ola Nes', 'trives'))).toBeNull()
  expect(isMasked(quote, masking('Ola Nes', 'trives'))).toBe(false)
})

test('a quote has a sign in place of its masked words, and says by which law', () => {
  const quote = placed('Sønnen Ola Nes går i barnehagen')
  expect(maskedQuote(quote, masking('Ola Nes'))).toEqual({
    words: 'Sønnen [skjermet] går i barnehagen',
    bases: ['personal-matters'],
  })
})

test('the same words standing open elsewhere do not open a quote that is masked at its own place', () => {
  const source = publicText(answer, [{ startCp: 49, endCp: 52, legalBasis: 'other' }], 'nn')
  const quote = { quote: 'Ola trives.', startCp: 49, endCp: 60 }
  expect(maskedQuote(quote, source)).toEqual({ words: '[skjerma] trives.', bases: ['other'] })
})

test('a quote that is masked as a whole has no words left', () => {
  const whole = { startCp: 0, endCp: [...answer].length, legalBasis: 'unlawful' }
  expect(maskedQuote(placed('Ola er seks.'), publicText(answer, [whole], 'nb'))).toEqual({
    words: null,
    bases: ['unlawful'],
  })
})

test('a quote with words left out or put in is shown only if the mask is not among its own words', () => {
  const span = 'Sønnen Ola Nes går i barnehagen, og Ola trives.'
  const elided = placed('Sønnen Ola Nes går […] og Ola trives.', span)
  expect(maskedQuote(elided, masking('Ola Nes'))?.words).toBeNull()
  expect(maskedQuote(elided, masking('barnehagen'))?.words).toBe(elided.quote)
  const edited = placed('Sønnen [til mor] Ola Nes går i barnehagen, og Ola trives.', span)
  expect(maskedQuote(edited, masking('Nes'))?.words).toBeNull()
})
