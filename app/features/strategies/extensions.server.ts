import { and, asc, count, desc, eq, ilike, isNotNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine, cleanText } from '#app/platform/rich-text/clean-text.ts'
import { counties, deadlineExtensions, invitations, organisations, people, rounds } from '#db/schema/index.ts'
import { extensionRefusal, extensionsPerPage, mostFound } from './extension.ts'
import { decisionRefusal, workRefusal } from './policy.ts'
import { momentOf } from './round-clock.ts'
import { deadlineExtended, extensionTakenBack } from './round-events.ts'
import type { ExtensionFields } from './round-forms.ts'
import { ordinaryDeadline } from './round-rules.ts'
import { rulesOf } from './standing-rules.server.ts'

const asked = {
  id: organisations.id,
  name: organisations.name,
  kind: organisations.kind,
  county: counties.name,
}

const ofRound = (roundId: string) =>
  and(eq(invitations.roundId, roundId), eq(invitations.organisationId, organisations.id))

/** Organisations whose name has these words in it, with the deadline they have of their own; the invited first. */
export async function findOrganisations(
  actor: Actor,
  round: { id: string; strategyId: string },
  words: string,
) {
  if (workRefusal(actor, round.strategyId)) return []
  const wanted = cleanLine(words).slice(0, 100)
  if (wanted === '') return []
  const pattern = `%${wanted.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return database()
    .db.select({ ...asked, invitedAt: invitations.invitedAt, extendedUntil: invitations.extendedUntil })
    .from(organisations)
    .leftJoin(invitations, ofRound(round.id))
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(ilike(organisations.name, pattern))
    .orderBy(sql`${invitations.invitedAt} is null`, asc(organisations.name), asc(organisations.id))
    .limit(mostFound)
}

/** An organisation that may get a deadline of its own in a round, and the one it has; null when there is none such. */
export async function findExtended(actor: Actor, round: { id: string; strategyId: string }, id: string) {
  if (workRefusal(actor, round.strategyId)) return null
  const [found] = await database()
    .db.select({ ...asked, invitedAt: invitations.invitedAt, extendedUntil: invitations.extendedUntil })
    .from(organisations)
    .leftJoin(invitations, ofRound(round.id))
    .leftJoin(counties, eq(counties.number, organisations.countyNumber))
    .where(eq(organisations.id, id))
    .limit(1)
  return found ?? null
}

/** The deadlines of their own that stand in a round, the nearest first. */
export async function listExtended(actor: Actor, round: { id: string; strategyId: string }, page: number) {
  if (workRefusal(actor, round.strategyId)) return { extended: [], total: 0 }
  const { db } = database()
  const standing = and(eq(invitations.roundId, round.id), isNotNull(invitations.extendedUntil))
  const [extended, total] = await Promise.all([
    db
      .select({ ...asked, invitedAt: invitations.invitedAt, extendedUntil: invitations.extendedUntil })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .leftJoin(counties, eq(counties.number, organisations.countyNumber))
      .where(standing)
      .orderBy(asc(invitations.extendedUntil), asc(organisations.name), asc(organisations.id))
      .limit(extensionsPerPage)
      .offset((page - 1) * extensionsPerPage),
    db.$count(invitations, standing),
  ])
  return { extended, total }
}

/** What was given and taken back in a round, by whom and why, the latest first. */
export async function listExtensionLog(
  actor: Actor,
  round: { id: string; strategyId: string },
  page: number,
) {
  if (workRefusal(actor, round.strategyId)) return { log: [], logged: 0 }
  const { db } = database()
  const own = eq(deadlineExtensions.roundId, round.id)
  const { id, until, reason, at } = deadlineExtensions
  const [log, [sum]] = await Promise.all([
    db
      .select({ id, until, reason, at, by: people.name, organisation: organisations.name })
      .from(deadlineExtensions)
      .innerJoin(organisations, eq(organisations.id, deadlineExtensions.organisationId))
      .leftJoin(people, eq(people.id, deadlineExtensions.by))
      .where(own)
      .orderBy(desc(deadlineExtensions.at), desc(deadlineExtensions.id))
      .limit(extensionsPerPage)
      .offset((page - 1) * extensionsPerPage),
    db.select({ n: count() }).from(deadlineExtensions).where(own),
  ])
  return { log, logged: sum?.n ?? 0 }
}

/**
 * Gives an organisation a deadline of its own, or takes it back. One that was not asked gets a row without `invitedAt`:
 * it has a deadline, and is not among the invited.
 */
export function changeExtension(actor: Actor, roundId: string, form: ExtensionFields) {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update')
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const { key, ...wanted } = form
    return once(tx, actor.personId, keyWith(key, wanted), 'change-extension', async () => {
      const at = await databaseNow(tx)
      const [body] = await tx
        .select({ kind: organisations.kind, extendedUntil: invitations.extendedUntil })
        .from(organisations)
        .leftJoin(invitations, ofRound(roundId))
        .where(eq(organisations.id, form.organisation))
        .limit(1)
      if (!body) return refuse('organisation-unknown')
      const until = form.act === 'give' ? momentOf(form) : null
      if (until === 'unusable' || (form.act === 'give' && until === null)) return refuse('moment-unusable')
      const reason = cleanText(form.reason).trim()
      const standing = { ordinary: ordinaryDeadline(rulesOf(round), body.kind), closedAt: round.closedAt }
      const no = extensionRefusal({ ...standing, extendedUntil: body.extendedUntil }, until, reason, at)
      if (no) return refuse(no)
      const place = { strategyId, roundId, organisationId: form.organisation }
      const own = { extendedUntil: until, extendedBy: actor.personId }
      await tx
        .insert(invitations)
        .values({ ...place, ...own, invitedAt: null })
        .onConflictDoUpdate({ target: [invitations.roundId, invitations.organisationId], set: own })
      await tx.insert(deadlineExtensions).values({ ...place, until, reason, at, by: actor.personId })
      await record(tx, {
        kind: until === null ? extensionTakenBack : deadlineExtended,
        ...{ actorId: actor.personId, subjectId: roundId, strategyId, at },
        data: { organisationId: form.organisation, until, before: body.extendedUntil },
      })
      return { until }
    })
  })
}
