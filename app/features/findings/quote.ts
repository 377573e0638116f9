import { type MatchingText, matchingText, wholeMatches } from './matching-text.ts'
import { hasNegation, SENTENCE_END, wordsIn } from './negation.ts'

/**
 * How a quote stands to its source: word for word, the same but for marks and spaces, with parts left out ([…]), or
 * with words of ours in square brackets. Offsets are code points of the source, the end is not included; for the
 * last two they span from the first quoted word to the last. `words` is the quote as it is kept: with the source's marks.
 */
export type QuoteCheck =
  | { kind: 'exact' | 'normalised'; startCp: number; endCp: number; words: string }
  | { kind: 'elided' | 'edited'; startCp: number; endCp: number; words: string; jumpsOverNegation: boolean }
  | { kind: 'not-found' }

type Span = { start: number; end: number }
/** A text to find things in, as it is and as it is compared. */
type Source = { points: string[]; matching: MatchingText }

const NOT_FOUND: QuoteCheck = { kind: 'not-found' }
const ELLIPSIS = /\[\s*(?:\.\.\.|…)\s*\]/
/** A letter whose case is ours, at the beginning of a word of the source's. */
const RECASED = /\[(\p{L})\](?=\p{L})/gu
const INSERTION = /\[(?!\p{L}\]\p{L})[^[\]]*\]/gu
const LONGEST_INSERTION = 60
const FEWEST_WORDS = 3
const MOST_REPLACED_WORDS = 3

/** Whether the words quoted are the source's own. A changed, dropped or moved word is not found. */
export function verifyQuote(quote: string, source: string): QuoteCheck {
  if (quote.trim() === '') return NOT_FOUND
  return exact(quote.trim(), source) ?? loose(quote, source)
}

/** Whether a check says that the words are the source's own, leaving out and marked insertions included. */
export function isVerbatim(check: QuoteCheck): check is Exclude<QuoteCheck, { kind: 'not-found' }> {
  return check.kind !== 'not-found'
}

function exact(quote: string, source: string): QuoteCheck | null {
  for (const { start, end } of wholeMatches(quote, source)) {
    const startCp = [...source.slice(0, start)].length
    const words = source.slice(start, end)
    return { kind: 'exact', startCp, endCp: startCp + [...words].length, words }
  }
  return null
}

function loose(quote: string, text: string): QuoteCheck {
  const source = { points: [...text], matching: matchingText(text) }
  for (const match of wholeMatches(plain(quote), source.matching.text)) {
    return { kind: 'normalised', ...offsets(source, match, match), words: sliceOf(source, match) }
  }
  if (ELLIPSIS.test(quote)) return elided(quote, source)
  return quote.includes('[') ? edited(quote, source) : NOT_FOUND
}

function plain(words: string): string {
  return matchingText(words).text.trim()
}

/** Parts in the source's order with something left out between them, each long enough to be recognised. */
function elided(quote: string, source: Source): QuoteCheck {
  const typed = quote.split(ELLIPSIS).map((part) => part.trim())
  const parts = typed.filter((part, at) => part !== '' || (at > 0 && at < typed.length - 1))
  if (parts.length === 0 || parts.some((part) => wordsIn(recased(part)).length < FEWEST_WORDS))
    return NOT_FOUND
  const leavesOut = (gap: Span) => wordsIn(source.matching.text.slice(gap.start, gap.end)).length > 0
  const found = inOrder(parts.map(alternatives), source.matching, leavesOut)
  if (!found) return NOT_FOUND
  const words = found.map((span, at) => withOurCase(parts[at] ?? '', sliceOf(source, span))).join(' […] ')
  const before = typed[0] === '' ? '[…] ' : ''
  const after = typed.at(-1) === '' ? ' […]' : ''
  return assembled('elided', found, source, `${before}${words}${after}`)
}

/** Short words of ours in brackets, in place of a few of the source's or of none, inside one sentence. */
function edited(quote: string, source: Source): QuoteCheck {
  const insertions = quote.match(INSERTION) ?? []
  if (insertions.some((inserted) => !mayBeInserted(inserted))) return NOT_FOUND
  const typed = quote.split(INSERTION)
  const parts = typed.filter(saysSomething)
  if (parts.length === 0 || parts.flatMap((part) => wordsIn(recased(part))).length < FEWEST_WORDS)
    return NOT_FOUND
  // Marks of ours around an insertion do no harm, but a question is not the source's when we put its mark.
  if (typed.some((part) => !saysSomething(part) && /[?!]/.test(part))) return NOT_FOUND
  const { text } = source.matching
  const found = inOrder(parts.map(alternatives), source.matching, (gap) => {
    if (gap.end - gap.start > LONGEST_INSERTION) return false
    const replaced = text.slice(gap.start, gap.end)
    const upToNext = originalBetween(gap.start, gap.end + 2, source)
    return wordsIn(replaced).length <= MOST_REPLACED_WORDS && !SENTENCE_END.test(upToNext)
  })
  if (!found) return NOT_FOUND
  const spans = [...found]
  const words = typed.map((part, at) => {
    const span = saysSomething(part) ? spans.shift() : undefined
    const kept = span ? withOurCase(part.trim(), sliceOf(source, span)) : part.trim()
    const [before, after] = kept ? [/^\s/.test(part), /\s$/.test(part)] : [/\s/.test(part), false]
    const inserted = insertions[at]?.normalize('NFC').replace(/\s+/g, ' ') ?? ''
    return `${before ? ' ' : ''}${kept}${after ? ' ' : ''}${inserted}`
  })
  return assembled('edited', found, source, words.join('').trim())
}

const saysSomething = (part: string) => /[\p{L}\p{N}]/u.test(part)

/** Brackets with nothing in them would leave words out unseen, and a negation of ours would turn what is said. */
function mayBeInserted(inserted: string): boolean {
  return inserted.length <= LONGEST_INSERTION && saysSomething(inserted) && !hasNegation(inserted)
}

const recased = (part: string) => part.replace(RECASED, '$1')

/** "[K]ommunen" quotes "kommunen" at the start of a sentence of ours; both cases are tried. */
function alternatives(part: string): string[] {
  const either = [
    part.replace(RECASED, (_, only: string) => only.toLowerCase()),
    part.replace(RECASED, (_, only: string) => only.toUpperCase()),
  ]
  return [...new Set(either.map(plain))]
}

/** The source's words with the letters in brackets whose case is ours. */
function withOurCase(part: string, original: string): string {
  const letter = /[\p{L}\p{N}]/gu
  let words = original
  for (const ours of [...part.matchAll(RECASED)].reverse()) {
    const before = recased(part.slice(0, ours.index)).match(letter)?.length ?? 0
    const theirs = [...words.matchAll(letter)][before]
    if (theirs)
      words = `${words.slice(0, theirs.index)}[${ours[1]}]${words.slice(theirs.index + theirs[0].length)}`
  }
  return words
}

/** Finds the parts one after another; goes back to a later place for the first when the next does not follow. */
function inOrder(
  parts: readonly string[][],
  within: MatchingText,
  mayLeaveOut: (gap: Span) => boolean,
): Span[] | null {
  let tries = 0
  const search = (at: number, previous: Span | null): Span[] | null => {
    const part = parts[at]
    if (part === undefined) return []
    for (const words of part)
      for (const match of wholeMatches(words, within.text, previous?.end ?? 0)) {
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

function assembled(kind: 'elided' | 'edited', found: Span[], source: Source, words: string): QuoteCheck {
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return NOT_FOUND
  const { text } = source.matching
  const leftOut = found.slice(1).map((span, at) => text.slice(found[at]?.end, span.start))
  return { kind, ...offsets(source, first, last), words, jumpsOverNegation: leftOut.some(hasNegation) }
}

function offsets({ matching }: Source, first: Span, last: Span): { startCp: number; endCp: number } {
  return { startCp: matching.startCp[first.start] ?? 0, endCp: matching.endCp[last.end - 1] ?? 0 }
}

function sliceOf(source: Source, span: Span): string {
  const { startCp, endCp } = offsets(source, span, span)
  return source.points.slice(startCp, endCp).join('')
}

/** The source's own text of a gap, where a line break still is one and so ends a sentence. */
function originalBetween(start: number, end: number, { points, matching }: Source): string {
  return points.slice(matching.endCp[start - 1] ?? 0, matching.startCp[end] ?? undefined).join('')
}
