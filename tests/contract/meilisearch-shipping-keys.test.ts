import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchIndexes } from '#db/schema/index.ts'
import { searchEngine } from '#search/engine.server.ts'
import { deleteOld } from '#search/meilisearch/building.server.ts'
import { compareCounts } from '#search/meilisearch/drift.server.ts'
import { checkWhenDue } from '#search/meilisearch/upkeep.server.ts'
import { staffScope } from '#search/port.ts'
import { requestCheck, requestRebuild } from '#search/requests.server.ts'
import { searchStatus } from '#search/status.server.ts'
import { strategyIds } from './corpus.ts'
import { noServer, serverClient } from './engines.ts'
import { openShipping } from './meilisearch-index.ts'

/** What a key must allow on our indexes: that of the pages, and that of the worker. */
const webRights = ['search']
const workerRights = [
  'search',
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.create',
  'indexes.delete',
  'settings.get',
  'settings.update',
  'stats.get',
  'tasks.get',
]

async function keyWith(actions: readonly string[]): Promise<{ uid: string; key: string }> {
  const wanted = { actions: [...actions], indexes: ['test-*'], expiresAt: null }
  return serverClient().createKey(wanted as Parameters<ReturnType<typeof serverClient>['createKey']>[0])
}

describe.skipIf(noServer)(`keys of few rights${noServer ? ` (skipped: ${noServer})` : ''}`, () => {
  const made: { uid: string; key: string }[] = []
  beforeAll(async () => {
    made.push(await keyWith(webRights), await keyWith(workerRights))
  })
  afterAll(async () => {
    for (const { uid } of made) await serverClient().deleteKey(uid)
  })

  test('the worker’s key is enough to build, send, compare, replace and delete', async () => {
    const s = await openShipping({ real: true, key: made[1]?.key ?? '' })
    try {
      await s.put(...s.some(5))
      const first = await s.build()
      await s.remove(s.some(1)[0]?.docKey ?? '')
      await s.put(...s.some(2, 3, 'Endret'))
      await s.ship()
      expect(await s.there()).toEqual(await s.here())
      await requestCheck(s.db)
      await checkWhenDue(s.sender, s.report)
      expect(await compareCounts(s.db, s.sender.client, first)).toEqual({ missing: 0, extra: 0, older: 0 })
      await requestRebuild(s.db)
      expect(await s.build()).not.toBe(first)
      await s.db.update(searchIndexes).set({ retiredAt: sql`now() - interval '1 day'` })
      await deleteOld(s.sender)
      await expect(s.there(first)).rejects.toThrow('not found')
      expect((await searchStatus(s.db, s.settings)).meilisearch?.live?.documents).toBe(4)
    } finally {
      await s.end()
    }
  })

  test('the pages’ key is enough to search, and to tell that the server is there', async () => {
    const s = await openShipping({ real: true })
    const pages = await openShipping({ real: true, key: made[0]?.key ?? '' })
    try {
      await s.put(...s.some(5))
      await s.build()
      const scope = staffScope(strategyIds)
      if (!scope) throw new Error('no strategies')
      const page = { number: 1, size: 10 }
      const request = { unit: 'passage', query: { kind: 'all' }, facets: ['county'], page } as const
      const { engine, total } = await searchEngine(s.db, pages.settings).search(request, scope)
      expect({ engine, total }).toEqual({ engine: 'meilisearch', total: 5 })
      const { meilisearch } = await searchStatus(s.db, pages.settings)
      expect(meilisearch).toMatchObject({ reachable: true, version: null, live: { documents: null } })
      const { client } = pages.sender
      await expect(client.index((await s.uidOf('live')) ?? '').deleteAllDocuments()).rejects.toThrow()
    } finally {
      await s.end()
      await pages.end()
    }
  })
})
