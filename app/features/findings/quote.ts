import { type MatchingText, matchingText, wholeMatches } from './matching-text.ts'
import { hasNegation, SENTENCE_END, wordsIn } from './negation.ts'

/** What is told of a quote that is not its source's words in a row: parts are left out, words of ours stand in it, or both. */
export type TurnedKind = 'elided' | 'edited' | 'elided-and-edited'

/**
 * How a quote stands to its source: word for word, the same but for marks and spaces, or with parts left out ([…]) and
 * words of ours in square brackets. Offsets are code points of the source, the end is not included; for the
 * last two they span from the first quoted word to the last. `words` is the quote as it is kept: with the source's marks.
 */
export type QuoteCheck =
  | { kind: 'exact' | 'normalised'; startCp: number; endCp: number; words: string }
  | { kind: TurnedKind; startCp: number; endCp: number; words: string; jumpsOverNegation: boolean }
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
  const elides = ELLIPSIS.test(quote)
  // Brackets may be the source's own.
  const check = elides ? turned(quote, source, { ours: false }) : NOT_FOUND
  if (isVerbatim(check) || !quote.split(ELLIPSIS).join('').includes('[')) return check
  return turned(quote, source, { ours: true })
}

function plain(words: string): string {
  return matchingText(words).text.trim()
}

/** Words of the quote between two marks for what is left out: what is quoted, and what of ours stands between it. */
type Segment = { typed: string[]; insertions: string[] }

/**
 * A quote with parts left out, with words of ours, or with both. What stands between two ellipses is long enough to be
 * recognised and in the source's order with something left out before it. Inside it (`ours`), short words of ours stand in
 * brackets in place of a few of the source's or of none, within one sentence. Where both meet, the ellipsis is for all the
 * words between, and ours are in place of none.
 */
function turned(quote: string, source: Source, { ours }: { ours: boolean }): QuoteCheck {
  const typed = quote.split(ELLIPSIS).map((part) => part.trim())
  const elides = typed.length > 1
  const segments = typed
    .filter((part, at) => !elides || part !== '' || (at > 0 && at < typed.length - 1))
    .map((part) => (ours ? segmentOf(part) : { typed: [part], insertions: [] }))
  if (segments.length === 0 || !segments.every(mayStand)) return NOT_FOUND
  const parts = segments.flatMap((segment, place) =>
    segment.typed.filter(saysSomething).map((words, at) => ({ words, elided: place > 0 && at === 0 })),
  )
  const { text } = source.matching
  const found = inOrder(
    parts.map(({ words }) => alternatives(words)),
    source.matching,
    (gap, at) => {
      const replaced = wordsIn(text.slice(gap.start, gap.end))
      if (parts[at]?.elided) return replaced.length > 0
      if (gap.end - gap.start > LONGEST_INSERTION) return false
      const upToNext = originalBetween(gap.start, gap.end + 2, source)
      return replaced.length <= MOST_REPLACED_WORDS && !SENTENCE_END.test(upToNext)
    },
  )
  if (!found) return NOT_FOUND
  const spans = [...found]
  const words = segments.map((segment) => segmentWords(segment, spans, source)).join(' […] ')
  const before = elides && typed[0] === '' ? '[…] ' : ''
  const after = elides && typed.at(-1) === '' ? ' […]' : ''
  const edits = segments.some(({ insertions }) => insertions.length > 0)
  const kind = !elides ? 'edited' : edits ? 'elided-and-edited' : 'elided'
  return assembled(kind, found, source, `${before}${words}${after}`)
}

const segmentOf = (part: string): Segment => ({
  typed: part.split(INSERTION),
  insertions: part.match(INSERTION) ?? [],
})

/** Whether there is enough of the source's in it, and what is ours may stand there. */
function mayStand({ typed, insertions }: Segment): boolean {
  const quoted = typed.filter(saysSomething).flatMap((part) => wordsIn(recased(part)))
  // Marks of ours around an insertion do no harm, but a question is not the source's when we put its mark.
  const asks = typed.some((part) => !saysSomething(part) && /[?!]/.test(part))
  return quoted.length >= FEWEST_WORDS && insertions.every(mayBeInserted) && !asks
}

/** The source's words of a segment with ours where they were put; takes the spans it needs off the list. */
function segmentWords({ typed, insertions }: Segment, spans: Span[], source: Source): string {
  const words = typed.map((part, at) => {
    const span = saysSomething(part) ? spans.shift() : undefined
    const kept = span ? withOurCase(part.trim(), sliceOf(source, span)) : part.trim()
    const [before, after] = kept ? [/^\s/.test(part), /\s$/.test(part)] : [/\s/.test(part), false]
    const inserted = insertions[at]?.normalize('NFC').replace(/\s+/g, ' ') ?? ''
    return `${before ? ' ' : ''}${kept}${after ? ' ' : ''}${inserted}`
  })
  return words.join('').trim()
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
  mayLeaveOut: (gap: Span, at: number) => boolean,
): Span[] | null {
  let tries = 0
  const search = (at: number, previous: Span | null): Span[] | null => {
    const part = parts[at]
    if (part === undefined) return []
    for (const words of part)
      for (const match of wholeMatches(words, within.text, previous?.end ?? 0)) {
        tries += 1
        if (tries > 2000) return null
        if (previous && !mayLeaveOut({ start: previous.end, end: match.start }, at)) continue
        const rest = search(at + 1, match)
        if (rest) return [match, ...rest]
      }
    return null
  }
  return search(0, null)
}

function assembled(kind: TurnedKind, found: Span[], source: Source, words: string): QuoteCheck {
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
