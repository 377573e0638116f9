import { and, eq, ne, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { freeSlug } from '#app/features/organisations/organisation.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine, cleanText } from '#app/platform/rich-text/clean-text.ts'
import { findings, findingVersions, rounds, themes } from '#db/schema/index.ts'
import { findingStarted, findingWritten } from './events.ts'
import type { FindingWriting, NewFinding } from './forms.ts'
import { findingRefusal } from './policy.ts'

/** Starts a finding of a round, last in its list. */
export function startFinding(actor: Actor, roundId: string, form: NewFinding) {
  return tx(async (tx) => {
    const [round] = await tx
      .select({ strategyId: rounds.strategyId })
      .from(rounds)
      .where(eq(rounds.id, roundId))
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'start-finding', async () => {
      const title = localised(cleanLine(form.titleNb), cleanLine(form.titleNn))
      const themeId = await themeOf(tx, strategyId, form.theme)
      const slugs = await holdSlugs(tx, roundId)
      const at = await databaseNow(tx)
      const by = { createdBy: actor.personId, updatedBy: actor.personId, createdAt: at, updatedAt: at }
      const place = { strategyId, roundId, themeId, position: slugs.length + 1 }
      const [made] = await tx
        .insert(findings)
        .values({ ...place, ...by, title, text: {}, slug: freeSlug(title.nb ?? title.nn ?? '', slugs) })
        .returning({ id: findings.id })
      if (!made) throw new Error('The finding was not written')
      await keepVersion(tx, { id: made.id, strategyId, revision: 1, title, text: {} }, actor, at)
      await record(tx, {
        ...{ kind: findingStarted, actorId: actor.personId, subjectId: made.id },
        ...{ strategyId, at },
      })
      return { findingId: made.id }
    })
  })
}

/**
 * Saves what is written. Somebody who wrote from an older state is told, and nothing is saved: both texts stand on
 * the page. A published finding stays public, so it may not become empty; its address stays as well.
 */
export function writeFinding(actor: Actor, findingId: string, form: FindingWriting) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId, roundId } = finding
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'write-finding', async () => {
      if (finding.revision !== form.revision) return refuse('stale')
      const title = localised(cleanLine(form.titleNb), cleanLine(form.titleNn))
      const text = localised(cleanText(form.textNb), cleanText(form.textNn))
      if (finding.publishedAt && !text.nb && !text.nn) return refuse('no-text')
      const themeId = await themeOf(tx, strategyId, form.theme)
      const slug = finding.publishedAt
        ? finding.slug
        : freeSlug(title.nb ?? title.nn ?? '', await holdSlugs(tx, roundId, findingId))
      const at = await databaseNow(tx)
      const revision = finding.revision + 1
      await tx
        .update(findings)
        .set({ title, text, themeId, slug, revision, updatedAt: at, updatedBy: actor.personId })
        .where(eq(findings.id, findingId))
      await keepVersion(tx, { id: findingId, strategyId, revision, title, text }, actor, at)
      await record(tx, {
        ...{ kind: findingWritten, actorId: actor.personId, subjectId: findingId },
        ...{ strategyId, at, data: { revision } },
      })
      return { revision }
    })
  })
}

type Saved = { id: string; strategyId: string; revision: number; title: LocalisedText; text: LocalisedText }

function keepVersion(tx: Transaction, { id: findingId, ...saved }: Saved, actor: Actor, at: Date) {
  return tx.insert(findingVersions).values({ findingId, ...saved, at, by: actor.personId })
}

/** The finding as it stands, held until the transaction ends. */
export async function lockFinding(tx: Transaction, findingId: string) {
  const [finding] = await tx.select().from(findings).where(eq(findings.id, findingId)).for('update')
  return finding
}

// A slug is free only while nobody else of the round can take it.
async function holdSlugs(tx: Transaction, roundId: string, except?: string): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`finding-slugs/${roundId}`}, 0))`)
  const others = and(eq(findings.roundId, roundId), except ? ne(findings.id, except) : undefined)
  const rows = await tx.select({ slug: findings.slug }).from(findings).where(others)
  return rows.map(({ slug }) => slug)
}

// A theme of another strategy is no theme here.
async function themeOf(tx: Transaction, strategyId: string, themeId: string | undefined) {
  if (!themeId) return null
  const [theme] = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.id, themeId), eq(themes.strategyId, strategyId)))
  return theme?.id ?? null
}

function localised(nb: string, nn: string): LocalisedText {
  return { ...(nb.trim() && { nb: nb.trim() }), ...(nn.trim() && { nn: nn.trim() }) }
}
