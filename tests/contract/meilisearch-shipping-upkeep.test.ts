import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { searchChecks, searchIndexes, searchIndexQueue } from '#db/schema/index.ts'
import { beginBuilding, deleteOld } from '#search/meilisearch/building.server.ts'
import { idOf } from '#search/meilisearch/document.ts'
import { compareCounts, compareFully } from '#search/meilisearch/drift.server.ts'
import { rebuildMeilisearch } from '#search/meilisearch/rebuild.server.ts'
import { runShipping } from '#search/meilisearch/shipping.server.ts'
import { checkWhenDue } from '#search/meilisearch/upkeep.server.ts'
import { requestCheck, requestRebuild } from '#search/requests.server.ts'
import { searchStatus } from '#search/status.server.ts'
import { openShipping, type Shipping, servers } from './meilisearch-index.ts'

describe.each(servers)('building, comparing and telling, with $title', (server) => {
  describe.skipIf(server.missing)('tried', () => {
    let s: Shipping
    let db: Shipping['db']
    beforeAll(async () => {
      s = await openShipping(server)
      db = s.db
    })
    afterAll(() => s?.end())
    beforeEach(() => s.empty())

    test('a new index that is asked for replaces the old one, which is kept for ten minutes', async () => {
      await s.put(...s.some(5))
      const first = await s.build()
      await requestRebuild(db)
      const second = await s.build()
      expect(second).not.toBe(first)
      expect(await s.there()).toEqual(await s.here())
      expect((await searchStatus(db, s.settings)).meilisearch?.asked.rebuild).toBe(false)

      await deleteOld(s.sender)
      expect(await s.there(first)).toEqual(await s.here())
      const longAgo = sql`now() - interval '11 minutes'`
      await db.update(searchIndexes).set({ retiredAt: longAgo }).where(eq(searchIndexes.uid, first))
      await deleteOld(s.sender)
      await expect(s.there(first)).rejects.toThrow('not found')
      expect(await db.$count(searchIndexes)).toBe(1)
    })

    test('an index that was set up otherwise than we do now is replaced', async () => {
      await s.put(...s.some(2))
      const first = await s.build()
      await db.update(searchIndexes).set({ settingsHash: 'otherwise' })
      expect(await s.build()).not.toBe(first)
    })

    test('what is missing, left over or older there is found and put right', async () => {
      await s.put(...s.some(30))
      const live = await s.build()
      const [missing, older] = s.some(2)
      const index = s.direct.index(live)
      await index.deleteDocuments([idOf(missing?.docKey ?? '')]).waitTask()
      const stray = { id: 'staff_stray', rev: 1, roundId: 'r' }
      const aged = { id: idOf(older?.docKey ?? ''), rev: 0, roundId: 'r' }
      await index
        .addDocumentsFromString(
          [stray, aged].map((d) => JSON.stringify(d)).join('\n'),
          'application/x-ndjson',
        )
        .waitTask()
      expect(await compareCounts(db, s.direct, live)).toEqual({ missing: 2, extra: 2, older: 0 })
      expect(await compareFully(db, s.direct, live)).toEqual({ missing: 1, extra: 1, older: 1 })
      await s.ship()
      expect(await s.there()).toEqual(await s.here())
      expect(await compareFully(db, s.direct, live)).toEqual({ missing: 0, extra: 0, older: 0 })
      const { meilisearch } = await searchStatus(db, s.settings)
      expect(meilisearch?.lastCheck).toMatchObject({
        kind: 'full',
        documents: 30,
        missing: 0,
        extra: 0,
        older: 0,
      })
    })

    test('what waits to be sent is not counted as wrong', async () => {
      await s.put(...s.some(10))
      const live = await s.build()
      await s.put(...s.some(3, 0, 'Endret'), ...s.some(3, 20))
      await s.remove(s.some(1, 5)[0]?.docKey ?? '')
      expect(await compareFully(db, s.direct, live)).toEqual({ missing: 0, extra: 0, older: 0 })
    })

    test('a comparison that is asked for is made once, and the last hundred are kept', async () => {
      await s.put(...s.some(3))
      const live = await s.build()
      const noise = {
        uid: live,
        kind: 'counts',
        documents: 3,
        missing: 0,
        extra: 0,
        older: 0,
        tookMs: 1,
      } as const
      await db.insert(searchChecks).values(Array.from({ length: 120 }, () => noise))
      await requestCheck(db)
      await checkWhenDue(s.sender, s.report)
      await checkWhenDue(s.sender, s.report)
      expect(await db.$count(searchChecks)).toBe(100)
      expect((await searchStatus(db, s.settings)).meilisearch).toMatchObject({
        asked: { check: false },
        lastCheck: { kind: 'full', documents: 3 },
      })
    })

    test('left to itself it builds, sends and stops when told to', async () => {
      await s.put(...s.some(5))
      const ending = new AbortController()
      const codes: string[] = []
      const running = runShipping(db, s.settings, {
        signal: ending.signal,
        onError: (code) => codes.push(code),
      })
      await expect.poll(() => s.uidOf('live'), { timeout: 15_000 }).toBeDefined()
      await s.put(...s.some(2, 0, 'Endret'), ...s.some(3, 10))
      await expect.poll(() => s.waiting(), { timeout: 15_000 }).toEqual([])
      expect(await s.there()).toEqual(await s.here())
      ending.abort()
      await running
      expect(codes).toEqual([])
      expect((await searchStatus(db, s.settings)).meilisearch?.sender).toBeNull()
    })

    test('a rebuild that is asked for beside a running worker ends when the worker has made it', async () => {
      await s.put(...s.some(5))
      const first = await s.build()
      await s.letLeaseExpire()
      const ending = new AbortController()
      const worker = runShipping(db, s.settings, { signal: ending.signal })
      const sender = async () => (await searchStatus(db, s.settings)).meilisearch?.sender
      await expect.poll(sender, { timeout: 15_000 }).toBeTruthy()
      const lines: string[] = []
      const outcome = await rebuildMeilisearch(db, s.settings, (line) => lines.push(line), { lookMs: 20 })
      expect(outcome).toMatchObject({ documents: 5, failed: 0 })
      expect(await s.uidOf('live')).not.toBe(first)
      ending.abort()
      await worker
    })

    test('a rebuild that nothing comes of says why', async () => {
      await s.put(...s.some(5))
      s.way.suffer(async () => 'lost')
      const outcome = await rebuildMeilisearch(db, s.settings, () => {}, { patienceMs: 1_000, lookMs: 50 })
      expect(outcome).toEqual({ refusal: 'UND_ERR_SOCKET' })
    })

    test('the status tells what is built, what waits and who sends', async () => {
      await s.put(...s.some(4))
      const live = await s.build()
      const next = await beginBuilding(s.sender, s.settings.prefix ?? '')
      await s.put(...s.some(1, 0, 'Endret'))
      const { engine, answeredBy, because, postgres, meilisearch } = await searchStatus(db, s.settings)
      expect({ engine, answeredBy, because }).toEqual({
        engine: 'meilisearch',
        answeredBy: 'meilisearch',
        because: null,
      })
      expect(postgres).toMatchObject({ documents: 4, waiting: 0, deadCount: 0 })
      expect(meilisearch).toMatchObject({
        reachable: true,
        live: { uid: live, documents: 4 },
        building: { uid: next, done: 0, total: 4 },
        waiting: 1,
        inFlight: 0,
        deadCount: 0,
        sender: { holder: s.sender.lease.holder },
      })
      expect(await db.$count(searchIndexQueue)).toBe(5)
    })
  })
})
