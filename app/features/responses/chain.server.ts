import { and, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import { movedSince } from '#app/features/findings/live-counts.server.ts'
import {
  countPublishedFindings,
  type FindingCard,
  type FindingHead,
  findPublishedCard,
  listHeads,
  listPublishedFindings,
  listTitles,
} from '#app/features/findings/published.server.ts'
import { quotesOf, type ShownQuote } from '#app/features/findings/published-quotes.server.ts'
import { TABLES_REST_ON } from '#app/features/tables/counted.server.ts'
import { keptUntilChanged } from '#app/platform/changes/kept.server.ts'
import { database } from '#app/platform/database.server.ts'
import {
  changes,
  documents,
  documentVersions,
  findingCounts,
  findings,
  paragraphs,
  responses,
  strategies,
} from '#db/schema/index.ts'
import type { Carried, ChainResponse } from './chain.ts'
import { lineageUp } from './chain-lineage.server.ts'
import { type ChainPassages, passagesBehind } from './chain-passages.server.ts'
import { carriedFrom, responsesTo } from './chain-responses.server.ts'

// The way between what was said and what is written, walked from either end, as anyone may see it: every link is a row,
// shown only where both of its ends are public, and judged anew at every view. Queries are as many for one passage as for
// five hundred.

/** A published finding with what it rests on and what is made of it. */
export type ChainFinding<Head extends FindingHead = FindingHead> = Head & {
  quotes: ShownQuote[]
  responses: ChainResponse[]
  carried: Carried[]
}

/** Findings with what they rest on and what is made of them; four queries, whatever their number. */
export async function withChains<Head extends FindingHead>(
  heads: readonly Head[],
  now: Date,
): Promise<ChainFinding<Head>[]> {
  const ids = heads.map(({ id }) => id)
  const strategy = heads[0]?.strategy.slug ?? ''
  const [quotes, answers, carried] = await Promise.all([
    quotesOf(ids, now),
    responsesTo(strategy, ids),
    carriedFrom(ids),
  ])
  return heads.map((head) => ({
    ...head,
    quotes: quotes.get(head.id) ?? [],
    ...{ responses: answers.get(head.id) ?? [], carried: carried.get(head.id) ?? [] },
  }))
}

/**
 * A published finding by its address, with what it rests on, what is made of it, one page of the passages behind it, and
 * what the round's others are called; null when there is none.
 */
export async function chainOfFinding(
  round: { id: string; strategyId: string },
  slug: string,
  now: Date,
  page = 1,
) {
  const card = await findPublishedCard(round.id, slug)
  if (!card) return null
  const [[finding], behind, { titles, moved }] = await Promise.all([
    withChains([card], now),
    passagesBehind([card], now, { page }),
    besideFinding(round, card.id),
  ])
  if (!finding) return null
  const since = new Map(moved)
  const counts = finding.counts.map((count) => ({ ...count, moved: since.get(count.number) ?? null }))
  return { finding: { ...finding, counts }, behind, titles }
}

/**
 * What the round's published findings are called, and what the numbers of one of them have become since: kept until
 * something changes, since every number takes a table to count. One query then.
 */
function besideFinding(round: { id: string; strategyId: string }, findingId: string) {
  const grounds = { strategyIds: [round.strategyId], tables: [...TABLES_REST_ON, findings, findingCounts] }
  return keptUntilChanged(`beside ${round.id} ${findingId}`, grounds, async () => {
    const [titles, moved] = await Promise.all([listTitles(round.id), movedSince(findingId)])
    return { titles, moved: [...moved] }
  })
}

/** One page of what was heard in a round and what was made of it, in the secretariat's order, and of how many. */
export async function chainOfRound(roundId: string, now: Date, page: number) {
  const [cards, total] = await Promise.all([
    listPublishedFindings(roundId, page),
    countPublishedFindings(roundId),
  ])
  return { findings: await withChains<FindingCard>(cards, now), total }
}

/** The published findings of a round that nothing published is made of, in their order. */
export async function listUnansweredFindings(roundId: string) {
  const answered = database()
    .db.select({ id: responses.findingId })
    .from(responses)
    .where(and(isNotNull(responses.publishedAt), isNull(responses.citationId)))
  const heads = await listHeads(
    and(eq(findings.roundId, roundId), notInArray(findings.id, answered)),
    mostOfRound,
  )
  return heads.map(({ slug, title }) => ({ slug, title }))
}

/** Most findings of one round, passages of one input, and findings behind one paragraph, that a page reads. */
const mostOfRound = 500
const mostOfInput = 500
const mostOfParagraph = 50

/**
 * What became of an input: the published findings that cite it, or whose theme or question its passages have, each with
 * those passages and with what is made of it. For an input that anyone may read, or that is the reader's `own`; the caller
 * has asked that.
 */
export async function chainOfInput(roundId: string, inputId: string, now: Date, { own = false } = {}) {
  const heads = await listHeads(eq(findings.roundId, roundId), mostOfRound)
  const behind = await passagesBehind(heads, now, { inputId, own, size: mostOfInput })
  const reached = new Set(behind.passages.flatMap(({ findingIds }) => findingIds))
  const chained = await withChains(
    heads.filter(({ id }) => reached.has(id)),
    now,
  )
  return {
    findings: chained.map((finding) => ({
      ...finding,
      passages: behind.passages.filter(({ findingIds }) => findingIds.includes(finding.id)),
    })),
    published: heads.length,
    passages: { total: behind.total, of: behind.of },
  }
}

/** What became of an input, as `chainOfInput` tells it. */
export type InputChain = Awaited<ReturnType<typeof chainOfInput>>

/** A paragraph of a published version by its public address, and whatever it came from; null when there is none. */
export async function findChainParagraph(asked: {
  strategy: string
  document: string
  version: number
  anchor: string
}) {
  const [found] = await database()
    .db.select({
      ...{ id: paragraphs.id, anchor: paragraphs.anchor, kind: paragraphs.kind, text: paragraphs.text },
      version: {
        ...{ id: documentVersions.id, number: documentVersions.number, title: documentVersions.title },
        publishedAt: documentVersions.publishedAt,
      },
      document: { slug: documents.slug, title: documents.title, kind: documents.kind },
      strategy: { slug: strategies.slug, title: strategies.title },
      ancestors: sql<string[]>`array(${lineageUp(sql`paragraphs.id`)})`,
    })
    .from(paragraphs)
    .innerJoin(documentVersions, eq(documentVersions.id, paragraphs.versionId))
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .innerJoin(strategies, eq(strategies.id, documents.strategyId))
    .where(
      and(
        ...[eq(strategies.slug, asked.strategy), isNotNull(strategies.publishedAt)],
        ...[eq(documents.slug, asked.document), eq(documentVersions.number, asked.version)],
        ...[isNotNull(documentVersions.publishedAt), eq(paragraphs.anchor, asked.anchor)],
      ),
    )
  return found ?? null
}

/** A paragraph with what it came from. */
export type ChainParagraph = NonNullable<Awaited<ReturnType<typeof findChainParagraph>>>

const none: ChainPassages = { passages: [], total: 0, inputs: 0, withdrawn: 0, withheld: 0, of: 0 }

/**
 * Why a paragraph reads as it does: the findings whose responses changed it, or any paragraph that confirmed lineage says
 * it came from; and those that changed it later, or took it out (`became`). With one page of the passages behind the first.
 */
export async function chainOfParagraph(paragraph: ChainParagraph, now: Date, page = 1) {
  const { id, ancestors } = paragraph
  const heads = await listHeads(inArray(findings.id, changedBy(id, ancestors)), mostOfParagraph)
  const chained = await withChains(heads, now)
  const came = new Set(ancestors)
  const led = onlyWith(chained, ({ after }) => after !== null && came.has(after.id))
  const became = onlyWith(chained, ({ before }) => before?.id === id)
  const behind = led.length > 0 ? await passagesBehind(led, now, { page }) : none
  return { led, became, behind }
}

type Change = ChainResponse['changes'][number]

// The findings whose responses did this, with those responses and changes only.
function onlyWith(chained: readonly ChainFinding[], did: (change: Change) => boolean): ChainFinding[] {
  return chained.flatMap((finding) => {
    const answers = finding.responses.flatMap((response) => {
      const own = response.changes.filter(did)
      return own.length > 0 ? [{ ...response, changes: own }] : []
    })
    return answers.length > 0 ? [{ ...finding, responses: answers }] : []
  })
}

// Which findings' published responses changed a paragraph or what it came from. Whether the versions are published is
// asked of each change afterwards; here only what was taken back is left out.
const changedBy = (id: string, ancestors: readonly string[]) =>
  database()
    .db.select({ id: responses.findingId })
    .from(changes)
    .innerJoin(responses, and(eq(responses.id, changes.responseId), isNotNull(responses.publishedAt)))
    .where(
      and(
        isNull(changes.removedAt),
        sql`(${inArray(changes.toParagraphId, [id, ...ancestors])} or ${eq(changes.fromParagraphId, id)})`,
      ),
    )
