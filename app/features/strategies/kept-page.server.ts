import type { LoaderFunctionArgs } from '@remix-run/node'
import { type SQL, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { pageKey } from '#app/platform/http/page-cache/keys.ts'
import { invitations, meetings, rounds, strategies } from '#db/schema/index.ts'

/**
 * What a page may show of a strategy: its texts (the register, rounds, documents, findings and what was made of them), what
 * was sent in, and the work with it (what was read and how it was tagged).
 */
export type Shown = 'texts' | 'inputs' | 'work'

type Asked = Pick<LoaderFunctionArgs, 'params' | 'context'>

/**
 * Says that this page is the same for everybody and may be kept until something changes of what it shows of its strategy; of
 * all strategies where the address names none. It ends by itself at the next moment at which anything of that looks
 * otherwise. Said by the loader of the page, whose route also says in its handle, as `kept`, what it reads of the query.
 */
export async function keptPage({ params, context }: Asked, ...shows: Shown[]): Promise<void> {
  // Asked for where nobody keeps pages.
  if (!context.drawnFrom) return
  const slug = params.strategy
  const next = await nextMoment(
    slug === undefined ? sql`true` : sql`${strategies.slug} = ${slug}`,
    context.drawnFrom,
  )
  if (!next || (slug !== undefined && next.id === null)) return
  const whose = slug === undefined ? 'all' : (next.id ?? '')
  context.kept = { keys: shows.map((part) => pageKey(whose, part)), until: new Date(Number(next.until)) }
}

/** The same of one page of a list: there are as many addresses of pages that are not there as anybody likes to ask for. */
export async function keptList(
  asked: Asked,
  { page, pageCount }: { page: number; pageCount: number },
  ...shows: Shown[]
): Promise<void> {
  if (page <= Math.max(1, pageCount)) await keptPage(asked, ...shows)
}

/**
 * The next moment from one on at which pages of some strategies look otherwise: a round opens, ends or takes no more, for
 * one sender or for all; there is an hour less to its deadline; a meeting begins or ends; or it is another day.
 */
async function nextMoment(which: SQL, from: Date) {
  const [row] = await database().db.execute<{ id: string | null; until: string }>(sql`
    with chosen as (select id from ${strategies} where published_at is not null and ${which}),
      asked as (select ${from.toISOString()}::timestamptz as at),
      moments (at) as (
        select unnest(array[r.opens_at, r.deadline_at, r.accepts_late_until, r.closed_at,
            case when r.opens_at <= asked.at and asked.at < r.deadline_at
              then r.deadline_at - make_interval(hours => floor(extract(epoch from r.deadline_at - asked.at) / 3600)::integer)
            end])
          from ${rounds} r join chosen on chosen.id = r.strategy_id cross join asked
        union all
        select i.extended_until from ${invitations} i join ${rounds} r on r.id = i.round_id
          join chosen on chosen.id = r.strategy_id where i.extended_until is not null
        union all
        select unnest(array[m.starts_at, m.ends_at]) from ${meetings} m join chosen on chosen.id = m.strategy_id
        union all
        select (date_trunc('day', asked.at at time zone 'Europe/Oslo') + interval '1 day') at time zone 'Europe/Oslo' from asked)
    select (select min(id::text) from chosen) as id, extract(epoch from min(moments.at)) * 1000 as until
      from moments, asked where moments.at >= asked.at`)
  return row
}
