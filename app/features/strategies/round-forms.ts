import { z } from 'zod'
import { LEGAL_FORMS, ROUND_NAMINGS } from './round-rules.ts'

const key = z.uuid()
const seen = z.string().max(64).default('')
const day = z.string().max(40).default('')
const clock = z.string().max(20).default('')
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)
const reason = z.string().max(2_000, 'reasonTooLong').default('')

/** The rules of a round. Days and clocks are as the calendar and the clocks in Norway show them. */
export const rulesForm = z.object({
  ...{ key, seen, legalForm: z.enum(LEGAL_FORMS), opensDay: day, opensClock: clock },
  ...{ deadlineDay: day, deadlineClock: clock, lateDay: day, lateClock: clock },
  groups: z
    .record(z.string().max(40), z.object({ day, clock }))
    .default({})
    .refine((groups) => Object.keys(groups).length <= 40, 'unclear'),
  naming: z.enum(ROUND_NAMINGS),
  ...{ corrections: ticked, withdrawal: ticked },
  inputsShown: z.enum(['as-checked', 'after-closing']),
  reason,
})

export type RulesFields = z.output<typeof rulesForm>

const organisation = z.uuid('organisationMissing')

/** A deadline for one organisation, or taking it back. */
export const extensionForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('give'), key, organisation, day, clock, reason }),
  z.object({ act: z.literal('take-back'), key, organisation, reason }),
])

export type ExtensionFields = z.output<typeof extensionForm>
