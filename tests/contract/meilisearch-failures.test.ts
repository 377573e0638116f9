import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { senderTo, shipOnce } from '#search/meilisearch/shipping.server.ts'
import { retryDead } from '#search/requests.server.ts'
import { searchStatus } from '#search/status.server.ts'
import { openShipping, type Shipping, servers } from './meilisearch-index.ts'
import { asksAboutTasks, type Question, sendsDocuments, type Trouble } from './unreliable-way.ts'

/** Answers that every task under way ended so. */
const tasksEnd =
  (end: { status: string; error?: object }): Trouble =>
  async (question, forward) => {
    if (!asksAboutTasks(question)) return forward()
    const { results } = JSON.parse((await forward()).body) as { results: object[] }
    const finishedAt = new Date().toISOString()
    const changed = results.map((task) => ({ ...task, error: null, details: {}, finishedAt, ...end }))
    return { status: 200, body: JSON.stringify({ results: changed }) }
  }

describe.each(servers)('when something fails between us and $title', (server) => {
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

    const attempts = async () => (await s.waiting()).map((row) => row.attempts)
    const inStep = async () => {
      await s.hurry()
      await s.ship()
      expect(await s.waiting()).toEqual([])
      expect(await s.there()).toEqual(await s.here())
    }

    test('a sender that dies before it noted what it sent is followed by one that sends it again', async () => {
      await s.put(...s.some(3, 0, 'Endret'))
      s.way.sufferOnce(sendsDocuments, async (_, forward) => {
        await forward()
        return 'lost'
      })
      await expect(shipOnce(s.sender)).rejects.toThrow()
      expect((await s.waiting()).map(({ taskUid }) => taskUid)).toEqual([null, null, null])
      await s.restart()
      await inStep()
    })

    test('after an answer that never came, everything is compared a little later', async () => {
      await s.put(...s.some(3, 0, 'Endret'))
      s.way.sufferOnce(sendsDocuments, async () => 'lost')
      await expect(shipOnce(s.sender)).rejects.toThrow()
      expect((await searchStatus(db, s.settings)).meilisearch?.asked.check).toBe(true)
    })

    test('what took longer than we wait for is sent again, and that it was done twice does no harm', async () => {
      await s.put(...s.some(3, 0, 'Endret'))
      const impatient = new Meilisearch({ host: s.way.url, timeout: 300 })
      const sender = await s.restart({ client: impatient })
      s.way.sufferOnce(sendsDocuments, async (_, forward) => {
        await new Promise((resolve) => setTimeout(resolve, 600))
        return forward()
      })
      await expect(shipOnce(sender)).rejects.toThrow()
      expect(await attempts()).toEqual([0, 0, 0])
      await s.restart()
      await inStep()
    })

    test('one document that cannot be indexed is found by halving, and spares the others', async () => {
      await s.put(...s.some(12, 20))
      const [bad] = s.some(1, 90)
      await s.put({ ...bad, docKey: 'staff/not an id' } as never)
      await s.ship()
      const [row, ...others] = await s.waiting()
      expect(others).toEqual([])
      expect(row).toMatchObject({ docKey: 'staff/not an id', lastError: 'invalid_document_id' })
      const { 'staff/not an id': _, ...good } = await s.here()
      expect(await s.there()).toEqual(good)
      const { meilisearch } = await searchStatus(db, s.settings)
      expect(meilisearch).toMatchObject({ waiting: 0, oldestWaitingMs: 0, deadCount: 1 })
      expect(meilisearch?.dead).toMatchObject([{ docKey: 'staff/not an id', reason: 'invalid_document_id' }])
    })

    test('a document that was given up is tried when it changes, and when someone asks', async () => {
      const [bad] = s.some(1, 90)
      await s.put({ ...bad, docKey: 'staff/not an id' } as never)
      await s.ship()
      s.way.passed.length = 0
      await s.hurry()
      await s.ship()
      expect(s.way.passed.filter(sendsDocuments)).toHaveLength(0)
      expect(await retryDead(db)).toBe(1)
      await s.ship()
      await s.put({ ...bad, docKey: 'staff/not an id', body: 'Endret.' } as never)
      await s.ship()
      expect(s.way.passed.filter(sendsDocuments)).toHaveLength(2)
      await s.remove('staff/not an id')
      await s.ship()
      expect((await searchStatus(db, s.settings)).meilisearch?.deadCount).toBe(0)
    })

    test('a sender that lost its right while it sent puts everything back, and the other sends it', async () => {
      await s.put(...s.some(3, 0, 'Endret'))
      const other = senderTo(db, s.settings)
      s.way.sufferOnce(sendsDocuments, async (_, forward) => {
        await s.letLeaseExpire()
        await s.put(...s.some(3, 0, 'Endret igjen'))
        await s.ship(other)
        expect(await s.waiting()).toEqual([])
        return forward()
      })
      expect(await shipOnce(s.sender)).toMatchObject({ standby: true })
      expect(await s.waiting()).toHaveLength(3)
      await s.ship(other)
      expect(await s.waiting()).toEqual([])
      expect(await s.there()).toEqual(await s.here())
    })

    test.each([
      ['was cancelled', tasksEnd({ status: 'canceled' })],
      [
        'is not known',
        async (question: Question, forward: Parameters<Trouble>[1]) =>
          asksAboutTasks(question) ? { status: 200, body: '{"results":[]}' } : forward(),
      ],
      [
        'belongs to another index, for the numbers began anew',
        tasksEnd({ status: 'succeeded', indexUid: 'x' } as never),
      ],
    ] satisfies [string, Trouble][])('a task that %s is sent again, without blame', async (_, trouble) => {
      await s.put(...s.some(3, 0, 'Endret'))
      await shipOnce(s.sender)
      s.way.sufferOnce(asksAboutTasks, trouble)
      await shipOnce(s.sender)
      expect(await attempts()).toEqual([0, 0, 0])
      expect((await searchStatus(db, s.settings)).meilisearch?.asked.check).toBe(true)
      await inStep()
    })

    test('a full disk is nobody’s fault: everything is sent again after a while', async () => {
      await s.put(...s.some(3, 0, 'Endret'))
      await shipOnce(s.sender)
      const full = { status: 'failed', error: { code: 'no_space_left_on_device', type: 'system' } }
      s.way.sufferOnce(asksAboutTasks, tasksEnd(full))
      await shipOnce(s.sender)
      const rows = await s.waiting()
      expect(rows.map(({ attempts, lastError }) => [attempts, lastError])).toEqual(
        Array.from({ length: 3 }, () => [0, 'no_space_left_on_device']),
      )
      expect(rows.every(({ nextAttemptAt }) => nextAttemptAt.getTime() > Date.now())).toBe(true)
      await inStep()
    })

    test('an error inside the server is tried whole, then in halves, and a document is given up late', async () => {
      await s.put(...s.some(2, 0, 'Endret'))
      s.way.suffer(tasksEnd({ status: 'failed', error: { code: 'internal', type: 'internal' } }))
      for (let turn = 0; turn < 9; turn++) {
        await s.hurry()
        await s.ship()
        expect((await searchStatus(db, s.settings)).meilisearch?.deadCount, `turn ${turn}`).toBe(0)
      }
      await s.hurry()
      await s.ship()
      expect(await attempts()).toEqual([8, 8])
      expect((await searchStatus(db, s.settings)).meilisearch?.deadCount).toBe(2)
      s.way.suffer(undefined)
      await retryDead(db)
      await inStep()
    })

    test('more than the server takes at once is sent in halves', async () => {
      await s.put(...s.some(8, 30))
      s.way.suffer(async (question, forward) =>
        sendsDocuments(question) && question.body.split('\n').length > 2
          ? { status: 413, body: '{"code":"payload_too_large","type":"invalid_request"}' }
          : forward(),
      )
      await inStep()
      const sizes = s.way.passed.filter(sendsDocuments).map(({ body }) => body.split('\n').length)
      expect(sizes.slice(-7)).toEqual([8, 4, 2, 2, 4, 2, 2])
    })

    test('a server that is away costs nobody an attempt, and gets everything when it is back', async () => {
      await s.put(...s.some(5, 0, 'Endret'))
      s.way.suffer(async () => 'lost')
      await expect(shipOnce(s.sender)).rejects.toThrow()
      await s.put(...s.some(5, 40))
      await expect(shipOnce(s.sender)).rejects.toThrow()
      expect(await attempts()).toEqual(Array.from({ length: 10 }, () => 0))
      expect((await searchStatus(db, s.settings)).meilisearch).toMatchObject({
        reachable: false,
        waiting: 10,
      })
      s.way.suffer(undefined)
      await inStep()
    })

    test.each([
      [404, '{"message":"no such page"}'],
      [502, '<html>Bad gateway</html>'],
      [403, '{"code":"invalid_api_key","type":"auth"}'],
    ])('whoever answers %i in the server’s place has no document given up', async (status, body) => {
      await s.put(...s.some(3, 0, 'Endret'))
      s.way.suffer(async (question, forward) => (sendsDocuments(question) ? { status, body } : forward()))
      for (const _ of [1, 2, 3]) await expect(shipOnce(s.sender)).rejects.toThrow()
      expect((await s.waiting()).map(({ deadAt, attempts }) => [deadAt, attempts])).toEqual(
        Array.from({ length: 3 }, () => [null, 0]),
      )
      s.way.suffer(undefined)
      await inStep()
    })
  })
})
