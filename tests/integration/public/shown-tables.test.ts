import path from 'node:path'
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shownTables } from '#app/shown-tables.ts'
import { keptAnswers } from '#tests/factories/kept-answers.ts'
import { keptPages } from '#tests/factories/kept-pages.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { statementsOf } from '#tests/setup/statements.ts'

const t = await appDatabase()
afterAll(() => t.end())

/**
 * Tables whose rows do not change once a reader can come to them; what lets a reader come there is a row of a table whose
 * changes are noted.
 */
const settled: Record<string, string> = {
  paragraphs: 'frozen with the version they stand in (document_versions)',
  alignment_links: 'written together with their alignment (version_alignments)',
  finding_versions: 'only added to; which one is read is said by findings',
  response_versions: 'only added to; which one is read is said by responses',
  answers: 'frozen; read through public_answers and input_publications',
  version_attachments: 'frozen with their version (input_publications)',
  attachments: 'of a version that was sent, only their name is read',
  meeting_items: 'written together with their meeting (meetings)',
  meeting_documents: 'written together with their meeting (meetings)',
  meeting_inputs: 'written together with their meeting (meetings)',
  audit_events: 'only added to, together with the row whose change they tell of (meetings)',
  prints: 'drawn from what the page shows; a page whose file is still being drawn is not kept',
}

type Read = { id: string; parts: string[]; tables: string[] }
const read: Read[] = []
const known = new Set<string>()

beforeAll(async () => {
  const routes = flatten(await (await import('#app/routes.ts')).default)
  const shown = await keptPages(t.db)
  const pages: typeof shown = { ...shown, ...keptAnswers(shown) }
  for (const { name } of await t.sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`)
    known.add(name)
  for (const { id, file } of routes.filter((route) => /^(nb|routes\/api)\//.test(route.id))) {
    const module = (await import(/* @vite-ignore */ path.resolve('app', file))) as {
      handle?: { kept?: unknown }
      loader?: (args: LoaderFunctionArgs) => Promise<unknown>
    }
    if (!module.handle?.kept) continue
    const asked = pages[id]
    if (!asked || !module.loader)
      throw new Error(`${id} may be kept, and nobody has looked at what it reads.`)
    for (const { at, params } of asked) read.push(await readingOf(id, module.loader, at, params))
  }
}, 120_000)

test('every table that a kept page reads is noted when it changes, under a part that the page says it shows', () => {
  expect(read.length).toBeGreaterThan(20)
  for (const { id, parts, tables } of read) {
    expect(tables.length, id).toBeGreaterThan(0)
    const missed = tables.filter((table) => !settled[table] && !parts.includes(shownTables[table] ?? ''))
    expect(missed, `${id} shows ${parts}`).toEqual([])
  }
})

test('no page is gone for changes of what it does not show, and no table is watched that nobody reads', () => {
  for (const page of new Set(read.map(({ id }) => id))) {
    const ofPage = read.filter(({ id }) => id === page)
    const shown = new Set(ofPage.flatMap(({ tables }) => tables.map((table) => shownTables[table])))
    expect(
      ofPage[0]?.parts.filter((part) => !shown.has(part as never)),
      page,
    ).toEqual([])
  }
  const every = new Set(read.flatMap(({ tables }) => tables))
  expect(Object.keys(shownTables).filter((table) => !every.has(table))).toEqual([])
  expect(Object.keys(settled).filter((table) => !every.has(table))).toEqual([])
})

test('every such table has triggers that note what is added, changed and removed', async () => {
  const rows = await t.sql<{ table: string; acts: number }[]>`
    select c.relname as table, bit_or(tgtype::integer & 28)::integer as acts
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
    where f.proname like 'note\_%' and not t.tgisinternal group by c.relname`
  const noted = new Map(rows.map(({ table, acts }) => [table, acts]))
  // Bits 4, 8 and 16 of pg_trigger.tgtype. These are never removed, or are seen by others' rows when they are added.
  const [added, removed, changed] = [4, 8, 16]
  const never: Record<string, number> = {
    inputs: added | removed,
    input_versions: removed | changed,
    strategies: removed,
    people: added | removed,
  }
  for (const table of Object.keys(shownTables))
    expect((noted.get(table) ?? 0) | (never[table] ?? 0), table).toBe(added | removed | changed)
})

async function readingOf(
  id: string,
  loader: (args: LoaderFunctionArgs) => Promise<unknown>,
  at: string,
  params: Record<string, string>,
): Promise<Read> {
  // What was counted for another page is counted anew.
  Object.assign(globalThis, { innspillKept: undefined })
  const context = { nonce: '', code: '', signInFlooded: false, drawnFrom: new Date() }
  const said = await statementsOf(() =>
    loader({ request: new Request(`http://x.test${at}`), params, context }),
  )
  const { kept } = context as { kept?: { keys: string[] } }
  if (!kept) throw new Error(`${id} was not kept at ${at}`)
  const tables = new Set<string>()
  // What keeps the page asks when it ends; that is no part of what it shows.
  for (const statement of said.filter((text) => !/pg_catalog|with chosen as/.test(text)))
    for (const table of await tablesOf(statement)) tables.add(table)
  return { id, parts: kept.keys.map((key) => key.split(':')[1] ?? ''), tables: [...tables].sort() }
}

/** The tables a statement reads: those its plan reads, and those it names, whatever the plan makes of them. */
async function tablesOf(statement: string): Promise<string[]> {
  const found = new Set<string>()
  const [plan] = await t.sql.unsafe(`explain (generic_plan, format json) ${statement}`)
  JSON.stringify(plan, (key, value) => {
    if (key === 'Relation Name') found.add(value)
    return value
  })
  for (const [, name = ''] of statement.matchAll(/\b(?:from|join)\s+"?([a-z_]+)"?/gi))
    if (known.has(name) && !new RegExp(`\\b${name}\\b[^(]{0,40}\\bas (materialized )?\\(`).test(statement))
      found.add(name)
  return [...found]
}

function flatten(entries: RouteConfigEntry[]): { id: string; file: string }[] {
  return entries.flatMap((entry) => [
    { id: entry.id ?? entry.file.replace(/\.tsx?$/, ''), file: entry.file },
    ...flatten(entry.children ?? []),
  ])
}
