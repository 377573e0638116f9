import { and, asc, count, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { standingThemeId } from '#app/features/analysis/theme-line.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  citations,
  findingCounts,
  findings,
  findingVersions,
  people,
  questions,
  rounds,
  strategies,
  themes,
} from '#db/schema/index.ts'
import { checkFindings } from './checking.server.ts'
import { awaitsPublication } from './finding.ts'
import { isWaiting } from './publication.server.ts'
import { questionNumber } from './published.server.ts'

/** In a query: the theme that a finding is about, or what that has become part of. */
export const isThemeNow = eq(themes.id, standingThemeId(sql`${findings.themeId}`))

const ofFinding = (table: typeof citations | typeof findingCounts) =>
  sql`(select count(*) from ${table} where ${table.findingId} = ${findings.id})`.mapWith(Number)

/**
 * One page of a round's findings in their order, drafts too, each with what stands in the way of its publication: of
 * what is approved where that waits, else of what is written. The caller has asked the policy.
 */
export async function listFindings(
  roundId: string,
  { page, size, now }: { page: number; size: number; now: Date },
) {
  const { db } = database()
  const ofRound = eq(findings.roundId, roundId)
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        ...{ id: findings.id, title: findings.title, updatedAt: findings.updatedAt },
        ...{ strategyId: findings.strategyId, roundId: findings.roundId, text: findings.text },
        ...{ revision: findings.revision, approvedRevision: findings.approvedRevision },
        ...{ publishedRevision: findings.publishedRevision, publishedAt: findings.publishedAt },
        ...{ updatedBy: people.name, approvedText: findingVersions.text },
        ...{ code: themes.code, colour: themes.colour, themeTitle: themes.title },
        ...{ questionPosition: questionNumber, questionTitle: questions.title },
        ...{ citations: ofFinding(citations), counts: ofFinding(findingCounts) },
      })
      .from(findings)
      .leftJoin(themes, isThemeNow)
      .leftJoin(questions, eq(questions.id, findings.questionId))
      .leftJoin(people, eq(people.id, findings.updatedBy))
      .leftJoin(
        findingVersions,
        and(
          eq(findingVersions.findingId, findings.id),
          eq(findingVersions.revision, findings.approvedRevision),
        ),
      )
      .where(ofRound)
      .orderBy(asc(findings.position), asc(findings.id))
      .limit(size)
      .offset((page - 1) * size),
    db
      .select({
        ...{ all: count(), published: count(findings.publishedAt) },
        waiting: sql`count(*) filter (where ${isWaiting})`.mapWith(Number),
      })
      .from(findings)
      .where(ofRound),
  ])
  const checked = await checkFindings(
    db,
    rows.map((row) => ({
      ...{ id: row.id, strategyId: row.strategyId, roundId },
      text: awaitsPublication(row) ? (row.approvedText ?? row.text) : row.text,
    })),
    now,
  )
  return {
    rows: rows.map(({ text: _text, approvedText: _approved, ...row }) => ({
      ...row,
      problems: checked.get(row.id)?.problems ?? [],
    })),
    ...{ total: counted?.all ?? 0, published: counted?.published ?? 0, waiting: counted?.waiting ?? 0 },
  }
}

/** A finding of a list. */
export type ListedFinding = Awaited<ReturnType<typeof listFindings>>['rows'][number]

const author = alias(people, 'author')
const approver = alias(people, 'approver')
const publisher = alias(people, 'publisher')

/** A finding as those who work on its strategy know it, without what it rests on. Not there for anyone else. */
export async function findFindingHead(actor: Actor, roundId: string, findingId: string) {
  const [found] = await database()
    .db.select({
      finding: findings,
      ...{ updatedBy: author.name, approvedBy: approver.name, publishedBy: publisher.name },
      theme: { id: themes.id, code: themes.code, colour: themes.colour, title: themes.title },
      question: { id: questions.id, position: questionNumber, title: questions.title },
      round: rounds,
      strategy: { id: strategies.id, slug: strategies.slug, title: strategies.title },
    })
    .from(findings)
    .innerJoin(rounds, eq(rounds.id, findings.roundId))
    .innerJoin(strategies, eq(strategies.id, findings.strategyId))
    .leftJoin(themes, isThemeNow)
    .leftJoin(questions, eq(questions.id, findings.questionId))
    .leftJoin(author, eq(author.id, findings.updatedBy))
    .leftJoin(approver, eq(approver.id, findings.approvedBy))
    .leftJoin(publisher, eq(publisher.id, findings.publishedBy))
    .where(and(eq(findings.id, findingId), eq(findings.roundId, roundId)))
  return !found || workRefusal(actor, found.strategy.id) ? refuse('not-found') : found
}

/** A finding with what it cites and counts, and what stands in the way of what is written now. */
export async function findFinding(actor: Actor, roundId: string, findingId: string, now: Date) {
  const found = await findFindingHead(actor, roundId, findingId)
  if ('refusal' in found) return found
  const checked = await checkFindings(database().db, [found.finding], now)
  const { problems, citations: cited, counts } = checked.get(findingId) ?? empty
  return { ...found, problems, citations: cited, counts }
}

const empty = { problems: [], citations: [], counts: [] }

/** A finding as its page shows it. */
export type FoundFinding = Exclude<Awaited<ReturnType<typeof findFinding>>, { refusal: 'not-found' }>
