import { z } from 'zod'
import { SENDER_KINDS } from '../organisations/sender-kind.ts'
import { inOtherLanguages } from '../strategies/other-languages.ts'
import { QUESTION_KINDS } from './question.ts'

const key = z.uuid()
const question = z.uuid('unclear')
const revision = z.coerce.number().int().min(0).max(1_000_000_000)

/** The list of questions: begin it, move or take away one, or fetch some from an earlier round. */
export const questionnaireForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('begin'), key }),
  z.object({ act: z.literal('up'), key, question }),
  z.object({ act: z.literal('down'), key, question }),
  z.object({
    act: z.literal('after'),
    key,
    question,
    number: z.coerce.number('no-such-number').int('no-such-number'),
  }),
  z.object({ act: z.literal('remove'), key, question, revision }),
  z.object({ act: z.literal('copy'), key, from: z.uuid(), chosen: z.array(z.uuid()).max(200).default([]) }),
])

export type QuestionnaireAct = z.output<typeof questionnaireForm>

const line = z.string().max(300, 'lineTooLong').default('')
const title = z.string().max(1_000, 'title-too-long').default('')
const help = z.string().max(4_000, 'helpTooLong').default('')
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)
const part = z.object({
  ...{ key: z.string().max(60).default(''), nb: line, nn: line, en: line, sv: line },
  ...{ kind: z.string().max(20).optional(), unit: z.string().max(40, 'unitTooLong').optional() },
})

// By place, not as a list: a place of a thousand million in a list would be as long.
const parts = z
  .record(z.string().regex(/^\d{1,3}$/), part)
  .default({})
  .refine((rows) => Object.keys(rows).length <= 100, 'tooManyRows')

/** A whole number, or nothing. */
const limit = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/\s/g, ''))
  .refine((typed) => /^\d{0,7}$/.test(typed), 'notANumber')
  .transform((typed) => (typed === '' ? undefined : Number(typed)))

/** A question as its form has it. `rearrange` moves rows in the form, and saves nothing. */
export const questionForm = z.object({
  ...{ key, revision, kind: z.enum(QUESTION_KINDS), rearrange: z.string().max(40).optional() },
  ...{ titleNb: title, titleNn: title, ...inOtherLanguages('title', 1_000, 'title-too-long') },
  ...{ helpNb: help, helpNn: help, ...inOtherLanguages('help', 4_000, 'helpTooLong') },
  ...{ required: ticked, importance: ticked, mostCharacters: limit, fewest: limit, most: limit },
  askedOf: z.array(z.enum(SENDER_KINDS)).max(SENDER_KINDS.length).default([]),
  ...{ options: parts, levels: parts, rows: parts, columns: parts },
})

export type QuestionFields = z.output<typeof questionForm>
