import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { searchIndexQueue } from '#db/schema/index.ts'
import { stopResting } from '#search/choice.server.ts'
import { searchEngine } from '#search/engine.server.ts'
import { type SearchPort, type SearchRequest, staffScope } from '#search/port.ts'
import { parseQuery } from '#search/query.ts'
import { searchStatus } from '#search/status.server.ts'
import { strategyIds } from './corpus.ts'
import { openShipping, type Shipping, servers } from './meilisearch-index.ts'
import type { Answer, Question } from './unreliable-way.ts'

const searches = ({ path }: Question) => path === '/multi-search'

/** An answer to every question of a search: this many matches, and none of them shown. */
const matches =
  (totalHits: number) =>
  async ({ body }: Question): Promise<Answer> => {
    const { queries } = JSON.parse(body) as { queries: unknown[] }
    const results = queries.map(() => ({ hits: [], totalHits, facetDistribution: {} }))
    return { status: 200, body: JSON.stringify({ results }) }
  }

describe.each(servers)('the choice of engine, with $title', (server) => {
  describe.skipIf(server.missing)('tried', () => {
    let s: Shipping
    beforeAll(async () => {
      s = await openShipping(server)
    })
    afterAll(() => s?.end())
    beforeEach(async () => {
      await s.empty()
      stopResting(s.settings)
      await s.put(...s.some(5))
      await s.build()
      s.way.passed.length = 0
    })

    async function found(
      typed: string,
      own: Partial<SearchRequest> = {},
      by: SearchPort = searchEngine(s.db, s.settings),
    ) {
      const parsed = parseQuery(typed)
      if ('refusal' in parsed) throw new Error(parsed.refusal)
      const scope = staffScope(strategyIds)
      if (!scope) throw new Error('no strategies')
      const request = {
        unit: 'passage',
        query: parsed.query,
        facets: [],
        page: { number: 1, size: 10 },
      } as const
      const answer = await by.search({ ...request, ...own }, scope)
      const { engine, notices, total } = answer
      return { engine, notices, total }
    }
    const fellBack = { engine: 'postgres', notices: ['FELL_BACK_TO_POSTGRES'], total: 5 }

    // A pretended server searches nothing.
    if (server.real) {
      test('the index that is searched answers, and nothing is said of it', async () => {
        expect(await found('kommunen')).toEqual({ engine: 'meilisearch', notices: [], total: 5 })
        await s.put(...s.some(2, 10))
        await s.ship()
        expect(await found('kommunen')).toEqual({ engine: 'meilisearch', notices: [], total: 7 })
      })
    }

    test('without a server set up Postgres answers, and nothing is said of it', async () => {
      expect(await found('kommunen', {}, searchEngine(s.db))).toEqual({
        engine: 'postgres',
        notices: [],
        total: 5,
      })
    })

    test('before there is an index to search Postgres answers, and says so', async () => {
      await s.empty()
      await s.put(...s.some(5))
      expect(await found('kommunen')).toEqual(fellBack)
      expect(await searchStatus(s.db, s.settings)).toMatchObject({
        answeredBy: 'postgres',
        because: 'no-index',
      })
    })

    test('an index more than five minutes behind is not asked', async () => {
      await s.put(...s.some(1, 0, 'Kommunen endret'))
      const minutesAgo = (minutes: number) =>
        s.db.update(searchIndexQueue).set({ enqueuedAt: sql`now() - ${minutes} * interval '1 minute'` })
      await minutesAgo(6)
      expect(await found('kommunen')).toEqual(fellBack)
      expect(s.way.passed).toEqual([])
      expect(await searchStatus(s.db, s.settings)).toMatchObject({
        answeredBy: 'postgres',
        because: 'behind',
      })
      await minutesAgo(4)
      expect((await searchStatus(s.db, s.settings)).because).toBeNull()
    })

    test('what was given up does not make an index late', async () => {
      await s.put(...s.some(1, 0, 'Kommunen endret'))
      const longAgo = sql`now() - interval '1 day'`
      await s.db.update(searchIndexQueue).set({ enqueuedAt: longAgo, deadAt: longAgo })
      expect((await searchStatus(s.db, s.settings)).because).toBeNull()
    })

    test('a server that does not answer is left alone for a while', async () => {
      s.way.suffer(async () => 'lost')
      expect(await found('kommunen')).toEqual(fellBack)
      s.way.suffer(undefined)
      s.way.passed.length = 0
      expect(await found('kommunen')).toEqual(fellBack)
      expect(s.way.passed).toEqual([])
      expect(await searchStatus(s.db, s.settings)).toMatchObject({
        answeredBy: 'postgres',
        because: 'failing',
      })
      stopResting(s.settings)
      s.way.suffer((question, forward) => (searches(question) ? matches(0)(question) : forward()))
      expect((await found('kommunen')).engine).toBe('meilisearch')
    })

    test('a server that is too slow is not waited for', async () => {
      s.way.suffer(async (question, forward) => {
        if (searches(question)) await new Promise((resolve) => setTimeout(resolve, 3_000))
        return forward()
      })
      expect(await found('kommunen')).toEqual(fellBack)
    })

    test('what answers in the server’s place is not taken for it', async () => {
      s.way.suffer(async () => ({ status: 502, body: '<html>Bad gateway</html>' }))
      expect(await found('kommunen')).toEqual(fellBack)
      expect(await searchStatus(s.db, s.settings)).toMatchObject({ because: 'failing' })
    })

    test('one question that is refused says nothing of the next', async () => {
      s.way.sufferOnce(searches, async () => ({
        status: 400,
        body: '{"code":"invalid_search_filter","type":"invalid_request"}',
      }))
      expect(await found('kommunen')).toEqual(fellBack)
      s.way.suffer((question, forward) => (searches(question) ? matches(3)(question) : forward()))
      expect(await found('kommunen')).toMatchObject({ engine: 'meilisearch', total: 3 })
    })

    test('what the index cannot answer exactly Postgres answers, and says so unless inputs are counted', async () => {
      s.way.suffer((question, forward) => (searches(question) ? matches(5_000)(question) : forward()))
      expect(await found('"kommunen svarer"')).toEqual({
        engine: 'postgres',
        notices: ['ANSWERED_BY_POSTGRES'],
        total: 5,
      })
      expect(await found('kommunen', { unit: 'input' })).toEqual({
        engine: 'postgres',
        notices: [],
        total: 5,
      })
    })
  })
})
