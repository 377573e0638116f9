import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { searchIndexes, searchIndexQueue } from '#db/schema/index.ts'
import { beginBuilding, promote } from '#search/meilisearch/building.server.ts'
import { idOf } from '#search/meilisearch/document.ts'
import { senderTo, shipOnce } from '#search/meilisearch/shipping.server.ts'
import { buildWhenNeeded, giveUpLost, promoteWhenReady } from '#search/meilisearch/upkeep.server.ts'
import { searchStatus } from '#search/status.server.ts'
import { openShipping, type Shipping, servers } from './meilisearch-index.ts'

describe.each(servers)('when an index is lost or half made, with $title', (server) => {
  describe.skipIf(server.missing)('tried', () => {
    let s: Shipping
    let db: Shipping['db']
    beforeAll(async () => {
      s = await openShipping(server)
      db = s.db
    })
    afterAll(() => s?.end())
    beforeEach(async () => {
      await s.empty()
      await s.put(...s.some(10))
      await s.build()
    })

    const inStep = async () => {
      await s.hurry()
      await s.ship()
      expect(await s.waiting()).toEqual([])
      expect(await s.there()).toEqual(await s.here())
    }

    test('a document given up does not keep a new index from being searched, but more than a few do', async () => {
      const first = await s.uidOf('live')
      await s.put(...s.some(20, 30))
      await s.ship()
      const next = await beginBuilding(s.sender, s.settings.prefix ?? '')
      const dead = async (count: number) => {
        const keys = s.some(count, 30).map(({ docKey }) => docKey)
        const ofNext = and(eq(searchIndexQueue.uid, next), inArray(searchIndexQueue.docKey, keys))
        await db.update(searchIndexQueue).set({ deadAt: null }).where(eq(searchIndexQueue.uid, next))
        await db.update(searchIndexQueue).set({ deadAt: new Date(), lastError: 'unfit' }).where(ofNext)
      }
      await dead(11)
      await s.ship()
      await promoteWhenReady(s.sender, s.report)
      expect(await s.uidOf('live')).toBe(first)
      expect((await searchStatus(db, s.settings)).meilisearch?.building).toMatchObject({
        done: 19,
        total: 30,
      })
      await dead(10)
      await s.ship()
      await promoteWhenReady(s.sender, s.report)
      expect(await s.uidOf('live')).toBe(next)
      expect((await searchStatus(db, s.settings)).meilisearch?.deadCount).toBe(10)
    })

    test('an index that is gone is not made by sending to it, but built anew', async () => {
      const lost = await s.uidOf('live')
      await s.direct.deleteIndex(lost ?? '').waitTask()
      await s.put(...s.some(1, 0, 'Endret'))
      await shipOnce(s.sender, s.report)
      expect(s.reports).toEqual(['index_lost'])
      expect(await s.uidOf('live')).toBeUndefined()
      await expect(s.there(lost)).rejects.toThrow('not found')
      expect(await s.build()).not.toBe(lost)
      await inStep()
    })

    test('an index that came back without our settings is not taken for ours', async () => {
      const lost = (await s.uidOf('live')) ?? ''
      await s.direct.deleteIndex(lost).waitTask()
      await s.direct
        .index(lost)
        .addDocuments([{ id: 'staff_1', rev: 1, roundId: 'r' }], { primaryKey: 'id' })
        .waitTask()
      await giveUpLost(s.sender, s.report)
      expect(await s.uidOf('live')).toBeUndefined()
      expect(await s.build()).not.toBe(lost)
      await inStep()
    })

    test('an index that lost all it held is built anew', async () => {
      const emptied = (await s.uidOf('live')) ?? ''
      await s.direct.index(emptied).deleteAllDocuments().waitTask()
      expect(await s.build()).not.toBe(emptied)
      await inStep()
    })

    test('an index whose making was refused leaves nothing behind', async () => {
      await db.update(searchIndexes).set({ settingsHash: 'otherwise' })
      s.way.suffer(async ({ method, path }, forward) =>
        method === 'POST' && path === '/indexes'
          ? { status: 403, body: '{"code":"invalid_api_key","type":"auth"}' }
          : forward(),
      )
      await expect(buildWhenNeeded(s.sender, s.settings.prefix ?? '')).rejects.toThrow()
      expect(await db.$count(searchIndexes)).toBe(1)
    })

    test('an index whose maker died is known, and deleted later', async () => {
      await db.update(searchIndexes).set({ settingsHash: 'otherwise' })
      s.way.sufferOnce(
        ({ method, path }) => method === 'PATCH' && path.endsWith('/settings'),
        async () => 'lost',
      )
      await expect(buildWhenNeeded(s.sender, s.settings.prefix ?? '')).rejects.toThrow()
      expect(await s.uidOf('old')).toBeDefined()
      expect(await s.uidOf('next')).toBeUndefined()
    })

    test('a promotion that loses its right half way changes nothing, and is made by the other', async () => {
      const live = await s.uidOf('live')
      const next = await beginBuilding(s.sender, s.settings.prefix ?? '')
      await s.ship()
      const other = senderTo(db, s.settings)
      s.way.sufferOnce(
        ({ path }) => path.endsWith('/stats'),
        async (_, forward) => {
          await s.letLeaseExpire()
          await other.lease.hold()
          return forward()
        },
      )
      await promoteWhenReady(s.sender, s.report)
      expect(await promote(db, next, 1)).toBe(false)
      expect(await s.uidOf('live')).toBe(live)
      await promoteWhenReady(other, s.report)
      expect(await s.uidOf('live')).toBe(next)
      expect(await db.$count(searchIndexQueue)).toBe(0)
    })

    test('an index that lacks something is not searched before it has got it', async () => {
      const live = await s.uidOf('live')
      const next = await beginBuilding(s.sender, s.settings.prefix ?? '')
      await s.ship()
      const [missing] = s.some(1)
      await s.direct
        .index(next)
        .deleteDocuments([idOf(missing?.docKey ?? '')])
        .waitTask()
      await promoteWhenReady(s.sender, s.report)
      expect(await s.uidOf('live')).toBe(live)
      await s.ship()
      await promoteWhenReady(s.sender, s.report)
      expect(await s.uidOf('live')).toBe(next)
      await inStep()
    })
  })
})
