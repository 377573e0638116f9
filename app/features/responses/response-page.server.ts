import { and, asc, count, eq, sql } from 'drizzle-orm'
import { isThemeNow } from '#app/features/findings/queries.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { database } from '#app/platform/database.server.ts'
import { isId } from '#app/platform/http/answer.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  citations,
  findings,
  inputs,
  inputVersions,
  responses,
  rounds,
  strategies,
  themes,
} from '#db/schema/index.ts'
import type { Disposition } from './disposition.ts'
import { responseReadingRefusal } from './policy.ts'
import { citationsPerPage } from './response.ts'

/** A finding as those who answer it see it, with its theme's own answer; for everybody else it does not exist. */
export async function findAnswered(actor: Actor, roundId: string, findingId: string) {
  const [found] = await database()
    .db.select({
      finding: {
        ...{ id: findings.id, title: findings.title, text: findings.text, roundId: findings.roundId },
        ...{ slug: findings.slug, publishedAt: findings.publishedAt, strategyId: findings.strategyId },
      },
      round: rounds,
      strategy: { id: strategies.id, slug: strategies.slug, title: strategies.title },
      theme: { id: themes.id, code: themes.code, title: themes.title, standardAnswer: themes.standardAnswer },
    })
    .from(findings)
    .innerJoin(rounds, eq(rounds.id, findings.roundId))
    .innerJoin(strategies, eq(strategies.id, findings.strategyId))
    .leftJoin(themes, isThemeNow)
    .where(and(eq(findings.id, findingId), eq(findings.roundId, roundId)))
  return !found || responseReadingRefusal(actor, found.strategy.id) ? refuse('not-found') : found
}

const cited = {
  ...{ id: citations.id, number: citations.number, quote: citations.quote, mode: citations.mode },
  ...{ inputId: inputs.id, withdrawnAt: inputs.withdrawnAt },
  ...{ senderName: inputVersions.senderName, lang: inputVersions.lang },
  said: saidTo(citations.answerId),
}

const listCited = () =>
  database()
    .db.select({
      ...cited,
      response: {
        ...{ id: responses.id, revision: responses.revision },
        ...{ approvedRevision: responses.approvedRevision, publishedRevision: responses.publishedRevision },
        disposition: responses.disposition,
      },
    })
    .from(citations)
    .innerJoin(inputVersions, eq(inputVersions.id, citations.versionId))
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .leftJoin(responses, eq(responses.citationId, citations.id))
    .$dynamic()

/** One page of a finding's citations with what is made of each: those that are answered first, then by their number. */
export async function listAnswerable(findingId: string, page: number) {
  const own = eq(citations.findingId, findingId)
  const [rows, [counted]] = await Promise.all([
    listCited()
      .where(own)
      .orderBy(sql`${responses.id} is null`, asc(citations.number))
      .limit(citationsPerPage)
      .offset((page - 1) * citationsPerPage),
    database()
      .db.select({ total: count(), answered: count(responses.id) })
      .from(citations)
      .leftJoin(responses, eq(responses.citationId, citations.id))
      .where(own),
  ])
  const { total = 0, answered = 0 } = counted ?? {}
  return {
    ...{ total, answered },
    rows: rows.map(({ response, ...row }) => ({
      ...row,
      response: response && { ...response, disposition: response.disposition as Disposition },
    })),
  }
}

/** One citation of a finding; undefined is none asked for, and one that is not there is refused. */
export async function findCited(findingId: string, citationId: string | null) {
  if (citationId === null) return { citation: null }
  if (!isId(citationId)) return refuse('not-found')
  const [found] = await listCited().where(
    and(eq(citations.id, citationId), eq(citations.findingId, findingId)),
  )
  return found ? { citation: found } : refuse('not-found')
}
