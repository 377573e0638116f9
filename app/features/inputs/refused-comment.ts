import type { AnchorRefusal } from './anchor.ts'
import type { CommentRefusal } from './comment.ts'

/** What a form of a comment has fields for. */
export type CommentFields = { quote: string; stance: string; proposal: string; reason: string }

/** Why a comment was not saved. */
export type UnsavedReason =
  | CommentRefusal
  | AnchorRefusal
  | 'paragraph-unknown'
  | 'too-many-comments'
  | 'withdrawn'
  | 'try-again'

const fields: Partial<Record<UnsavedReason, keyof CommentFields>> = {
  'stance-missing': 'stance',
  'reason-missing': 'reason',
  'reason-too-long': 'reason',
  'proposal-missing': 'proposal',
  'proposal-without-change': 'proposal',
  'proposal-too-long': 'proposal',
  'quote-not-found': 'quote',
}

/** Which field a refusal is about; null: none of them. */
export const fieldOf = (reason: UnsavedReason): keyof CommentFields | null => fields[reason] ?? null

/** What was posted of a comment: about which paragraph or comment, and what was typed, whatever it was. */
export function postedOf(typed: Readonly<Record<string, unknown>>) {
  const word = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
  const isNew = word('act') === 'add'
  return {
    isNew,
    at: word(isNew ? 'paragraph' : 'comment'),
    fields: {
      ...{ quote: word('quote'), stance: word('stance') },
      ...{ proposal: word('proposal'), reason: word('reason') },
    } satisfies CommentFields,
  }
}

/** The id of a field of a new comment on a block, or of one that is changed. */
export const newFieldsId = (anchor: string) => `ny-${anchor}`
export const changeFieldsId = (comment: string) => `endre-${comment}`
