import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemo } from '#app/commands/seed/seed.server.ts'
import { changedSince, closeChanges } from '#app/platform/changes/since.server.ts'
import { shownTables } from '#app/shown-tables.ts'
import { appDatabase } from '#tests/setup/app-database.ts'

const t = await appDatabase()
beforeAll(() => seedDemo(), 120_000)
afterAll(async () => {
  await closeChanges()
  await t.end()
})

const look = (before: string | null) => changedSince(before, shownTables)

/** What is gone for what these statements did, each in a transaction of its own. */
async function goneFor(...acts: string[]): Promise<'everything' | string[]> {
  const { snapshot } = await look(null)
  for (const act of acts) {
    const { count } = await t.sql.unsafe(act)
    if (count === 0) throw new Error(`Nothing was done by ${act}`)
  }
  const { gone } = await look(snapshot)
  return gone === 'everything' ? gone : [...new Set(gone.map((key) => key.replace(/^.*:/, '')))].sort()
}

const one = (table: string, where = 'true') => `ctid = (select ctid from ${table} where ${where} limit 1)`
const edited = (table: string, set: string, where?: string) =>
  `update ${table} set ${set} where ${one(table, where)}`
const words = (column: string) => `${column} = ${column} || '{"nb": "Noko anna"}'`

test('whatever a reader can see change is told of, under the part it is of', async () => {
  const texts: string[] = [
    edited('phases', words('title')),
    edited('rounds', words('title'), 'published_at is not null'),
    edited('organisers', words('role')),
    edited('strategy_members', "name = 'Noko anna'"),
    edited('strategy_links', words('title')),
    edited('documents', words('title')),
    edited('document_versions', 'adoption_case = null', 'published_at is not null and adopted_at is null'),
    edited('version_alignments', 'revision = revision + 1'),
    edited('measures', words('title')),
    edited('measure_statuses', words('note')),
    edited('meetings', words('title'), 'published_at is not null'),
    edited('findings', 'position = position + 100', 'published_at is not null'),
    edited(
      'responses',
      'published_revision = approved_revision, published_at = now()',
      'published_at is not null',
    ),
    edited('changes', words('note')),
    edited('themes', words('title')),
  ]
  for (const act of texts) expect(await goneFor(act), act).toEqual(['texts'])
  const inputs = [
    edited('citations', 'position = position + 100', 'published_at is not null'),
    edited('invitations', "extended_until = now() + interval '9 days'"),
    edited(
      'inputs',
      'withdrawn_at = now()',
      'withdrawn_at is null and id in (select input_id from input_publications)',
    ),
    edited('public_answers', "text = 'Noko anna'"),
    edited('input_publications', 'published_at = now()'),
  ]
  for (const act of inputs) expect(await goneFor(act), act).toEqual(['inputs'])
  expect(await goneFor('update taggings set removed_at = now() where removed_at is null')).toEqual(['work'])
})

test('what concerns all strategies, or none, is told of as everything', async () => {
  for (const act of [
    edited('strategies', words('summary'), 'published_at is not null'),
    edited('strategies', "slug = 'ei-anna-adresse'", 'published_at is not null'),
    edited('organisations', "name = 'Noko anna'"),
    edited('organisations', `names = '{"no": "Noko anna"}'`),
    edited('counties', "name = 'Noko anna'"),
    edited('people', "name = 'Noko anna'"),
  ])
    expect(await goneFor(act), act).toBe('everything')
})

test('what is being written, read by those who write it only, makes nothing gone', async () => {
  const { count } =
    await t.sql`update findings set published_at = null, published_revision = null, published_bands = null
    where ctid = (select ctid from findings where published_at is not null limit 1)`
  expect(count).toBe(1)
  const writing = [
    `insert into inputs (id, strategy_id, round_id, organisation_id) select gen_random_uuid(), r.strategy_id, r.id, o.id
      from rounds r cross join organisations o where not exists (
        select from inputs i where i.round_id = r.id and i.organisation_id = o.id) limit 1`,
    edited('draft_answers', 'revision = revision + 1'),
    edited('inputs', 'draft_revision = draft_revision + 1'),
    edited('findings', `${words('text')}, revision = revision + 1`),
    edited('findings', `${words('text')}, updated_at = now()`, 'published_at is not null'),
    edited('responses', `${words('reason')}, revision = revision + 1`, 'published_at is not null'),
    `insert into meetings (id, strategy_id, slug, title, intro, starts_at, ends_at)
      select gen_random_uuid(), id, 'utkast', '{}', '{}', now(), now() from strategies limit 1`,
    edited('meetings', words('title'), 'published_at is null'),
    `insert into document_versions (id, strategy_id, document_id, number, title)
      select gen_random_uuid(), strategy_id, id, 99, '{}' from documents limit 1`,
    edited('people', "locale = 'nn'"),
    edited('organisations', 'approval_required = not approval_required'),
  ]
  expect(await goneFor(...writing)).toEqual([])
})

test('a transaction that began before a look and ends after it is told of by the next', async () => {
  const held = await t.sql.reserve()
  await held`begin`
  await held.unsafe(edited('phases', words('title')))
  const first = await look(null)
  expect((await look(first.snapshot)).gone).toEqual([])
  await held`commit`
  held.release()
  expect((await look(first.snapshot)).gone).toHaveLength(2)
})

test('of a server that was started since, it is only told that everything may have changed', async () => {
  const { snapshot } = await look(null)
  const [taken = ''] = snapshot.split(' ')
  expect((await look(snapshot)).gone).toEqual([])
  expect((await look(`${taken} 1700000000.5`)).gone).toBe('everything')
})

test('of very many changes it is only told that there were', async () => {
  const { snapshot } = await look(null)
  await t.sql`insert into noted_changes (strategy_id, what)
    select gen_random_uuid(), 'rounds' from generate_series(1, 5000)`
  expect((await look(snapshot)).gone).toBe('everything')
})
