import { and, asc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, type Transaction } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { strategies } from '#db/schema/index.ts'
import { parentSet } from './events.ts'
import { strategiesOf } from './policy.ts'
import { wouldCircle } from './register.ts'
import { revise } from './revising.server.ts'

// A strategy one may name on a page of one's own: what everybody can read, and what one works on.
const nameable = (actor: Actor) =>
  or(isNotNull(strategies.publishedAt), inArray(strategies.id, strategiesOf(actor)))

/** A strategy somebody may put on a page of theirs, or null. */
export async function mayName(tx: Transaction, actor: Actor, strategyId: string) {
  const [found] = await tx
    .select({ id: strategies.id, title: strategies.title })
    .from(strategies)
    .where(and(eq(strategies.id, strategyId), nameable(actor)))
  return found ?? null
}

/** The strategies somebody may choose among as parent or related, all but the one itself. */
export function listNameable(actor: Actor, strategyId: string) {
  return database()
    .db.select({ id: strategies.id, title: strategies.title })
    .from(strategies)
    .where(and(ne(strategies.id, strategyId), nameable(actor)))
    .orderBy(asc(strategies.createdAt), asc(strategies.id))
    .limit(500)
}

type ParentForm = { key: string; revision: number; parent?: string }

/** Puts a strategy under another, or under none. It never comes under itself, however long the way. */
export function setParent(actor: Actor, strategyId: string, form: ParentForm) {
  const save = { key: form.key, operation: 'set-parent', kind: parentSet, revision: form.revision }
  return revise(actor, strategyId, save, async (tx) => {
    const parent = form.parent ? await mayName(tx, actor, form.parent) : null
    if (form.parent && !parent) return refuse('parent-unknown')
    if (parent && wouldCircle(strategyId, parent.id, await listAbove(tx, parent.id)))
      return refuse('parent-circular')
    await tx
      .update(strategies)
      .set({ parentId: parent?.id ?? null })
      .where(eq(strategies.id, strategyId))
    return null
  })
}

// `union` ends by itself should there ever be a circle.
async function listAbove(tx: Transaction, strategyId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`with recursive above as (
    select parent_id as id from strategies where id = ${strategyId} and parent_id is not null
    union select s.parent_id from strategies s join above on s.id = above.id where s.parent_id is not null
  ) select id from above`)
  return [...rows].map(({ id }) => id)
}
