import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { strategyMembers } from '#db/schema/index.ts'
import { memberRemoved, memberSaved } from './events.ts'
import type { MemberFields } from './forms.ts'
import { decisionRefusal } from './policy.ts'
import { holdStrategy } from './revising.server.ts'
import { markOf } from './seen.server.ts'
import { lineOrNull } from './written.ts'

const most = 300

const memberColumns = {
  ...{ id: strategyMembers.id, name: strategyMembers.name, organisation: strategyMembers.organisation },
  ...{ role: strategyMembers.role, since: strategyMembers.since, until: strategyMembers.until },
}

/** Who takes part in a strategy and who did, in the order of the list. */
export async function listMembers(strategyId: string) {
  const rows = await database()
    .db.select(memberColumns)
    .from(strategyMembers)
    .where(eq(strategyMembers.strategyId, strategyId))
    .orderBy(asc(strategyMembers.position), asc(strategyMembers.id))
    .limit(most)
  return rows.map((row) => ({ ...row, seen: markOf(row) }))
}

export type Member = Awaited<ReturnType<typeof listMembers>>[number]

/** Names somebody in a role, or changes that; an end day keeps them on record as one who took part. */
export function saveMember(actor: Actor, strategyId: string, form: MemberFields) {
  return tx(async (tx) => {
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    if (!(await holdStrategy(tx, strategyId))) return refuse('not-found')
    return once(tx, actor.personId, form.key, 'save-member', async () => {
      const [name, since, until] = [cleanLine(form.name), lineOrNull(form.since), lineOrNull(form.until)]
      if (!name) return refuse('name-missing')
      if (since && until && until < since) return refuse('period-reversed')
      const values = { name, organisation: lineOrNull(form.organisation), role: form.role, since, until }
      const at = await databaseNow(tx)
      const stored = form.member ? await memberOf(tx, strategyId, form.member) : null
      if (form.member && !stored) return refuse('not-found')
      if (stored && markOf(stored) !== form.seen) return refuse('stale')
      const memberId = stored
        ? await changeMember(tx, stored.id, values)
        : await addMember(tx, strategyId, { ...values, createdAt: at, createdBy: actor.personId })
      if (!memberId) return refuse('too-many')
      await record(tx, {
        ...{ kind: memberSaved, actorId: actor.personId, subjectId: memberId, strategyId, at },
        data: { role: form.role },
      })
      return { memberId }
    })
  })
}

/** Takes a row off the list, as if it had never been there: for mistakes. Twice is the same as once. */
export function removeMember(actor: Actor, strategyId: string, memberId: string) {
  return tx(async (tx) => {
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    if (!(await holdStrategy(tx, strategyId))) return refuse('not-found')
    const stored = await memberOf(tx, strategyId, memberId)
    if (!stored) return { memberId }
    await tx.delete(strategyMembers).where(eq(strategyMembers.id, memberId))
    await record(tx, {
      ...{ kind: memberRemoved, actorId: actor.personId, subjectId: memberId, strategyId },
      ...{ at: await databaseNow(tx), data: { role: stored.role } },
    })
    return { memberId }
  })
}

async function memberOf(tx: Transaction, strategyId: string, memberId: string) {
  const [stored] = await tx
    .select(memberColumns)
    .from(strategyMembers)
    .where(and(eq(strategyMembers.id, memberId), eq(strategyMembers.strategyId, strategyId)))
  return stored ?? null
}

type Written = Omit<typeof strategyMembers.$inferInsert, 'strategyId' | 'position'>

async function changeMember(tx: Transaction, id: string, values: Written) {
  await tx.update(strategyMembers).set(values).where(eq(strategyMembers.id, id))
  return id
}

async function addMember(tx: Transaction, strategyId: string, values: Written) {
  const own = eq(strategyMembers.strategyId, strategyId)
  if ((await tx.$count(strategyMembers, own)) >= most) return null
  const [{ position } = { position: 1 }] = await tx
    .select({ position: sql`coalesce(max(${strategyMembers.position}), 0) + 1`.mapWith(Number) })
    .from(strategyMembers)
    .where(own)
  const [made] = await tx
    .insert(strategyMembers)
    .values({ ...values, strategyId, position })
    .returning({ id: strategyMembers.id })
  return made?.id ?? null
}
