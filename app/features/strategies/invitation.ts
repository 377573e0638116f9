import { z } from 'zod'
import { ORGANISATION_KINDS } from '#app/features/organisations/organisation.ts'
import { MOST_LISTED } from './invitation-list.ts'

/** Why nobody is invited now. */
export type InvitationRefusal = 'round-not-published' | 'round-closed' | 'nobody-chosen' | 'changed-since'

/** Whether a round invites: only what anyone can read, and only as long as it takes answers. */
export function invitationRefusal(
  round: { publishedAt: Date | null; closedAt: Date | null; deadlineAt: Date; acceptsLateUntil: Date | null },
  now: Date,
): InvitationRefusal | null {
  if (round.publishedAt === null) return 'round-not-published'
  const until = round.acceptsLateUntil ?? round.deadlineAt
  return round.closedAt !== null || now > until ? 'round-closed' : null
}

const key = z.string('try-again').min(8, 'try-again').max(100, 'try-again')

// Of several a row may mean, none may be chosen.
const chosen = z
  .array(z.union([z.uuid('nobody-chosen'), z.literal('')]))
  .max(2 * MOST_LISTED, 'too-many-rows')

/** Inviting by what the register says (`expected` is how many the preview counted), or single bodies. */
const invitationForm = z.object({
  ...{ key, act: z.literal('invite') },
  kind: z.array(z.enum(ORGANISATION_KINDS, 'nobody-chosen')).max(20).default([]),
  county: z.string().max(10).optional(),
  organisation: chosen.default([]).transform((ids) => [...new Set(ids.filter(Boolean))]),
  expected: z.coerce.number().int().min(0).max(1_000_000).optional(),
})

/** A pasted list to look over, a file to look over, or inviting those chosen. */
export const invitationsForm = z.discriminatedUnion(
  'act',
  [
    invitationForm,
    z.object({ act: z.literal('list'), list: z.string('no-rows').max(100_000, 'too-many-rows') }),
    z.object({ act: z.literal('file') }),
  ],
  'try-again',
)
