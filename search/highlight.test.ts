import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainly } from './expansion.ts'
import { fragmentOf, kwicOf, piecesOf, spansOf } from './highlight.ts'
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

test('beginnings, words near each other and the words a fuzzy one stood for are marked', () => {
  expect(marked('Lærere lærer læreplanen', 'lærep*')).toEqual(['læreplanen'])
  expect(marked('skolen og hjemmet, men ikke skolen', 'skole NÆR/2 hjem')).toEqual(['skolen', 'hjemmet'])
  const fuzzy: QueryNode = {
    kind: 'or',
    children: [
      { kind: 'term', text: 'kommnue', match: 'inflected' },
      { kind: 'or', children: [{ kind: 'term', text: 'kommune', match: 'exact' }] },
    ],
  }
  expect(spansOf('Kommune og kommuner', 'nb', fuzzy)).toEqual([{ start: 0, end: 7 }])
})

test('the sender and the language are not in the text, so nothing is marked for them', () => {
  expect(marked('Nordvik kommune skriver nynorsk', 'avsender:nordvik språk:nn')).toEqual([])
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

test('each match stands in a line of its own, cut between words', () => {
  const body = 'Vi mener at skolen er viktig.\nSkolene trenger lærere og mer tid.'
  expect(kwicOf(body, spansOf(body, 'nb', { kind: 'term', text: 'skole', match: 'inflected' }), 18)).toEqual([
    { before: 'Vi mener at ', match: 'skolen', after: ' er viktig.' },
    { before: 'skolen er viktig.\n', match: 'Skolene', after: ' trenger lærere og' },
  ])
})

test('a line is part of its text, its sides no longer than asked, with no letter halved and words whole', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'skole', ' ', ' ', '🏫', 'å', '\n'), maxLength: 200 })
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 60 }), (body, room) => {
      const spans = spansOf(body, 'nb', { kind: 'term', text: 'skole', match: 'inflected' })
      const lines = kwicOf(body, spans, room)
      expect(lines.map(({ match }) => match)).toEqual(spans.map((s) => body.slice(s.start, s.end)))
      lines.forEach(({ before, match, after }, at) => {
        const start = (spans[at]?.start ?? 0) - before.length
        expect(body.slice(start, start + (before + match + after).length)).toBe(before + match + after)
        expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(room)
        expect(before + match + after).not.toMatch(/\p{Surrogate}/u)
        const cutsWord = /\S/.test(body.charAt(start - 1)) && /^\S+\s/.test(before)
        expect(cutsWord).toBe(false)
        const end = start + (before + match + after).length
        expect(/\S/.test(body.charAt(end)) && /\s\S+$/.test(after)).toBe(false)
      })
    }),
    { numRuns: 1_000 },
  )
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
