import { expect, test } from 'vitest'
import { publicText } from '#app/features/inputs/masking.ts'
import { type CheckedCitation, type CheckedCount, citationProblem, problemsOf } from './checks.ts'

const canonical = 'Vi støtter målet. Ola Nes sier at kostnadene må følge ansvaret.'
const words = 'kostnadene må følge ansvaret'

function cited(own: Partial<CheckedCitation> = {}): CheckedCitation {
  const quote = own.quote ?? words
  const startCp = canonical.indexOf(words)
  return {
    ...{ number: 1, mode: 'quote', canonical, quote, startCp, endCp: startCp + words.length },
    ...{ source: { text: canonical, masks: [] }, ...own },
  }
}

const counted: CheckedCount = { number: 2, seen: { count: 4, of: 9 }, live: { count: 4, of: 9 } }

function problems(nb: string, own: { nn?: string; citation?: CheckedCitation; count?: CheckedCount } = {}) {
  return problemsOf({
    text: { nb, ...(own.nn !== undefined && { nn: own.nn }) },
    citations: [own.citation ?? cited()],
    counts: [own.count ?? counted],
    quantity: (parts) =>
      parts.some((part) => part.kind === 'words' && part.words.includes('mange'))
        ? [{ kind: 'word-off', word: 'mange' }]
        : [],
  })
}

test('a finding whose every paragraph says on what it rests has no problems', () => {
  expect(problems('## Penger\n\nDe vil ha mer: {s1}\n\n{t2} sier det.')).toEqual([])
})

test('a finding says something, and headings alone do not', () => {
  expect(problems(' \n\n ')).toEqual([{ kind: 'no-text' }])
  expect(problems('## Penger')).toEqual([{ kind: 'no-text', lang: 'nb' }])
  expect(problems('{s1}', { nn: '## Pengar' })).toEqual([{ kind: 'no-text', lang: 'nn' }])
})

test('a paragraph without a citation or a count is named by its text and its place', () => {
  expect(problems('## Penger\n\n{s1}\n\nAlle vil ha mer.', { nn: 'Alle vil ha meir.' })).toEqual([
    { kind: 'claim-without-source', lang: 'nb', paragraph: 3 },
    { kind: 'claim-without-source', lang: 'nn', paragraph: 1 },
  ])
})

test('words that announce a quote standing by itself have it for their source', () => {
  expect(problems('De sier det slik:\n\n{s1}')).toEqual([])
  for (const text of [
    'De sier det slik.\n\n{s1}',
    'De sier det slik:\n\nOgså: {s1}',
    '{s1}\n\nDe sier det slik:',
  ])
    expect(problems(text)).toMatchObject([{ kind: 'claim-without-source' }])
})

test('a line below a heading is a paragraph like others', () => {
  expect(problems('## Penger\nAlle vil ha mer.\n\n{s1}')).toEqual([
    { kind: 'claim-without-source', lang: 'nb', paragraph: 2 },
  ])
})

test('a mark of nothing is found, also where a count is called a citation, and in headings', () => {
  expect(problems('Slik: {s7}')).toEqual([{ kind: 'marker-unknown', lang: 'nb', paragraph: 1, number: 7 }])
  expect(problems('Slik: {s2}')).toEqual([{ kind: 'marker-unknown', lang: 'nb', paragraph: 1, number: 2 }])
  expect(problems('## {t2}\n\n{s1}')).toEqual([
    { kind: 'marker-unknown', lang: 'nb', paragraph: 1, number: 2 },
  ])
})

test('a quote is true, public, open and not withdrawn; a problem of it stands where it is used', () => {
  const at = { lang: 'nb', paragraph: 2, number: 1 }
  const text = '## Penger\n\nSlik: {s1} og {s1}'
  expect(problems(text, { citation: cited({ quote: 'kostnadene skal følge ansvaret' }) })).toEqual([
    { kind: 'quote-not-verbatim', ...at },
  ])
  expect(problems(text, { citation: cited({ source: 'not-public' }) })).toEqual([
    { kind: 'quote-not-public', ...at },
  ])
  expect(problems(text, { citation: cited({ source: 'withdrawn' }) })).toEqual([
    { kind: 'quote-withdrawn', ...at },
  ])
  const start = canonical.indexOf('ansvaret')
  const masks = [{ startCp: start, endCp: start + 8, legalBasis: 'personal-matters' }]
  expect(problems(text, { citation: cited({ source: publicText(canonical, masks, 'nb') }) })).toEqual([
    { kind: 'quote-masked', ...at },
  ])
})

test('a citation that stands nowhere in the text is in nobody’s way', () => {
  expect(problems('{t2} sier det.', { citation: cited({ source: 'withdrawn' }) })).toEqual([])
})

test('a quote is verbatim at its own place, not only somewhere in the answer', () => {
  expect(citationProblem(cited({ startCp: 0, endCp: 17 }))).toBe('quote-not-verbatim')
  expect(citationProblem(cited({ startCp: 0 }))).toBe('quote-not-verbatim')
  expect(citationProblem(cited())).toBe(null)
})

test('a paraphrase has no words to be false, but its passage must be public and not masked as a whole', () => {
  const paraphrase = { mode: 'paraphrase', quote: canonical, startCp: 0, endCp: [...canonical].length }
  const name = { startCp: 18, endCp: 25, legalBasis: 'personal-matters' }
  const all = { startCp: 0, endCp: paraphrase.endCp, legalBasis: 'personal-matters' }
  expect(citationProblem(cited({ ...paraphrase, source: publicText(canonical, [name], 'nb') }))).toBe(null)
  expect(citationProblem(cited({ ...paraphrase, source: publicText(canonical, [all], 'nb') }))).toBe(
    'quote-masked',
  )
  expect(citationProblem(cited({ ...paraphrase, source: 'not-public' }))).toBe('quote-not-public')
})

test('a count that has moved since it was looked at is stale, one whose place is gone is gone', () => {
  const stale = { ...counted, live: { count: 4, of: 10 } }
  expect(problems('{t2} sier det.', { count: stale })).toEqual([
    { kind: 'count-stale', lang: 'nb', paragraph: 1, number: 2 },
  ])
  expect(problems('{t2} sier det.', { count: { ...counted, live: null } })).toEqual([
    { kind: 'count-gone', lang: 'nb', paragraph: 1, number: 2 },
  ])
})

test('a word of quantity that does not fit stands with its paragraph', () => {
  expect(problems('{s1}\n\nHos mange, {t2}, er det slik.')).toEqual([
    { kind: 'word-off', word: 'mange', lang: 'nb', paragraph: 2 },
  ])
})
