import type { RichTextDoc } from '../../platform/rich-text/document.ts'
import { headingStarts } from '../inputs/comment.ts'

/** A paragraph of a canonical text; offsets count Unicode code points, the end is not included. */
export type PassageRange = { startCp: number; endCp: number; text: string }

/** An answer as it was frozen; `paragraphId` where it is a comment on the draft. */
type Frozen = { text: string | null; body: RichTextDoc | null; paragraphId: string | null }

/** The passages of a frozen answer. In a comment the headings are ours, and what nobody said is no passage. */
export function passagesOfAnswer({ text, body, paragraphId }: Frozen): PassageRange[] {
  const ours = paragraphId !== null && body ? headingStarts(body) : null
  return passagesOf(text ?? '').filter(({ startCp }) => !ours?.has(startCp))
}

const LONGEST = 2000
const SENTENCE_END = /[.!?…]["'»”’)\]]*\s+(?=["'«“‘([]?[\p{Lu}\p{N}])/gu

/**
 * The passages of a canonical text: every line that is not blank, trimmed, headings too. A line of more than 2,000
 * code points is cut after the last sentence that fits, else at a space, else where it must.
 */
export function passagesOf(canonicalText: string): PassageRange[] {
  const passages: PassageRange[] = []
  let lineStart = 0
  for (const line of canonicalText.split('\n')) {
    let at = lineStart
    for (const piece of piecesOf(line)) {
      const text = piece.trim()
      const startCp = at + codePointLength(piece) - codePointLength(piece.trimStart())
      if (text !== '') passages.push({ startCp, endCp: startCp + codePointLength(text), text })
      at += codePointLength(piece)
    }
    lineStart = at + 1
  }
  return passages
}

/** The line itself, or its parts; joined they are the line again. */
function piecesOf(line: string): string[] {
  const pieces: string[] = []
  let rest = line
  while (codePointLength(rest.trim()) > LONGEST) {
    const cut = cutBefore(rest)
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  pieces.push(rest)
  return pieces
}

function cutBefore(text: string): number {
  const indent = text.length - text.trimStart().length
  const room = indent + [...text.slice(indent, indent + 2 * LONGEST)].slice(0, LONGEST).join('').length
  // One more character, so that a sentence ending exactly at the limit is seen to end.
  const fitting = text.slice(0, room + 2)
  const sentences = [...fitting.matchAll(SENTENCE_END)].map(
    (match) => match.index + match[0].trimEnd().length,
  )
  const spaces = [...fitting.matchAll(/\s+/g)].map((match) => match.index)
  const last = (ends: number[]) => ends.findLast((end) => end > indent && end <= room)
  return last(sentences) ?? last(spaces) ?? room
}

/** The part of a text between two code point offsets. */
export function codePointSlice(text: string, startCp: number, endCp: number): string {
  return [...text].slice(startCp, endCp).join('')
}

/** How many Unicode code points a text has. */
export function codePointLength(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}
