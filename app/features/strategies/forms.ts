import { z } from 'zod'
import { inOtherLanguages } from './other-languages.ts'
import { isRegisterDay, LINK_KINDS, MEMBER_ROLES, REGISTER_KINDS, REGISTER_STATUSES } from './register.ts'

const key = z.uuid()
const revision = z.coerce.number().int().min(0).max(1_000_000)
/** What the row said when the form was drawn; empty for a new one. */
const seen = z.string().max(64).default('')
const line = z.string().max(300, 'lineTooLong').default('')
const text = z.string().max(8_000, 'textTooLong').default('')
const inLines = [300, 'lineTooLong'] as const
const inTexts = [8_000, 'textTooLong'] as const
const day = line.refine((written) => written.trim() === '' || isRegisterDay(written.trim()), 'dayUnusable')
const email = line.refine(
  (written) => written.trim() === '' || z.email().max(254).safeParse(written.trim()).success,
  'emailUnusable',
)
const givenDay = z
  .string({ error: 'dayMissing' })
  .refine((written) => isRegisterDay(written.trim()), 'dayUnusable')

const registerFields = {
  ...{ key, revision, kind: z.enum(REGISTER_KINDS), status: z.enum(REGISTER_STATUSES) },
  ...{ titleNb: line, titleNn: line, projectNumber: line, caseNumber: line },
  ...{ mandateFrom: day, mandateTo: day, appointedOn: day },
  ...{ goalsNb: text, goalsNn: text, resultsNb: text, resultsNn: text },
  ...{ summaryNb: text, summaryNn: text, scopeNb: text, scopeNn: text },
  ...{ legalRegimeNb: text, legalRegimeNn: text, contactEmail: email },
  ...inOtherLanguages('title', ...inLines),
  ...inOtherLanguages('goals', ...inTexts),
  ...inOtherLanguages('results', ...inTexts),
  ...inOtherLanguages('summary', ...inTexts),
  ...inOtherLanguages('scope', ...inTexts),
  ...inOtherLanguages('legalRegime', ...inTexts),
}

const address = z.string({ error: 'addressMissing' }).max(120, 'addressTooLong')
const confirmed = z.literal('yes', { error: 'confirmationMissing' })

/** The register's page: save the fields, give the strategy another address, or let everybody read it. */
export const registerForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('save'), ...registerFields }),
  z.object({ act: z.literal('rename'), key, revision, slug: address, confirmed }),
  z.object({ act: z.literal('publish'), key, revision }),
])

export type RegisterFields = z.output<z.ZodObject<typeof registerFields>>

const memberFields = {
  ...{ key, seen, member: z.uuid().optional(), role: z.enum(MEMBER_ROLES) },
  ...{ name: z.string({ error: 'nameMissing' }).max(300, 'lineTooLong'), organisation: line },
  ...{ since: day, until: day },
}
const linkFields = {
  ...{ key, seen, link: z.uuid().optional(), kind: z.enum(LINK_KINDS) },
  ...{ titleNb: line, titleNn: line, ...inOtherLanguages('title', ...inLines) },
  ...{ href: z.string().max(2_000, 'lineTooLong').default(''), related: z.uuid().optional() },
}
const organiserFields = {
  ...{ key, revision, organisation: z.uuid('organisationMissing') },
  ...{ roleNb: line, roleNn: line, ...inOtherLanguages('role', ...inLines) },
}

/** People, organisers, links and the place among other strategies. */
export const peopleForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('save-member'), ...memberFields }),
  z.object({ act: z.literal('remove-member'), key, member: z.uuid() }),
  z.object({ act: z.literal('save-link'), ...linkFields }),
  z.object({ act: z.literal('remove-link'), key, link: z.uuid() }),
  z.object({ act: z.literal('save-organiser'), ...organiserFields }),
  z.object({ act: z.literal('remove-organiser'), key, revision, organisation: z.uuid() }),
  z.object({ act: z.literal('set-parent'), key, revision, parent: z.uuid().optional() }),
])

export type MemberFields = z.output<z.ZodObject<typeof memberFields>>
export type LinkFields = z.output<z.ZodObject<typeof linkFields>>
export type OrganiserFields = z.output<z.ZodObject<typeof organiserFields>>

const phaseFields = {
  ...{ key, seen, phase: z.uuid().optional() },
  ...{ titleNb: line, titleNn: line, ...inOtherLanguages('title', ...inLines) },
  ...{ purposeNb: text, purposeNn: text, ...inOtherLanguages('purpose', ...inTexts) },
  ...{ startsOn: givenDay, endsOn: givenDay },
}
const outcomeFields = {
  ...{ key, seen, phase: z.uuid() },
  ...{ outcomeNb: text, outcomeNn: text, ...inOtherLanguages('outcome', ...inTexts) },
}

/** The phases: write one, open the next, record what came of it. */
export const phasesForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('write-phase'), ...phaseFields }),
  z.object({ act: z.literal('open-phase'), key, phase: z.uuid() }),
  z.object({ act: z.literal('record-outcome'), ...outcomeFields }),
])

export type PhaseFields = z.output<z.ZodObject<typeof phaseFields>>
export type OutcomeFields = z.output<z.ZodObject<typeof outcomeFields>>

/** An administrator starts a strategy; its first lead fills in the rest. */
export const newStrategyForm = z.object({
  ...{ key, kind: z.enum(REGISTER_KINDS), titleNb: line, titleNn: line },
  ...inOtherLanguages('title', ...inLines),
  slug: z.string().max(120, 'addressTooLong').default(''),
  organiser: z.uuid('organisationMissing'),
  lead: z.string({ error: 'leadMissing' }).max(254, 'lineTooLong'),
})

export type NewStrategy = z.output<typeof newStrategyForm>
