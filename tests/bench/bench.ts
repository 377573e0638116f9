import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '#app/commands/migration.server.ts'
import { seedDemo } from '#app/commands/seed/seed.server.ts'
import { config, rememberDatabase } from '#app/platform/config.server.ts'
import { closeDatabase, database } from '#app/platform/database.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { measureAutosave, writingScriptKb } from './autosave.ts'
import { measureChain } from './chain.ts'
import { measureFreshness } from './freshness.ts'
import { measureLargeActs } from './large-acts.ts'
import { prepareLookups } from './lookup.ts'
import { perSecond, sideBySide } from './measure.ts'
import { measureMixedPages } from './mixed-pages.ts'
import { measurePages } from './pages.ts'
import { findPgbench, pgbench } from './pgbench.ts'
import { measureSearchQuality } from './search-quality.ts'
import { measureSearchSpeed } from './search-speed.ts'
import { prepareSubmissions } from './submission.ts'
import { measureTables } from './tables.ts'
import { measureTagging, readingScriptKb } from './tagging.ts'
import { measureVitals } from './vitals.ts'

// Ratios of things measured side by side in one run: absolute figures depend on the machine, ratios hardly.
// A Postgres of its own, with fsync on, so that a commit costs what it costs in earnest.
const rounds = 5
const seconds = 2
const report: Record<string, unknown> = {}
const notes: Record<string, string> = {}
const round2 = (ratio: number) => Math.round(ratio * 100) / 100

const { values: options, positionals } = parseArgs({
  options: { json: { type: 'string' }, data: { type: 'string' }, 'commit-ms': { type: 'string' } },
  allowPositionals: true,
})
const subjects: Record<string, () => Promise<void>> = {
  lookup: measureLookups,
  submission: measureSubmissions,
  autosave: async () => {
    Object.assign(report, await measureAutosave(database().db), { writingScriptKb: writingScriptKb() })
  },
  search: async () => {
    const measured = await measureSearchSpeed(database().db)
    Object.assign(report, measured.report)
    Object.assign(notes, measured.notes)
  },
  tables: async () => {
    const measured = await measureTables(database().db, server.url)
    Object.assign(report, measured.report)
    Object.assign(notes, measured.notes)
  },
  tagging: async () => {
    Object.assign(report, await measureTagging(database().db), { readingScriptKb: readingScriptKb() })
  },
  acts: async () => {
    Object.assign(report, await measureLargeActs(database().db))
  },
  chain: async () => {
    const measured = await measureChain(database().db, server.url)
    Object.assign(report, measured.report)
    Object.assign(notes, measured.notes)
  },
  freshness: async () => {
    const { meilisearch } = config()
    report.freshness = await measureFreshness(database().db)
    report.freshnessMeilisearch = meilisearch
      ? await measureFreshness(database().db, { settings: meilisearch })
      : null
    if (!meilisearch) notes.freshnessMeilisearch = 'no Meilisearch server was at hand (MEILI_URL)'
  },
  pages: async () => {
    // Loading it closes the pool.
    await seedDemo()
    const measured = await measurePages(database().db, server.url)
    Object.assign(report, measured.report)
    Object.assign(notes, measured.notes)
  },
  vitals: async () => {
    await seedDemo()
    const measured = await measureVitals(database().db, server.url)
    Object.assign(report, measured.report)
    Object.assign(notes, measured.notes)
  },
  'mixed-pages': async () => {
    await seedDemo()
    const measured = await measureMixedPages(database(), server.url)
    Object.assign(report, measured.report)
    Object.assign(notes, measured.notes)
  },
  'search-quality': async () => {
    Object.assign(report, await measureSearchQuality(database().db, options.data))
  },
}
const usual = ['lookup', 'submission', 'autosave', 'tagging', 'search']
const chosen = positionals.length > 0 ? positionals : usual
const unknown = chosen.filter((subject) => !subjects[subject])
if (unknown.length > 0) throw new Error(`Not measured here: ${unknown}. One of ${Object.keys(subjects)}.`)

const directory = mkdtempSync(path.join(tmpdir(), 'innspill-bench-'))
// A local disk may commit in 0.2 ms, and then all else weighs more; `--commit-ms 5` is a disk across a network.
const commitMs = Number(options['commit-ms'] ?? 0)
const flags = commitMs > 0 ? ['-c', `commit_delay=${commitMs * 1000}`, '-c', 'commit_siblings=0'] : []
if (commitMs > 0) notes.commitMs = `every commit waited ${commitMs} ms before it was written`
const server = await startEmbedded({ dataDir: path.join(directory, 'postgres'), flags })
try {
  rememberDatabase(server.url)
  await migrate()
  for (const subject of chosen) await subjects[subject]?.()
} finally {
  await closeDatabase()
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
}
if (Object.keys(notes).length > 0) report.notes = notes
const json = JSON.stringify(report, null, 2)
console.log(json)
if (options.json) writeFileSync(options.json, `${json}\n`)
process.exit()

async function measureLookups() {
  const { throughDataLayer, raw } = await prepareLookups(database())
  const speed = await sideBySide(rounds, {
    layer: () => perSecond(seconds * 500, 1, throughDataLayer),
    raw: () => perSecond(seconds * 500, 1, raw),
  })
  console.log(`key look-ups/s: ${speed.layer.toFixed(0)} through the data layer, ${speed.raw.toFixed(0)} raw`)
  report.T5 = round2(speed.layer / speed.raw)
}

async function measureSubmissions() {
  const { submitOne, sameRows, sameSteps, floor } = await prepareSubmissions(database())
  const tool = findPgbench()
  const ms = seconds * 1000
  const ours = { submit1: () => perSecond(ms, 1, submitOne), submit10: () => perSecond(ms, 10, submitOne) }
  if (!tool) {
    const one = () => database().sql`insert into bench_floor (at) values (now())`
    const speed = await sideBySide(rounds, {
      ...ours,
      floor1: () => perSecond(ms, 1, one),
      floor10: () => perSecond(ms, 10, one),
    })
    report.T8 = null
    notes.T8 = 'pgbench is not installed; it comes with the system package of the PostgreSQL server'
    notes.T9 = 'the single-row commit was measured through the same driver, for want of pgbench'
    report.T9 = round2(speed.submit1 / speed.floor1)
    report.T9c10 = round2(speed.submit10 / speed.floor10)
    return
  }
  const speed = await sideBySide(rounds, {
    ...ours,
    same1: async () => pgbench(tool, server.url, sameRows, 1, seconds),
    same10: async () => pgbench(tool, server.url, sameRows, 10, seconds),
    steps1: async () => pgbench(tool, server.url, sameSteps, 1, seconds),
    floor1: async () => pgbench(tool, server.url, floor, 1, seconds),
    floor10: async () => pgbench(tool, server.url, floor, 10, seconds),
  })
  const shown = Object.entries(speed).map(([name, tps]) => `${name} ${tps.toFixed(0)}`)
  console.log(`transactions/s: ${shown.join(', ')}`)
  report.T8 = round2(speed.submit1 / speed.same1)
  report.T8steps = round2(speed.submit1 / speed.steps1)
  notes.T8steps = 'as T8, but pgbench also takes the locks and reads the draft, a statement at a time'
  report.T9 = round2(speed.submit1 / speed.floor1)
  report.T9c10 = round2(speed.submit10 / speed.floor10)
  report.T9bound = round2(speed.same1 / speed.floor1)
  report.T9c10bound = round2(speed.same10 / speed.floor10)
  notes.T9bound =
    'what pgbench itself reaches of the single-row commit with the rows of a submission, at 1 connection'
  notes.T9c10bound = 'the same at 10 connections'
}
