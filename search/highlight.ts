import { exactLexeme, type Token, tokensOf } from './analyser.ts'
import { type Wanted, wantedBy } from './lexemes.ts'
import type { Span } from './port.ts'
import type { QueryNode } from './tree.ts'

/** A part of a text around its first matches; spans are places in `text`, cuts say that more text stands outside. */
export type Fragment = {
  readonly text: string
  readonly spans: readonly Span[]
  readonly cutStart: boolean
  readonly cutEnd: boolean
}

/** A stretch of text that either matched or did not. */
export type Piece = { readonly text: string; readonly match: boolean }

/** A match with the words around it. */
export type Line = { readonly before: string; readonly match: string; readonly after: string }

/** The places in a text that a query matches, by the same tokens the index was made of; negations mark nothing. */
export function spansOf(text: string, lang: string, query: QueryNode): Span[] {
  const tokens = tokensOf(text, lang)
  return joined(
    wantedIn(query)
      .flatMap((wanted) => placesOf(wanted, tokens))
      .map(({ start, end }) => ({ start, end })),
  )
}

/** At most about `length` characters around the first match, cut between words. */
export function fragmentOf(body: string, spans: readonly Span[], length = 240): Fragment {
  if (body.length <= length) return { text: body, spans, cutStart: false, cutEnd: false }
  const first = spans[0]?.start ?? 0
  // A third of the room before the match tells what it is about; near the end of the text there is more room.
  const wanted = Math.max(0, Math.min(first - Math.floor(length / 3), body.length - length))
  const start = wanted === 0 ? 0 : Math.min(borderAfter(body, wanted), first)
  const end = Math.max(
    borderBefore(body, start, start + length),
    Math.min(spans[0]?.end ?? 0, start + length),
  )
  const inside = spans
    .filter((span) => span.start >= start && span.start < end)
    .map((span) => ({ start: span.start - start, end: Math.min(span.end, end) - start }))
  return { text: body.slice(start, end), spans: inside, cutStart: start > 0, cutEnd: end < body.length }
}

/** A text as stretches that match and stretches that do not, in order, for a page to mark as it likes. */
export function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start > at) pieces.push({ text: text.slice(at, start), match: false })
    pieces.push({ text: text.slice(start, end), match: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), match: false })
  return pieces
}

/** A line for each match: it and at most `room` characters on each side, cut between words. */
export function kwicOf(body: string, spans: readonly Span[], room: number): Line[] {
  return spans.map(({ start, end }) => ({
    before: body.slice(contextStart(body, start, room), start),
    match: body.slice(start, end),
    after: body.slice(end, contextEnd(body, end, room)),
  }))
}

function contextStart(body: string, matchStart: number, room: number): number {
  const from = Math.max(0, matchStart - room)
  if (from === 0 || /\s/.test(body.charAt(from - 1))) return from
  const space = body.slice(from, matchStart).search(/\s/)
  if (space !== -1) return from + space + 1
  // A word that fills all the room is cut; never amid a letter, and never longer than the room.
  const whole = wholeCharacter(body, from)
  return whole < from ? from + 1 : from
}

function contextEnd(body: string, matchEnd: number, room: number): number {
  const to = Math.min(body.length, matchEnd + room)
  if (to === body.length || /\s/.test(body.charAt(to))) return to
  const space = body.slice(matchEnd, to).search(/\s\S*$/)
  return space === -1 ? wholeCharacter(body, to) : matchEnd + space
}

function wantedIn(query: QueryNode): Wanted[] {
  switch (query.kind) {
    case 'not':
      return []
    case 'and':
    case 'or':
      return query.children.flatMap(wantedIn)
    default:
      return [wantedBy(query)]
  }
}

// Words of the sender's name and the language carry marks no token of the text has, so they mark nothing here.
function placesOf(wanted: Wanted, tokens: readonly Token[]): Span[] {
  switch (wanted.kind) {
    case 'all':
    case 'none':
      return []
    case 'prefix':
      return tokens.filter((token) => exactLexeme(token.exact).startsWith(wanted.beginning))
    case 'run':
      return tokens.flatMap((first, at) => {
        const last = tokens[at + wanted.words.length - 1]
        if (!last || !wanted.words.every((lexemes, offset) => matches(lexemes, tokens[at + offset])))
          return []
        return [{ start: first.start, end: last.end }]
      })
    case 'near':
      return nearPlaces(wanted, tokens)
  }
}

function nearPlaces(
  { words: [one, other], distance }: Extract<Wanted, { kind: 'near' }>,
  tokens: readonly Token[],
) {
  const at = (lexemes: readonly string[]) =>
    tokens.flatMap((token, place) => (matches(lexemes, token) ? [place] : []))
  const others = at(other)
  return at(one).flatMap((a) => {
    const close = others.filter((b) => a !== b && Math.abs(a - b) <= distance)
    return close.length > 0 ? [a, ...close].flatMap((place) => tokens[place] ?? []) : []
  })
}

function matches(lexemes: readonly string[], token: Token | undefined): boolean {
  return token !== undefined && (lexemes.includes(token.stem) || lexemes.includes(exactLexeme(token.exact)))
}

function joined(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = result.at(-1)
    if (!before || span.start >= before.end) result.push(span)
    else result[result.length - 1] = { start: before.start, end: Math.max(before.end, span.end) }
  }
  return result
}

function borderAfter(text: string, at: number): number {
  const space = text.slice(at).search(/\s\S/)
  return space === -1 ? wholeCharacter(text, at) : at + space + 1
}

function borderBefore(text: string, from: number, at: number): number {
  if (at >= text.length) return text.length
  const cut = text.slice(from, at + 1).search(/\s+\S*$/)
  return cut > 0 ? from + cut : wholeCharacter(text, at)
}

// Never between the two halves of an emoji or a rare letter.
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at
}
