import { MeilisearchApiError } from 'meilisearch'
import { expect, test } from 'vitest'
import { connectTo } from '#search/meilisearch/connection.server.ts'
import { docKeyOf, idOf, indexedDocument } from '#search/meilisearch/document.ts'
import { type MeiliIndex, meiliMatcher } from '#search/meilisearch/matching.server.ts'
import { indexSettings } from '#search/meilisearch/settings.ts'
import { type FacetName, facetNames, type MatchRequest, UnsupportedQuery } from '#search/port.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import type { QueryNode } from '#search/tree.ts'
import { testDatabase } from '#tests/setup/database.ts'
import { documentOf, scopeOf, strategyIds, themeIds } from './corpus.ts'
import { playedServer } from './replay.ts'
import { done } from './tasks.ts'

const uid = 'recorded-asking'
const scope = scopeOf(strategyIds[0])
const exact = { match: 'exact' } as const
const word = (text: string): QueryNode => ({ kind: 'term', text, ...exact })
const phrase: QueryNode = { kind: 'phrase', words: ['digital', 'plan'], ...exact }

const day = (number: number) => new Date(Date.UTC(2030, 1, number))
// Of languages that nobody stems, so that the recording outlives changes to stems.
const docs = [
  { body: 'En digital plan', lang: 'und', submittedAt: day(1), countyNumber: '03', themeIds: [...themeIds] },
  {
    ...{ body: 'Digital, men ingen plan', lang: 'und', submittedAt: day(2), countyNumber: '46' },
    positions: ['against', 'unclear'],
  },
  { body: 'En læreplan', lang: 'zxx', submittedAt: day(3), countyNumber: '46' },
  { body: 'En digital plan', lang: 'und', submittedAt: null, strategyId: strategyIds[1] },
].map((made, at) => documentOf(at + 1, made))

const facets: FacetName[] = [...facetNames]

test('what a server was recorded to answer is asked for and understood', async () => {
  const { db, end } = await testDatabase()
  const server = await playedServer('asking', [uid])
  const client = connectTo(server, 'send')
  const index: MeiliIndex = { client, uid, db }
  await postgresIndex(db).apply(docs.map((doc) => ({ op: 'put', doc })))

  await expect(match(index, word('plan'))).rejects.toMatchObject({ cause: { code: 'index_not_found' } })

  await done(client.createIndex(uid, { primaryKey: 'id' }))
  await done(client.index(uid).updateSettings(indexSettings))
  await done(client.index(uid).addDocuments(docs.map(indexedDocument)))

  expect(await match(index, word('plan'))).toMatchObject({ total: 2, numbers: [2, 1] })
  expect(await match(index, { kind: 'prefix', text: 'lære' })).toMatchObject({ total: 1, numbers: [3] })
  const either: QueryNode = {
    kind: 'and',
    children: [
      { kind: 'or', children: [word('plan'), word('læreplan')] },
      { kind: 'not', child: word('ingen') },
    ],
  }
  expect(await match(index, either)).toMatchObject({ total: 2, numbers: [3, 1] })
  expect(await match(index, phrase)).toMatchObject({
    total: 1,
    numbers: [1],
    notices: ['VERIFIED_ONE_BY_ONE'],
  })
  expect(await match(index, { kind: 'not', child: phrase })).toMatchObject({ total: 2, numbers: [3, 2] })
  expect(await match(index, word('finnesikke'))).toMatchObject({ total: 0, numbers: [] })

  const chosen = await match(index, { kind: 'all' }, { selected: { county: ['46'], language: ['und'] } })
  expect(chosen).toMatchObject({
    total: 1,
    numbers: [2],
    facets: {
      county: [
        { value: '03', count: 1 },
        { value: '46', count: 1 },
      ],
      language: [
        { value: 'und', count: 1 },
        { value: 'zxx', count: 1 },
      ],
      theme: [],
    },
  })
  const said = await match(index, { kind: 'all' }, { selected: { position: ['against'], tagged: ['yes'] } })
  expect(said).toMatchObject({
    ...{ total: 1, numbers: [2] },
    facets: {
      position: [
        { value: 'against', count: 1 },
        { value: 'unclear', count: 1 },
      ],
      tagged: [{ value: 'yes', count: 1 }],
    },
  })
  const window = { offset: 1, limit: 1 }
  expect(await meiliMatcher(index).newest(word('plan'), {}, scope, window)).toEqual([docs[0]?.docKey])

  const broken = await client
    .index(uid)
    .addDocuments([{ id: 'not an id' }])
    .waitTask()
  expect(broken).toMatchObject({ status: 'failed', error: { code: 'invalid_document_id' } })
  await done(client.index(uid).deleteDocuments([idOf(docs[2]?.docKey ?? '')]))
  const { results } = await client
    .index(uid)
    .getDocuments<{ id: string; rev: number }>({ fields: ['id', 'rev'] })
  expect(results.map(({ id }) => docKeyOf(id))).not.toContain(docs[2]?.docKey)

  const refused = client.multiSearch({ queries: [{ indexUid: uid, filter: 'body = "plan"' }] })
  await expect(refused).rejects.toBeInstanceOf(MeilisearchApiError)
  await done(client.deleteIndex(uid))
  server.finish()
  await end()
})

test('what Meilisearch cannot answer exactly it refuses before anything is asked', async () => {
  const { db, end } = await testDatabase()
  const index: MeiliIndex = { client: connectTo({ url: 'http://nowhere.invalid' }, 'search'), uid, db }
  const request = { query: word('plan'), candidates: word('plan'), filter: {}, facets: [] }
  const inputs = meiliMatcher(index).match({ ...request, unit: 'input' }, scope)
  await expect(inputs).rejects.toEqual(new UnsupportedQuery('unit'))
  const deep = Array.from({ length: 40 }).reduce<QueryNode>(
    (child) => ({ kind: 'not', child: { kind: 'and', children: [word('a'), child] } }),
    word('b'),
  )
  await expect(match(index, deep)).rejects.toEqual(new UnsupportedQuery('too-deep'))
  await end()
})

async function match(index: MeiliIndex, query: QueryNode, filter: MatchRequest['filter'] = {}) {
  const request = { unit: 'passage', query, candidates: query, filter, facets } as const
  const matched = await meiliMatcher(index).match(request, scope)
  return { ...matched, numbers: matched.keys.map((key) => docs.findIndex((doc) => doc.docKey === key) + 1) }
}
