import { and, desc, eq, inArray, isNotNull, lte, max, type SQL, sql } from 'drizzle-orm'
import { blocksOf, countWords } from '#app/features/findings/finding-text.ts'
import { documentPath, findingPath, meetingPath, roundPath } from '#app/features/strategies/address.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  documents,
  documentVersions,
  findingCounts,
  findings,
  findingVersions,
  meetings,
  organisations,
  organisers,
  responses,
  roundRevisions,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { latestOf, mostNews, type News, newestOf, timesOf } from './feed-news.ts'
import { changedAt } from './meeting-changes.server.ts'

type Strategy = News['strategy'] & { id: string }

/** The newest news of one strategy, or of all that are public. Six queries, whatever there is. */
export async function listNews(strategyId: string | null, now: Date): Promise<News[]> {
  const of = await strategiesOf(strategyId)
  const ids = [...of.keys()]
  if (ids.length === 0) return []
  const lists = await Promise.all([roundNews(ids, now), versionNews(ids), findingNews(ids), meetingNews(ids)])
  const told = lists.flat().flatMap(({ strategyId: id, make }) => {
    const strategy = of.get(id)
    return strategy ? make(strategy) : []
  })
  return newestOf(told, now)
}

type Made = { strategyId: string; make(strategy: Strategy): News[] }

const mostStrategies = 1_000

async function strategiesOf(id: string | null): Promise<Map<string, Strategy>> {
  const rows = await database()
    .db.select({
      ...{ id: strategies.id, slug: strategies.slug, title: strategies.title },
      organisers: sql<string[]>`(select coalesce(jsonb_agg(o.name order by s.position), '[]'::jsonb)
        from ${organisers} s join ${organisations} o on o.id = s.organisation_id where s.strategy_id = strategies.id)`,
    })
    .from(strategies)
    .where(and(isNotNull(strategies.publishedAt), id === null ? undefined : eq(strategies.id, id)))
    .orderBy(desc(strategies.publishedAt))
    .limit(mostStrategies)
  return new Map(rows.map((row) => [row.id, row]))
}

async function roundNews(ids: string[], now: Date): Promise<Made[]> {
  const rows = await database()
    .db.select({
      ...{ id: rounds.id, strategyId: rounds.strategyId, slug: rounds.slug, number: rounds.number },
      ...{ title: rounds.title, intro: rounds.intro, opensAt: rounds.opensAt, deadlineAt: rounds.deadlineAt },
      ...{ acceptsLateUntil: rounds.acceptsLateUntil, closedAt: rounds.closedAt },
      publishedAt: sql<Date>`${rounds.publishedAt}`.mapWith(rounds.publishedAt),
      revisedAt: max(roundRevisions.at),
    })
    .from(rounds)
    .leftJoin(roundRevisions, eq(roundRevisions.roundId, rounds.id))
    .where(and(inArray(rounds.strategyId, ids), isNotNull(rounds.publishedAt), lte(rounds.opensAt, now)))
    .groupBy(rounds.id)
    .orderBy(desc(rounds.opensAt))
    .limit(mostNews)
  return rows.map(({ id, strategyId, slug, number, title, intro, ...round }) => ({
    strategyId,
    make(strategy) {
      const { opened, over } = timesOf(round)
      const own = { id, strategy, number, title, path: roundPath(strategy.slug, slug) }
      const news: News[] = [
        {
          ...{ ...own, kind: 'opened', at: opened, body: intro, deadlineAt: round.deadlineAt },
          // What was changed once it was over is of no use to those who would have answered.
          updated: round.revisedAt && round.revisedAt < over ? latestOf(opened, round.revisedAt) : opened,
        },
      ]
      if (over > now) return news
      const times = { at: latestOf(over, opened), updated: latestOf(over, opened) }
      return [...news, { ...own, ...times, kind: 'closed', body: null, from: round.opensAt, to: over }]
    },
  }))
}

async function versionNews(ids: string[]): Promise<Made[]> {
  const rows = await database()
    .db.select({
      ...{ id: documentVersions.id, strategyId: documentVersions.strategyId },
      ...{ number: documentVersions.number, title: documentVersions.title, note: documentVersions.note },
      publishedAt: sql<Date>`${documentVersions.publishedAt}`.mapWith(documentVersions.publishedAt),
      ...{ adoptedAt: documentVersions.adoptedAt, adoptedOn: documentVersions.adoptedOn },
      ...{ adoptedBy: documentVersions.adoptedBy, slug: documents.slug, document: documents.title },
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(and(inArray(documentVersions.strategyId, ids), isNotNull(documentVersions.publishedAt)))
    .orderBy(sql`greatest(${documentVersions.publishedAt}, ${documentVersions.adoptedAt}) desc`)
    .limit(mostNews)
  return rows.map((row) => ({
    strategyId: row.strategyId,
    make(strategy) {
      const { id, title, document, note, publishedAt, adoptedAt, adoptedOn, adoptedBy } = row
      const path = documentPath(strategy.slug, row.slug, row.number)
      const own = { id, strategy, title, document, path }
      const put: News = { ...own, kind: 'version', at: publishedAt, updated: publishedAt, body: note }
      if (!adoptedAt) return [put]
      const day = adoptedOn ? new Date(`${adoptedOn}T12:00:00Z`) : adoptedAt
      const times = { at: adoptedAt, updated: adoptedAt }
      return [put, { ...own, ...times, kind: 'adopted', body: null, day, by: adoptedBy }]
    },
  }))
}

async function findingNews(ids: string[]): Promise<Made[]> {
  const responded = sql<Date | null>`(select max(r.published_at) from ${responses} r
    where r.finding_id = findings.id)`.mapWith(responses.publishedAt)
  const rows = await database()
    .db.select({
      ...{ id: findings.id, strategyId: findings.strategyId, slug: findings.slug, round: rounds.slug },
      ...{ title: findingVersions.title, text: findingVersions.text, responded },
      publishedAt: sql<Date>`${findings.publishedAt}`.mapWith(findings.publishedAt),
      counts: sql<
        { number: number; count: number; of: number }[]
      >`(select coalesce(jsonb_agg(jsonb_build_object(
          'number', c.number, 'count', c.frozen_count, 'of', c.frozen_of)), '[]'::jsonb)
        from ${findingCounts} c where c.finding_id = findings.id and c.frozen_at is not null)`,
    })
    .from(findings)
    .innerJoin(
      findingVersions,
      and(
        eq(findingVersions.findingId, findings.id),
        eq(findingVersions.revision, findings.publishedRevision),
      ),
    )
    .innerJoin(rounds, and(eq(rounds.id, findings.roundId), isNotNull(rounds.publishedAt)))
    .where(and(inArray(findings.strategyId, ids), isNotNull(findings.publishedAt)))
    .orderBy(desc(sql`greatest(${findings.publishedAt}, ${responded})` as SQL))
    .limit(mostNews)
  return rows.map(({ id, strategyId, slug, round, title, text, responded: on, publishedAt, counts }) => ({
    strategyId,
    make: (strategy) => [
      {
        ...{ id, strategy, title, kind: 'finding', path: findingPath(strategy.slug, round, slug) },
        ...{ at: publishedAt, updated: latestOf(publishedAt, on), responded: on !== null },
        body: wordsOf(text, new Map(counts.map(({ number, ...ratio }) => [number, ratio]))),
      },
    ],
  }))
}

/** A finding's words with its numbers; what it cites is read on its page, where it is judged anew who may read it. */
function wordsOf(text: LocalisedText, counts: Map<number, { count: number; of: number }>): LocalisedText {
  const plain = (written: string) =>
    blocksOf(written)
      .flatMap((block) => {
        if (block.kind === 'heading') return []
        const words = block.parts.map((part) => {
          const count = part.kind === 'count' ? counts.get(part.number) : undefined
          return part.kind === 'words' ? part.words : count ? countWords(count) : ''
        })
        return [words.join('').replace(/\s+([.,;:])/g, '$1')]
      })
      .join('\n\n')
  return Object.fromEntries(Object.entries(text).map(([lang, written]) => [lang, plain(written)]))
}

async function meetingNews(ids: string[]): Promise<Made[]> {
  const rows = await database()
    .db.select({
      ...{ id: meetings.id, strategyId: meetings.strategyId, slug: meetings.slug, title: meetings.title },
      ...{ intro: meetings.intro, startsAt: meetings.startsAt, place: meetings.place },
      ...{ summary: meetings.summary, summaryAt: meetings.summaryAt, cancelledAt: meetings.cancelledAt },
      publishedAt: sql<Date>`${meetings.publishedAt}`.mapWith(meetings.publishedAt),
      changedAt,
    })
    .from(meetings)
    .where(and(inArray(meetings.strategyId, ids), isNotNull(meetings.publishedAt)))
    .orderBy(sql`greatest(${meetings.publishedAt}, ${meetings.summaryAt}, ${changedAt}) desc`)
    .limit(mostNews)
  return rows.map((row) => ({
    strategyId: row.strategyId,
    make(strategy) {
      const { id, title, intro, startsAt, place, publishedAt, summary, summaryAt, cancelledAt } = row
      const own = { id, strategy, title, path: meetingPath(strategy.slug, row.slug) }
      const times = { at: publishedAt, updated: latestOf(publishedAt, cancelledAt, row.changedAt) }
      const cancelled = cancelledAt !== null
      const news: News[] = [{ ...own, ...times, kind: 'meeting', body: intro, startsAt, place, cancelled }]
      if (!summaryAt) return news
      return [...news, { ...own, kind: 'summary', at: summaryAt, updated: summaryAt, body: summary }]
    },
  }))
}
