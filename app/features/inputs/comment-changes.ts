import { aPagesEffort, type Effort, type WordChange, wordChanges } from '../documents/word-changes.ts'
import { type Anchor, standsAt } from './anchor.ts'
import type { Stretch } from './masking.ts'

type Commented = {
  anchor: Anchor | null
  proposal: string
  paragraphText: Readonly<Record<string, string | undefined>>
}

const keptIn = (changes: readonly WordChange[]) =>
  changes.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)

/**
 * A proposal word by word against the words it is to replace. About a whole paragraph nothing says in which written form
 * it was read; it is compared with the one it keeps most of. Null where nothing is proposed.
 */
export function proposalChanges(comment: Commented, effort: Effort = aPagesEffort()): WordChange[] | null {
  const { anchor, proposal, paragraphText } = comment
  if (proposal === '') return null
  if (anchor) return wordChanges(anchor.quote, proposal, effort)
  const texts = new Set(Object.values(paragraphText).filter((text) => text !== undefined && text !== ''))
  const compared = [...texts].map((text) => wordChanges(text ?? '', proposal, effort))
  return compared.reduce<WordChange[] | null>(
    (best, changes) => (best && keptIn(best) >= keptIn(changes) ? best : changes),
    null,
  )
}

/** Comments with their proposals compared, with what one page may cost shared between them. */
export function withChanges<C extends Commented>(
  comments: readonly C[],
): (C & { changes: WordChange[] | null })[] {
  const effort = aPagesEffort()
  return comments.map((comment) => ({ ...comment, changes: proposalChanges(comment, effort) }))
}

/** A stretch of a paragraph, with whether anything in it is commented on; `at` is where it begins. */
export type CommentedPiece = { at: number; text: string; commented: boolean }

/** A paragraph cut where commented words begin and end; joined, the pieces are the paragraph. */
export function commentedPieces(
  text: string,
  lang: string,
  anchors: readonly (Anchor | null)[],
): CommentedPiece[] {
  const points = [...text]
  const marked = anchors.flatMap((anchor): Stretch[] => {
    const place = anchor && anchor.lang === lang ? standsAt(anchor, text) : null
    return place ? [place] : []
  })
  const cuts = new Set([0, points.length, ...marked.flatMap(({ startCp, endCp }) => [startCp, endCp])])
  const sorted = [...cuts].sort((one, other) => one - other)
  return sorted.slice(0, -1).map((at, place) => ({
    at,
    text: points.slice(at, sorted[place + 1]).join(''),
    commented: marked.some(({ startCp, endCp }) => startCp <= at && at < endCp),
  }))
}
