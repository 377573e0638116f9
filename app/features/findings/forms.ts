import { z } from 'zod'

const title = z.string().max(200, 'titleTooLong').default('')
const text = z.string().max(40_000, 'textTooLong').default('')

/** Starts a finding: a title and perhaps a theme. The text comes afterwards. */
export const newFindingForm = z
  .object({ key: z.uuid(), titleNb: title, titleNn: title, theme: z.uuid().optional() })
  .refine(({ titleNb, titleNn }) => `${titleNb}${titleNn}`.trim() !== '', {
    path: ['titleNb'],
    message: 'titleMissing',
  })

const writing = z.object({
  ...{ act: z.literal('write'), key: z.uuid(), revision: z.coerce.number().int().min(1) },
  ...{ titleNb: title, titleNn: title, textNb: text, textNn: text, theme: z.uuid().optional() },
})

/** The finding's page: save what is written, publish it, or take a citation away. */
export const findingForm = z
  .discriminatedUnion('act', [
    writing,
    z.object({ act: z.literal('publish'), key: z.uuid() }),
    z.object({ act: z.literal('remove-citation'), citation: z.uuid() }),
  ])
  .refine((form) => form.act !== 'write' || `${form.titleNb}${form.titleNn}`.trim() !== '', {
    path: ['titleNb'],
    message: 'titleMissing',
  })

export type FindingWriting = Omit<z.output<typeof writing>, 'act'>
export type NewFinding = z.output<typeof newFindingForm>

/** A passage cited, whole or in part. */
export const citationForm = z.object({
  key: z.uuid(),
  passage: z.uuid('passageMissing'),
  quote: z.string({ error: 'quoteMissing' }).max(4000, 'quoteTooLong'),
})
