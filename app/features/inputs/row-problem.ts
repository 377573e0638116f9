/** Why a cell, or a row, is not taken in. */
export const ROW_PROBLEMS = [
  'sender-missing',
  'name-too-long',
  'name-ambiguous',
  'number-unknown',
  'kind-missing',
  'kind-unknown',
  'received-no-day',
  'received-in-future',
  'channel-unknown',
  'lang-unknown',
  'not-yes-or-no',
  'id-too-long',
  'id-twice',
  'nothing-said',
  'too-long',
  'unknown-choice',
  'not-asked',
  'cells-beyond-headings',
  'registered-otherwise',
  'taken-back',
  'withdrawn',
] as const
export type RowProblem = {
  row: number
  at: number | null
  reason: (typeof ROW_PROBLEMS)[number]
  value?: string
}

/** A problem as it is kept and shown: its column by its letters and heading. */
export type ToldProblem = { row: number; column?: string; reason: string; value?: string }
