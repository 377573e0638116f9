/** What staff put on a passage beside themes: a note, a flag to talk about it, or that it is rich evidence. */
export const MARK_KINDS = ['note', 'flag', 'evidence'] as const

export type MarkKind = (typeof MARK_KINDS)[number]

/** As long as a note may be. */
export const LONGEST_NOTE = 4_000

/** Why a note is not written. */
export function noteRefusal(words: string): 'note-missing' | 'note-too-long' | null {
  if (words.trim() === '') return 'note-missing'
  return [...words].length > LONGEST_NOTE ? 'note-too-long' : null
}
