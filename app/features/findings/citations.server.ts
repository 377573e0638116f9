import { and, count, eq, ne, sql } from 'drizzle-orm'
import { codePointSlice } from '#app/features/analysis/passage.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Stretch } from '#app/features/inputs/masking.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { answers, citations, findings, passages } from '#db/schema/index.ts'
import { citationRemoved, passageCited } from './events.ts'
import { isMasked } from './masked-quote.ts'
import { findingRefusal } from './policy.ts'
import { inputsAreShown, publicSourceOf } from './publication.server.ts'
import { verifyQuote } from './quote.ts'
import { lockFinding } from './writing.server.ts'

/**
 * Cites a passage, whole or in part. The words must be the source's own, word for word; marks and spaces may differ,
 * and then the source's are stored. Leaving out and inserting words are not offered yet: they can turn a meaning.
 * A quote for a finding that is public must itself be public.
 */
export function citePassage(
  actor: Actor,
  findingId: string,
  { passage: passageId, quote, key }: { passage: string; quote: string; key: string },
) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId } = finding
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'cite-passage', async () => {
      const source = await findSource(tx, passageId, finding.roundId)
      if (!source) return refuse('passage-not-found')
      const place = placeOf(quote, source)
      if ('refusal' in place) return place
      const at = await databaseNow(tx)
      const problem =
        finding.publishedAt && (await problemOf(tx, { ...source, ...place }, finding.roundId, at))
      if (problem) return refuse(problem)
      const { answerId, versionId } = source
      const number = finding.lastNumber + 1
      const [made] = await tx
        .insert(citations)
        .values({
          ...{ strategyId, findingId, versionId, answerId, number, ...place },
          position: sql`(select coalesce(max(position), 0) + 1 from citations where finding_id = ${findingId})`,
          ...{ createdAt: at, createdBy: actor.personId },
        })
        .onConflictDoNothing()
        .returning({ id: citations.id })
      if (!made) return refuse('already-cited')
      await tx.update(findings).set({ lastNumber: number }).where(eq(findings.id, findingId))
      await record(tx, {
        ...{ kind: passageCited, actorId: actor.personId, subjectId: findingId },
        ...{ strategyId, at, data: { citationId: made.id, passageId } },
      })
      return { citationId: made.id }
    })
  })
}

async function problemOf(
  tx: Transaction,
  place: Stretch & { answerId: string },
  roundId: string,
  now: Date,
): Promise<'quote-not-public' | 'quote-masked' | null> {
  if (!(await inputsAreShown(tx, roundId, now))) return 'quote-not-public'
  const source = await publicSourceOf(tx, place.answerId)
  if (!source) return 'quote-not-public'
  return isMasked(place, source) ? 'quote-masked' : null
}

async function findSource(tx: Transaction, passageId: string, roundId: string) {
  const [source] = await tx
    .select({
      ...{ answerId: passages.answerId, versionId: passages.versionId, text: answers.canonicalText },
      ...{ startCp: passages.startCp, endCp: passages.endCp },
    })
    .from(passages)
    .innerJoin(answers, eq(answers.id, passages.answerId))
    .where(and(eq(passages.id, passageId), eq(passages.roundId, roundId)))
  return source
}

/** Where in the frozen answer the quoted words stand, and those words as the source has them. */
function placeOf(quote: string, source: { text: string | null; startCp: number; endCp: number }) {
  const whole = source.text ?? ''
  // Inside the passage chosen, so that words that recur in the answer are anchored where they were read.
  const check = verifyQuote(quote, codePointSlice(whole, source.startCp, source.endCp))
  if (check.kind === 'not-found') return refuse('quote-not-verbatim')
  if (check.kind !== 'exact' && check.kind !== 'normalised') return refuse('quote-not-whole')
  const startCp = source.startCp + check.startCp
  const endCp = source.startCp + check.endCp
  return { startCp, endCp, quote: codePointSlice(whole, startCp, endCp) }
}

/** Takes a citation away. A public finding keeps at least one. */
export function removeCitation(actor: Actor, findingId: string, citationId: string) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const refusal = findingRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    const own = eq(citations.findingId, findingId)
    const [others] = await tx
      .select({ left: count() })
      .from(citations)
      .where(and(own, ne(citations.id, citationId)))
    if (finding.publishedAt && others?.left === 0) return refuse('no-citations')
    const gone = await tx
      .delete(citations)
      .where(and(own, eq(citations.id, citationId)))
      .returning({ id: citations.id, versionId: citations.versionId, answerId: citations.answerId })
    const [citation] = gone
    if (!citation) return { removed: false }
    const at = await databaseNow(tx)
    await tx
      .update(findings)
      .set({ updatedAt: at, updatedBy: actor.personId })
      .where(eq(findings.id, findingId))
    await record(tx, {
      ...{ kind: citationRemoved, actorId: actor.personId, subjectId: findingId },
      ...{ strategyId: finding.strategyId, at, data: { ...citation } },
    })
    return { removed: true }
  })
}
