import { z } from 'zod'
import { inOtherLanguages } from './other-languages.ts'
import { ROUND_PURPOSES } from './round-revision.ts'
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

/** Why a hearing gives little time; everybody reads it. */
const notice = { reason, reasonNn: reason, ...inOtherLanguages('reason', 2_000, 'reasonTooLong') }

/** Why a round is changed after it opened; everybody reads it. */
const why = { whyNb: reason, whyNn: reason, ...inOtherLanguages('why', 2_000, 'reasonTooLong') }

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
  ...{ ...notice, ...why },
})

export type RulesFields = z.output<typeof rulesForm>

const line = z.string().max(300, 'lineTooLong').default('')
const text = z.string().max(8_000, 'textTooLong').default('')
const number = z
  .string()
  .default('')
  .refine((written) => /^\s*(\d{1,3})?\s*$/.test(written), 'numberUnusable')
const phase = z.uuid('phaseMissing')
const slug = z.string().max(120, 'addressTooLong').default('')
const names = {
  ...{ titleNb: line, titleNn: line, ...inOtherLanguages('title', 300, 'lineTooLong') },
  ...{ introNb: text, introNn: text, ...inOtherLanguages('intro', 8_000, 'textTooLong') },
  ...{ slug, number, phase },
}
const purpose = z.enum(ROUND_PURPOSES)

/** A new round: what it is called, where it belongs, and from when to when it takes input. */
export const newRoundForm = z.object({
  ...{ key, ...names, purpose, legalForm: z.enum(LEGAL_FORMS), ...notice },
  ...{ opensDay: day, opensClock: clock, deadlineDay: day, deadlineClock: clock },
})

export type NewRound = z.output<typeof newRoundForm>

/** What a round is called and says, and whom to ask about it. */
export const settingsForm = z.object({
  ...{ key, seen, ...names, purpose, ...why },
  ...{ contactName: line, contactPhone: z.string().max(40, 'lineTooLong').default('') },
  mailbox: line.refine(
    (written) => written.trim() === '' || z.email().max(254).safeParse(written.trim()).success,
    'emailUnusable',
  ),
})

export type SettingsFields = z.output<typeof settingsForm>

/** Letting everybody read a round; `despite` says that what is warned of has been read. */
export const openingForm = z.object({ key, despite: ticked })

/** Ending a round before its time, or opening it again; why is read by everybody. */
export const closingForm = z.object({ key, act: z.enum(['close', 'reopen']), confirmed: ticked, ...why })

export type ClosingFields = z.output<typeof closingForm>

const organisation = z.uuid('organisationMissing')

/** A deadline for one organisation, or taking it back. */
export const extensionForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('give'), key, organisation, day, clock, reason }),
  z.object({ act: z.literal('take-back'), key, organisation, reason }),
])

export type ExtensionFields = z.output<typeof extensionForm>
