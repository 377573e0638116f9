import { randomBytes } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pause } from '#db/embedded/process.server.ts'
import { grantToProduct } from '#db/grants.server.ts'
import { type TestDatabase, testDatabase } from '#tests/setup/database.ts'
import { type Served, serve } from '#tests/setup/served.ts'

const role = `product_${randomBytes(4).toString('hex')}`
let database: TestDatabase
let superuser: Sql
let productUrl: string
let product: Sql
let served: Served

beforeAll(async () => {
  database = await testDatabase()
  const at = new URL(database.url)
  at.username = 'postgres'
  superuser = postgres(at.href, { max: 1, onnotice: () => {} })
  await superuser.unsafe(`create role ${role} login password 'hemmeleg'`)
  // What pg-boss made belongs to whoever made it: here, as in an installation, to the product itself.
  await superuser`drop schema pgboss cascade`
  at.username = role
  at.password = 'hemmeleg'
  productUrl = at.href
  await grantToProduct(database.url, productUrl)
  await grantToProduct(database.url, productUrl)
  product = postgres(productUrl, { max: 1, onnotice: () => {} })
  served = await serve({
    DATABASE_URL: productUrl,
    DATABASE_OWNER_URL: database.url,
    DEMO: '1',
    WORKER: 'on',
  })
}, 120_000)

afterAll(async () => {
  await served?.stop()
  await product?.end()
  await superuser?.unsafe(`drop owned by ${role} cascade`)
  await superuser?.unsafe(`drop role ${role}`)
  await superuser?.end()
  await database?.end()
})

test.each([
  'update audit_events set type = type',
  'delete from audit_events',
  'truncate audit_events',
  'alter table audit_events disable trigger all',
  'drop table audit_events cascade',
  'grant update on audit_events to current_user',
  'delete from input_versions',
  'truncate answers',
  'update theme_events set reason = null',
])('the role the product runs as may not «%s»', async (statement) => {
  const refused = await product.unsafe(statement).then(
    () => 'done',
    ({ code }: { code: string }) => code,
  )
  // Either it is refused, or (granting what one does not have) nothing is granted.
  const [may] =
    await product`select has_table_privilege('audit_events', 'update, delete, truncate') as changed`
  expect([refused === '42501' || statement.startsWith('grant'), may?.changed]).toEqual([true, false])
})

test('whoever owns the tables is refused to empty, change or delete what is on record', async () => {
  for (const statement of ['truncate audit_events', 'truncate audit_events cascade'])
    await expect(database.sql.unsafe(statement)).rejects.toThrow('append-only')
})

test('the product starts, seeds its demo and serves pages as that role', async () => {
  const { origin } = served
  expect((await fetch(`${origin}/`)).status).toBe(200)
  expect((await (await fetch(`${origin}/health`)).text()).length).toBeGreaterThan(0)
  const [seen] = await product<{ n: number }[]>`select count(*)::int as n from audit_events`
  expect(seen?.n).toBeGreaterThan(0)
})

test('the worker does all it hears of as that role', async () => {
  const left = async () => {
    const [row] = await product<{ n: number }[]>`
      select (select count(*) from event_outbox)::int
        + (select count(*) from pgboss.job where state in ('created', 'retry', 'active'))::int as n`
    return row?.n
  }
  for (const end = Date.now() + 60_000; (await left()) !== 0 && Date.now() < end; ) await pause(100)
  expect(await left()).toBe(0)
  const [failed] = await product<
    { n: number }[]
  >`select count(*)::int as n from pgboss.job where state = 'failed'`
  expect(failed?.n).toBe(0)
  expect(served.output()).not.toMatch(/permission denied|42501/)
}, 90_000)
