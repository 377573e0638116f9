import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainly } from './expansion.ts'
import { fragmentOf, piecesOf, spansOf } from './highlight.ts'
import { parseQuery } from './query.ts'
import type { QueryNode } from './tree.ts'

function marked(text: string, typed: string, lang = 'nb'): string[] {
  const parsed = parseQuery(typed)
  if (!('query' in parsed)) throw new Error(parsed.refusal)
  return spansOf(text, lang, plainly(parsed.query)).map((span) => text.slice(span.start, span.end))
}

test('inflections of the word searched for are marked as they stand', () => {
  expect(marked('Skolene i kommunen. Skolen!', 'skole')).toEqual(['Skolene', 'Skolen'])
})

test('a phrase is marked whole, and only where it stands together', () => {
  const text = 'Kompetanse. Digital kompetanse er mer enn digital teknologi.'
  expect(marked(text, '"digital kompetanse"')).toEqual(['Digital kompetanse'])
})

test('an exact word does not mark its inflections', () => {
  expect(marked('skolen skolene skole', '"skolen"')).toEqual(['skolen'])
})

test('words are marked by the language of the text', () => {
  expect(marked('The municipalities answered', 'municipality', 'en')).toEqual(['municipalities'])
  expect(marked('Skolorna svarade', 'skola', 'sv')).toEqual(['Skolorna'])
})

test('a negated word is not marked', () => {
  const query: QueryNode = { kind: 'not', child: { kind: 'term', text: 'skole', match: 'inflected' } }
  expect(spansOf('skole', 'nb', query)).toEqual([])
})

test('decomposed text is marked in whole letters', () => {
  const text = 'Små skoler på øya'.normalize('NFD')
  expect(marked(text, 'på')).toEqual(['på'.normalize('NFD')])
})

test('spans that overlap become one', () => {
  expect(marked('digital kompetanse', '"digital kompetanse" kompetanse')).toEqual(['digital kompetanse'])
})

test('a short text is its own fragment', () => {
  expect(fragmentOf('Kort tekst', [{ start: 0, end: 4 }])).toEqual({
    text: 'Kort tekst',
    spans: [{ start: 0, end: 4 }],
    cutStart: false,
    cutEnd: false,
  })
})

test('a fragment holds the first match, is cut between words and says so', () => {
  const body = `${'foran '.repeat(100)}skolen ${'etter '.repeat(100)}`.trim()
  const fragment = fragmentOf(body, spansOf(body, 'nb', { kind: 'term', text: 'skole', match: 'inflected' }))
  expect(fragment.text).toMatch(/^(foran )+skolen( etter)+$/)
  expect(fragment.text.length).toBeLessThanOrEqual(240)
  expect(fragment.spans.map((s) => fragment.text.slice(s.start, s.end))).toEqual(['skolen'])
  expect([fragment.cutStart, fragment.cutEnd]).toEqual([true, true])
})

test('a fragment near the end uses the room there is', () => {
  const body = `${'foran '.repeat(100)}skolen`
  const fragment = fragmentOf(body, spansOf(body, 'nb', { kind: 'term', text: 'skole', match: 'inflected' }))
  expect(fragment.text.endsWith('skolen')).toBe(true)
  expect(fragment.text.length).toBeGreaterThan(200)
  expect(fragment.cutEnd).toBe(false)
})

test('pieces put together are the text, and markup in it stays text', () => {
  const text = '<b>skole</b> & skoler'
  const pieces = piecesOf(text, spansOf(text, 'nb', { kind: 'term', text: 'skole', match: 'inflected' }))
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.filter((piece) => piece.match).map((piece) => piece.text)).toEqual(['skole', 'skoler'])
})

test('any fragment is part of its text, at most as long as asked, with its spans inside and no letter halved', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'skole', ' ', '🏫', 'å', '\n'), maxLength: 400 })
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 300 }), (body, length) => {
      const spans = spansOf(body, 'nb', { kind: 'term', text: 'skole', match: 'inflected' })
      const fragment = fragmentOf(body, spans, length)
      expect(body).toContain(fragment.text)
      expect(fragment.text.length).toBeLessThanOrEqual(length)
      expect(fragment.text).not.toMatch(/\p{Surrogate}/u)
      for (const span of fragment.spans) {
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeLessThanOrEqual(fragment.text.length)
        expect(span.end).toBeGreaterThan(span.start)
      }
      if (spans.length > 0) expect(fragment.spans.length).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})
