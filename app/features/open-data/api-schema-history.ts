import { z } from 'zod'
import { REGISTER_FIELDS } from '#app/features/strategies/revision.ts'
import { apiSchemas, Localised, listOf, Moment, Ordinal } from './api-schema.ts'

const Value = z
  .union([
    z.string(),
    z.boolean(),
    Localised,
    z.array(z.object({ name: z.string(), role: Localised })),
    z.null(),
  ])
  .describe('What a field said: a text, a text in its languages, a day, yes or no, or the organisers')

export const RegisterRevision = z
  .object({
    number: Ordinal.describe('Which save it was'),
    at: Moment,
    first: z.boolean().describe('The save that published it: nobody could read what stood before'),
    changes: z.array(z.object({ field: z.enum(REGISTER_FIELDS), before: Value, after: Value })),
  })
  .describe('What a save of the register changed, field by field')
  .register(apiSchemas, { id: 'RegisterRevision' })

export const RegisterHistory = listOf('RegisterHistory', RegisterRevision)
