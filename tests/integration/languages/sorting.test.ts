import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Locale, locales } from '#app/platform/locale.ts'
import { inOrderOf } from '#app/platform/name-order.server.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const names = [
  ...['Ås', 'Zorn', 'Ærfugl', 'Øyer', 'Aasen', 'Alta', 'Östra', 'Ängen'],
  ...['Čáhput', 'Cirkel', 'Šuoma', 'Sund', 'Ŧearbma', 'Ŋuorgu', 'Nord', 'Ára', 'Žiga', 'Đavvi', 'Dal'],
]

async function ordered(locale: Locale): Promise<string> {
  const rows = await t.db.execute<{ name: string }>(
    sql`select name from unnest(${sql.param(names)}::text[]) name order by name ${inOrderOf(locale)}`,
  )
  return rows.map(({ name }) => name).join(' ')
}

test('names stand as readers of the language look for them, Sámi letters beside those they are made of', async () => {
  const norwegian =
    'Alta Ára Čáhput Cirkel Dal Đavvi Nord Ŋuorgu Sund Šuoma Ŧearbma Žiga Zorn Ängen Ærfugl Östra Øyer Ås Aasen'
  expect(await ordered('nb')).toBe(norwegian)
  expect(await ordered('nn')).toBe(norwegian)
  expect(await ordered('sv')).toBe(
    'Aasen Alta Ára Čáhput Cirkel Dal Đavvi Nord Ŋuorgu Sund Šuoma Ŧearbma Žiga Zorn Ås Ängen Ærfugl Östra Øyer',
  )
  expect(await ordered('en')).toBe(
    'Aasen Ærfugl Alta Ängen Ára Ås Čáhput Cirkel Dal Đavvi Nord Ŋuorgu Östra Øyer Sund Šuoma Ŧearbma Žiga Zorn',
  )
})

test('the browser puts them in the same order as the database', async () => {
  for (const locale of locales)
    expect([locale, names.toSorted(new Intl.Collator(locale).compare).join(' ')]).toEqual([
      locale,
      await ordered(locale),
    ])
})
