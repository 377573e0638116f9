import { z } from 'zod'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { TAKEDOWN_DECISIONS } from './takedown.ts'

const LONGEST_WORDS = 4_000
const LONGEST_ANSWER = 4_000

const said = (missing: string, longest: number) =>
  z
    .string({ error: missing })
    .transform((sent) => cleanText(sent).trim())
    .pipe(z.string({ error: missing }).min(1, missing).max(longest, 'tooLong'))

const email = z
  .string()
  .trim()
  .max(254, 'emailUnusable')
  .pipe(z.union([z.literal(''), z.email('emailUnusable')], 'emailUnusable'))

/**
 * Asking that something published be taken down: what, why, and where to answer, which is for whoever asks to give.
 * `website` is a field nobody sees; what fills it in is no person. Messages are catalogue keys.
 */
export const takedownForm = z.object({
  key: z.uuid('tryAgain'),
  words: said('wordsMissing', LONGEST_WORDS),
  reason: said('reasonMissing', LONGEST_WORDS),
  email: email.default(''),
  website: z.string().default(''),
})

/** Deciding a request: what was done, and what whoever asked is told. */
export const takedownDecisionForm = z.object({
  key: z.uuid('tryAgain'),
  decision: z.enum(TAKEDOWN_DECISIONS, 'decisionMissing'),
  answer: said('answerMissing', LONGEST_ANSWER),
})
