import { type Fragment, fragmentOf } from '#search/highlight.ts'
import type { SearchHit, Span } from '#search/port.ts'
import type { View } from './filters.ts'

/** A match amid its words. */
export type Line = { readonly before: string; readonly match: string; readonly after: string }

/** How many characters of a hit are shown, and how many stand on each side of a match in a concordance. */
const fragmentLength = 300
const roomBeside = 40

/** More matches than this of one passage are not listed one by one: it is a click away. */
const mostLines = 8

/** A hit as a page shows it: its words around the first match, or a line for each match. */
export type ShownHit = { fragment: Fragment; lines: Line[]; moreLines: number; passagesInInput: number }

export function shownHit({ body, spans, passagesInInput = 1 }: SearchHit, show: View): ShownHit {
  const lines = show === 'words' ? kwicOf(body, spans, roomBeside) : []
  return {
    fragment: fragmentOf(body, spans, fragmentLength),
    lines: lines.slice(0, mostLines),
    moreLines: Math.max(0, lines.length - mostLines),
    passagesInInput,
  }
}

function kwicOf(body: string, spans: readonly Span[], room: number): Line[] {
  return spans.map(({ start, end }) => ({
    before: body.slice(Math.max(0, start - room), start).replace(/^\S*\s/, ''),
    match: body.slice(start, end),
    after: body.slice(end, end + room).replace(/\s\S*$/, ''),
  }))
}
