import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inputs } from '#db/seed/content/inputs.ts'
import { codePointSlice } from '../analysis/passage.ts'
import { isVerbatim, verifyQuote } from './quote.ts'

// The answers of the demo: invented bodies, written as bodies write. A passage is a paragraph with words enough to cut.
const passages = inputs
  .flatMap(({ answers }) =>
    answers.flatMap((answer) => ('text' in answer ? (answer.text ?? '').split(/\n+/) : [])),
  )
  .filter((text) => text.split(/\s+/).length >= 14)

const ALTERED = 3000

/** Our own reading of what a quote must be, by whole words between spaces, apart from the code that is tested. */
function tokens(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D]/g, '')
    .replace(/[«»“”„"‘’']/g, '"')
    .replace(/[–—−‑]/g, '-')
    .split(/\s+/)
    .filter(Boolean)
}

const bare = (token: string) => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/** Where a run of words ends in a text from a place on; -1 where it does not stand. Marks around the run may be cut. */
function endOfRun(run: string[], text: string[], from: number): number {
  for (let at = from; at + run.length <= text.length; at += 1) {
    const stands = run.every((token, place) => {
      const theirs = text[at + place] ?? ''
      const edge = place === 0 || place === run.length - 1
      return token === theirs || (edge && theirs.includes(token) && bare(theirs) === bare(token))
    })
    if (stands) return at + run.length
  }
  return -1
}

/**
 * Whether the words stand in the source just so, or part by part in its order: with something between where an ellipsis is,
 * with something or nothing where words of ours are, which deny nothing.
 */
function standsThere(quote: string, source: string): boolean {
  const text = tokens(source)
  let from = 0
  for (const [, part = '', mark = ''] of quote.matchAll(/([^[]*)(\[[^\]]*\]|$)/g)) {
    const end = endOfRun(tokens(part), text, from)
    if (end === -1 || NEGATION.test(bare(mark))) return false
    from = mark === '[…]' ? end + 1 : end
  }
  return true
}

const NEGATION = /^(ikke|ikkje|ingen|inga|ingenting|aldri|uten|utan|heller)$/i

type Cut = { words: string[]; source: string }

/** Some words in a row from a passage; never from the middle of a number, which is no whole word. */
const cut: fc.Arbitrary<Cut> = fc
  .tuple(
    fc.constantFrom(...passages),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 8, max: 24 }),
  )
  .map(([source, where, length]) => {
    const all = source.split(/\s+/).filter(Boolean)
    const from = Math.floor(where * Math.max(0, all.length - length))
    return {
      source,
      words: all.slice(from, from + length),
      before: all[from - 1] ?? '',
      after: all[from + length] ?? '',
    }
  })
  .filter(({ words, before, after }) => {
    const inNumber = (left: string, right: string) => /\d$/.test(left) && /^\d{3}/.test(right)
    return !inNumber(before, words[0] ?? '') && !inNumber(words.at(-1) ?? '', after)
  })

const place = fc.nat(1000)

/** Every way we know of making a false quote of true words. */
const alterations: Record<string, (cut: Cut, one: number, other: number) => string> = {
  'a word changed': ({ words }, one, other) => {
    const theirs = (passages[other % passages.length] ?? '').split(/\s+/)
    return words.with(one % words.length, theirs[one % theirs.length] ?? 'noe').join(' ')
  },
  'a word dropped': ({ words }, one) => words.toSpliced(1 + (one % (words.length - 2)), 1).join(' '),
  'a word moved': ({ words }, one, other) => {
    const [taken = ''] = words.slice(one % words.length)
    return words
      .toSpliced(one % words.length, 1)
      .toSpliced(other % words.length, 0, taken)
      .join(' ')
  },
  'a negation removed': ({ words }) => words.filter((word) => !NEGATION.test(bare(word))).join(' '),
  'a negation added': ({ words }, one) =>
    words.toSpliced(1 + (one % (words.length - 1)), 0, 'ikke').join(' '),
  'the words of another passage': (_, one, other) =>
    (passages[one % passages.length] ?? '')
      .split(/\s+/)
      .slice(other % 3, 9)
      .join(' '),
  'a word cut short': ({ words }, one) => {
    const at = one % words.length
    return words.with(at, (words[at] ?? '').slice(0, -1)).join(' ')
  },
  'a word without its beginning': ({ words }, one) => {
    const at = one % words.length
    return words.with(at, (words[at] ?? '').slice(1)).join(' ')
  },
  'parts in another order': ({ words }) => `${words.slice(5).join(' ')} […] ${words.slice(0, 4).join(' ')}`,
  'a part with a word changed': ({ words }, one) =>
    `${words.slice(0, 3).join(' ')} […] ${words
      .slice(4)
      .with(one % (words.length - 4), 'sjøgress')
      .join(' ')}`,
  'a part without a word': ({ words }, one) =>
    `${words.slice(0, 3).join(' ')} […] ${words
      .slice(4)
      .toSpliced(1 + (one % 2), 1)
      .join(' ')}`,
  // Words left out and words of ours in one quote.
  'both, with a word changed': ({ words }, one) =>
    both(words.with(5 + (one % (words.length - 5)), 'sjøgress')),
  'both, with a word of the first part changed': ({ words }, one) => both(words.with(one % 4, 'sjøgress')),
  'both, with a word dropped': ({ words }) =>
    `${words.slice(0, 4).join(' ')} […] ${words[5]} ${words[7]} [her] ${words.slice(8).join(' ')} og så`,
  'both, in another order': ({ words }) =>
    `${words.slice(5, 7).join(' ')} [her] ${words.slice(7).join(' ')} […] ${words.slice(0, 4).join(' ')}`,
  'both, with a negation of ours': ({ words }) => both(words, 'ikke'),
  'both, with words from another passage': ({ words }, one) =>
    both([...words.slice(0, 5), ...(passages[one % passages.length] ?? '').split(/\s+/).slice(0, 8)]),
}

/** A quote that leaves a word out and has one of ours in place of none. */
function both(words: readonly string[], ours = 'her'): string {
  const [first, second, third] = [words.slice(0, 4), words.slice(5, 7), words.slice(7)].map((run) =>
    run.join(' '),
  )
  return `${first} […] ${second} [${ours}] ${third}`
}

test('of three thousand altered quotes none is taken for the source’s words', () => {
  // Altered is what does not stand in the source just so: a word dropped can leave words that stand elsewhere in it.
  const tried = new Map(Object.keys(alterations).map((way) => [way, 0]))
  const ways = Object.entries(alterations)
  const accepted: string[] = []
  let altered = 0
  const runs = fc.sample(fc.tuple(cut, place, place), { numRuns: ALTERED * 2, seed: 20261122 })
  for (const [at, [from, one, other]] of runs.entries()) {
    const [way, alter] = ways[at % ways.length] ?? ['', () => '']
    const quote = alter(from, one, other)
    if (altered === ALTERED || quote === '' || standsThere(quote, from.source)) continue
    altered += 1
    tried.set(way, (tried.get(way) ?? 0) + 1)
    const check = verifyQuote(quote, from.source)
    if (isVerbatim(check)) accepted.push(`${way}: ${quote} (${check.kind})`)
  }
  expect(altered).toBe(ALTERED)
  expect(accepted).toEqual([])
  for (const [way, times] of tried) expect(times, way).toBeGreaterThan(50)
})

const variant = fc.record({
  double: fc.constantFrom('"', '“', '”', '„', '«', '»', '‘', '’'),
  single: fc.constantFrom("'", '’', '‘', '´'),
  dash: fc.constantFrom('-', '–', '—', '−', '‑'),
  space: fc.constantFrom(' ', '\u00A0', '\u202F', '  ', '\n', ' \u200B'),
  form: fc.constantFrom('NFC', 'NFD'),
  hyphenAt: place,
  everySpace: fc.boolean(),
})
type Variant = typeof variant extends fc.Arbitrary<infer T> ? T : never

/** Words with other marks, dashes, spaces and invisible characters. */
function inOther(words: readonly string[], like: Variant): string {
  const [first = '', ...rest] = words.map((word, at) => {
    const inside = 1 + (like.hyphenAt % Math.max(1, word.length - 1))
    const cutUp = at % 3 === 0 ? `${word.slice(0, inside)}\u00AD${word.slice(inside)}` : word
    return cutUp
      .replace(/[«»“”"]/g, like.double)
      .replace(/['’]/g, like.single)
      .replace(/[–—-]/g, like.dash)
  })
  const quote = rest.reduce(
    (text, word, at) => text + (like.everySpace || at % 2 === 0 ? like.space : ' ') + word,
    first,
  )
  return quote.replaceAll('…', '...').normalize(like.form)
}

test('every quote in other typography is accepted, and kept as the source has it', () => {
  const runs = fc.sample(fc.tuple(cut, variant), { numRuns: ALTERED, seed: 20261122 })
  const refused: string[] = []
  for (const [{ words, source }, like] of runs) {
    const quote = inOther(words, like)
    const check = verifyQuote(quote, source)
    const kept = isVerbatim(check) && codePointSlice(source, check.startCp, check.endCp) === check.words
    if (!kept || tokens(check.words).join(' ') !== tokens(words.join(' ')).join(' ')) refused.push(quote)
  }
  expect(refused).toEqual([])
})

/** Where words may be left out and put in: none of the runs ends in a number, a mark without words, or another sentence. */
const roomForBoth = ({ words }: Cut) => {
  const said = (run: string[]) => run.filter((word) => /\p{L}/u.test(word)).length
  const second = words.slice(5)
  return (
    said(words.slice(0, 4)) >= 3 &&
    said(words.slice(4, 7)) === 3 &&
    said(words.slice(7, 10)) === 3 &&
    second.every((word) => !/[.!?…:]["»”]?$/.test(word)) &&
    words.every((word) => !/\d/.test(word))
  )
}

test('every quote that leaves words out and has words of ours is accepted in other typography, and kept with the source’s', () => {
  const runs = fc.sample(fc.tuple(cut.filter(roomForBoth), variant), { numRuns: ALTERED, seed: 20261122 })
  const refused: string[] = []
  for (const [{ words, source }, like] of runs) {
    const [first, second, third] = [words.slice(0, 4), words.slice(5, 7), words.slice(7)].map((run) =>
      inOther(run, like),
    )
    const quote = `${first} [...] ${second} [her] ${third}`
    const check = verifyQuote(quote, source)
    const kept = check.kind === 'elided-and-edited' ? tokens(check.words).join(' ') : check.kind
    if (kept !== tokens(both(words)).join(' ')) refused.push(`${kept}: ${quote}`)
  }
  expect(runs).toHaveLength(ALTERED)
  expect(refused).toEqual([])
})

test('what is kept of a quote is found again at its own place, whole', () => {
  const elided = fc.sample(cut, { numRuns: 500, seed: 20261122 })
  for (const { words, source } of elided) {
    for (const quote of [
      words.join(' '),
      `${words.slice(0, 3).join(' ')} [...] ${words.slice(4, 8).join(' ')}`,
      words.with(3, '[noe annet]').slice(0, 8).join(' '),
      both(words),
    ]) {
      const check = verifyQuote(quote, source)
      if (!isVerbatim(check)) continue
      const again = verifyQuote(check.words, codePointSlice(source, check.startCp, check.endCp))
      expect(again).toMatchObject({
        kind: check.kind === 'normalised' ? 'exact' : check.kind,
        words: check.words,
      })
      expect(isVerbatim(again) && [again.startCp, again.endCp]).toEqual([0, check.endCp - check.startCp])
    }
  }
})
