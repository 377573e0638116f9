import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fold, wordsOf } from '#search/analyser.ts'
import type { SearchDocument } from '#search/document.ts'
import { editDistance } from '#search/edit-distance.ts'
import { replaceOpen, suggest } from '#search/expansion.server.ts'
import { type AccessScope, publicScope, staffScope } from '#search/port.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { postgresMatcher } from '#search/postgres/matching.server.ts'
import { parseQuery } from '#search/query.ts'
import { searchWith } from '#search/search.server.ts'
import type { QueryNode, TypedQuery } from '#search/tree.ts'
import { type TestDatabase, testDatabase } from '#tests/setup/database.ts'
import { corpus, documentOf, inScope, strategyIds, vocabulary } from './corpus.ts'

const [first, second, third] = strategyIds
const random = corpus(200)
const own = [
  'Kommunen må bygge grunnskole og barneskole på Ålesund. Skoleeier svarer',
  'Kommunen, kommuner og KOMMUNENE i Møre',
].map((body, at) => documentOf(8_000 + at, { body, strategyId: third }))
const secret = documentOf(8_010, { body: 'Kommunedirektøren Hemmeligsen og kommunen', strategyId: second })
const masked = documentOf(8_011, {
  body: 'Navnet er maskert i kommunen',
  audience: 'public',
  strategyId: second,
})
const docs = [...random, ...own, secret, masked]
let connection: TestDatabase

beforeAll(async () => {
  connection = await testDatabase()
  await put(docs)
})
afterAll(() => connection?.end())

test('a misspelt word stands for the words a letter or two away, a swap first, and for itself', async () => {
  const { query, expansions, bounded } = await expanded('kommnuen~', scopeOf(third))
  expect(expansions).toEqual([{ text: 'kommnuen', kind: 'fuzzy', words: ['kommunen', 'kommun'], more: 0 }])
  expect(bounded).toBe(false)
  expect(query).toEqual({
    kind: 'or',
    children: [inflected('kommnuen'), { kind: 'or', children: [exact('kommunen'), exact('kommun')] }],
  })
})

test('a part of a word stands for the words that contain it, and for nothing when there are none', async () => {
  const { query, expansions } = await expanded('*skole*', scopeOf(third))
  expect(formsIn(query)).toEqual(expect.arrayContaining(['barneskole', 'grunnskole', 'skoleeier']))
  expect(expansions[0]).toMatchObject({ text: 'skole', kind: 'infix' })
  expect((await expanded('*finnesikke*', scopeOf(third))).query).toEqual({ kind: 'or', children: [] })
})

test('a word stands for its compounds too, whichever form of it is typed', async () => {
  for (const typed of ['skole', 'skolene']) {
    const { query, expansions } = await expanded(typed, scopeOf(third), { compounds: true })
    expect(formsIn(query)).toEqual(expect.arrayContaining(['barneskole', 'grunnskole', 'skoleeier']))
    expect(formsIn(query)).not.toContain('skolen')
    expect(query).toMatchObject({ kind: 'or', children: [inflected(typed), { kind: 'or' }] })
    expect(expansions).toContainEqual(expect.objectContaining({ text: typed, kind: 'compound' }))
  }
  expect((await expanded('møre', scopeOf(third), { compounds: true })).query).toEqual(inflected('møre'))
})

test('the other forms of a word looked for are named, not those of a word that is not wanted', async () => {
  const { expansions } = await search(parsed('kommune -skole "kommuner"'), scopeOf(third))
  const [named, ...others] = expansions
  expect(others).toEqual([])
  expect(named).toMatchObject({ text: 'kommune', kind: 'inflection' })
  expect(named?.words).toContain('kommuner')
  expect(named?.words).not.toContain('kommune')
  expect((await search(parsed('grunnskoler'), scopeOf(third))).expansions[0]?.words).toEqual(['grunnskole'])
})

test('words are named as the texts spell them', async () => {
  expect((await expanded('aalesunf~', scopeOf(third))).expansions[0]?.words).toEqual(['ålesund'])
  expect(await suggest(connection.db, parsed('alesund'), scopeOf(third))).toEqual([
    { word: 'alesund', instead: 'ålesund' },
  ])
})

test('a word nobody has written is answered with the nearest that somebody has', async () => {
  const ask = (typed: string, scope: AccessScope) => suggest(connection.db, parsed(typed), scope)
  expect(await ask('grunskole kommune xyz "kommnuen" -byge', scopeOf(third))).toEqual([
    { word: 'grunskole', instead: 'grunnskole' },
  ])
  expect(await ask('hemmeligsem', scopeOf(second))).toEqual([{ word: 'hemmeligsem', instead: 'hemmeligsen' }])
  expect(await suggest(connection.db, inflected('§§§§'), scopeOf(second))).toEqual([])
})

test('a word that only others may read is never named, suggested or searched for', async () => {
  for (const scope of [scopeOf(third), scopeOf(first), publicScope()]) {
    const { query, expansions } = await expanded('hemmeligsem~ *hemmelig* kommunedirektør', scope)
    expect(formsIn(query)).toEqual([])
    expect(expansions).toEqual([])
    expect(await suggest(connection.db, parsed('hemmeligsem'), scope)).toEqual([])
  }
  expect(formsIn((await expanded('hemmeligsem~', scopeOf(second))).query)).toEqual(['hemmeligsen'])
})

test('a word is found in scope however many documents out of scope hold it', async () => {
  const elsewhere = Array.from({ length: 250 }, (_, at) =>
    documentOf(8_100 + at, { body: 'fellesordet', strategyId: second }),
  )
  const here = documentOf(8_400, { body: 'Fellesordet', strategyId: third })
  await put(elsewhere)
  await put([here])
  for (const [scope, wanted] of [
    [scopeOf(third), ['fellesordet']],
    [scopeOf(first), []],
  ] as const) {
    expect(formsIn((await expanded('*fellesord*', scope)).query)).toEqual(wanted)
    expect(await suggest(connection.db, parsed('felesordet'), scope)).toHaveLength(wanted.length)
    expect(await suggest(connection.db, parsed('fellesordet'), scope)).toEqual([])
  }
  await remove([...elsewhere, here])
})

test('whatever is asked, every word given is in a document of the scope as it is now', async () => {
  const gone = documentOf(8_020, { body: 'skolebarn digitaliser kommunestyret', strategyId: first })
  await put([gone])
  await remove([gone])
  const mangled = fc
    .tuple(fc.constantFrom(...vocabulary), fc.nat(), fc.constantFrom('', 'x'))
    .map(([word, place, letter]) => {
      const at = place % word.length
      return word.slice(0, at) + letter + word.slice(at + 1)
    })
  const sign = fc.constantFrom(
    (word: string) => word,
    (word: string) => `${word}~`,
    (word: string) => `*${word.slice(0, 4)}*`,
  )
  const typed = fc.array(
    fc.tuple(mangled, sign).map(([word, signed]) => signed(word)),
    { maxLength: 3 },
  )
  const scopes = [scopeOf(first), scopeOf(second, third), publicScope()]
  let given = 0
  await fc.assert(
    fc.asyncProperty(typed, fc.constantFrom(...scopes), fc.boolean(), async (words, scope, compounds) => {
      const outcome = parseQuery(words.join(' '), { compounds })
      if (!('query' in outcome)) return
      const texts = docs.filter((doc) => inScope(scope, doc)).map(({ body }) => body)
      const spelt = new Set(texts.flatMap((text) => wordsOf(text).map((word) => word.text)))
      const forms = new Set([...spelt].map(fold))
      const { query } = await replaceOpen(connection.db, outcome.query, scope)
      const { expansions } = await search(outcome.query, scope)
      for (const form of formsIn(query)) expect(forms).toContain(form)
      const named = expansions.flatMap((expansion) => expansion.words)
      const suggested = await suggest(connection.db, outcome.query, scope)
      for (const word of [...named, ...suggested.map(({ instead }) => instead)]) expect(spelt).toContain(word)
      given += formsIn(query).length + named.length + suggested.length
    }),
    { numRuns: 200 },
  )
  expect(given).toBeGreaterThan(100)
})

test('a misspelt word stands for every word that is near enough', async () => {
  const scope = scopeOf(first, second, third)
  const texts = docs.filter((doc) => inScope(scope, doc)).map(({ body }) => body)
  const forms = [...new Set(texts.flatMap((text) => wordsOf(text).map((word) => fold(word.text))))]
  for (const asked of ['skola', 'skoler', 'komunen', 'municipalties', 'laereplaner', 'kommunenes']) {
    const most = asked.length > 6 ? 2 : 1
    const near = forms.filter((form) => form !== asked && editDistance(form, asked, most) <= most)
    const { query } = await expanded(`${asked}~`, scope)
    expect(formsIn(query).sort()).toEqual(near.sort())
    expect(near).not.toEqual([])
  }
})

test('at most 50 words are searched for in place of one, and the reader is told', async () => {
  const letters = Array.from('abcdefgh')
  const many = letters.flatMap((a) => letters.map((b) => `mangfoldig${a}${b}`))
  const doc = documentOf(8_030, { body: many.join(' '), strategyId: third })
  await put([doc])
  const { query, expansions, bounded } = await expanded('*mangfoldig*', scopeOf(third))
  expect(formsIn(query)).toHaveLength(50)
  expect(expansions[0]?.words).toHaveLength(6)
  expect(expansions[0]?.more).toBe(44)
  expect(bounded).toBe(true)
  await remove([doc])
})

async function put(written: SearchDocument[]) {
  await postgresIndex(connection.db).apply(written.map((doc) => ({ op: 'put', doc })))
}

async function remove(gone: SearchDocument[]) {
  await postgresIndex(connection.db).apply(gone.map(({ docKey, rev }) => ({ op: 'delete', docKey, rev })))
}

function expanded(typed: string, scope: AccessScope, reading: { compounds?: boolean } = {}) {
  return replaceOpen(connection.db, parsed(typed, reading), scope)
}

function parsed(typed: string, reading: { compounds?: boolean } = {}): TypedQuery {
  const outcome = parseQuery(typed, reading)
  if (!('query' in outcome)) throw new Error(outcome.refusal)
  return outcome.query
}

/** The words a query asks for as written. */
function formsIn(query: QueryNode): string[] {
  if (query.kind === 'and' || query.kind === 'or') return query.children.flatMap(formsIn)
  if (query.kind === 'not') return formsIn(query.child)
  return query.kind === 'term' && query.match === 'exact' ? [query.text] : []
}

function inflected(text: string): QueryNode {
  return { kind: 'term', text, match: 'inflected' }
}

function exact(text: string): QueryNode {
  return { kind: 'term', text, match: 'exact' }
}

function scopeOf(...ids: string[]): AccessScope {
  const scope = staffScope(ids)
  if (!scope) throw new Error('no strategies')
  return scope
}

function search(query: TypedQuery, scope: AccessScope) {
  const page = { number: 1, size: 5 }
  const port = searchWith(connection.db, postgresMatcher(connection.db))
  return port.search({ unit: 'passage', query, facets: [], page }, scope)
}
