import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { citations, findings, inputPublications, inputs, publicAnswers, rounds } from '#db/schema/index.ts'
import { findingPublished } from './events.ts'
import { publicationRefusal } from './finding.ts'
import { isMasked, type PublicSource } from './masked-quote.ts'
import { findingRefusal } from './policy.ts'
import { lockFinding } from './writing.server.ts'

/** Puts a finding on the public pages. Every quote is checked again, against the text that is public now. */
export function publishFinding(actor: Actor, findingId: string, key: string) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const refusal = findingRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'publish-finding', async () => {
      if (finding.publishedAt) return { findingId }
      const cited = await holdCited(tx, findingId)
      const at = await databaseNow(tx)
      const shown = await inputsAreShown(tx, finding.roundId, at)
      const reason = publicationRefusal({
        text: Object.values(finding.text).join('\n'),
        citations: shown ? cited : cited.map((citation) => ({ ...citation, publicText: null })),
      })
      if (reason) return refuse(reason)
      await tx
        .update(findings)
        .set({ publishedAt: at, publishedBy: actor.personId, publishedRevision: finding.revision })
        .where(eq(findings.id, findingId))
      await tx.update(citations).set({ publishedAt: at }).where(eq(citations.findingId, findingId))
      await record(tx, {
        ...{ kind: findingPublished, actorId: actor.personId, subjectId: findingId },
        ...{ strategyId: finding.strategyId, at },
      })
      return { findingId }
    })
  })
}

// The inputs quoted are held, so that none is withdrawn, withheld or masked between the check and the publication.
async function holdCited(tx: Transaction, findingId: string) {
  const quoted = tx
    .select({ answerId: citations.answerId, quote: citations.quote, inputId: inputs.id })
    .from(citations)
    .innerJoin(inputPublications, eq(inputPublications.versionId, citations.versionId))
    .innerJoin(inputs, and(eq(inputs.id, inputPublications.inputId), isNull(inputs.withdrawnAt)))
    .where(eq(citations.findingId, findingId))
    .orderBy(inputs.id)
    .for('share', { of: inputs })
  const held = new Set((await quoted).map(({ answerId }) => answerId))
  const rows = await tx
    .select({
      ...{ answerId: citations.answerId, quote: citations.quote },
      ...{ startCp: citations.startCp, endCp: citations.endCp },
      ...{ text: publicAnswers.text, masks: publicAnswers.masks },
    })
    .from(citations)
    .leftJoin(publicAnswers, eq(publicAnswers.answerId, citations.answerId))
    .where(eq(citations.findingId, findingId))
    .orderBy(citations.position)
  return rows.map(({ answerId, text, masks, ...placed }) => {
    const publicText = held.has(answerId) ? text : null
    const masked = publicText !== null && isMasked(placed, { text: publicText, masks: masks ?? [] })
    return { quote: placed.quote, publicText, masked }
  })
}

/** Whether a round lets published inputs be seen now; a quote must not be seen before its source. */
export async function inputsAreShown(tx: Transaction, roundId: string, now: Date): Promise<boolean> {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId))
  return (
    round !== undefined &&
    publishedInputsShown({ ...round, inputsShown: round.inputsShown as InputsShown }, now)
  )
}

/** The text of an answer that anyone may read now, and its masks; null when it is not public, or no more. */
export async function publicSourceOf(tx: Transaction, answerId: string): Promise<PublicSource | null> {
  const [found] = await tx
    .select({ text: publicAnswers.text, masks: publicAnswers.masks })
    .from(publicAnswers)
    .innerJoin(inputPublications, eq(inputPublications.versionId, publicAnswers.versionId))
    .innerJoin(inputs, and(eq(inputs.id, inputPublications.inputId), isNull(inputs.withdrawnAt)))
    .where(eq(publicAnswers.answerId, answerId))
  return found?.text ? { text: found.text, masks: found.masks } : null
}
