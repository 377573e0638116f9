import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, lexemesOf, stemsOf, tokensOf, wordsOf } from './analyser.ts'

const stems = (text: string, lang: string) => tokensOf(text, lang).map((token) => token.stem)
const exacts = (text: string) => tokensOf(text, 'nb').map((token) => token.exact)

test('inflections of a word share a stem in bokmål and nynorsk', () => {
  expect(new Set(stems('kommune kommunen kommuner kommunene', 'nb'))).toEqual(new Set(['kommun']))
  expect(new Set(stems('kommune kommunen kommunar kommunane', 'nn'))).toEqual(new Set(['kommun']))
})

test('a document is stemmed by its own language', () => {
  expect(stems('skolorna', 'sv')).toEqual(stems('skolor', 'sv'))
  expect(stems('koulut', 'fi')).toEqual(['koulu'])
  expect(stems('municipalities', 'en')).toEqual(stems('municipality', 'en'))
})

test('a language without a stemmer keeps its words whole', () => {
  expect(stems('skuvllat', 'se')).toEqual(['skuvllat'])
})

test('slashes, hyphens and signs part words', () => {
  expect(exacts('barnehage/skole og IKT-plan, jf. § 11-5')).toEqual([
    'barnehage',
    'skole',
    'og',
    'ikt',
    'plan',
    'jf',
    '11',
    '5',
  ])
})

test('apostrophes part words and numbers are kept', () => {
  expect(exacts("KS' 2 500 000 kr, o’lav")).toEqual(['ks', '2', '500', '000', 'kr', 'o', 'lav'])
})

test('Nordic and Sámi letters are spelt out in ASCII', () => {
  expect(fold('åøæäö')).toBe('aaoeaeaeoe')
  expect(fold('čđŋšŧž')).toBe('cdnstz')
  expect(exacts('Kárášjohka')).toEqual(['karasjohka'])
  expect(exacts('Ålesund')).toEqual(exacts('Aalesund'))
})

test('decomposed and composed letters give the same tokens, each with its own places', () => {
  const composed = 'Blåbær på Åsen'
  const decomposed = composed.normalize('NFD')
  expect(exacts(decomposed)).toEqual(exacts(composed))
  expect(decomposed.slice(0, tokensOf(decomposed, 'nb')[0]?.end)).toBe('Blåbær'.normalize('NFD'))
})

test('soft hyphens and zero-width signs inside a word do not part it', () => {
  expect(exacts('kom\u00ADmu\u200Bne')).toEqual(['kommune'])
})

test('emoji, lone surrogates and null bytes are not words', () => {
  expect(exacts('skole🏫barnehage \uD83C \u0000null\u0000byte')).toEqual([
    'skole',
    'barnehage',
    'null',
    'byte',
  ])
})

test('offsets are code units of the text as given', () => {
  const text = '🏫 Skolene i «Nordvik»'
  expect(tokensOf(text, 'nb').map((t) => text.slice(t.start, t.end))).toEqual(['Skolene', 'i', 'Nordvik'])
})

test('a query word is looked for under the stem of every language and whole', () => {
  expect(stemsOf('kommunene')).toEqual(expect.arrayContaining(['kommun', 'kommunene']))
  expect(stemsOf('11')).toEqual(['11'])
})

test('a word indexed in any language is found by a query for itself', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('nb', 'nn', 'sv', 'fi', 'en', 'se', ''),
      (text, lang) => {
        const wanted = lexemesOf([text], 'inflected')
        const tokens = tokensOf(text, lang)
        expect(wanted.length).toBe(tokens.length)
        tokens.forEach((token, at) => {
          expect(wanted[at]).toContain(token.stem)
        })
      },
    ),
  )
})

test('any text gives lexemes of letters and digits only, in rising places', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('nb', 'sv', 'fi', 'en'), (text, lang) => {
      let last = 0
      for (const token of tokensOf(text, lang)) {
        expect(token.stem).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
        expect(token.start).toBeGreaterThanOrEqual(last)
        last = token.end
      }
    }),
  )
})

test('a very long word is cut, in text and query alike', () => {
  const long = 'ab'.repeat(500)
  expect(tokensOf(long, 'se')[0]?.stem.length).toBe(64)
  expect(lexemesOf([long], 'inflected')[0]).toContain(tokensOf(long, 'se')[0]?.stem)
  expect(wordsOf(long)).toHaveLength(1)
})
