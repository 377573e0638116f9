import { z } from 'zod'
import { ORGANISATION_KINDS } from '#app/features/organisations/organisation.ts'
import { type ColumnRole, IMPORT_FIELDS, type Mapping, TABLE_CHANNELS } from './import-mapping.ts'
import { WRITTEN_LANGUAGES } from './written-language.ts'

const key = z.string('try-again').min(8, 'try-again').max(100, 'try-again')

/** Bringing in a table. The file itself is no field of this. */
export const tableForm = z.object({ key })

/** What is done with a table that lies here: saying what its columns are, or having it registered. */
export const importForm = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('map'), key },
    column: z.array(z.string().max(60).optional()).max(200).default([]),
    kind: z
      .enum([...ORGANISATION_KINDS, 'person'])
      .optional()
      .catch(undefined),
    channel: z.enum(TABLE_CHANNELS as [Mapping['channel'], ...Mapping['channel'][]]).catch('file'),
    received: z.string().max(100).default(''),
    lang: z.enum(WRITTEN_LANGUAGES).catch('nb'),
  }),
  z.object({ act: z.literal('ask'), key, skipBad: z.literal('on').optional() }),
])

/** The role of a column as its field sends it. */
export function roleOf(word: string): ColumnRole {
  const field = IMPORT_FIELDS.find((one) => one === word)
  if (field) return field
  return /^question:[0-9a-f-]{36}$/.test(word) ? (word as `question:${string}`) : null
}
