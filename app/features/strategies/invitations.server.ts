import { and, count, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { OrganisationKind } from '#app/features/organisations/organisation.ts'
import { existsOn, foundColumns } from '#app/features/organisations/search.server.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { counties, invitations, memberships, organisations, rounds } from '#db/schema/index.ts'
import { organisationsInvited } from './events.ts'
import { type InvitationRefusal, invitationRefusal } from './invitation.ts'
import { byFilter } from './invitation-preview.server.ts'
import { decisionRefusal } from './policy.ts'

export const invitationsPerPage = 50

type Chosen = {
  key: string
  kind: OrganisationKind[]
  county?: string | undefined
  organisation: string[]
  expected?: number | undefined
}

/**
 * Invites bodies to a round: those that exist today of whole kinds, a county or both, and single ones. Who is invited
 * already stays so and is not written to again. The letters leave with the worker. Gives how many became invited;
 * 'changed-since' where the register no longer has as many as were `expected`.
 */
export function invite(
  actor: Actor,
  roundId: string,
  { key, kind, county, organisation, expected }: Chosen,
): Promise<{ invited: number } | Refused<InvitationRefusal> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('share')
    if (!round) return refuse('not-found')
    const denied = decisionRefusal(actor, round.strategyId)
    if (denied) return refuse(denied)
    const filter = { kind, county: county ?? null }
    const filtered = kind.length > 0 || filter.county !== null
    if (!filtered && organisation.length === 0) return refuse('nobody-chosen')
    const asked = keyWith(key, [filter, organisation])
    return once(tx, actor.personId, asked, `invite ${roundId}`, async () => {
      const now = await databaseNow(tx)
      const refusal = invitationRefusal(round, now)
      if (refusal) return refuse(refusal)
      const { strategyId } = round
      const fits = or(
        filtered ? byFilter(filter, osloDate(now)) : undefined,
        organisation.length > 0 ? inArray(organisations.id, organisation) : undefined,
      )
      if (expected !== undefined && (await countUninvited(tx, roundId, fits)) !== expected)
        return refuse('changed-since')
      const chosen = tx
        .select({
          strategyId: sql`${strategyId}::uuid`.as('strategy_id'),
          roundId: sql`${roundId}::uuid`.as('round_id'),
          organisationId: organisations.id,
          invitedAt: sql`${now.toISOString()}::timestamptz`.as('invited_at'),
          invitedBy: sql`${actor.personId}::uuid`.as('invited_by'),
          toldAt: sql`null::timestamptz`.as('told_at'),
          extendedUntil: sql`null::timestamptz`.as('extended_until'),
          extendedBy: sql`null::uuid`.as('extended_by'),
        })
        .from(organisations)
        .where(fits)
      const made = await tx
        .insert(invitations)
        .select(chosen)
        // A body that only had a later deadline is invited now.
        .onConflictDoUpdate({
          target: [invitations.roundId, invitations.organisationId],
          set: { invitedAt: sql`excluded.invited_at`, invitedBy: sql`excluded.invited_by` },
          setWhere: isNull(invitations.invitedAt),
        })
        .returning({ id: invitations.organisationId })
      if (made.length > 0)
        await record(tx, {
          kind: organisationsInvited,
          ...{ actorId: actor.personId, subjectId: roundId, strategyId, at: now },
          data: { invited: made.length },
        })
      return { invited: made.length }
    })
  })
}

const countUninvited = async (tx: Transaction, roundId: string, fits: SQL | undefined) => {
  const invited = sql`exists (select 1 from ${invitations} i where i.round_id = ${roundId}
    and i.organisation_id = ${organisations.id} and i.invited_at is not null)`
  return tx.$count(organisations, and(fits, not(invited)))
}

/** How many bodies of each kind there are, and how many of them are invited. Asks no policy. */
export function countByKind(roundId: string, now: Date) {
  return database()
    .db.select({
      kind: sql<OrganisationKind>`${organisations.kind}`,
      bodies: count(),
      invited: count(invitations.invitedAt),
    })
    .from(organisations)
    .leftJoin(
      invitations,
      and(eq(invitations.organisationId, organisations.id), eq(invitations.roundId, roundId)),
    )
    .where(and(existsOn(osloDate(now)), eq(organisations.listed, true)))
    .groupBy(organisations.kind)
    .orderBy(sql`count(*) desc`)
    .limit(30)
}

/** One page of the invited by name, with whether their letter has left and whether anybody is there to read it. */
export async function listInvited(roundId: string, page: number) {
  const { db } = database()
  const invited = and(eq(invitations.roundId, roundId), isNotNull(invitations.invitedAt))
  const members = sql<boolean>`exists (select 1 from ${memberships} m where m.organisation_id = ${organisations.id}
    and m.ended_at is null)`
  const [rows, total] = await Promise.all([
    db
      .select({
        ...foundColumns,
        ...{ invitedAt: invitations.invitedAt, toldAt: invitations.toldAt, members },
      })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .leftJoin(counties, eq(counties.number, organisations.countyNumber))
      .where(invited)
      .orderBy(sql`${organisations.name} collate "nb-NO-x-icu"`, organisations.id)
      .limit(invitationsPerPage)
      .offset((page - 1) * invitationsPerPage),
    db.$count(invitations, invited),
  ])
  return { invited: rows, total }
}
