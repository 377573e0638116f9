import { sql } from 'drizzle-orm'
import { type Connection, connect } from '#db/client.server.ts'
import { notedChanges } from '#db/schema/index.ts'
import { config } from '../config.server.ts'
import type { Looked } from '../http/page-cache/following.server.ts'
import { goneBy, type NotedChange } from '../http/page-cache/keys.ts'

/** How long an answer is waited for. One that is late is of no use by itself, but the next can begin where it ended. */
const patienceMs = 3_000

/** Changes that are told one by one; of more than these, everything has changed. */
const mostChanges = 1_000

let own: Connection | undefined

// A connection for this alone: where everybody else waits for the pool, what is in memory must not stop being shown.
function connection(): Connection {
  const { databaseUrl } = config()
  if (!databaseUrl) throw new Error('No database is known.')
  own ??= connect(databaseUrl, {
    ...{ max: 1, applicationName: 'innspill-changes' },
    ...{ statementTimeout: patienceMs, queryLimit: patienceMs },
  })
  return own
}

/** Lets go of the connection. */
export async function closeChanges(): Promise<void> {
  const connected = own
  own = undefined
  await connected?.end()
}

/**
 * What has changed in these tables since what the database had taken in before, by the part each belongs to: every
 * transaction it has taken in since, whenever that began. Of a server that was started since nothing is known, it may be
 * another one. One query.
 */
export async function changedSince(
  before: string | null,
  parts: Readonly<Record<string, string>>,
): Promise<Looked> {
  const [earlier = null, server = null] = before?.split(' ') ?? []
  const tables = sql.param(`{${Object.keys(parts).join(',')}}`)
  const since = sql`(select jsonb_agg(jsonb_build_object('strategyId', c.strategy_id, 'what', c.what))
    from (select strategy_id, what from ${notedChanges} n
      where n.xid >= pg_snapshot_xmin(${earlier}::pg_snapshot)
      and not pg_visible_in_snapshot(n.xid, ${earlier}::pg_snapshot) and n.what = any(${tables}::text[])
      group by strategy_id, what limit ${mostChanges + 1}) c)`
  const [row] = await connection().db.execute<{
    snapshot: string
    server: string
    now: string
    changed: NotedChange[] | null
  }>(sql`select pg_current_snapshot()::text as snapshot, extract(epoch from clock_timestamp()) * 1000 as now,
    extract(epoch from pg_postmaster_start_time())::text as server, ${earlier === null ? sql`null` : since} as changed`)
  if (!row) throw new Error('The database did not say what it has taken in.')
  const changed = row.changed ?? []
  const known = row.server === server && changed.length <= mostChanges
  return {
    snapshot: `${row.snapshot} ${row.server}`,
    now: Number(row.now),
    gone: known ? goneBy(changed, parts) : 'everything',
  }
}
