import { z } from 'zod'
import { STANCES } from '#app/features/inputs/comment.ts'
import { QUESTION_KINDS } from '#app/features/questionnaires/question.ts'
import {
  Address,
  about,
  apiSchemas,
  Count,
  Day,
  Localised,
  listOf,
  Masks,
  Moment,
  Ordinal,
  Pages,
  ParagraphAddress,
  Position,
  Sender,
} from './api-schema.ts'

const VersionKind = z
  .enum(['administrative', 'adopted', 'correction', 'registered'])
  .describe('Sent by the administration, politically adopted, a correction, or registered by staff')

const sent = {
  kind: VersionKind,
  lang: z.string().describe('The language it is written in, BCP 47'),
  submittedAt: Moment,
  receivedOn: Day.nullable().describe('Of what staff registered: the day it came'),
  late: z.boolean().describe('It came after the deadline the sender had'),
  noRemarks: z.boolean(),
}

const sender = Sender.extend({ county: z.string().nullable().describe('The number of its county') })

export const InputSummary = z
  .object({
    id: z.uuid(),
    sender,
    ...sent,
    masked: z.boolean(),
    self: Address,
    pages: Pages,
  })
  .register(apiSchemas, { id: 'InputSummary' })

export const InputList = listOf('InputList', InputSummary)

const key = z.string().describe('The key of an option of the question')

const PublicAnswer = z
  .object({
    question: z.object({ position: Position, title: Localised, kind: z.enum(QUESTION_KINDS) }),
    text: z.string().nullable().describe('What was written; headings and paragraphs are lines'),
    choices: z.array(key).describe('What was chosen, or the ranking in order'),
    value: z.number().nullable().describe('The step of a scale'),
    amounts: z
      .array(z.object({ row: z.string(), column: z.string(), amount: z.number() }))
      .describe('The cells of a table of amounts'),
    importance: Ordinal.nullable().describe('How important the sender finds it, 1 to 4'),
    masks: Masks,
  })
  .register(apiSchemas, { id: 'Answer' })

const Comment = z
  .object({
    id: z.uuid(),
    paragraph: ParagraphAddress,
    stance: z.enum(STANCES).nullable(),
    quote: z.string().nullable().describe('The words it is about; null: the whole paragraph'),
    text: z.string().nullable(),
    masks: Masks,
  })
  .register(apiSchemas, { id: 'Comment' })

const Step = z.object({
  body: z.string(),
  on: Day,
  caseNumber: z.string().nullable(),
  level: z.string().nullable(),
})

const InputVersion = z
  .object({
    number: Ordinal,
    ...sent,
    publishedAt: Moment,
    handling: z.array(Step).describe('The bodies that treated it, the one that adopted it last'),
    planned: z
      .object({ body: z.string(), on: Day.nullable() })
      .nullable()
      .describe('Political treatment to come'),
    answers: z.array(PublicAnswer),
    comments: z.array(Comment),
    attachments: Count.describe('Files sent along; they are not public'),
  })
  .register(apiSchemas, { id: 'InputVersion' })

export const Input = z
  .object({
    ...about,
    id: z.uuid(),
    round: Address,
    sender,
    versions: z.array(InputVersion).describe('What counts, oldest first'),
    replaced: z.array(InputVersion).describe('What the sender replaced and anyone may still read'),
    withheld: z
      .array(z.object({ number: Ordinal, kind: VersionKind, at: Moment, legalBasis: z.string() }))
      .describe('Versions kept from the public, and by which law'),
  })
  .describe('A published input: its public text, with what is masked as signs in brackets')
  .register(apiSchemas, { id: 'Input' })
