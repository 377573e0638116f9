import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { nameListed } from '#app/features/inputs/listing-age.server.ts'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import * as at from '#app/features/strategies/address.ts'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import {
  documents,
  documentVersions,
  findings,
  inputPublications,
  inputs,
  inputVersions,
  meetings,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { partsOf, type SitemapCounts, type SitemapKind, slicesOf } from './sitemap.ts'

/** A page of the sitemap, in bokmål, and when what it shows was last changed where that is known. */
export type SitemapPage = { path: string; changedAt: Date | null }

const mostRounds = 20_000

/** What stands in a part of the sitemap; null where there is no such part. At most seven queries. */
export async function sitemapPart(part: number, now: Date): Promise<SitemapPage[] | null> {
  const open = await openRounds(now)
  const counts = await countsOf(open)
  if (part > partsOf(counts)) return null
  const slices = slicesOf(counts, part)
  const lists = await Promise.all(
    slices.map(({ kind, ...slice }) => {
      if (kind === 'site') return sitePages
      return kind === 'round' ? roundPages(open.rounds, slice) : listed[kind](slice, open.shown)
    }),
  )
  return lists.flat()
}

/** How many parts the sitemap has. */
export const countParts = async (now: Date) => partsOf(await countsOf(await openRounds(now)))

type Open = Awaited<ReturnType<typeof openRounds>>

/** The published rounds, and as SQL those whose published inputs may be seen now. */
async function openRounds(now: Date) {
  const rows = await database()
    .db.select({
      ...{ id: rounds.id, slug: rounds.slug, strategy: strategies.slug },
      ...{ opensAt: rounds.opensAt, deadlineAt: rounds.deadlineAt },
      ...{ acceptsLateUntil: rounds.acceptsLateUntil, closedAt: rounds.closedAt },
      inputsShown: sql<InputsShown>`${rounds.inputsShown}`,
    })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(isOpen)
    .orderBy(asc(rounds.id))
    .limit(mostRounds)
  const ids = rows.filter((round) => publishedInputsShown(round, now)).map(({ id }) => id)
  return { rounds: rows, shown: sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]` }
}

const isOpen = and(isNotNull(strategies.publishedAt), isNotNull(rounds.publishedAt))

async function countsOf({ rounds: open, shown }: Open): Promise<SitemapCounts> {
  const ofStrategy = (table: string) => sql`${sql.identifier(table)} x join strategies s
    on s.id = x.strategy_id and s.published_at is not null where x.published_at is not null`
  const [row] = await database().db.execute<Record<Counted, string>>(sql`select
    (select count(*) from strategies where published_at is not null) as strategy,
    (select count(*) from ${ofStrategy('document_versions')}) as version,
    (select count(*) from ${ofStrategy('meetings')}) as meeting,
    (select count(*) from ${ofStrategy('findings')}
      and exists (select from rounds r where r.id = x.round_id and r.published_at is not null)) as finding,
    (select count(*) from (${searchedInputs(shown)}) i) as input`)
  const count = (kind: Counted) => Number(row?.[kind] ?? 0)
  return {
    ...{ site: 1, strategy: count('strategy'), round: open.length, version: count('version') },
    ...{ meeting: count('meeting'), finding: count('finding'), input: count('input') },
  }
}

/**
 * The published inputs that search engines may be told of: something of them can be read, and they do not stand by the name
 * of a private person that has aged out.
 */
const searchedInputs = (shown: SQL) => sql`
  select i.id, i.round_id, latest.published_at from ${inputs} i
  cross join lateral (select v.naming, v.submitted_at, p.published_at from ${inputVersions} v
    join ${inputPublications} p on p.version_id = v.id
    where v.input_id = i.id and not ${isWithheld(sql`v.id`)} and not ${isTakenBack(sql`v.id`)}
    order by (v.kind = 'adopted') desc, v.number desc limit 1) latest
  where i.round_id = any(${shown}) and i.withdrawn_at is null
    and (i.organisation_id is not null or latest.naming is distinct from 'named'
      or ${nameListed(sql`latest.submitted_at`)})`

const sitePages: SitemapPage[] = ['/', '/accessibility', '/open-data'].map((path) => ({
  ...{ path, changedAt: null },
}))

type Slice = { offset: number; limit: number }

const strategyOf = (strategyId: typeof meetings.strategyId | SQL) =>
  and(eq(strategies.id, strategyId), isNotNull(strategies.publishedAt))

const pages = (paths: string[], changedAt: Date | null = null): SitemapPage[] =>
  paths.map((path) => ({ path, changedAt }))

const ofRound = [at.roundPath, at.inputsPath, at.invitedPath, at.findingsPath, at.coveragePath]

const roundPages = (open: Open['rounds'], { offset, limit }: Slice) =>
  open
    .slice(offset, offset + limit)
    .flatMap(({ strategy, slug }) => pages(ofRound.map((path) => path(strategy, slug))))

type Counted = Exclude<SitemapKind, 'site' | 'round'>

const listed: Record<Counted, (slice: Slice, shown: SQL) => Promise<SitemapPage[]>> = {
  async strategy({ offset, limit }) {
    const rows = await database()
      .db.select({ slug: strategies.slug })
      .from(strategies)
      .where(isNotNull(strategies.publishedAt))
      .orderBy(asc(strategies.id))
      .offset(offset)
      .limit(limit)
    return rows.flatMap(({ slug }) =>
      pages([at.strategyPath(slug), at.historyPath(slug), at.heardPath(slug), at.meetingsPath(slug)]),
    )
  },
  async version({ offset, limit }) {
    const rows = await database()
      .db.select({
        ...{ strategy: strategies.slug, slug: documents.slug, number: documentVersions.number },
        changedAt:
          sql<Date>`greatest(${documentVersions.publishedAt}, ${documentVersions.adoptedAt})`.mapWith(
            documentVersions.publishedAt,
          ),
      })
      .from(documentVersions)
      .innerJoin(documents, eq(documents.id, documentVersions.documentId))
      .innerJoin(strategies, strategyOf(sql`${documentVersions.strategyId}`))
      .where(isNotNull(documentVersions.publishedAt))
      .orderBy(asc(documentVersions.id))
      .offset(offset)
      .limit(limit)
    return rows.flatMap(({ strategy, slug, number, changedAt }) =>
      pages([at.documentPath(strategy, slug, number)], changedAt),
    )
  },
  async meeting({ offset, limit }) {
    const changedAt = sql<Date>`greatest(${meetings.publishedAt}, ${meetings.summaryAt}, ${meetings.cancelledAt})`
    const rows = await database()
      .db.select({
        ...{ strategy: strategies.slug, slug: meetings.slug },
        changedAt: changedAt.mapWith(meetings.publishedAt),
      })
      .from(meetings)
      .innerJoin(strategies, strategyOf(meetings.strategyId))
      .where(isNotNull(meetings.publishedAt))
      .orderBy(asc(meetings.id))
      .offset(offset)
      .limit(limit)
    return rows.flatMap(({ strategy, slug, changedAt: on }) => pages([at.meetingPath(strategy, slug)], on))
  },
  async finding({ offset, limit }) {
    const rows = await database()
      .db.select({
        ...{ strategy: strategies.slug, round: rounds.slug, slug: findings.slug },
        changedAt: findings.publishedAt,
      })
      .from(findings)
      .innerJoin(rounds, and(eq(rounds.id, findings.roundId), isNotNull(rounds.publishedAt)))
      .innerJoin(strategies, strategyOf(sql`${findings.strategyId}`))
      .where(isNotNull(findings.publishedAt))
      .orderBy(asc(findings.id))
      .offset(offset)
      .limit(limit)
    return rows.flatMap(({ strategy, round, slug, changedAt }) =>
      pages([at.findingPath(strategy, round, slug)], changedAt),
    )
  },
  async input({ offset, limit }, shown) {
    type Found = { id: string; strategy: string; round: string; publishedAt: string }
    const rows = await database().db.execute<Found>(sql`
      select i.id, s.slug as strategy, r.slug as round, i.published_at as "publishedAt"
      from (select * from (${searchedInputs(shown)}) searched order by id offset ${offset} limit ${limit}) i
      join ${rounds} r on r.id = i.round_id join ${strategies} s on s.id = r.strategy_id order by i.id`)
    return rows.flatMap(({ id, strategy, round, publishedAt }) =>
      pages([at.inputPath(strategy, round, id)], new Date(publishedAt)),
    )
  },
}
