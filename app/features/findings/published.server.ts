import { and, asc, count, countDistinct, desc, eq, isNotNull, isNull, not, type SQL, sql } from 'drizzle-orm'
import { publicSender } from '#app/features/inputs/published.server.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { type SaidTo, saidToId } from '#app/features/inputs/said-to.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import {
  citations,
  findings,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  publicAnswers,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { maskedQuote } from './masked-quote.ts'
import { isVerbatim, verifyQuote } from './quote.ts'

export const findingsPerPage = 25

// What the inputs behind a finding are counted against: those of its round that anyone may read. The table is named,
// because drizzle leaves it out where only one is selected from, and the inner one would then be meant.
const readableInputs = sql<number>`(select count(distinct p.input_id) from ${inputPublications} p
  join ${inputs} i on i.id = p.input_id
  where i.round_id = findings.round_id and i.withdrawn_at is null
    and not ${isWithheld(sql`p.version_id`)})`.mapWith(Number)

const findingCard = {
  slug: findings.slug,
  title: findings.title,
  publishedAt: sql<Date>`${findings.publishedAt}`.mapWith(findings.publishedAt),
  round: { slug: rounds.slug, number: rounds.number },
  strategy: { slug: strategies.slug, title: strategies.title },
  // Only what may still be read is counted.
  quotes: count(inputs.id),
  inputs: countDistinct(inputs.id),
  of: readableInputs,
}

/** The published findings that satisfy a condition, with how many quotes and inputs stand behind each. */
function listCards(condition: SQL | undefined, order: SQL[], page: { limit: number; offset?: number }) {
  return database()
    .db.select(findingCard)
    .from(findings)
    .innerJoin(rounds, eq(rounds.id, findings.roundId))
    .innerJoin(strategies, eq(strategies.id, findings.strategyId))
    .leftJoin(citations, eq(citations.findingId, findings.id))
    .leftJoin(
      inputPublications,
      and(eq(inputPublications.versionId, citations.versionId), not(isWithheld(citations.versionId))),
    )
    .leftJoin(inputs, and(eq(inputs.id, inputPublications.inputId), isNull(inputs.withdrawnAt)))
    .where(
      and(
        isNotNull(findings.publishedAt),
        isNotNull(rounds.publishedAt),
        isNotNull(strategies.publishedAt),
        condition,
      ),
    )
    .groupBy(findings.id, rounds.id, strategies.id)
    .orderBy(...order)
    .limit(page.limit)
    .offset(page.offset ?? 0)
}

const byPlace = [asc(findings.position), asc(findings.id)]

/** One page of what was heard in a round, in the secretariat's order. */
export function listPublishedFindings(roundId: string, page: number) {
  return listCards(eq(findings.roundId, roundId), byPlace, {
    limit: findingsPerPage,
    offset: (page - 1) * findingsPerPage,
  })
}

/** How many findings of a round are published. */
export function countPublishedFindings(roundId: string) {
  return database().db.$count(findings, and(eq(findings.roundId, roundId), isNotNull(findings.publishedAt)))
}

/** The first findings of a strategy's latest round that has any. */
export function listLatestFindings(strategyId: string, limit: number) {
  return listCards(eq(findings.strategyId, strategyId), [desc(rounds.number), ...byPlace], { limit })
}

/** What was published last, in any strategy. */
export function listNewestFindings(limit: number) {
  return listCards(undefined, [desc(findings.publishedAt), desc(findings.id)], { limit })
}

export type FindingCard = Awaited<ReturnType<typeof listCards>>[number]

/** A published finding with its quotes; null when there is none. Quotes nobody may read any more come without words. */
export async function findPublishedFinding(roundId: string, slug: string, now: Date) {
  const { db } = database()
  const [finding] = await db
    .select({
      id: findings.id,
      title: findings.title,
      text: findings.text,
      publishedAt: findings.publishedAt,
      of: readableInputs,
    })
    .from(findings)
    .where(and(eq(findings.roundId, roundId), eq(findings.slug, slug), isNotNull(findings.publishedAt)))
  if (!finding) return null
  const { id, title, text, publishedAt, of } = finding
  const cited = await listCited(id)
  return { title, text, publishedAt, of, quotes: cited.map((row) => shownQuote(row, now)) }
}

/**
 * A quote as its page shows it. `masked` of a shown quote: the laws by which something in it is masked.
 * `masked`: nothing of it may be read, or not without guessing. `withheld`: the whole version is kept from the public, and who sent it.
 * `withdrawn`: the sender took the input back. `gone`: the words are not public.
 */
export type ShownQuote = {
  key: string
  sender: { name: string | null; kind: string } | null
  lang: string
  /** What it was said to; null where nothing may be told of it. */
  said: SaidTo | null
  input: { id: string; round: string } | null
} & (
  | { state: 'shown'; words: string; anchor: string; masked: string[] }
  | { state: 'masked'; bases: string[]; anchor: string }
  | { state: 'withheld'; basis: string }
  | { state: 'withdrawn' | 'gone' }
)

function listCited(findingId: string) {
  return database()
    .db.select({
      key: citations.id,
      quote: citations.quote,
      startCp: citations.startCp,
      endCp: citations.endCp,
      inputId: inputs.id,
      senderName: publicSender,
      senderKind: inputVersions.senderKind,
      lang: inputVersions.lang,
      version: inputVersions.number,
      said: saidTo(citations.answerId),
      publishedAt: inputPublications.publishedAt,
      withdrawnAt: inputs.withdrawnAt,
      withheldBy: inputWithholdings.legalBasis,
      publicText: publicAnswers.text,
      masks: publicAnswers.masks,
      round: {
        slug: rounds.slug,
        opensAt: rounds.opensAt,
        deadlineAt: rounds.deadlineAt,
        acceptsLateUntil: rounds.acceptsLateUntil,
        closedAt: rounds.closedAt,
        inputsShown: sql<InputsShown>`${rounds.inputsShown}`,
      },
    })
    .from(citations)
    .innerJoin(inputVersions, eq(inputVersions.id, citations.versionId))
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .leftJoin(inputPublications, eq(inputPublications.versionId, citations.versionId))
    .leftJoin(publicAnswers, eq(publicAnswers.answerId, citations.answerId))
    .leftJoin(
      inputWithholdings,
      and(eq(inputWithholdings.versionId, citations.versionId), isNull(inputWithholdings.liftedAt)),
    )
    .where(eq(citations.findingId, findingId))
    .orderBy(asc(citations.position), asc(citations.id))
    .limit(200)
}

// Judged anew at every view: a withdrawal or a later mask reaches findings that were published before it.
function shownQuote(row: Awaited<ReturnType<typeof listCited>>[number], now: Date): ShownQuote {
  const { key, lang, quote, startCp, endCp, publicText } = row
  const readable = row.publishedAt !== null && publishedInputsShown(row.round, now)
  if (!readable) return { key, lang, state: 'gone', sender: null, said: null, input: null }
  const sender = { name: row.senderName, kind: row.senderKind }
  const of = { key, lang, sender, said: row.said, input: { id: row.inputId, round: row.round.slug } }
  if (row.withheldBy !== null)
    return { ...of, state: 'withheld', basis: row.withheldBy, sender: null, said: null }
  if (row.withdrawnAt !== null) return { ...of, state: 'withdrawn' }
  if (publicText === null) return { ...of, state: 'gone' }
  const anchor = saidToId(row.said, row.version)
  const masked = maskedQuote({ quote, startCp, endCp }, { text: publicText, masks: row.masks ?? [] })
  if (masked)
    return masked.words === null
      ? { ...of, state: 'masked', bases: masked.bases, anchor }
      : { ...of, state: 'shown', words: masked.words, anchor, masked: masked.bases }
  if (!isVerbatim(verifyQuote(quote, publicText))) return { ...of, state: 'gone' }
  return { ...of, state: 'shown', words: quote, anchor, masked: [] }
}
