import { afterAll, expect, test } from 'vitest'
import { runMigrations } from '#db/migrate.server.ts'
import { testDatabase } from '#tests/setup/database.ts'

const database = await testDatabase()
afterAll(database.end)

test('migrations that start at the same time are applied once', async () => {
  const { sql } = database
  const before = await sql`select hash from drizzle.__drizzle_migrations order by hash`
  await sql`drop schema public cascade`
  await sql`create schema public`
  await sql`drop schema drizzle cascade`
  await Promise.all([runMigrations(database.url), runMigrations(database.url), runMigrations(database.url)])
  const after = await sql`select hash from drizzle.__drizzle_migrations order by hash`
  expect(after.map((row) => row.hash)).toEqual(before.map((row) => row.hash))
  expect(after.length).toBeGreaterThan(0)
})

test('a migration that was passed over is refused, not ignored', async () => {
  const { sql } = database
  await sql`update drizzle.__drizzle_migrations set hash = 'another' where id = 1`
  await expect(runMigrations(database.url)).rejects.toThrow('Migrations were not applied')
})

test('two clones of the template do not see each other', async () => {
  const other = await testDatabase()
  await other.sql`create table only_here ()`
  const found = await database.sql`select to_regclass('only_here') as found`
  expect(found[0]?.found).toBeNull()
  await other.end()
})
