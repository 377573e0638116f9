import { z } from 'zod'
import { inOtherLanguages } from '../strategies/other-languages.ts'
import { CARRIED_AS } from './carried.ts'
import { CHANGE_KINDS } from './change.ts'
import { DISPOSITIONS } from './disposition.ts'

const key = z.uuid()
const revision = z.coerce.number().int().min(0).max(2_000_000_000)
const reason = z.string().max(8_000, 'reasonTooLong').default('')

/** The sentences a reason can begin with: what the theme's codebook says, or what is usual of a disposition. */
export const SENTENCES = ['theme', ...DISPOSITIONS] as const

const writing = z.object({
  ...{ act: z.literal('write'), key, revision, reasonNb: reason, reasonNn: reason },
  ...inOtherLanguages('reason', 8_000, 'reasonTooLong'),
  disposition: z.enum(DISPOSITIONS, { error: 'dispositionMissing' }),
})

/** The response's page: save what is written, put a usual sentence into it, approve it or publish it. */
export const responseForm = z.discriminatedUnion('act', [
  writing,
  z.object({ act: z.literal('insert'), insert: z.enum(SENTENCES).optional() }),
  z.object({ act: z.literal('approve'), key, revision }),
  z.object({ act: z.literal('publish'), key, revision }),
])

/** What is written as a response. `revision` is the one it was written from; 0 where there was none. */
export type ResponseWriting = Omit<z.output<typeof writing>, 'act'>

const linking = z.object({
  ...{ act: z.literal('link'), key, version: z.uuid() },
  kind: z.enum(CHANGE_KINDS).exclude(['none']),
  ...{ from: z.uuid().optional(), to: z.uuid().optional() },
})

const note = z.string().max(2_000, 'noteTooLong').default('')

const noChange = z
  .object({
    act: z.literal('none'),
    key,
    noteNb: note,
    noteNn: note,
    ...inOtherLanguages('note', 2_000, 'noteTooLong'),
  })
  .refine(({ noteNb, noteNn }) => `${noteNb}${noteNn}`.trim() !== '', {
    path: ['noteNb'],
    message: 'noteMissing',
  })

/** The page of changes: link a paragraph, say that nothing is changed and why, or take a link back. */
export const changeForm = z.discriminatedUnion('act', [
  linking,
  noChange,
  z.object({ act: z.literal('take-back'), key, change: z.uuid() }),
])

export type Linking = Omit<z.output<typeof linking>, 'act'>
export type NoChange = Omit<z.output<typeof noChange>, 'act'>

const line = (most: number, message: string) => z.string().max(most, message).default('')

const carrying = z.object({
  ...{ act: z.literal('carry'), key, finding: z.uuid('findingMissing'), round: z.uuid('roundMissing') },
  as: z.enum(CARRIED_AS, { error: 'asMissing' }),
  ...{ theme: z.uuid().optional(), question: z.uuid().optional() },
  ...{ titleNb: line(1_000, 'titleTooLong'), titleNn: line(1_000, 'titleTooLong') },
  ...inOtherLanguages('title', 1_000, 'titleTooLong'),
  ...{ code: line(20, 'codeTooLong') },
  ...{ definitionNb: line(2_000, 'definitionTooLong'), definitionNn: line(2_000, 'definitionTooLong') },
})

/** The page of what is carried forward: take a finding into a later round, or take that back. */
export const carryForm = z.discriminatedUnion('act', [
  carrying,
  z.object({ act: z.literal('leave'), key, carried: z.uuid() }),
])

export type Carrying = Omit<z.output<typeof carrying>, 'act'>

const words = z.string().max(3_000, 'wordsTooLong').default('')

/** Telling the senders of a round what became of what they said, with words of one's own. */
export const feedbackForm = z.object({
  ...{ key, wordsNb: words, wordsNn: words },
  ...inOtherLanguages('words', 3_000, 'wordsTooLong'),
  confirmed: z.literal('yes').optional(),
})

export type FeedbackForm = z.output<typeof feedbackForm>
