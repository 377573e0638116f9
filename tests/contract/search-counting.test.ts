import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchCorpora, searchVocabulary } from '#db/schema/index.ts'
import { tokensOf } from '#search/analyser.ts'
import type { SearchDocument } from '#search/document.ts'
import { lexemesOfDocument } from '#search/lexemes.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { countWords, rarityOf, wordCounter } from '#search/vocabulary.server.ts'
import { type TestDatabase, testDatabase } from '#tests/setup/database.ts'
import { corpus, documentOf } from './corpus.ts'

const docs = corpus(200)
let connection: TestDatabase

beforeAll(async () => {
  connection = await testDatabase()
  await put(docs)
})
afterAll(() => connection?.end())

test('counting gives each lexeme the number of documents that hold it', async () => {
  await countWords(connection.db, 'staff')
  const staff = docs.filter(({ audience }) => audience === 'staff')
  const holding = new Map<string, number>()
  for (const doc of staff)
    for (const lexeme of lexemesOfDocument(doc).keys()) holding.set(lexeme, (holding.get(lexeme) ?? 0) + 1)
  const rows = await rowsOf('staff')
  for (const { lexeme, documents } of rows)
    expect([lexeme, documents]).toEqual([lexeme, holding.get(lexeme) ?? 0])
  expect(new Set(rows.map(({ lexeme }) => lexeme))).toEqual(
    new Set([...holding.keys()].filter((lexeme) => !/^[@#]/.test(lexeme))),
  )
  const rarity = await rarityOf(connection.db, 'staff', ['kommun'])
  const words = staff.map(({ body, lang }) => tokensOf(body, lang).length)
  expect(rarity.documents).toBe(staff.length)
  expect(rarity.meanLength).toBeCloseTo(words.reduce((sum, count) => sum + count, 0) / staff.length, 3)
  expect(rarity.holding.get('kommun')).toBe(holding.get('kommun'))
})

test('a word no document holds goes at the second count, unless it was learnt again in between', async () => {
  const brief = documentOf(8_040, { body: 'kortlivet gjenglemt' })
  const back = documentOf(8_041, { body: 'gjenglemt' })
  const words = async () => (await rowsOf('staff')).filter(({ lexeme }) => /^=(kort|gjen)/.test(lexeme))
  await put([brief])
  await remove([brief])
  await countWords(connection.db, 'staff')
  expect(await words()).toMatchObject([
    { lexeme: '=gjenglemt', documents: 0 },
    { lexeme: '=kortlivet', documents: 0 },
  ])
  await put([back])
  await remove([back])
  await countWords(connection.db, 'staff')
  expect(await words()).toMatchObject([{ lexeme: '=gjenglemt', documents: 0 }])
  await countWords(connection.db, 'staff')
  expect(await words()).toEqual([])
})

test('one audience is counted without touching the other', async () => {
  await connection.db
    .update(searchVocabulary)
    .set({ documents: 77 })
    .where(eq(searchVocabulary.audience, 'public'))
  await countWords(connection.db, 'staff')
  expect((await rowsOf('public')).every(({ documents }) => documents === 77)).toBe(true)
  await countWords(connection.db, 'public')
  expect((await rowsOf('public')).some(({ documents }) => documents === 77)).toBe(false)
})

test('a counter counts at its first call, and not again before much was written and some time has passed', async () => {
  await connection.db.delete(searchCorpora)
  const count = wordCounter(connection.db)
  expect(await count()).toBe(true)
  expect((await connection.db.select().from(searchCorpora)).map(({ audience }) => audience).sort()).toEqual([
    'public',
    'staff',
  ])
  expect(await count()).toBe(false)
  await connection.db.execute(sql`select nextval('search_rev') from generate_series(1, 500)`)
  expect(await count()).toBe(false)
})

async function put(written: SearchDocument[]) {
  await postgresIndex(connection.db).apply(written.map((doc) => ({ op: 'put', doc })))
}

async function remove(gone: SearchDocument[]) {
  await postgresIndex(connection.db).apply(gone.map(({ docKey, rev }) => ({ op: 'delete', docKey, rev })))
}

function rowsOf(audience: 'staff' | 'public') {
  const { lexeme, documents } = searchVocabulary
  return connection.db
    .selectDistinct({ lexeme, documents })
    .from(searchVocabulary)
    .where(eq(searchVocabulary.audience, audience))
    .orderBy(lexeme)
}
