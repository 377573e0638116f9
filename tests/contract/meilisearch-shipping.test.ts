import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beginBuilding } from '#search/meilisearch/building.server.ts'
import { leaseFor } from '#search/meilisearch/lease.server.ts'
import { senderTo, shipOnce } from '#search/meilisearch/shipping.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { openShipping, type Shipping, servers } from './meilisearch-index.ts'
import { sendsDocuments } from './unreliable-way.ts'

describe.each(servers)('shipping to $title', (server) => {
  describe.skipIf(server.missing)('tried', () => {
    let s: Shipping
    let db: Shipping['db']
    beforeAll(async () => {
      s = await openShipping(server)
      db = s.db
    })
    afterAll(() => s?.end())
    beforeEach(() => s.empty())

    test('the first index is built, filled and searched without anyone asking for it', async () => {
      await s.put(...s.some(25))
      await s.build()
      expect(Object.keys(await s.there())).toHaveLength(25)
      expect(await s.there()).toEqual(await s.here())
      expect(await s.waiting()).toEqual([])
    })

    test('a document that changed is sent again, one that was removed is deleted', async () => {
      await s.put(...s.some(5))
      await s.build()
      const [first, second] = s.some(2)
      await s.put({ ...s.some(1)[0], body: 'Nytt svar.' } as never)
      await s.remove(second?.docKey ?? '')
      await s.ship()
      expect(await s.there()).toEqual(await s.here())
      expect(Object.keys(await s.there())).toContain(first?.docKey)
      expect(Object.keys(await s.there())).not.toContain(second?.docKey)
    })

    test('a document that changes while it is being sent is sent once more', async () => {
      await s.put(...s.some(3))
      await s.build()
      await s.put(...s.some(3))
      s.way.sufferOnce(sendsDocuments, async (_, forward) => {
        const answer = await forward()
        await s.put(...s.some(2, 0, 'Endret'))
        return answer
      })
      await shipOnce(s.sender)
      await s.ship()
      expect(await s.there()).toEqual(await s.here())
      expect(await s.waiting()).toEqual([])
    })

    test('a document that changes between its sending and its end is sent once more', async () => {
      await s.put(...s.some(3))
      await s.build()
      await s.put(...s.some(3, 0, 'Endret'))
      await shipOnce(s.sender)
      const [task] = (await s.direct.tasks.getTasks({ limit: 1 })).results
      await s.direct.tasks.waitForTask(task?.uid ?? 0, { timeout: 15_000 })
      await s.put(...s.some(1, 0, 'Endret igjen'))
      await s.ship()
      expect(await s.there()).toEqual(await s.here())
    })

    test('removed and made again under the same key, a document ends as it is now', async () => {
      const [doc] = s.some(1)
      await s.put(...s.some(3))
      await s.build()
      await s.remove(doc?.docKey ?? '')
      await shipOnce(s.sender)
      await s.put(...s.some(1, 0, 'Tilbake'))
      await shipOnce(s.sender)
      await s.remove(doc?.docKey ?? '')
      await s.put(...s.some(1, 0, 'Tilbake igjen'))
      await s.ship()
      expect(await s.there()).toEqual(await s.here())
    })

    test('what is searched is served before what is being built', async () => {
      await s.put(...s.some(5))
      const live = await s.build()
      const next = await beginBuilding(s.sender, s.settings.prefix ?? '')
      await s.put(...s.some(1, 0, 'Endret'))
      s.way.passed.length = 0
      await s.ship()
      const sent = s.way.passed.filter(sendsDocuments).map(({ path }) => path.split('/')[2])
      expect(sent).toEqual([live, next])
    })

    test('a change made while an index is built goes to both, also when its row had been passed', async () => {
      await s.put(...s.some(10))
      const live = await s.build()
      const next = await beginBuilding(s.sender, s.settings.prefix ?? '')
      await shipOnce(s.sender)
      await s.put(...s.some(2, 0, 'Endret'), ...s.some(1, 50))
      await s.remove(s.some(1, 5)[0]?.docKey ?? '')
      await s.ship()
      expect(await s.there(live)).toEqual(await s.here())
      expect(await s.there(next)).toEqual(await s.here())
    })

    test('a write that was begun before an index and ends after it is not missed', async () => {
      await s.put(...s.some(3))
      let commit = () => {}
      const committed = new Promise<void>((resolve) => {
        commit = resolve
      })
      const writer = db.transaction(async (tx) => {
        const [doc] = s.some(1, 50)
        if (doc) await postgresIndex(tx).apply([{ op: 'put', doc }])
        await committed
      })
      const building = beginBuilding(s.sender, s.settings.prefix ?? '')
      await Promise.race([building, pause(1_500)])
      commit()
      await writer
      const next = await building
      await s.ship()
      expect(Object.keys(await s.there(next))).toHaveLength(4)
    })

    test('writers at full speed while an index is begun miss nothing', async () => {
      await s.put(...s.some(50))
      let writing = true
      const writers = [0, 1, 2].map(async (at) => {
        for (let turn = 0; writing; turn++) await s.put(...s.some(7, (at * 13 + turn * 7) % 90, `${turn}`))
      })
      await beginBuilding(s.sender, s.settings.prefix ?? '')
      writing = false
      await Promise.all(writers)
      await s.build()
      expect(await s.there()).toEqual(await s.here())
    })

    test('one process sends at a time, and another takes over when it has not been heard of', async () => {
      await s.put(...s.some(2))
      await s.build()
      const other = senderTo(db, s.settings)
      await s.put(...s.some(2, 0, 'Endret'))
      expect(await shipOnce(other)).toMatchObject({ standby: true, sent: 0 })
      expect(await s.sender.lease.hold()).toEqual({ fence: 1 })
      await s.letLeaseExpire()
      expect(await shipOnce(other)).toMatchObject({ standby: false, sent: 1 })
      expect(await shipOnce(s.sender)).toMatchObject({ standby: true, sent: 0 })
      await other.lease.release()
      expect(await leaseFor(db).hold()).toEqual({ fence: 3 })
    })
  })
})
