import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { searchPublished } from '#app/features/discovery/public-search.server.ts'
import { catalogue } from '#app/messages/catalogue.ts'
import { loader } from '#app/routes/public/search.tsx'
import { inputs, searchOutbox } from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import type { QueryRefusal } from '#search/query.ts'
import { appDatabase } from '../inputs/room.ts'
import { aPublicInput } from './findable.ts'

const t = appDatabase()
const plain = filtersOf(new URLSearchParams())

async function search(query: string) {
  const answer = await loader({
    request: new Request(`http://x/search?${query}`),
    params: {},
    context: {} as never,
  })
  return { status: answer.init?.status, ...answer.data }
}

// A refusal without an example here does not compile, nor does one without a sentence.
const refused: Record<QueryRefusal, string> = {
  'query-too-long': 'a'.repeat(501),
  'too-many-terms': 'a '.repeat(200),
  'too-many-open-words': '*skole '.repeat(9),
  'nothing-to-search-for': '!!!',
  'unbalanced-quotes': '"halvt sitat',
  'unbalanced-parentheses': '(skole ELLER barnehage',
  'nested-too-deep': `${'('.repeat(60)}skole${')'.repeat(60)}`,
  'operator-without-words': 'skole ELLER',
  'near-needs-two-words': 'skole NÆR/5',
  'distance-out-of-range': 'skole NÆR/50 hjem',
  'part-too-short': '*ab',
  'word-too-short': 'abc~',
  'sign-needs-one-word': '"felles løsning"*',
  'unknown-field': 'kommune:solvær',
  'unknown-language': 'språk:klingon',
  'field-without-word': 'avsender:',
}

test.for(Object.entries(refused))(
  'a search that cannot be made is answered with a sentence, and keeps what was typed: %s',
  async ([refusal, typed]) => {
    const found = await search(String(new URLSearchParams({ q: typed })))
    expect(found).toMatchObject({ status: 422, outcome: { refusal } })
    expect(found.filters.text).toBe(typed.trim())
    for (const { public: words } of [catalogue.nb, catalogue.nn])
      expect(words.search.refusal[refusal as QueryRefusal]).toMatch(/\.$/)
  },
)

test('a hit says who wrote it and leads to the answer it stands in', async () => {
  const { input, round, strategy } = await aPublicInput(t.db, 'Skyfritt nett i alle barnehager.')
  const found = await searchPublished({ ...plain, text: 'skyfritt' }, null, 'nb')
  expect(found).toMatchObject({
    total: 1,
    hits: [
      {
        senderName: 'Tindås kommune',
        path: `/strategies/${strategy.slug}/rounds/${round.slug}/inputs/${input.id}#svar-1-1`,
        fragment: { spans: [{ start: 0, end: 8 }] },
      },
    ],
  })
})

test('what may be chosen is named in the reader’s language, with how many hits it has', async () => {
  await aPublicInput(t.db, 'Lysfiber til skulen.')
  const found = await searchPublished(
    { ...plain, text: 'lysfiber', selected: { county: ['91'] } },
    null,
    'nn',
  )
  if ('refusal' in found) throw new Error(found.refusal)
  const facet = (wanted: string) => found.facets.find(({ name }) => name === wanted)?.options
  expect(facet('county')).toEqual([{ value: '91', label: 'Nordhav', count: 1, checked: true }])
  expect(found.facets.map(({ name }) => name)).not.toContain('theme')
})

test('a facet is offered only when choosing in it would change what is found', async () => {
  const { round } = await aPublicInput(t.db, 'Vindfiber til skolen.')
  const offered = async () => {
    const found = await searchPublished({ ...plain, text: 'vindfiber' }, null, 'nn')
    if ('refusal' in found) throw new Error(found.refusal)
    return found.facets
  }
  expect(await offered()).toEqual([])
  await aPublicInput(t.db, 'Mer vindfiber.')
  const [question, ...others] = await offered()
  expect(others).toEqual([])
  expect(question).toMatchObject({
    name: 'question',
    options: [{ label: `Runde ${round.number}: Kva er viktigast for dykk?`, count: 1 }, { count: 1 }],
  })
})

test('a hit withdrawn since the index was written is left out', async () => {
  const { input } = await aPublicInput(t.db, 'Månebase i fjellet.')
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await searchPublished({ ...plain, text: 'månebase' }, null, 'nb')).toMatchObject({ hits: [] })
})

test('a search within a round finds nothing outside it, and nothing at all in a round that is not there', async () => {
  const { round, strategy } = await aPublicInput(t.db, 'Ullgenser til alle.')
  const other = await aPublicInput(t.db, 'Ullgenser til noen.')
  const within = (place: { strategy: string; round: string }) =>
    searchPublished({ ...plain, text: 'ullgenser' }, place, 'nb')
  expect(await within({ strategy: strategy.slug, round: round.slug })).toMatchObject({ total: 1 })
  expect(await within({ strategy: strategy.slug, round: other.round.slug })).toMatchObject({ total: 0 })
})

test('when the index is behind, the page says how many inputs it lacks', async () => {
  const { input } = await aPublicInput(t.db, 'Kveldslys over fjorden.')
  await enqueuePassagesOf(t.db, input.id)
  const waiting = async () => {
    const found = await searchPublished({ ...plain, text: 'kveldslys' }, null, 'nb')
    return 'waiting' in found ? found.waiting : found.refusal
  }
  expect(await waiting()).toBe(0)
  await t.db.update(searchOutbox).set({ enqueuedAt: new Date(Date.now() - 60_000) })
  expect(await waiting()).toBe(1)
  await dispatchAll(t.db, postgresIndex(t.db))
  expect(await waiting()).toBe(0)
})

test('strange words in an address make a poor search, never an error', async () => {
  for (const query of [
    'page=-1&kind=%00',
    'question=nei&county=%27%3B--',
    'strategy=x&round=y',
    'lang=klingon',
  ])
    expect((await search(query)).status).toBe(200)
})
