import { and, asc, count, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { questionNumber } from '#app/features/findings/published.server.ts'
import { database } from '#app/platform/database.server.ts'
import {
  carriedForward,
  findings,
  findingVersions,
  people,
  questionnaires,
  questions,
  responses,
  rounds,
  themes,
} from '#db/schema/index.ts'
import { unsettledPerPage } from './carried.ts'
import type { Disposition } from './disposition.ts'

/** Most findings of one round, carried to it or from it, that are read. */
const mostCarried = 500

const [fromRound, toRound, successor] = [
  alias(rounds, 'from_round'),
  alias(rounds, 'to_round'),
  alias(themes, 'successor'),
]

const carried = () =>
  database()
    .db.select({
      ...{ id: carriedForward.id, at: carriedForward.at, by: people.name },
      finding: {
        ...{ id: findings.id, slug: findings.slug, title: findings.title },
        publishedAt: findings.publishedAt,
      },
      /** What anyone may read it is called; null while it is not public. */
      publishedTitle: findingVersions.title,
      from: {
        ...{ id: fromRound.id, slug: fromRound.slug, number: fromRound.number, title: fromRound.title },
        publishedAt: fromRound.publishedAt,
      },
      to: {
        ...{ id: toRound.id, slug: toRound.slug, number: toRound.number, title: toRound.title },
        publishedAt: toRound.publishedAt,
      },
      theme: { id: themes.id, code: themes.code, title: themes.title },
      /** The theme that took the place of the one it was carried as. */
      successor: { id: successor.id, code: successor.code, title: successor.title },
      question: { id: questions.id, title: questions.title, position: questionNumber },
    })
    .from(carriedForward)
    .innerJoin(findings, eq(findings.id, carriedForward.findingId))
    .innerJoin(fromRound, eq(fromRound.id, findings.roundId))
    .innerJoin(toRound, eq(toRound.id, carriedForward.roundId))
    .innerJoin(people, eq(people.id, carriedForward.by))
    .leftJoin(
      findingVersions,
      and(
        eq(findingVersions.findingId, findings.id),
        eq(findingVersions.revision, findings.publishedRevision),
      ),
    )
    .leftJoin(themes, eq(themes.id, carriedForward.themeId))
    .leftJoin(successor, eq(successor.id, themes.mergedInto))
    .leftJoin(questions, eq(questions.id, carriedForward.questionId))
    .$dynamic()

/** A finding taken up in a later round, as a theme or as a question there. */
export type CarriedFinding = Awaited<ReturnType<typeof carried>>[number]

/** What a round's findings were taken into, and what was taken into the round from earlier ones; drafts too. Two queries. */
export async function listCarried(roundId: string): Promise<{ out: CarriedFinding[]; in: CarriedFinding[] }> {
  const [out, into] = await Promise.all([
    carried()
      .where(eq(findings.roundId, roundId))
      .orderBy(asc(toRound.number), asc(findings.position), asc(carriedForward.id))
      .limit(mostCarried),
    carried()
      .where(eq(carriedForward.roundId, roundId))
      .orderBy(asc(fromRound.number), asc(findings.position), asc(carriedForward.id))
      .limit(mostCarried),
  ])
  return { out, in: into }
}

/** Where a question or a theme comes from: the findings of earlier rounds it takes up again. */
export function listOrigins(of: { questionId: string } | { themeId: string }): Promise<CarriedFinding[]> {
  const own =
    'questionId' in of
      ? eq(carriedForward.questionId, of.questionId)
      : or(eq(carriedForward.themeId, of.themeId), eq(themes.mergedInto, of.themeId))
  return carried().where(own).orderBy(desc(carriedForward.at), asc(carriedForward.id)).limit(20)
}

const unsettled = (roundId: string) =>
  and(
    eq(findings.roundId, roundId),
    or(isNull(responses.id), eq(responses.disposition, 'carried-forward')),
    sql`not exists (select from ${carriedForward} where ${carriedForward.findingId} = ${findings.id})`,
  )

const ofWhole = and(eq(responses.findingId, findings.id), isNull(responses.citationId))

/** One page of a round's findings that are not settled and not taken into a later round, in their order. */
export async function listUnsettled(roundId: string, page: number) {
  const { db } = database()
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        ...{ id: findings.id, title: findings.title, publishedAt: findings.publishedAt },
        disposition: sql<Disposition | null>`${responses.disposition}`,
      })
      .from(findings)
      .leftJoin(responses, ofWhole)
      .where(unsettled(roundId))
      .orderBy(asc(findings.position), asc(findings.id))
      .limit(unsettledPerPage)
      .offset((page - 1) * unsettledPerPage),
    db.select({ total: count() }).from(findings).leftJoin(responses, ofWhole).where(unsettled(roundId)),
  ])
  return { rows, total: counted?.total ?? 0 }
}

/** One finding of a round, by name and theme; null when there is none such. */
export async function findToCarry(roundId: string, findingId: string) {
  const [found] = await database()
    .db.select({ id: findings.id, title: findings.title, themeId: findings.themeId })
    .from(findings)
    .where(and(eq(findings.id, findingId), eq(findings.roundId, roundId)))
  return found ?? null
}

/** The later rounds of a strategy, the next first. */
export function listLaterRounds({ strategyId, number }: { strategyId: string; number: number }) {
  return database()
    .db.select({
      ...{ id: rounds.id, number: rounds.number, title: rounds.title },
      ...{ opensAt: rounds.opensAt, publishedAt: rounds.publishedAt, frozenAt: questionnaires.frozenAt },
    })
    .from(rounds)
    .leftJoin(questionnaires, eq(questionnaires.roundId, rounds.id))
    .where(and(eq(rounds.strategyId, strategyId), gt(rounds.number, number)))
    .orderBy(asc(rounds.number))
    .limit(100)
}

/** The questions of a round by their names. */
export function listQuestionNames(roundId: string) {
  return database()
    .db.select({ id: questions.id, title: questions.title })
    .from(questions)
    .where(eq(questions.roundId, roundId))
    .orderBy(asc(questions.position))
    .limit(200)
}
