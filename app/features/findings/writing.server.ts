import { and, eq, ne, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { freeSlug } from '#app/features/organisations/organisation.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine, cleanText } from '#app/platform/rich-text/clean-text.ts'
import { findings, findingVersions, rounds } from '#db/schema/index.ts'
import { findingStarted, findingWritten } from './events.ts'
import type { Subject } from './finding.ts'
import type { FindingWriting, NewFinding } from './forms.ts'
import { merged, type Words } from './merging.ts'
import { findingRefusal } from './policy.ts'
import { subjectIn } from './subject.server.ts'

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
      const subject = await subjectIn(tx, { strategyId, roundId }, form.subject)
      if ('refusal' in subject) return subject
      const slugs = await holdSlugs(tx, roundId)
      const at = await databaseNow(tx)
      const by = { createdBy: actor.personId, updatedBy: actor.personId, createdAt: at, updatedAt: at }
      const position = sql`(select coalesce(max(f.position), 0) + 1 from findings f where f.round_id = ${roundId})`
      const [made] = await tx
        .insert(findings)
        .values({
          ...{ strategyId, roundId, position, title, text: {}, ...subject, ...by },
          slug: freeSlug(title.nb ?? title.nn ?? '', slugs),
        })
        .returning({ id: findings.id })
      if (!made) throw new Error('The finding was not written')
      await keepVersion(tx, { id: made.id, strategyId, revision: 1, title, text: {}, ...subject }, actor, at)
      await record(tx, {
        ...{ kind: findingStarted, actorId: actor.personId, subjectId: made.id },
        ...{ strategyId, at },
      })
      return { findingId: made.id }
    })
  })
}

/**
 * Saves what is written. Where somebody saved since it was begun on, the two are merged by paragraph; `mergedSince` then
 * says from which revision. Where both changed the same paragraph nothing is saved ('stale'): both texts stand on the page.
 */
export function writeFinding(actor: Actor, findingId: string, form: FindingWriting) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const refusal = findingRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'write-finding', async () => {
      const mine = {
        title: localised(cleanLine(form.titleNb), cleanLine(form.titleNn)),
        text: localised(cleanText(form.textNb), cleanText(form.textNn)),
      }
      const words = await together(tx, finding, form.revision, mine)
      if (words === 'conflict') return refuse('stale')
      const { themeId, questionId } = finding
      const subject =
        form.subject === form.was ? { themeId, questionId } : await subjectIn(tx, finding, form.subject)
      if ('refusal' in subject) return subject
      const revision = await saveWords(tx, finding, { ...words, ...subject }, actor)
      const mergedSince = form.revision < finding.revision ? form.revision : null
      return { revision, mergedSince }
    })
  })
}

type Finding = typeof findings.$inferSelect

/** What is written, with what others have saved since the revision it was written from. */
async function together(tx: Transaction, finding: Finding, revision: number, mine: Words) {
  if (revision === finding.revision) return mine
  const base = await findVersion(tx, finding.id, revision)
  return base ? merged(base, finding, mine) : 'conflict'
}

/** A finding's words as they once were saved, and what they were about. */
export async function findVersion(tx: Transaction, findingId: string, revision: number) {
  const [version] = await tx
    .select({
      ...{ title: findingVersions.title, text: findingVersions.text },
      ...{ themeId: findingVersions.themeId, questionId: findingVersions.questionId },
    })
    .from(findingVersions)
    .where(and(eq(findingVersions.findingId, findingId), eq(findingVersions.revision, revision)))
  return version
}

/** Saves words as the next revision, and answers its number. What says nothing new is no revision: it needs no approval. */
export async function saveWords(
  tx: Transaction,
  finding: Finding,
  { title, text, ...subject }: Words & Subject,
  actor: Actor,
  data: { restored?: number } = {},
): Promise<number> {
  const { id, strategyId, roundId } = finding
  if (sameWords(finding, { title, text }) && sameSubject(finding, subject)) return finding.revision
  const slug = finding.publishedAt
    ? finding.slug
    : freeSlug(title.nb ?? title.nn ?? '', await holdSlugs(tx, roundId, id))
  const at = await databaseNow(tx)
  const revision = finding.revision + 1
  await tx
    .update(findings)
    .set({ title, text, ...subject, slug, revision, updatedAt: at, updatedBy: actor.personId })
    .where(eq(findings.id, id))
  await keepVersion(tx, { id, strategyId, revision, title, text, ...subject }, actor, at)
  await record(tx, {
    ...{ kind: findingWritten, actorId: actor.personId, subjectId: id },
    ...{ strategyId, at, data: { revision, ...data } },
  })
  return revision
}

/** Keeps the words as a revision of its own, where what they say is another though they are the same. */
export async function saveAnew(
  tx: Transaction,
  { id, strategyId, revision: last, title, text, themeId, questionId }: Finding,
  actor: Actor,
  at: Date,
  data: { count: number },
): Promise<number> {
  const revision = last + 1
  await tx
    .update(findings)
    .set({ revision, updatedAt: at, updatedBy: actor.personId })
    .where(eq(findings.id, id))
  const words = { title, text, themeId, questionId }
  await keepVersion(tx, { id, strategyId, revision, ...words }, actor, at)
  await record(tx, {
    ...{ kind: findingWritten, actorId: actor.personId, subjectId: id },
    ...{ strategyId, at, data: { revision, ...data } },
  })
  return revision
}

const sameSubject = (one: Subject, other: Subject) =>
  one.themeId === other.themeId && one.questionId === other.questionId

const sameWords = (one: Words, other: Words) =>
  (['nb', 'nn'] as const).every(
    (lang) =>
      (one.title[lang] ?? '') === (other.title[lang] ?? '') &&
      (one.text[lang] ?? '') === (other.text[lang] ?? ''),
  )

type Saved = Words & Subject & { id: string; strategyId: string; revision: number }

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
  await holdList(tx, roundId)
  const others = and(eq(findings.roundId, roundId), except ? ne(findings.id, except) : undefined)
  const rows = await tx.select({ slug: findings.slug }).from(findings).where(others).limit(5000)
  return rows.map(({ slug }) => slug)
}

/** Holds the list of a round's findings, with their addresses and their order, until the transaction ends. */
export async function holdList(tx: Transaction, roundId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`finding-slugs/${roundId}`}, 0))`)
}

function localised(nb: string, nn: string): LocalisedText {
  return { ...(nb.trim() && { nb: nb.trim() }), ...(nn.trim() && { nn: nn.trim() }) }
}
