import { and, desc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { SENDER_KINDS } from '#app/features/organisations/sender-kind.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import {
  auditEvents,
  deadlineExtensions,
  invitations,
  organisations,
  people,
  rounds,
} from '#db/schema/index.ts'
import { decisionRefusal } from './policy.ts'
import { momentOf } from './round-clock.ts'
import { roundRulesChanged } from './round-events.ts'
import type { RulesFields } from './round-forms.ts'
import { reasonRefusal } from './round-revision.ts'
import { keepRoundRevision } from './round-revisions.server.ts'
import { changedRules, hasOpened, type RoundRules, type RulesRefusal, rulesRefusal } from './round-rules.ts'
import { markOf } from './seen.server.ts'
import { rulesOf } from './standing-rules.server.ts'
import { orNone, textOver } from './written.ts'

type RoundRow = typeof rounds.$inferSelect

/** A mark of the rules when a form was drawn: rules changed since are not written over. */
export const rulesSeen = (round: RoundRow): string => markOf({ ...rulesOf(round) })

/** What a form says the rules are to be, or the first field that cannot be read. After the opening its time stands. */
export function rulesFrom(
  form: RulesFields,
  round: RoundRow,
  opened: boolean,
): RoundRules | { field: string } {
  const given = momentOf({ day: form.opensDay, clock: form.opensClock })
  const opensAt = given ?? (opened ? round.opensAt : 'unusable')
  if (opensAt === 'unusable') return { field: 'opensDay' }
  const deadlineAt = momentOf({ day: form.deadlineDay, clock: form.deadlineClock })
  if (!(deadlineAt instanceof Date)) return { field: 'deadlineDay' }
  const acceptsLateUntil = momentOf({ day: form.lateDay, clock: form.lateClock })
  if (acceptsLateUntil === 'unusable') return { field: 'lateDay' }
  const groups: [string, Date][] = []
  for (const kind of SENDER_KINDS) {
    const written = form.groups[kind]
    const at = written ? momentOf(written) : null
    if (at === 'unusable') return { field: `groups.${kind}.day` }
    if (at) groups.push([kind, at])
  }
  return {
    ...{ opensAt, deadlineAt, acceptsLateUntil, groupDeadlines: Object.fromEntries(groups) },
    ...{ legalForm: form.legalForm, naming: form.naming, inputsShown: form.inputsShown },
    ...{ allowsCorrections: form.corrections, allowsWithdrawal: form.withdrawal },
    shortNoticeReason: orNone(
      textOver(round.shortNoticeReason, form.reason, form.reasonNn, form.reasonEn, form.reasonSv),
    ),
  }
}

/** What became of saving: how many rules were changed and deadlines overtaken, or why nothing was. */
type RulesSaved =
  | { changed: number; overtaken: number }
  | RulesRefusal
  | Refused<'stale' | 'why-missing'>
  | (Refused<'moment-unusable'> & { field: string })

/**
 * Sets the rules of a round; after the opening with a reason everybody reads ('why-missing'). Deadlines of single organisations that no longer are later than the ordinary one are taken
 * back with `overtaken` as the reason in their log: nobody is to have less time for having asked for more.
 */
export function saveRules(actor: Actor, roundId: string, form: RulesFields, overtaken: string) {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update')
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'save-rules', async (): Promise<RulesSaved> => {
      const at = await databaseNow(tx)
      const before = rulesOf(round)
      const after = rulesFrom(form, round, hasOpened(round, at))
      if ('field' in after) return { refusal: 'moment-unusable', field: after.field }
      if (form.seen !== rulesSeen(round)) return refuse('stale')
      const no = rulesRefusal(before, after, at)
      if (no) return no
      const changed = changedRules(before, after)
      if (changed.length === 0) return { changed: 0, overtaken: 0 }
      const why = textOver(null, form.whyNb, form.whyNn, form.whyEn, form.whySv)
      const unexplained = reasonRefusal(hasOpened(round, at), why)
      if (unexplained) return unexplained
      const set = { ...after, groupDeadlines: stored(after) }
      await tx.update(rounds).set(set).where(eq(rounds.id, roundId))
      const versions = { before: round, after: { ...round, ...set } }
      await keepRoundRevision(tx, versions, { at, by: actor.personId, reason: orNone(why) })
      const count = await takeBackOvertaken(tx, { id: roundId, strategyId }, after, { actor, at, overtaken })
      await record(tx, {
        ...{ kind: roundRulesChanged, actorId: actor.personId, subjectId: roundId, strategyId, at },
        // The reason is told of by name only: it is somebody's own words.
        data: { changed, before: plain(before, changed), after: plain(after, changed), overtaken: count },
      })
      return { changed: changed.length, overtaken: count }
    })
  })
}

const stored = ({ groupDeadlines }: RoundRules) => {
  const groups = Object.entries(groupDeadlines).map(([kind, at]) => [kind, at.toISOString()])
  return groups.length > 0 ? (Object.fromEntries(groups) as Record<string, string>) : null
}

const plain = (rules: RoundRules, names: readonly (keyof RoundRules)[]) =>
  Object.fromEntries(names.filter((name) => name !== 'shortNoticeReason').map((name) => [name, rules[name]]))

async function takeBackOvertaken(
  tx: Transaction,
  { id: roundId, strategyId }: { id: string; strategyId: string },
  rules: RoundRules,
  { actor, at, overtaken }: { actor: Actor; at: Date; overtaken: string },
): Promise<number> {
  const groups = sql`${JSON.stringify(stored(rules) ?? {})}::text::jsonb`
  const rows = await tx
    .update(invitations)
    .set({ extendedUntil: null, extendedBy: actor.personId })
    .from(organisations)
    .where(
      and(
        eq(invitations.roundId, roundId),
        eq(organisations.id, invitations.organisationId),
        sql`${invitations.extendedUntil} <= coalesce((${groups} ->> ${organisations.kind})::timestamptz, ${rules.deadlineAt.toISOString()}::timestamptz)`,
      ),
    )
    .returning({ organisationId: invitations.organisationId })
  if (rows.length > 0)
    await tx.insert(deadlineExtensions).values(
      rows.map(({ organisationId }) => ({
        ...{ strategyId, roundId, organisationId, until: null },
        ...{ reason: overtaken, at, by: actor.personId },
      })),
    )
  return rows.length
}

/** What was changed about a round's rules, by whom and when, the latest first. */
export async function listRuleChanges(roundId: string) {
  const rows = await database()
    .db.select({ id: auditEvents.id, at: auditEvents.at, by: people.name, data: auditEvents.data })
    .from(auditEvents)
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .where(and(eq(auditEvents.subjectId, roundId), eq(auditEvents.type, roundRulesChanged.type)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(50)
  return rows.map(({ data, ...row }) => {
    const { changed } = (data ?? {}) as { changed?: unknown }
    return { ...row, changed: Array.isArray(changed) ? changed.map(String) : [] }
  })
}
