import { z } from 'zod'
import { ORGANISATION_KINDS } from '#app/features/organisations/organisation.ts'

/** Why nobody is invited now. */
export type InvitationRefusal = 'round-not-published' | 'round-closed' | 'nobody-chosen'

/** Whether a round invites: only what anyone can read, and only as long as it takes answers. */
export function invitationRefusal(
  round: { publishedAt: Date | null; closedAt: Date | null; deadlineAt: Date; acceptsLateUntil: Date | null },
  now: Date,
): InvitationRefusal | null {
  if (round.publishedAt === null) return 'round-not-published'
  const until = round.acceptsLateUntil ?? round.deadlineAt
  return round.closedAt !== null || now > until ? 'round-closed' : null
}

/** Inviting whole kinds of body, or single ones. */
export const invitationForm = z.object({
  key: z.string('try-again').min(8, 'try-again').max(100, 'try-again'),
  kind: z.array(z.enum(ORGANISATION_KINDS, 'nobody-chosen')).max(20).default([]),
  organisation: z.array(z.uuid('nobody-chosen')).max(50).default([]),
})

/** The written form an organisation is written to in: its own where it has one, else bokmål (målbrukslova § 6 first para.). */
export const letterLocale = (writtenForm: string) => (writtenForm === 'nn' ? 'nn' : 'nb')
