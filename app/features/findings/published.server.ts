import { and, asc, count, countDistinct, desc, eq, isNotNull, isNull, not, type SQL, sql } from 'drizzle-orm'
import { standingThemeId } from '#app/features/analysis/theme-line.server.ts'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import type { InputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  citations,
  findingCounts,
  findings,
  findingVersions,
  inputPublications,
  inputs,
  questions,
  rounds,
  strategies,
  themes,
} from '#db/schema/index.ts'
import type { Ratio } from './count.ts'
import { quotesOf } from './published-quotes.server.ts'

export type { ShownQuote } from './published-quotes.server.ts'

// What anyone reads of a finding is its version `publishedRevision`, what that was about too, whatever is written since; and
// of what it rests on, what stood under that text when it was published.

export const findingsPerPage = 25

// What the inputs behind a finding are counted against: those of its round that anyone may read. The table is named,
// because drizzle leaves it out where only one is selected from, and the inner one would then be meant.
const readableInputs = sql<number>`(select count(distinct p.input_id) from ${inputPublications} p
  join ${inputs} i on i.id = p.input_id
  where i.round_id = findings.round_id and i.withdrawn_at is null
    and not ${isWithheld(sql`p.version_id`)} and not ${isTakenBack(sql`p.version_id`)})`.mapWith(Number)

/** A theme as a finding names it. */
export type NamedTheme = { id: string; code: string; colour: number; title: LocalisedText }

// The theme that stands for a published one today: itself, or what that became part of, however many times.
const themeNow = sql<NamedTheme | null>`(select jsonb_build_object('id', now.id, 'code', now.code,
    'colour', now.colour, 'title', now.title) from ${themes} now
  where now.id = ${standingThemeId(sql`finding_versions.theme_id`)})`

/** What readers call a question: how many are asked up to it. The rows are questions. */
export const questionNumber = sql<number>`(select count(*) from ${questions} asked
  where asked.questionnaire_id = questions.questionnaire_id and asked.position <= questions.position)`.mapWith(
  Number,
)

// The numbers under the published text, as they were published.
const frozenCounts = sql<FrozenCount[]>`(select coalesce(jsonb_agg(jsonb_build_object('number', c.number,
    'count', c.frozen_count, 'of', c.frozen_of) order by c.number), '[]'::jsonb)
  from ${findingCounts} c where c.finding_id = findings.id and c.frozen_at is not null)`

const findingHead = {
  /** What "many" meant when it was published; null is what everybody means. */
  bands: findings.publishedBands,
  ...{ id: findings.id, slug: findings.slug },
  ...{ title: findingVersions.title, text: findingVersions.text, writtenAt: findingVersions.at },
  publishedAt: sql<Date>`${findings.publishedAt}`.mapWith(findings.publishedAt),
  theme: { id: themes.id, code: themes.code, colour: themes.colour, title: themes.title },
  themeNow,
  question: { id: questions.id, position: questionNumber, title: questions.title },
  counts: frozenCounts,
  round: {
    ...{ id: rounds.id, slug: rounds.slug, number: rounds.number },
    ...{ opensAt: rounds.opensAt, deadlineAt: rounds.deadlineAt, closedAt: rounds.closedAt },
    ...{ acceptsLateUntil: rounds.acceptsLateUntil, inputsShown: sql<InputsShown>`${rounds.inputsShown}` },
  },
  strategy: { slug: strategies.slug, title: strategies.title },
}

const isPublic = and(
  isNotNull(findings.publishedAt),
  isNotNull(rounds.publishedAt),
  isNotNull(strategies.publishedAt),
)

const publishedText = and(
  eq(findingVersions.findingId, findings.id),
  eq(findingVersions.revision, findings.publishedRevision),
)

/** The published findings that satisfy a condition; the rows are findings, rounds and strategies. */
export function listHeads(condition: SQL | undefined, limit: number) {
  return database()
    .db.select(findingHead)
    .from(findings)
    .innerJoin(findingVersions, publishedText)
    .innerJoin(rounds, eq(rounds.id, findings.roundId))
    .innerJoin(strategies, eq(strategies.id, findings.strategyId))
    .leftJoin(themes, eq(themes.id, findingVersions.themeId))
    .leftJoin(questions, eq(questions.id, findingVersions.questionId))
    .where(and(isPublic, condition))
    .orderBy(asc(rounds.number), ...byPlace)
    .limit(limit)
}

const byPlace = [asc(findings.position), asc(findings.id)]

/** A published finding without what it rests on. */
export type FindingHead = Awaited<ReturnType<typeof listHeads>>[number]

/** The published findings that satisfy a condition, with how many quotes and inputs stand behind each. */
function listCards(condition: SQL | undefined, order: SQL[], page: { limit: number; offset?: number }) {
  return database()
    .db.select({
      ...findingHead,
      // Only what may still be read is counted.
      ...{ quotes: count(inputs.id), inputs: countDistinct(inputs.id), of: readableInputs },
    })
    .from(findings)
    .innerJoin(findingVersions, publishedText)
    .innerJoin(rounds, eq(rounds.id, findings.roundId))
    .innerJoin(strategies, eq(strategies.id, findings.strategyId))
    .leftJoin(themes, eq(themes.id, findingVersions.themeId))
    .leftJoin(questions, eq(questions.id, findingVersions.questionId))
    .leftJoin(citations, and(eq(citations.findingId, findings.id), isNotNull(citations.publishedAt)))
    .leftJoin(
      inputPublications,
      and(
        eq(inputPublications.versionId, citations.versionId),
        ...[not(isWithheld(citations.versionId)), not(isTakenBack(citations.versionId))],
      ),
    )
    .leftJoin(inputs, and(eq(inputs.id, inputPublications.inputId), isNull(inputs.withdrawnAt)))
    .where(and(isPublic, condition))
    .groupBy(
      ...[findings.id, findingVersions.findingId, findingVersions.revision],
      ...[rounds.id, strategies.id, themes.id, questions.id],
    )
    .orderBy(...order)
    .limit(page.limit)
    .offset(page.offset ?? 0)
}

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

/** A published finding by its address, with how much stands behind it; null when there is none. */
export async function findPublishedCard(roundId: string, slug: string): Promise<FindingCard | null> {
  const here = and(eq(findings.roundId, roundId), eq(findings.slug, slug))
  const [finding] = await listCards(here, byPlace, { limit: 1 })
  return finding ?? null
}

/** A published finding with its quotes; null when there is none. Quotes nobody may read any more come without words. */
export async function findPublishedFinding(roundId: string, slug: string, now: Date) {
  const finding = await findPublishedCard(roundId, slug)
  if (!finding) return null
  const quotes = await quotesOf([finding.id], now)
  return { ...finding, quotes: quotes.get(finding.id) ?? [] }
}

/** Most findings of a round that are named beside one of them. */
const mostNamed = 200

/** What the published findings of a round are called, in their order. */
export function listTitles(roundId: string) {
  return database()
    .db.select({ slug: findings.slug, title: findingVersions.title })
    .from(findings)
    .innerJoin(findingVersions, publishedText)
    .where(and(eq(findings.roundId, roundId), isNotNull(findings.publishedAt)))
    .orderBy(...byPlace)
    .limit(mostNamed)
}

/** A number as it was published, by what {t4} in the text calls it; with what it has become since, where that is asked. */
export type FrozenCount = { number: number; count: number; of: number; moved?: Ratio | null }
