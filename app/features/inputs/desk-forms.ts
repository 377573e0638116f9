import { z } from 'zod'
import type { FormErrors } from '#app/platform/http/form.server.ts'
import type { Candidate } from './desk.ts'
import { LEGAL_BASES, LONGEST_REASON, MOST_MASKS } from './masking.ts'

const own = { key: z.uuid(), version: z.uuid() }
const confirmed = z.literal('on', 'notConfirmed')
const longestWords = 500

const choosing = {
  range: z.array(z.string()).max(MOST_MASKS, 'tooManyRanges').default([]),
  words: z.string().max(longestWords, 'wordsTooLong').default(''),
  /** The words whose places were shown, so that pressing «mask» does not mask what nobody has seen. */
  looked: z.string().default(''),
}

/** The law and the reason as a form sends them. The reason is for staff: it tends to say what must not be read. */
const groundsFields = {
  legalBasis: z.enum(LEGAL_BASES, 'basisMissing'),
  reason: z.string().max(LONGEST_REASON, 'reasonTooLong').default(''),
}

const masking = z.object({ act: z.literal('mask'), ...own, ...choosing, ...groundsFields })

/** What is decided at the desk: find words, mask, remove a mask, withhold, lift, publish. Messages are catalogue keys. */
export const deskForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('publish'), ...own }),
  z.object({
    ...{ act: z.literal('find'), ...own, ...choosing },
    ...{ legalBasis: z.string().default(''), reason: z.string().default('') },
  }),
  masking,
  z.object({ act: z.literal('unmask'), ...own, mask: z.uuid() }),
  z.object({ act: z.literal('withhold'), ...own, ...groundsFields, confirmed }),
  z.object({ act: z.literal('lift'), ...own, confirmed }),
])

export type DeskForm = z.output<typeof deskForm>

/** What was typed and chosen, for a form that comes back. */
export type DeskTyped = {
  chosen: string[]
  words: string
  looked: string
  legalBasis: string
  reason: string
}

/** Why the desk changed nothing, at the field it is about. */
export type DeskProblem = { field: DeskField; reason: DeskReason }

type DeskField = 'range' | 'words' | 'legalBasis' | 'reason' | 'confirmed' | 'page'

const fieldOf = {
  ...{
    unclear: 'page',
    withdrawn: 'page',
    withheld: 'page',
    'already-withheld': 'page',
    'not-withheld': 'page',
  },
  ...{ empty: 'range', overlapping: 'range', reversed: 'range', outside: 'range', 'too-many': 'range' },
  ...{ 'unknown-basis': 'legalBasis', 'reason-missing': 'reason', 'reason-too-long': 'reason' },
  ...{
    'words-missing': 'words',
    'words-too-long': 'words',
    'look-first': 'range',
    'not-confirmed': 'confirmed',
  },
} as const satisfies Record<string, DeskField>

/** Every reason the desk can give, translated by the page. */
export type DeskReason = keyof typeof fieldOf

export const deskProblem = (reason: DeskReason): DeskProblem => ({ field: fieldOf[reason], reason })

const reasonOf: Record<string, DeskReason> = {
  ...{ tooManyRanges: 'too-many', wordsTooLong: 'words-too-long', basisMissing: 'unknown-basis' },
  ...{ reasonTooLong: 'reason-too-long', notConfirmed: 'not-confirmed' },
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** What the desk answers with: what was done to the form, what was typed, and the places that were found. */
export type DeskAnswer = {
  act: string
  typed: DeskTyped
  candidates: Candidate[]
  /** At how many places the typed words were found; null when they were not looked for. */
  found: number | null
  problems: DeskProblem[]
}

/** A form that could not be read, with all that was typed. */
export function deskProblems({ errors, typed }: FormErrors): DeskAnswer {
  const reasons = Object.values(errors).flatMap(([reason]) => reasonOf[reason ?? ''] ?? 'unclear')
  const range = typed.range
  const chosen = (Array.isArray(range) ? range : [range])
    .filter((one) => typeof one === 'string')
    .slice(0, MOST_MASKS)
  return {
    act: asText(typed.act),
    typed: {
      ...{ chosen, words: asText(typed.words), looked: asText(typed.looked) },
      ...{ legalBasis: asText(typed.legalBasis), reason: asText(typed.reason) },
    },
    ...{ candidates: [], found: null },
    problems: [...new Set(reasons)].map(deskProblem),
  }
}
