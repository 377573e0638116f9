import { z } from 'zod'
import { WHOLES } from './count.ts'
import { BAND_LIMITS, MOST_BANDS, type TypedBand } from './quantity-bands.ts'

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

const numberOf = z.coerce.number().int().min(1).max(1_000_000)
const senders = z.coerce.number().int().min(0).max(10_000_000)
/** As the key of a row or column can be. */
const place = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u)

const addedCount = z.object({
  ...{ act: z.literal('add'), key, table: place, row: place, column: place, over: z.enum(WHOLES) },
  /** What stood on the page: the number that is put in is the one that was seen. */
  ...{ count: senders, of: senders },
})
const seenCount = z.object({ act: z.literal('see'), key, number: numberOf, count: senders, of: senders })

/** The numbers of a finding: put one in, take the new number, take one out. */
export const numbersForm = z.discriminatedUnion('act', [
  addedCount,
  seenCount,
  z.object({ act: z.literal('remove'), number: numberOf }),
])

export type AddedCount = Omit<z.output<typeof addedCount>, 'act'>
export type SeenCount = Omit<z.output<typeof seenCount>, 'act'>

const words = z.string().max(400).default('')
const limit = z.string().max(20).default('')

const bandFields = Object.fromEntries(
  Array.from({ length: MOST_BANDS }, (_, at) => [
    ...(['nb', 'nn'] as const).map((name) => [`${name}-${at}`, words] as const),
    ...BAND_LIMITS.map((name) => [`${name}-${at}`, limit] as const),
  ]).flat(),
)

/** What the words of quantity mean: everybody's meaning again, or what the fields say. */
export const quantityForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('restore'), key }),
  z.object({ act: z.literal('save'), key, ...bandFields }),
])

/** The fields of a form, band by band; the empty one comes last. */
export function typedIn(form: Record<string, unknown>): TypedBand[] {
  const field = (name: string) => String(form[name] ?? '')
  const bands = Array.from({ length: MOST_BANDS }, (_, at) => ({
    ...{ nb: field(`nb-${at}`), nn: field(`nn-${at}`) },
    ...{ shareFrom: field(`shareFrom-${at}`), shareBelow: field(`shareBelow-${at}`) },
    ...{ countFrom: field(`countFrom-${at}`), countTo: field(`countTo-${at}`) },
  }))
  const last = bands.findLastIndex((band) => Object.values(band).some((typed) => typed !== ''))
  return bands.slice(0, Math.min(last + 2, MOST_BANDS))
}

/** A passage cited: words of it, or only that it says so. */
export const citationForm = z.object({
  key,
  passage: z.uuid('passageMissing'),
  mode: z.enum(['quote', 'paraphrase']).default('quote'),
  quote: z.string().max(4000, 'quoteTooLong').default(''),
})
