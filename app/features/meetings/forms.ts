import { z } from 'zod'
import { inOtherLanguages } from '#app/features/strategies/other-languages.ts'

const line = z.string().max(300, 'too-long').default('')
const text = z.string().max(10_000, 'too-long').default('')
const long = z.string().max(60_000, 'too-long').default('')

/** What a meeting is, as typed; `readMeeting` says what is wrong with it. */
const meetingFields = {
  ...{ titleNb: line, titleNn: line, introNb: text, introNn: text },
  ...{ date: line, from: line, to: line, placeNb: line, placeNn: line },
  ...inOtherLanguages('title', 300, 'too-long'),
  ...inOtherLanguages('intro', 10_000, 'too-long'),
  ...inOtherLanguages('place', 300, 'too-long'),
  ...inOtherLanguages('programme', 60_000, 'too-long'),
  streamUrl: z.string().max(2_100, 'too-long').default(''),
  ...{ programmeNb: long, programmeNn: long, inputs: long },
  round: z.uuid().optional(),
  documents: z.array(z.uuid()).max(100).default([]),
}

/** Plans a meeting. */
export const newMeetingForm = z.object({ key: z.uuid(), ...meetingFields })

export type NewMeeting = z.output<typeof newMeetingForm>

const revision = z.coerce.number().int().min(1).max(1_000_000_000)

/** The page of a meeting: what it is, its summary, and what is decided about both. */
export const meetingForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('write'), key: z.uuid(), revision, ...meetingFields }),
  z.object({
    ...{ act: z.literal('write-summary'), key: z.uuid(), revision, summaryNb: long, summaryNn: long },
    ...inOtherLanguages('summary', 60_000, 'too-long'),
  }),
  z.object({ act: z.literal('publish'), key: z.uuid() }),
  z.object({
    ...{ act: z.literal('publish-summary'), key: z.uuid(), revision },
    sure: z.literal('on', { error: 'not-sure' }),
  }),
  z.object({ act: z.literal('cancel'), key: z.uuid(), sure: z.literal('on', { error: 'not-sure' }) }),
])

type Form = z.output<typeof meetingForm>
export type MeetingWriting = Extract<Form, { act: 'write' }>
export type SummaryWriting = Extract<Form, { act: 'write-summary' }>
