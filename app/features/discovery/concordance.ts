import { type Fragment, fragmentOf, kwicOf, type Line } from '#search/highlight.ts'
import type { SearchHit } from '#search/port.ts'
import type { View } from './filters.ts'

/** How many characters of a hit are shown, and how many stand on each side of a match: pages for work have more room. */
const fragmentLength = 300
const roomBeside = { public: 40, staff: 46 }

/** More matches than this of one passage are not listed one by one: it is a click away. */
const mostLines = 8

/** A hit as a page shows it: its words around the first match, or a line for each match. */
export type ShownHit = { fragment: Fragment; lines: Line[]; moreLines: number; passagesInInput: number }

export function shownHit(
  { body, spans, passagesInInput = 1 }: SearchHit,
  show: View,
  audience: 'public' | 'staff',
): ShownHit {
  const lines = show === 'words' ? kwicOf(body, spans, roomBeside[audience]) : []
  return {
    fragment: fragmentOf(body, spans, fragmentLength),
    lines: lines.slice(0, mostLines),
    moreLines: Math.max(0, lines.length - mostLines),
    passagesInInput,
  }
}
