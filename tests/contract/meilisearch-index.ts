import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import {
  searchDocuments,
  searchIndexes,
  searchIndexQueue,
  searchLease,
  searchOutbox,
} from '#db/schema/index.ts'
import type { SearchDocument } from '#search/document.ts'
import { connectTo, type MeilisearchSettings } from '#search/meilisearch/connection.server.ts'
import { docKeyOf } from '#search/meilisearch/document.ts'
import { leaseFor } from '#search/meilisearch/lease.server.ts'
import type { Sender } from '#search/meilisearch/sending.server.ts'
import { senderTo, shipOnce } from '#search/meilisearch/shipping.server.ts'
import { buildWhenNeeded, giveUpLost, promoteWhenReady } from '#search/meilisearch/upkeep.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { testDatabase } from '#tests/setup/database.ts'
import { documentOf } from './corpus.ts'
import { noServer } from './engines.ts'
import { pretendedServer } from './pretended-server.ts'
import { unreliableWay } from './unreliable-way.ts'

const { MEILI_URL, MEILI_API_KEY } = process.env

/** The servers shipping is tried on: a pretended one always, a real one when there is one. */
export const servers = [
  { title: 'a pretended server', real: false, missing: false },
  {
    title: noServer ? `a real server (skipped: ${noServer})` : 'a real server',
    real: true,
    missing: !!noServer,
  },
]

export type Shipping = Awaited<ReturnType<typeof openShipping>>

/**
 * A database, a server, an unreliable way between them, and the few things these tests do again and again. A `key` of
 * fewer rights is used on the way; what the tests themselves do there they do with all rights.
 */
export async function openShipping({ real, key }: { real: boolean; key?: string }) {
  const connection = await testDatabase()
  const { db } = connection
  const pretended = real ? undefined : await pretendedServer()
  const target = pretended?.url ?? MEILI_URL ?? ''
  const apiKey = pretended ? undefined : MEILI_API_KEY
  const way = await unreliableWay(target, key ?? apiKey)
  const prefix = `test-${randomBytes(4).toString('hex')}`
  const settings: MeilisearchSettings = { url: way.url, prefix }
  const direct = connectTo({ url: target, apiKey }, 'send')
  const index = postgresIndex(db)
  let sender = senderTo(db, settings)
  const reports: string[] = []
  const report = (code: string) => void reports.push(code)

  const drawRev = async () => {
    const [row] = await db.execute<{ rev: string }>(sql`select nextval('search_rev') as rev`)
    return Number(row?.rev)
  }

  /** Writes documents as the first stage does, which tells every index of them. */
  async function put(...documents: SearchDocument[]) {
    const rev = await drawRev()
    await index.apply(documents.map((doc) => ({ op: 'put', doc: { ...doc, rev } })))
  }
  async function remove(...docKeys: string[]) {
    const rev = await drawRev()
    await index.apply(docKeys.map((docKey) => ({ op: 'delete', docKey, rev })))
  }
  const some = (count: number, from = 0, text = 'Kommunen svarer') =>
    Array.from({ length: count }, (_, at) => documentOf(from + at, { body: `${text} ${from + at}.` }))

  /** Passes until nothing more is due and nothing is under way. What waits for a later moment is left. */
  async function ship(by: Sender = sender) {
    for (let pass = 0; pass < 1_000; pass++) {
      const { sent, inFlight, standby } = await shipOnce(by, report)
      if (standby) return
      if (sent + inFlight === 0) return
      if (inFlight > 0) await pause(10)
    }
    throw new Error('Shipping comes to no end.')
  }

  /** Builds an index if one is needed, fills it and lets it be searched. Gives the index that is searched. */
  async function build(): Promise<string> {
    for (let round = 0; round < 10; round++) {
      await giveUpLost(sender, report)
      await buildWhenNeeded(sender, prefix)
      await ship()
      await promoteWhenReady(sender, report)
      const uid = await uidOf('live')
      if (uid && !(await uidOf('next'))) return uid
    }
    throw new Error('No index came to be searched.')
  }

  async function uidOf(role: 'live' | 'next' | 'old'): Promise<string | undefined> {
    const [row] = await db
      .select({ uid: searchIndexes.uid })
      .from(searchIndexes)
      .where(sql`role = ${role}`)
      .orderBy(sql`${searchIndexes.createdAt} desc`)
    return row?.uid
  }

  /** What Postgres has, and what an index has: the rev of every key. */
  async function here(): Promise<Record<string, number>> {
    const rows = await db
      .select({ key: searchDocuments.docKey, rev: searchDocuments.rev })
      .from(searchDocuments)
    return Object.fromEntries(rows.map(({ key, rev }) => [key, rev]))
  }
  async function there(uid?: string): Promise<Record<string, number>> {
    const { results } = await direct.httpRequest.post<{ results: { id: string; rev: number }[] }>({
      path: `indexes/${uid ?? (await uidOf('live'))}/documents/fetch`,
      body: { fields: ['id', 'rev'], limit: 100_000 },
    })
    return Object.fromEntries(results.map(({ id, rev }) => [docKeyOf(id), rev]))
  }
  const waiting = () => db.select().from(searchIndexQueue).orderBy(searchIndexQueue.docKey)

  /** Everything that waits for a later moment waits no longer. */
  const hurry = () => db.update(searchIndexQueue).set({ nextAttemptAt: sql`now()` })

  /** As if nobody had been heard of since long ago. */
  const letLeaseExpire = () => db.update(searchLease).set({ expiresAt: sql`now() - interval '1 second'` })

  async function restart(own: Partial<Sender> = {}) {
    sender = { ...senderTo(db, settings), lease: leaseFor(db), ...own }
    await letLeaseExpire()
    return sender
  }

  async function removeIndexes() {
    for (const { uid } of (await direct.getRawIndexes({ limit: 1_000 })).results) {
      if (uid.startsWith(prefix)) await direct.deleteIndex(uid).waitTask({ timeout: 60_000 })
    }
  }

  return {
    db,
    way,
    direct,
    settings,
    reports,
    get sender() {
      return sender
    },
    report,
    put,
    remove,
    some,
    ship,
    build,
    uidOf,
    here,
    there,
    waiting,
    hurry,
    letLeaseExpire,
    restart,
    async empty() {
      way.suffer(undefined)
      way.passed.length = 0
      reports.length = 0
      await removeIndexes()
      for (const table of [searchOutbox, searchDocuments, searchIndexQueue, searchIndexes, searchLease]) {
        await db.delete(table)
      }
      await db.execute(sql`truncate search_checks, search_requests`)
      await restart()
    },
    async end() {
      way.suffer(undefined)
      await removeIndexes()
      await way.close()
      await pretended?.close()
      await connection.end()
    },
  }
}
