import { z } from 'zod'

const title = z.string().max(200, 'titleTooLong').default('')
const text = z.string().max(40_000, 'textTooLong').default('')
/** What a finding is about: "theme:…", "question:…" or nothing. */
const subject = z
  .string()
  .regex(/^$|^(theme|question):[0-9a-f-]{36}$/)
  .default('')
const revision = z.coerce.number().int().min(1).max(1_000_000)
const key = z.uuid()

/** Starts a finding: a title and perhaps what it is about. The text comes afterwards. */
const starting = z.object({ key, titleNb: title, titleNn: title, subject })

/** Without the act it starts a finding; the others put the list in order and publish what is approved. */
export const findingsForm = z
  .union([
    z.object({ act: z.literal('move'), finding: z.uuid(), to: z.enum(['up', 'down']) }),
    z.object({ act: z.literal('publish-approved'), key }),
    starting,
  ])
  .refine((form) => 'act' in form || `${form.titleNb}${form.titleNn}`.trim() !== '', {
    path: ['titleNb'],
    message: 'titleMissing',
  })

const writing = z.object({
  ...{ act: z.literal('write'), key, revision, titleNb: title, titleNn: title, textNb: text, textNn: text },
  /** `was` is the subject the form was made with, so that another's choice of it meanwhile is seen. */
  ...{ subject, was: subject },
})

/** The finding's page: save what is written, approve it or take that back, publish it, or take a citation away. */
export const findingForm = z
  .discriminatedUnion('act', [
    writing,
    z.object({ act: z.literal('approve'), key, revision }),
    z.object({ act: z.literal('withdraw-approval'), key }),
    z.object({ act: z.literal('publish'), key }),
    z.object({ act: z.literal('remove-citation'), citation: z.uuid() }),
  ])
  .refine((form) => form.act !== 'write' || `${form.titleNb}${form.titleNn}`.trim() !== '', {
    path: ['titleNb'],
    message: 'titleMissing',
  })

/** An earlier version taken back: it becomes a new one, on top of the revision that was seen. */
export const restoringForm = z.object({ key, revision, current: revision })

export type FindingWriting = Omit<z.output<typeof writing>, 'act'>
export type NewFinding = z.output<typeof starting>

/** A passage cited: words of it, or only that it says so. */
export const citationForm = z.object({
  key,
  passage: z.uuid('passageMissing'),
  mode: z.enum(['quote', 'paraphrase']).default('quote'),
  quote: z.string().max(4000, 'quoteTooLong').default(''),
})
