import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Actor, OrganisationRole } from '#app/features/identity/actor.ts'
import { hashed, newToken } from '#app/features/identity/session.server.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { membershipInvitations, memberships, organisations, people } from '#db/schema/index.ts'
import { invitationRevoked, membershipInvited } from './events.ts'
import { holdOrganisation } from './held.server.ts'
import { invitationLifetimeMs, invitationState, maxInvitationsADay, rolesOf } from './membership.ts'
import { memberDecisionRefusal } from './policy.ts'

const ofAddress = (email: string) => sql`lower(${membershipInvitations.email}) = lower(${email})`
const unanswered = and(isNull(membershipInvitations.acceptedAt), isNull(membershipInvitations.revokedAt))

type Wish = { key: string; email: string; roles: OrganisationRole[] }

/** Invites an address to an organisation with roles. The letter is made when it leaves, and its token with it. */
export function inviteMember(actor: Actor, organisationId: string, { key, email, roles }: Wish) {
  return tx(async (tx) => {
    const refusal = memberDecisionRefusal(actor, organisationId)
    if (refusal) return refuse(refusal)
    if (!(await holdOrganisation(tx, organisationId))) return refuse('not-found')
    return once(tx, actor.personId, key, `invite ${organisationId}`, async () => {
      const now = await databaseNow(tx)
      if (await isMemberBy(tx, organisationId, email)) return refuse('already-member')
      const ours = eq(membershipInvitations.organisationId, organisationId)
      const open = and(ours, unanswered, gt(membershipInvitations.expiresAt, now), ofAddress(email))
      if ((await tx.$count(membershipInvitations, open)) > 0) return refuse('already-invited')
      const yesterday = new Date(now.getTime() - 24 * 60 * 60_000)
      const recent = and(ours, gt(membershipInvitations.createdAt, yesterday))
      if ((await tx.$count(membershipInvitations, recent)) >= maxInvitationsADay)
        return refuse('too-many-invitations')
      const [made] = await tx
        .insert(membershipInvitations)
        .values({
          ...{ organisationId, email, roles, createdAt: now, createdBy: actor.personId },
          // Nobody has this token: the one that works is made with the letter.
          tokenHash: hashed(newToken()),
          expiresAt: new Date(now.getTime() + invitationLifetimeMs),
        })
        .returning({ id: membershipInvitations.id })
      if (!made) return refuse('try-again')
      await recordLetter(tx, actor, made.id, now, organisationId)
      return { invitationId: made.id }
    })
  })
}

/** Sends the letter again, with a new link and a new fortnight; the old link works no longer. */
export function resendInvitation(actor: Actor, organisationId: string, invitationId: string, key: string) {
  return withInvitation(actor, organisationId, invitationId, key, 'resend', async (tx, now) => {
    await tx
      .update(membershipInvitations)
      .set({ tokenHash: hashed(newToken()), expiresAt: new Date(now.getTime() + invitationLifetimeMs) })
      .where(eq(membershipInvitations.id, invitationId))
    await recordLetter(tx, actor, invitationId, now, organisationId)
  })
}

/** Takes an invitation back: its link works no longer. */
export function revokeInvitation(actor: Actor, organisationId: string, invitationId: string, key: string) {
  return withInvitation(actor, organisationId, invitationId, key, 'revoke', async (tx, now) => {
    await tx
      .update(membershipInvitations)
      .set({ revokedAt: now, revokedBy: actor.personId })
      .where(eq(membershipInvitations.id, invitationId))
    await record(tx, {
      ...{ kind: invitationRevoked, actorId: actor.personId, subjectId: invitationId, at: now },
      data: { organisationId },
    })
  })
}

function withInvitation(
  actor: Actor,
  organisationId: string,
  invitationId: string,
  key: string,
  operation: string,
  work: (tx: Transaction, now: Date) => Promise<void>,
) {
  return tx(async (tx) => {
    const refusal = memberDecisionRefusal(actor, organisationId)
    if (refusal) return refuse(refusal)
    if (!(await holdOrganisation(tx, organisationId))) return refuse('not-found')
    return once(tx, actor.personId, key, `${operation} ${invitationId}`, async () => {
      const [invitation] = await tx
        .select()
        .from(membershipInvitations)
        .where(
          and(
            eq(membershipInvitations.id, invitationId),
            eq(membershipInvitations.organisationId, organisationId),
          ),
        )
        .for('update')
      if (!invitation) return refuse('no-invitation')
      const now = await databaseNow(tx)
      const state = invitationState(invitation, now)
      if (state === 'used' || state === 'revoked') return refuse(`invitation-${state}`)
      await work(tx, now)
      return { invitationId }
    })
  })
}

const recordLetter = (tx: Transaction, actor: Actor, id: string, at: Date, organisationId: string) =>
  record(tx, {
    ...{ kind: membershipInvited, actorId: actor.personId, subjectId: id, at, data: { organisationId } },
  })

async function isMemberBy(tx: Transaction, organisationId: string, email: string) {
  const [member] = await tx
    .select({ id: people.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        isNull(memberships.endedAt),
        sql`lower(${people.email}) = lower(${email})`,
      ),
    )
    .limit(1)
  return member !== undefined
}

/** The invitations nobody has answered yet, the newest first, also those out of date, which can be sent again. */
export async function listInvitations(organisationId: string, now: Date) {
  const rows = await database()
    .db.select({
      ...{ id: membershipInvitations.id, email: membershipInvitations.email },
      ...{ roles: membershipInvitations.roles, createdAt: membershipInvitations.createdAt },
      ...{ expiresAt: membershipInvitations.expiresAt, byName: people.name },
    })
    .from(membershipInvitations)
    .innerJoin(people, eq(people.id, membershipInvitations.createdBy))
    .where(and(eq(membershipInvitations.organisationId, organisationId), unanswered))
    .orderBy(desc(membershipInvitations.createdAt), desc(membershipInvitations.id))
    .limit(100)
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles), expired: now >= row.expiresAt }))
}

export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number]

/** What the letter of an invitation says, with a token made for it; null when it is no longer open. */
export function invitationLetter(invitationId: string) {
  return tx(async (tx) => {
    const [invitation] = await tx
      .select()
      .from(membershipInvitations)
      .where(eq(membershipInvitations.id, invitationId))
      .for('update')
    if (!invitation || invitationState(invitation, await databaseNow(tx)) !== 'open') return null
    const token = newToken()
    await tx
      .update(membershipInvitations)
      .set({ tokenHash: hashed(token) })
      .where(eq(membershipInvitations.id, invitationId))
    const [around] = await tx
      .select({ organisation: organisations.name, writtenForm: organisations.writtenForm, by: people.name })
      .from(organisations)
      .innerJoin(people, eq(people.id, invitation.createdBy))
      .where(eq(organisations.id, invitation.organisationId))
    return around ? { ...around, token, email: invitation.email, roles: rolesOf(invitation.roles) } : null
  })
}
