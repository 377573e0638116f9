import { and, eq, isNull, sql } from 'drizzle-orm'
import { codePointSlice } from '#app/features/analysis/passage.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { sha256 } from '#app/features/inputs/content-hash.server.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { answers, citations, findings, passages, responses } from '#db/schema/index.ts'
import { citationRemoved, passageCited } from './events.ts'
import { findingRefusal } from './policy.ts'
import { isVerbatim, verifyQuote } from './quote.ts'
import { standingProblem, standsInTexts } from './standing.server.ts'
import { lockFinding } from './writing.server.ts'

type Cited = { passage: string; mode: 'quote' | 'paraphrase'; quote: string; key: string }

/**
 * Cites a passage. A quote is words of it as the sender wrote them, with what is left out and what is put in marked in
 * brackets; marks and spaces may differ, and then the source's are kept. A paraphrase only says who says it and where.
 * Answers the number that stands for it in the text.
 */
export function citePassage(actor: Actor, findingId: string, cited: Cited) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId } = finding
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, cited.key, 'cite-passage', async () => {
      const source = await findPassage(tx, cited.passage, finding.roundId)
      if (!source) return refuse('passage-not-found')
      const place = cited.mode === 'quote' ? placeOf(cited.quote, source) : wholeOf(source)
      if ('refusal' in place) return place
      const at = await databaseNow(tx)
      const { answerId, versionId, text } = source
      const number = finding.lastNumber + 1
      const [made] = await tx
        .insert(citations)
        .values({
          ...{ strategyId, findingId, versionId, answerId, number, mode: cited.mode, ...place },
          sourceHash: sha256(text ?? ''),
          position: sql`(select coalesce(max(position), 0) + 1 from citations where finding_id = ${findingId})`,
          ...{ createdAt: at, createdBy: actor.personId },
        })
        .onConflictDoNothing()
        .returning({ id: citations.id })
      if (!made) return refuse('already-cited')
      await tx.update(findings).set({ lastNumber: number }).where(eq(findings.id, findingId))
      await record(tx, {
        ...{ kind: passageCited, actorId: actor.personId, subjectId: findingId },
        ...{ strategyId, at, data: { citationId: made.id, passageId: cited.passage, number } },
      })
      return { citationId: made.id, number }
    })
  })
}

async function findPassage(tx: Transaction, passageId: string, roundId: string) {
  const [source] = await tx
    .select({
      ...{ answerId: passages.answerId, versionId: passages.versionId, text: answers.canonicalText },
      ...{ startCp: passages.startCp, endCp: passages.endCp },
    })
    .from(passages)
    .innerJoin(answers, eq(answers.id, passages.answerId))
    .where(and(eq(passages.id, passageId), eq(passages.roundId, roundId), isNull(passages.supersededAt)))
  return source
}

type Source = { text: string | null; startCp: number; endCp: number }

/** Where in the frozen answer the quoted words stand, and the quote with the source's own marks. */
function placeOf(quote: string, source: Source) {
  if (quote.trim() === '') return refuse('quote-missing')
  // Inside the passage chosen, so that words that recur in the answer are anchored where they were read.
  const check = verifyQuote(cleanText(quote), wholeOf(source).quote)
  if (!isVerbatim(check)) return refuse('quote-not-verbatim')
  const { startCp, endCp, words } = check
  return { startCp: source.startCp + startCp, endCp: source.startCp + endCp, quote: words }
}

function wholeOf({ text, startCp, endCp }: Source) {
  return { startCp, endCp, quote: codePointSlice(text ?? '', startCp, endCp) }
}

/**
 * Takes a citation away; refused while its mark stands in the text as it is, as it is approved or as it is published,
 * and while there is a response to it.
 */
export function removeCitation(actor: Actor, findingId: string, citationId: string) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const refusal = findingRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    const own = and(eq(citations.findingId, findingId), eq(citations.id, citationId))
    const [citation] = await tx
      .select({
        id: citations.id,
        versionId: citations.versionId,
        answerId: citations.answerId,
        number: citations.number,
      })
      .from(citations)
      .where(own)
    if (!citation) return { removed: false }
    const problem = standingProblem(await standsInTexts(tx, finding, 'citation', citation.number))
    if (problem) return refuse(problem)
    const answered = await tx.$count(responses, eq(responses.citationId, citationId))
    if (answered > 0) return refuse('answered')
    await tx.delete(citations).where(own)
    const at = await databaseNow(tx)
    await record(tx, {
      ...{ kind: citationRemoved, actorId: actor.personId, subjectId: findingId },
      ...{ strategyId: finding.strategyId, at, data: { ...citation } },
    })
    return { removed: true }
  })
}
