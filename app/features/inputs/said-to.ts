import type { LocalisedText } from '../../platform/localised-text.ts'

/**
 * What an answer was said to: a question, a paragraph of the draft (a comment), or nothing but itself, in a file.
 * `quote` are the words of the paragraph that a comment is about; null: all of it.
 */
export type SaidTo =
  | { kind: 'question'; position: number; title: LocalisedText }
  | {
      kind: 'comment'
      answerId: string
      stance: string | null
      quote: string | null
      anchor: string
      document: { strategy: string; slug: string; number: number }
    }
  | { kind: 'attachment'; answerId: string; attachmentId: string; name: string }

/** The id of an answer's element on pages that show a version: what comes after # in the address of a quote. */
export function saidToId(said: SaidTo, version: number): string {
  if (said.kind === 'question') return `svar-${version}-${said.position}`
  return said.kind === 'comment' ? `merknad-${said.answerId}` : `vedlegg-${said.answerId}`
}
