import type { LocalisedText } from '../../platform/localised-text.ts'
import { type Refused, refuse } from '../../platform/refusal.ts'
import type { RoundRules } from './round-rules.ts'

/** What a round is for; what is counted and asked follows from it. */
export const ROUND_PURPOSES = ['input', 'offer', 'report', 'sign-up'] as const

/** Whom to ask about a round. */
export type RoundContact = { name?: string; phone?: string; mailbox?: string }

/** Where questions about a round go, and answers to its letters: its own mailbox, else the strategy's. */
export const mailboxOf = (contact: RoundContact | null, contactEmail: string): string =>
  contact?.mailbox ?? contactEmail

/** Everything that can be changed about a round once it is public, as it stands after a change. Moments are ISO texts. */
export type RoundRecord = Omit<
  RoundRules,
  'opensAt' | 'deadlineAt' | 'acceptsLateUntil' | 'groupDeadlines'
> & {
  title: LocalisedText
  intro: LocalisedText
  purpose: string
  phaseId: string
  contact: RoundContact | null
  opensAt: string
  deadlineAt: string
  acceptsLateUntil: string | null
  /** When somebody ended it early; versions from before this was kept do not say, and then nobody had. */
  closedAt: string | null
  groupDeadlines: Record<string, string>
}

export type RoundField = keyof RoundRecord

/** What a change did to one field. */
export type RoundChange = { field: RoundField; before: unknown; after: unknown }

/** The fields in the order they are told of. */
const FIELDS = [
  'closedAt',
  ...(['deadlineAt', 'groupDeadlines', 'acceptsLateUntil', 'opensAt', 'legalForm'] as const),
  ...(['shortNoticeReason', 'title', 'intro', 'contact', 'naming', 'allowsCorrections'] as const),
  ...(['allowsWithdrawal', 'inputsShown', 'purpose', 'phaseId'] as const),
] satisfies readonly RoundField[]

// Where the round stands among the phases, and what it is counted as, is the secretariat's own order.
const OF_STAFF: readonly RoundField[] = ['purpose', 'phaseId']

/** What differs between two versions of a round. Fields one of them does not know are left out. */
export function roundChanges(before: Partial<RoundRecord>, after: Partial<RoundRecord>): RoundChange[] {
  const [from, to] = [before, after].map((record) => ({ closedAt: null, ...record }))
  if (!from || !to) return []
  return FIELDS.filter(
    (field) => field in from && field in to && stable(from[field]) !== stable(to[field]),
  ).map((field) => ({ field, before: from[field], after: to[field] }))
}

/** Those of the changes that concern senders, which everybody reads. */
export const publicChanges = (changes: readonly RoundChange[]): RoundChange[] =>
  changes.filter(({ field }) => !OF_STAFF.includes(field))

// The order of keys is no difference, and neither is a part that is not there.
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''

/** Why a change is not taken: once a round has opened, everybody gets to know why it is changed. */
export const reasonRefusal = (opened: boolean, reason: LocalisedText): Refused<'why-missing'> | null =>
  opened && Object.keys(reason).length === 0 ? refuse('why-missing') : null
