import { sql } from 'drizzle-orm'
import type { Meilisearch } from 'meilisearch'
import { searchChecks, searchDocuments, searchIndexQueue } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { docKeyOf, idOf } from './document.ts'

/** What a comparison found wrong. What waits in the queue is on its way, and not counted. */
export type Drift = { readonly missing: number; readonly extra: number; readonly older: number }

const page = 1_000
const keptChecks = 100

/** Compares how many documents each round has. Cheap, and says only that something is wrong. */
export async function compareCounts(db: Database, client: Meilisearch, uid: string): Promise<Drift> {
  const began = performance.now()
  const rows = await db.execute<{ round_id: string; documents: string }>(sql`
    select round_id, count(*) as documents from ${searchDocuments} group by round_id`)
  const { facetDistribution } = await client
    .index(uid)
    .search('', { limit: 0, facets: ['roundId'], filter: undefined })
  const here = new Map(rows.map((row) => [row.round_id, Number(row.documents)]))
  const there = new Map(Object.entries(facetDistribution?.roundId ?? {}))
  const drift = { missing: 0, extra: 0, older: 0 }
  for (const round of new Set([...here.keys(), ...there.keys()])) {
    const more = (there.get(round) ?? 0) - (here.get(round) ?? 0)
    if (more > 0) drift.extra += more
    else drift.missing -= more
  }
  const documents = [...here.values()].reduce((sum, count) => sum + count, 0)
  await note(db, uid, 'counts', documents, drift, began)
  return drift
}

/**
 * Compares every document and its rev, and puts what is missing, left over or older in the queue. `keepOn` is called
 * between pages and may stop it by throwing.
 */
export async function compareFully(
  db: Database,
  client: Meilisearch,
  uid: string,
  keepOn: () => Promise<void> = async () => {},
): Promise<Drift> {
  const began = performance.now()
  const drift = { missing: 0, extra: 0, older: 0 }
  let documents = 0
  let known = 0
  let after = ''
  for (;;) {
    const rows = await db.execute<{ doc_key: string; rev: string }>(sql`
      select doc_key, rev from ${searchDocuments} where doc_key > ${after} order by doc_key limit ${page}`)
    const last = rows.at(-1)
    if (!last) break
    await keepOn()
    after = last.doc_key
    documents += rows.length
    const there = await revsOf(client, uid, { ids: rows.map((row) => idOf(row.doc_key)) })
    known += there.size
    const wrong = rows.filter((row) => (there.get(row.doc_key) ?? -1) < Number(row.rev))
    for (const key of await queueAgain(db, uid, wrong)) {
      if (there.has(key)) drift.older += 1
      else drift.missing += 1
    }
  }
  const { numberOfDocuments } = await client.index(uid).getStats()
  if (numberOfDocuments > known) drift.extra = await queueExtra(db, client, uid, keepOn)
  await note(db, uid, 'full', documents, drift, began)
  return drift
}

type Keyed = { doc_key: string; rev: string }

async function revsOf(
  client: Meilisearch,
  uid: string,
  which: { ids: string[] } | { offset: number },
): Promise<Map<string, number>> {
  const { results } = await client.httpRequest.post<{ results: { id: string; rev: number }[] }>({
    path: `indexes/${uid}/documents/fetch`,
    body: { ...which, fields: ['id', 'rev'], limit: page },
  })
  return new Map(results.map(({ id, rev }) => [docKeyOf(id), rev]))
}

// Only what is still as we read it and does not wait already: it may have been changed and sent while we looked.
async function queueAgain(db: Database, uid: string, wrong: readonly Keyed[]): Promise<string[]> {
  if (wrong.length === 0) return []
  const rows = await db.execute<{ doc_key: string }>(sql`
    insert into ${searchIndexQueue} (uid, doc_key, rev)
    select ${uid}, d.doc_key, d.rev from ${searchDocuments} d
      join jsonb_to_recordset(${JSON.stringify(wrong)}::text::jsonb) as w(doc_key text, rev bigint)
        on w.doc_key = d.doc_key and w.rev = d.rev
    order by d.doc_key
    on conflict (uid, doc_key) do nothing returning doc_key`)
  return rows.map((row) => row.doc_key)
}

// Pages move when documents are deleted meanwhile; what is skipped so is found by the next comparison.
async function queueExtra(
  db: Database,
  client: Meilisearch,
  uid: string,
  keepOn: () => Promise<void>,
): Promise<number> {
  let found = 0
  for (let offset = 0; ; offset += page) {
    const there = await revsOf(client, uid, { offset })
    if (there.size === 0) return found
    await keepOn()
    const keys = Array.from(there.keys(), (doc_key) => ({ doc_key }))
    const rows = await db.execute(sql`
      insert into ${searchIndexQueue} (uid, doc_key, rev)
      select ${uid}, t.doc_key, nextval('search_rev')
      from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as t(doc_key text)
      where not exists (select 1 from ${searchDocuments} d where d.doc_key = t.doc_key)
      order by t.doc_key
      on conflict (uid, doc_key) do nothing returning doc_key`)
    found += rows.length
  }
}

async function note(
  db: Database,
  uid: string,
  kind: 'counts' | 'full',
  documents: number,
  drift: Drift,
  began: number,
): Promise<void> {
  const tookMs = Math.round(performance.now() - began)
  await db
    .insert(searchChecks)
    .values({ uid, kind, documents, ...drift, tookMs, checkedAt: sql`clock_timestamp()` })
  await db.execute(sql`
    delete from ${searchChecks} where id in (
      select id from ${searchChecks} order by checked_at desc offset ${keptChecks})`)
}
