import { type MatchingText, matchingText, wholeMatches } from './matching-text.ts'

/**
 * How a quote stands to its source: word for word, the same but for marks and spaces, with parts left out ([…]), or
 * with words of ours in square brackets. Offsets are code points of the source, the end is not included; for the
 * last two they span from the first quoted word to the last.
 */
export type QuoteCheck =
  | { kind: 'exact' | 'normalised'; startCp: number; endCp: number }
  | { kind: 'elided' | 'edited'; startCp: number; endCp: number; jumpsOverNegation: boolean }
  | { kind: 'not-found' }

type Span = { start: number; end: number }

const ELLIPSIS = /\[\s*(?:\.\.\.|…)\s*\]/
const INSERTION = /\[[^[\]]*\]/
const LONGEST_INSERTION = 60
const FEWEST_WORDS = 3
const MOST_REPLACED_WORDS = 3
const SENTENCE_END = /[.!?…]["'»”’)\]]*\s+["'«“‘([]?[\p{Lu}\p{N}]|\n/u
const NEGATIONS = new Set(
  (
    'ikke ikkje inte eik ej ii eai not never unntatt unnateke unnatatt utom except dersom hvis viss if ' +
    'unless aldri aldrig ingen ingenting inga intet inkje verken hverken korkje varken uten utan without'
  ).split(' '),
)

/** Whether the words quoted are the source's own. A changed, dropped or moved word is not found. */
export function verifyQuote(quote: string, source: string): QuoteCheck {
  if (quote.trim() === '') return { kind: 'not-found' }
  return exact(quote.trim(), source) ?? loose(quote, source)
}

/** Whether a check says that the words are the source's own, leaving out and marked insertions included. */
export function isVerbatim(check: QuoteCheck): boolean {
  return check.kind !== 'not-found'
}

function exact(quote: string, source: string): QuoteCheck | null {
  for (const { start, end } of wholeMatches(quote, source)) {
    const startCp = [...source.slice(0, start)].length
    return { kind: 'exact', startCp, endCp: startCp + [...source.slice(start, end)].length }
  }
  return null
}

function loose(quote: string, source: string): QuoteCheck {
  const within = matchingText(source)
  for (const match of wholeMatches(plain(quote), within.text)) {
    return { kind: 'normalised', ...offsets(within, match, match) }
  }
  if (ELLIPSIS.test(quote)) return elided(quote, within)
  return INSERTION.test(quote) ? edited(quote, source, within) : { kind: 'not-found' }
}

function plain(words: string): string {
  return matchingText(words).text.trim()
}

/** Parts in the source's order with something left out between them, each long enough to be recognised. */
function elided(quote: string, within: MatchingText): QuoteCheck {
  const parts = quote.split(ELLIPSIS).map(plain)
  if (parts[0] === '') parts.shift()
  if (parts.at(-1) === '') parts.pop()
  if (parts.length === 0 || parts.some((part) => wordsIn(part).length < FEWEST_WORDS))
    return { kind: 'not-found' }
  const found = inOrder(parts, within, () => true)
  return found ? assembled('elided', found, within) : { kind: 'not-found' }
}

/** Short words of ours in brackets, in place of a few of the source's or of none, inside one sentence. */
function edited(quote: string, source: string, within: MatchingText): QuoteCheck {
  const insertions = quote.match(new RegExp(INSERTION, 'g')) ?? []
  if (insertions.some((inserted) => inserted.length > LONGEST_INSERTION)) return { kind: 'not-found' }
  for (const recased of caseVariants(quote)) {
    const parts = recased
      .split(INSERTION)
      .map(plain)
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
    if (parts.length === 0 || parts.flatMap(wordsIn).length < FEWEST_WORDS) continue
    const found = inOrder(parts, within, (gap) => {
      if (gap.end - gap.start > LONGEST_INSERTION) return false
      const replaced = within.text.slice(gap.start, gap.end)
      const upToNext = originalBetween(gap.start, gap.end + 2, source, within)
      return wordsIn(replaced).length <= MOST_REPLACED_WORDS && !SENTENCE_END.test(upToNext)
    })
    if (found) return assembled('edited', found, within)
  }
  return { kind: 'not-found' }
}

/** "[K]ommunen" quotes "kommunen" at the start of a sentence of ours; both cases are tried. */
function caseVariants(quote: string): string[] {
  const letter = /\[(\p{L})\](?=\p{L})/gu
  const either = [
    quote.replace(letter, (_, only: string) => only.toLowerCase()),
    quote.replace(letter, (_, only: string) => only.toUpperCase()),
  ]
  return [...new Set(either)]
}

/** Finds the parts one after another; goes back to a later place for the first when the next does not follow. */
function inOrder(parts: string[], within: MatchingText, mayLeaveOut: (gap: Span) => boolean): Span[] | null {
  let tries = 0
  const search = (at: number, previous: Span | null): Span[] | null => {
    const part = parts[at]
    if (part === undefined) return []
    for (const match of wholeMatches(part, within.text, previous?.end ?? 0)) {
      tries += 1
      if (tries > 2000) return null
      if (previous && !mayLeaveOut({ start: previous.end, end: match.start })) continue
      const rest = search(at + 1, match)
      if (rest) return [match, ...rest]
    }
    return null
  }
  return search(0, null)
}

function assembled(kind: 'elided' | 'edited', found: Span[], within: MatchingText): QuoteCheck {
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return { kind: 'not-found' }
  const leftOut = found.slice(1).map((span, at) => within.text.slice(found[at]?.end, span.start))
  const jumpsOverNegation = leftOut.flatMap(wordsIn).some((word) => NEGATIONS.has(word.toLowerCase()))
  return { kind, ...offsets(within, first, last), jumpsOverNegation }
}

function offsets(within: MatchingText, first: Span, last: Span): { startCp: number; endCp: number } {
  return { startCp: within.startCp[first.start] ?? 0, endCp: within.endCp[last.end - 1] ?? 0 }
}

/** The source's own text of a gap, where a line break still is one and so ends a sentence. */
function originalBetween(start: number, end: number, source: string, within: MatchingText): string {
  return [...source].slice(within.endCp[start - 1] ?? 0, within.startCp[end] ?? undefined).join('')
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu) ?? []
}
