import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { notedChanges } from '#db/schema/index.ts'
import { database } from '../database.server.ts'

/** What a result rests on: the strategies it is of, and every table that was read for it. */
type Grounds = { strategyIds: readonly string[]; tables: readonly PgTable[] }

/** A result, what the database had taken in before it was worked out, and when that was. */
type Kept = { value: Promise<unknown>; snapshot: string; at: number; bytes: number }

/** How long a result is kept though nothing changed. Well below what `swept` leaves of changes. */
export const KEPT_MS = 30 * 60_000
const mostKept = 2_000
const mostBytes = 32 * 1024 * 1024

/** Results of one database, the one asked for longest ago first. */
class Store {
  readonly #kept = new Map<string, Kept>()
  #bytes = 0

  find(key: string): Kept | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    this.drop(key)
    if (performance.now() - kept.at > KEPT_MS) return undefined
    this.#put(key, kept)
    return kept
  }

  keep(key: string, snapshot: string, value: Promise<unknown>) {
    this.drop(key)
    const kept: Kept = { value, snapshot, at: performance.now(), bytes: 0 }
    this.#put(key, kept)
    value.then(
      (worth) => {
        if (this.#kept.get(key) !== kept) return
        this.drop(key)
        kept.bytes = key.length + (JSON.stringify(worth)?.length ?? 0) * 2
        this.#put(key, kept)
      },
      () => this.#kept.get(key) === kept && this.drop(key),
    )
  }

  drop(key: string) {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0
    this.#kept.delete(key)
  }

  #put(key: string, kept: Kept) {
    this.#kept.set(key, kept)
    this.#bytes += kept.bytes
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= mostKept && this.#bytes <= mostBytes) return
      this.drop(oldest)
    }
  }
}

// By pool: what was counted in one database says nothing of another. On globalThis for the development server.
const held = globalThis as { innspillKept?: WeakMap<object, Store> }

function store(): Store {
  held.innspillKept ??= new WeakMap()
  const { db } = database()
  const found = held.innspillKept.get(db) ?? new Store()
  held.innspillKept.set(db, found)
  return found
}

/**
 * What `work` finds, kept in this process for as long as no row of its tables has changed for its strategies. Never an old
 * answer: whatever a transaction changed that the database had not taken in before `work` began, also one that began
 * earlier and is committed later, stands in `noted_changes`, and then it is worked out anew. Another process needs to be told
 * nothing. One query beside `work`'s own. Whoever is given the result must not change it, and asks the policy first.
 */
export async function keptUntilChanged<T>(key: string, grounds: Grounds, work: () => Promise<T>): Promise<T> {
  const kept = store().find(key)
  const { snapshot, changed } = await lookedUp(kept?.snapshot ?? null, grounds)
  if (kept && !changed) return kept.value as Promise<T>
  const value = work()
  store().keep(key, snapshot, value)
  return value
}

/**
 * The same of what one statement counts, as one row: it is counted in the statement that looks whether it must be, so that
 * a page asks no more often than if nothing were kept. Times in it are text.
 */
export async function countedUntilChanged<T extends object>(
  key: string,
  grounds: Grounds,
  counting: SQL,
): Promise<T> {
  const kept = store().find(key)
  const { snapshot, changed, counted } = await lookedUp<T>(kept?.snapshot ?? null, grounds, counting)
  if (kept && !changed) return kept.value as Promise<T>
  if (!counted) throw new Error('A count is one row.')
  store().keep(key, snapshot, Promise.resolve(counted))
  return counted
}

type LookedUp<T> = { snapshot: string; changed: boolean; counted: T | null }

/**
 * What the database has taken in by now, and whether anything changed since an earlier such. Taken before the work, so
 * that a change that comes while it runs is seen as one, whether the work saw it or not.
 */
async function lookedUp<T>(before: string | null, { strategyIds, tables }: Grounds, counting?: SQL) {
  const [whose, which] = [strategyIds, tables.map(getTableName)].map((list) =>
    sql.param(`{${list.join(',')}}`),
  )
  const since = (here: SQL) => sql`exists (select from ${notedChanges} c
    where ${here} and c.what = any(${which}::text[]) and c.xid >= pg_snapshot_xmin(${before}::pg_snapshot)
    and not pg_visible_in_snapshot(c.xid, ${before}::pg_snapshot))`
  const changed = sql`${since(sql`c.strategy_id = any(${whose}::uuid[])`)} or ${since(sql`c.strategy_id is null`)}`
  const counted = counting
    ? sql`case when changed then (select to_jsonb(one) from (${counting}) one) end`
    : sql`null`
  const [row] = await database().db.execute<LookedUp<T>>(sql`
    with looked as materialized (
      select pg_current_snapshot()::text as snapshot, ${before === null ? sql`true` : changed} as changed)
    select snapshot, changed, ${counted} as counted from looked`)
  if (!row) throw new Error('The database did not say what it has taken in.')
  return row
}

/**
 * Takes away changes that nobody asks for any more. Gone are those of transactions that had ended an hour ago: every
 * result kept since then has seen them, however long the transaction took.
 */
export async function sweepChanges(): Promise<void> {
  const { db } = database()
  await db.execute(sql`delete from ${notedChanges} where xid < (
    select max(mark.xid) from ${notedChanges} mark where mark.what = ${mark} and mark.at < now() - interval '1 hour')`)
  await db.execute(sql`insert into ${notedChanges} (what, xid)
    values (${mark}, pg_snapshot_xmin(pg_current_snapshot())) on conflict do nothing`)
}

// Stands among the changes and is none: before it, all had ended.
const mark = 'swept'
