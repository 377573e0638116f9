import { z } from 'zod'
import {
  Address,
  about,
  apiSchemas,
  Localised,
  listOf,
  Moment,
  Ordinal,
  Pages,
  Sender,
} from './api-schema.ts'

const head = {
  slug: z.string(),
  title: Localised,
  startsAt: Moment,
  endsAt: Moment,
  place: Localised.nullable().describe('Null where it is only streamed'),
  streamUrl: Address.nullable(),
  cancelledAt: Moment.nullable().describe('When it was called off'),
  summaryAt: Moment.nullable().describe('When its summary was published'),
}

export const MeetingSummary = z
  .object({ ...head, self: Address, pages: Pages })
  .register(apiSchemas, { id: 'MeetingSummary' })

export const MeetingList = listOf('MeetingList', MeetingSummary)

export const Meeting = z
  .object({
    ...about,
    ...head,
    strategy: Address,
    round: Address.nullable().describe('The round it belongs to'),
    intro: Localised,
    programme: z.array(
      z.object({
        clock: z.string().nullable().describe('The time of day in Norway, as it is printed: 13:15'),
        title: Localised,
        speaker: z.string().nullable(),
      }),
    ),
    summary: Localised.nullable().describe('What was said, once somebody has published it'),
    documents: z
      .array(z.object({ document: z.string(), version: Ordinal, title: Localised, self: Address }))
      .describe('The versions it was held about'),
    inputs: z
      .array(z.object({ sender: Sender, self: Address, pages: Pages }))
      .describe('The published inputs its summary points to'),
  })
  .describe('A meeting with its programme and its summary')
  .register(apiSchemas, { id: 'Meeting' })
