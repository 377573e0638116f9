import { exactLexeme, type LexemeRun, lexemesOf, type Token, tokensOf } from './analyser.ts'
import type { QueryNode, Span } from './port.ts'

/** A part of a text around its first matches; spans are places in `text`, cuts say that more text stands outside. */
export type Fragment = {
  readonly text: string
  readonly spans: readonly Span[]
  readonly cutStart: boolean
  readonly cutEnd: boolean
}

/** A stretch of text that either matched or did not. */
export type Piece = { readonly text: string; readonly match: boolean }

/** The places in a text that a query matches, by the same tokens the index was made of; negations mark nothing. */
export function spansOf(text: string, lang: string, query: QueryNode): Span[] {
  const tokens = tokensOf(text, lang)
  return joined(runsOf(query).flatMap((run) => placesOf(run, tokens)))
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

function runsOf(query: QueryNode): LexemeRun[] {
  switch (query.kind) {
    case 'all':
    case 'not':
      return []
    case 'term':
      return [lexemesOf([query.text], query.match)]
    case 'phrase':
      return [lexemesOf(query.words, query.match)]
    case 'and':
    case 'or':
      return query.children.flatMap(runsOf)
  }
}

function placesOf(run: LexemeRun, tokens: readonly Token[]): Span[] {
  if (run.length === 0) return []
  return tokens.flatMap((first, at) => {
    const last = tokens[at + run.length - 1]
    if (!last || !run.every((lexemes, offset) => matches(lexemes, tokens[at + offset]))) return []
    return [{ start: first.start, end: last.end }]
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
