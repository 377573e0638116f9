/** What the owners of a strategy do with something they heard, in the order it is offered. */
export const DISPOSITIONS = [
  'followed',
  'partly',
  'not-followed',
  'outside-mandate',
  'carried-forward',
] as const

/** One of the dispositions above. */
export type Disposition = (typeof DISPOSITIONS)[number]

/** Whether a word is one of the dispositions. */
export const isDisposition = (word: string): word is Disposition => DISPOSITIONS.some((one) => one === word)

/** Whether a disposition says that the text was to be changed: it then points to a change, or says why there is none. */
export const promisesChange = (disposition: Disposition) =>
  disposition === 'followed' || disposition === 'partly'
