import type { LocalisedText } from '../../platform/localised-text.ts'

/** A block as it is worked on. */
export type WorkBlock = { id: string; kind: string; anchor: string; text: LocalisedText; revision: number }

/** Which block is open, and how; `after` is 'start' or the block that something is put in after. */
export type Opened =
  | { mode: 'edit' | 'remove'; block: string }
  | { mode: 'insert'; after: string; landing: 'insert' | 'edit' }
  | { mode: 'none' }

/** What somebody else saved in a block while it was being written in. */
export type SavedMeanwhile = { text: LocalisedText; revision: number; by: string | null; at: Date | null }

/** What came back from a form that was not accepted. */
export type Refused = {
  typed: Record<string, unknown> | null
  message: string | null
  saved: SavedMeanwhile | null
}
