import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { searchPublished } from '#app/features/discovery/public-search.server.ts'
import { catalogue } from '#app/messages/catalogue.ts'
import { loader } from '#app/routes/public/search.tsx'
import { counties, inputs, searchOutbox, strategies } from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

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

async function aPublicInput(text: string) {
  await t.db.insert(counties).values({ number: '91', name: 'Nordhav' }).onConflictDoNothing()
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const sender = await anOrganisation(t.db, { name: 'Tindås kommune' })
  const sent = await aSubmittedInput(t.db, round, sender, { [asked?.id ?? '']: text }, { senderCounty: '91' })
  await publish(t.db, sent, (await aPerson(t.db)).id)
  await enqueuePassagesOf(t.db, sent.input.id)
  await dispatchAll(t.db, postgresIndex(t.db))
  const strategy = only(await t.db.select().from(strategies).where(eq(strategies.id, round.strategyId)))
  return { ...sent, round, strategy }
}

test('a search that cannot be made is answered with a sentence, and keeps what was typed', async () => {
  for (const [query, refusal] of [
    ['q=%22halvt+sitat', 'unbalanced-quotes'],
    [`q=${'a+'.repeat(65)}`, 'too-many-terms'],
    [`q=${'a'.repeat(501)}`, 'query-too-long'],
    ['q=!!!', 'nothing-to-search-for'],
  ] as const) {
    const found = await search(query)
    expect(found).toMatchObject({ status: 422, outcome: { refusal } })
    expect(found.filters.text).toBe(new URLSearchParams(query).get('q')?.trim())
    expect(catalogue.nb.public.search.refusal[refusal]).toMatch(/\.$/)
    expect(catalogue.nn.public.search.refusal[refusal]).toMatch(/\.$/)
  }
})

test('a hit says who wrote it and leads to the answer it stands in', async () => {
  const { input, round, strategy } = await aPublicInput('Skyfritt nett i alle barnehager.')
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
  await aPublicInput('Lysfiber til skulen.')
  const found = await searchPublished(
    { ...plain, text: 'lysfiber', selected: { county: ['91'] } },
    null,
    'nn',
  )
  if ('refusal' in found) throw new Error(found.refusal)
  const facet = (wanted: string) => found.facets.find(({ name }) => name === wanted)?.options
  expect(facet('county')).toEqual([{ value: '91', label: 'Nordhav', count: 1, checked: true }])
  expect(facet('organisationKind')).toMatchObject([{ label: 'Kommune', count: 1 }])
  expect(facet('question')).toMatchObject([{ label: expect.stringContaining('Kva er viktigast for dykk?') }])
  expect(found.facets.map(({ name }) => name)).not.toContain('theme')
})

test('a hit withdrawn since the index was written is left out', async () => {
  const { input } = await aPublicInput('Månebase i fjellet.')
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await searchPublished({ ...plain, text: 'månebase' }, null, 'nb')).toMatchObject({ hits: [] })
})

test('a search within a round finds nothing outside it, and nothing at all in a round that is not there', async () => {
  const { round, strategy } = await aPublicInput('Ullgenser til alle.')
  const other = await aPublicInput('Ullgenser til noen.')
  const within = (place: { strategy: string; round: string }) =>
    searchPublished({ ...plain, text: 'ullgenser' }, place, 'nb')
  expect(await within({ strategy: strategy.slug, round: round.slug })).toMatchObject({ total: 1 })
  expect(await within({ strategy: strategy.slug, round: other.round.slug })).toMatchObject({ total: 0 })
})

test('when the index is behind, the page says how many inputs it lacks', async () => {
  const { input } = await aPublicInput('Kveldslys over fjorden.')
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
