import type { AnswerContent } from './answers.ts'

/** How long somebody is said to have the draft open after the page last said so. */
export const staleMs = 30_000

/** How often the page says that it is open, and asks who else is there. */
export const pollMs = 8_000

/** Somebody else who has the draft open, and the question they are at, if any. */
export type Writer = { personId: string; name: string; questionId: string | null }

/** An answer that was saved since the page last heard of it. */
export type NewerAnswer = {
  questionId: string
  revision: number
  answer: AnswerContent | null
  name: string | null
  at: Date
}

/** What the page is told: who else is here, and the answers that are newer than those it shows. */
export type Presence = { writers: Writer[]; newer: NewerAnswer[] }
