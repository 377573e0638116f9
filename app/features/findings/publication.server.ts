import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { refuse } from '#app/platform/refusal.ts'
import { citations, findings, rounds } from '#db/schema/index.ts'
import { checkFindings } from './checking.server.ts'
import { holdCited } from './cited.server.ts'
import { findingPublished } from './events.ts'
import { awaitsPublication } from './finding.ts'
import { markersIn } from './finding-text.ts'
import { freezeCounts } from './frozen-counts.server.ts'
import { findingRefusal } from './policy.ts'
import { bandsOf } from './quantity-bands.server.ts'
import { DEFAULT_BANDS } from './quantity-words.ts'
import { findVersion, lockFinding } from './writing.server.ts'

/**
 * Puts the approved revision of a finding on the public pages, whatever is written since. Everything is checked again in
 * it, against what is public now: where anything is wrong it is refused ('problems'), as the page lists. What stands in the
 * text is marked as published, and its counts are frozen with their rule and their senders.
 */
export function publishFinding(actor: Actor, findingId: string, key: string) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId, roundId, approvedRevision } = finding
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'publish-finding', async () => {
      if (approvedRevision === null) return refuse('not-approved')
      if (!awaitsPublication(finding)) return { revision: approvedRevision }
      await holdCited(tx, findingId)
      const version = await findVersion(tx, findingId, approvedRevision)
      if (!version) throw new Error('The approved revision is not kept')
      const at = await databaseNow(tx)
      const asked = { id: findingId, strategyId, roundId, text: version.text }
      const checked = await checkFindings(tx, [asked], at)
      if (checked.get(findingId)?.problems.length !== 0) return refuse('problems')
      const frozen = await freezeCounts(tx, asked, at)
      if ('refusal' in frozen) return frozen
      const publishedBands = [...((await bandsOf(tx, [strategyId])).get(strategyId) ?? DEFAULT_BANDS)]
      const by = { publishedBy: actor.personId, publishedRevision: approvedRevision }
      await tx
        .update(findings)
        .set({ publishedAt: at, ...by, publishedBands })
        .where(eq(findings.id, findingId))
      await publishCitations(tx, findingId, version.text, at)
      await record(tx, {
        ...{ kind: findingPublished, actorId: actor.personId, subjectId: findingId },
        ...{ strategyId, at, data: { revision: approvedRevision } },
      })
      return { revision: approvedRevision }
    })
  })
}

// What stands in the published text is published with it; what stood in an earlier one and does no more is not.
async function publishCitations(tx: Transaction, findingId: string, text: LocalisedText, at: Date) {
  const own = eq(citations.findingId, findingId)
  const numbers = markersIn(Object.values(text).join('\n\n')).citations
  const standing = numbers.length > 0 ? inArray(citations.number, numbers) : sql`false`
  const fallen = numbers.length > 0 ? notInArray(citations.number, numbers) : undefined
  await tx
    .update(citations)
    .set({ publishedAt: at })
    .where(and(own, standing, isNull(citations.publishedAt)))
  await tx.update(citations).set({ publishedAt: null }).where(and(own, fallen))
}

const mostAtOnce = 200

/** Publishes every finding of a round that is approved and not published as approved; says how many went out. */
export async function publishApproved(actor: Actor, roundId: string, key: string) {
  const { db } = database()
  const [round] = await db
    .select({ strategyId: rounds.strategyId })
    .from(rounds)
    .where(eq(rounds.id, roundId))
  if (!round) return refuse('not-found')
  const refusal = findingRefusal(actor, round.strategyId)
  if (refusal) return refuse(refusal)
  const waiting = await db
    .select({ id: findings.id })
    .from(findings)
    .where(and(eq(findings.roundId, roundId), isWaiting))
    .orderBy(asc(findings.position), asc(findings.id))
    .limit(mostAtOnce)
  const counted = { published: 0, refused: 0 }
  // One by one: what stands in one finding's way is not in another's.
  for (const { id } of waiting) {
    const outcome = await publishFinding(actor, id, keyWith(key, id))
    counted['refusal' in outcome ? 'refused' : 'published'] += 1
  }
  return counted
}

/** In a query: whether there is an approved revision that is not the published one. */
export const isWaiting = and(
  isNotNull(findings.approvedRevision),
  or(isNull(findings.publishedRevision), sql`${findings.publishedRevision} <> ${findings.approvedRevision}`),
)
