import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { safeHref } from '#app/platform/rich-text/link.ts'
import { strategies, strategyLinks } from '#db/schema/index.ts'
import { linkRemoved, linkSaved } from './events.ts'
import type { LinkFields } from './forms.ts'
import { mayName } from './hierarchy.server.ts'
import { decisionRefusal } from './policy.ts'
import { holdStrategy } from './revising.server.ts'
import { markOf } from './seen.server.ts'
import { hasWords, lineOver } from './written.ts'

const most = 200

const linkColumns = {
  ...{ id: strategyLinks.id, kind: strategyLinks.kind, title: strategyLinks.title },
  ...{ href: strategyLinks.href, relatedId: strategyLinks.relatedId },
}

/** What more there is on the matter, in order; to other strategies only those that are public when `published`. */
export async function listLinks(strategyId: string, { published = false } = {}) {
  const rows = await database()
    .db.select({ ...linkColumns, related: { slug: strategies.slug, title: strategies.title } })
    .from(strategyLinks)
    .leftJoin(strategies, eq(strategies.id, strategyLinks.relatedId))
    .where(
      and(
        eq(strategyLinks.strategyId, strategyId),
        published
          ? sql`(${strategyLinks.relatedId} is null or ${isNotNull(strategies.publishedAt)})`
          : undefined,
      ),
    )
    .orderBy(asc(strategyLinks.position), asc(strategyLinks.id))
    .limit(most)
  return rows.map(({ related, ...row }) => ({ ...row, related, seen: markOf(row) }))
}

export type RegisterLink = Awaited<ReturnType<typeof listLinks>>[number]

/** Links to an address elsewhere or to another strategy, one of the two; a strategy lends its own title. */
export function saveLink(actor: Actor, strategyId: string, form: LinkFields) {
  return tx(async (tx) => {
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    if (!(await holdStrategy(tx, strategyId))) return refuse('not-found')
    return once(tx, actor.personId, form.key, 'save-link', async () => {
      const stored = form.link ? await linkOf(tx, strategyId, form.link) : null
      if (form.link && !stored) return refuse('not-found')
      if (stored && markOf(stored) !== form.seen) return refuse('stale')
      const typed = form.href.trim()
      if (typed && form.related) return refuse('one-target')
      const href = typed ? safeHref(typed) : null
      if (typed && !href) return refuse('address-not-safe')
      const related = form.related ? await mayName(tx, actor, form.related) : null
      if (form.related && (!related || form.related === strategyId)) return refuse('related-unknown')
      if (!href && !related) return refuse('target-missing')
      const own = lineOver(stored?.title ?? null, form.titleNb, form.titleNn, form.titleEn, form.titleSv)
      if (!hasWords(own) && !related) return refuse('link-title-missing')
      const values = { kind: form.kind, title: own, href, relatedId: related?.id ?? null }
      const at = await databaseNow(tx)
      const linkId = stored
        ? await changeLink(tx, stored.id, values)
        : await addLink(tx, strategyId, { ...values, createdAt: at, createdBy: actor.personId })
      if (!linkId) return refuse('too-many')
      await record(tx, {
        ...{ kind: linkSaved, actorId: actor.personId, subjectId: linkId, strategyId, at },
        data: { kind: form.kind },
      })
      return { linkId }
    })
  })
}

/** Takes a link away. Twice is the same as once. */
export function removeLink(actor: Actor, strategyId: string, linkId: string) {
  return tx(async (tx) => {
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    if (!(await holdStrategy(tx, strategyId))) return refuse('not-found')
    const stored = await linkOf(tx, strategyId, linkId)
    if (!stored) return { linkId }
    await tx.delete(strategyLinks).where(eq(strategyLinks.id, linkId))
    await record(tx, {
      ...{ kind: linkRemoved, actorId: actor.personId, subjectId: linkId, strategyId },
      ...{ at: await databaseNow(tx), data: { kind: stored.kind } },
    })
    return { linkId }
  })
}

async function linkOf(tx: Transaction, strategyId: string, linkId: string) {
  const [stored] = await tx
    .select(linkColumns)
    .from(strategyLinks)
    .where(and(eq(strategyLinks.id, linkId), eq(strategyLinks.strategyId, strategyId)))
  return stored ?? null
}

type Written = Omit<typeof strategyLinks.$inferInsert, 'strategyId' | 'position'>

async function changeLink(tx: Transaction, id: string, values: Written) {
  await tx.update(strategyLinks).set(values).where(eq(strategyLinks.id, id))
  return id
}

async function addLink(tx: Transaction, strategyId: string, values: Written) {
  const own = eq(strategyLinks.strategyId, strategyId)
  if ((await tx.$count(strategyLinks, own)) >= most) return null
  const [{ position } = { position: 1 }] = await tx
    .select({ position: sql`coalesce(max(${strategyLinks.position}), 0) + 1`.mapWith(Number) })
    .from(strategyLinks)
    .where(own)
  const [made] = await tx
    .insert(strategyLinks)
    .values({ ...values, strategyId, position })
    .returning({ id: strategyLinks.id })
  return made?.id ?? null
}
