import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { sql } from 'drizzle-orm'
import { readSenders, readTable } from '#app/features/tables/counted.server.ts'
import { OWN_TABLES, tableAddress } from '#app/features/tables/table-key.ts'
import type { Database } from '#db/client.server.ts'
import { serve } from '#tests/setup/served.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { backendMs } from './backend-time.ts'
import { median } from './measure.ts'
import { type MadeSize, madeRound } from './round-corpus.ts'

const ten: MadeSize = { inputs: 10, passagesPerInput: 1, questions: 3, themes: 4 }
const tenThousand: MadeSize = { ...ten, inputs: 10_000 }
const hundredPassages: MadeSize = { inputs: 50, passagesPerInput: 2, questions: 6, themes: 12 }
const tenThousandPassages: MadeSize = { ...hundredPassages, inputs: 5_000 }
/** 20,000 inputs × 30 questions with 60,000 passages. */
const large: MadeSize = { inputs: 20_000, passagesPerInput: 3, questions: 30, themes: 24 }

type Made = Awaited<ReturnType<typeof madeRound>>
type Loader = (args: LoaderFunctionArgs) => Promise<unknown>
type Page = { name: string; at: string; route: string; params: Record<string, string> }

/** The workbench's pages of lists and numbers, as one round has them. */
function pagesOf({ round, questions, themes }: Made): Page[] {
  const base = `/workbench/rounds/${round.id}`
  const keys = [
    ...OWN_TABLES,
    tableAddress({ kind: 'question', questionId: questions[1]?.id ?? '' }),
    tableAddress({ kind: 'question-positions', questionId: questions[0]?.id ?? '' }),
    tableAddress({ kind: 'theme-positions', themeId: themes[0]?.id ?? '' }),
  ]
  const inRound = (name: string, rest: string, route: string, more = {}) => ({
    ...{ name, at: base + rest, route, params: { round: round.id, ...more } },
  })
  const cell = '?row=municipality&column=answered'
  return [
    inRound('inputs', '', 'round'),
    inRound('progress', '/progress', 'progress'),
    inRound('assignments', '/assignments', 'assignments'),
    { name: 'queue', at: '/workbench/queue', route: 'queue', params: {} },
    { name: 'overview', at: '/workbench', route: 'overview', params: {} },
    inRound('tables', '/tables', 'tables'),
    ...keys.map((table) => inRound(named(table), `/tables/${table}`, 'table', { table })),
    inRound('senders', `/tables/received/senders${cell}`, 'table-senders', { table: 'received' }),
  ]
}

const named = (table: string) => `table ${table.replace(/-[0-9a-f-]{36}$/, '')}`

const noBuild = 'there is no build: npm run build first'

type Measured = { report: Record<string, number | null>; notes: Record<string, string> }

/** T6, T7, and the slowest table of a large round. */
export async function measureTables(db: Database, databaseUrl: string): Promise<Measured> {
  const missing = existsSync(builtServer) ? null : { T6: null, T6most: null, T7: null, T7changed: null }
  const queries = missing ? { report: missing, notes: {} } : await countQueries(db, databaseUrl)
  const speed = missing ? { report: {}, notes: { T7: noBuild } } : await pageTimes(db, databaseUrl)
  const slowest = await slowestTable(db)
  return {
    report: { ...queries.report, ...speed.report, ...slowest.report },
    notes: {
      ...{ ...queries.notes, ...speed.notes, ...slowest.notes },
      load: `the machine's load was ${loadavg()
        .map((load) => load.toFixed(1))
        .join(', ')} (1, 5 and 15 minutes)`,
    },
  }
}

// The routes as they are built: what is not built cannot be asked outside the browser's tools.
const builtServer = path.resolve('build/server/index.js')

async function builtLoaders(databaseUrl: string): Promise<(route: string) => Loader> {
  // The build has its own copy of the settings, and shares the pool.
  process.env.DATABASE_URL = databaseUrl
  const { routes } = (await import(pathToFileURL(builtServer).href)) as Built
  return (route) => {
    const loader = routes[`routes/workbench/${route}`]?.module.loader
    if (!loader) throw new Error(`No such page: ${route}`)
    return loader
  }
}

type Built = { routes: Record<string, { module: { loader?: Loader } }> }

async function countQueries(db: Database, databaseUrl: string): Promise<Measured> {
  const loaderOf = await builtLoaders(databaseUrl)
  /** All a document request asks the database: who is asking once, the frame and the page. */
  const queriesOf = async ({ at, route, params }: Page, cookie: string): Promise<number> => {
    const request = new Request(`http://innspill.test${at}`, { headers: { cookie } })
    const args = { request, params, context: {} as never }
    const loaders = ['layout', route].map((name) => loaderOf(name)(args))
    const said = await statementsOf(() => Promise.all(loaders))
    // What the driver asks once for each connection is no part of a page.
    return said.filter((text) => !text.includes('pg_catalog.pg_type')).length
  }
  const [few, many] = [await madeRound(db, ten), await madeRound(db, tenThousand)]
  const counted: { name: string; few: number; many: number }[] = []
  const [cookieOfFew, cookieOfMany] = [
    await cookieOf(db, few.staff.personId),
    await cookieOf(db, many.staff.personId),
  ]
  const pages = pagesOf(many)
  // The first request of a young session also prolongs it.
  const young: Page = { name: 'layout', at: '/workbench', route: 'layout', params: {} }
  for (const cookie of [cookieOfFew, cookieOfMany]) await queriesOf(young, cookie)
  for (const [at, page] of pagesOf(few).entries()) {
    const large = pages[at]
    if (!large) continue
    // Asked for the first time everything is counted; the second time some of it is known.
    for (const turn of ['first', 'again']) {
      const here = { few: await queriesOf(page, cookieOfFew), many: await queriesOf(large, cookieOfMany) }
      counted.push({ name: `${page.name} ${turn}`, ...here })
    }
  }
  console.log(`queries: ${counted.map(({ name, few, many }) => `${name} ${few}/${many}`).join(', ')}`)
  const ratios = counted.map(({ few, many }) => many / few)
  const most = counted.reduce((worst, one) => (one.many > worst.many ? one : worst))
  return {
    report: { T6: round2(Math.max(...ratios)), T6most: most.many },
    notes: { T6most: `the page with most queries at 10,000 rows: ${most.name}` },
  }
}

/** Time of each page at 10,000 passages over that at 100: nothing changed since it was last asked for, and after a tagging. */
async function pageTimes(db: Database, databaseUrl: string): Promise<Measured> {
  const [small, large] = [await madeRound(db, hundredPassages), await madeRound(db, tenThousandPassages)]
  const served = await serve({ DATABASE_URL: databaseUrl, WORKER: 'off', DEMO: '0' })
  try {
    const cookies = await Promise.all([small, large].map(({ staff }) => cookieOf(db, staff.personId)))
    const fetched = async (page: Page | undefined, cookie = '') => {
      const began = performance.now()
      const response = await fetch(served.origin + page?.at, { headers: { cookie } })
      await response.text()
      if (response.status !== 200) throw new Error(`${page?.name}: ${response.status}`)
      return performance.now() - began
    }
    const quickest = async (turns: number, pages: (Page | undefined)[], before: (of: Made) => unknown) => {
      const times: [number[], number[]] = [[], []]
      for (let turn = 0; turn < turns; turn++) {
        for (const at of [0, 1] as const) {
          await before(at === 0 ? small : large)
          times[at].push(await fetched(pages[at], cookies[at]))
        }
      }
      // Whatever else the machine does only adds.
      return times.map((all) => Math.min(...all.slice(2))) as [number, number]
    }
    const measured: { name: string; same: [number, number]; changed: [number, number] }[] = []
    const pages = pagesOf(large)
    for (const [at, page] of pagesOf(small).entries()) {
      const both = [page, pages[at]]
      const same = await quickest(14, both, () => {})
      const changed = await quickest(8, both, (of) => tagOnce(db, of))
      measured.push({ name: page.name, same, changed })
    }
    const shown = (which: 'same' | 'changed') =>
      measured.map((one) => `${one.name} ${one[which].map((ms) => ms.toFixed(0)).join('/')}`).join(', ')
    console.log(`page ms at 100/10,000 passages: ${shown('same')}`)
    console.log(`the same after a tagging: ${shown('changed')}`)
    const worst = (which: 'same' | 'changed') =>
      measured
        .map((one) => ({ name: one.name, ratio: one[which][1] / one[which][0] }))
        .reduce((one, other) => (other.ratio > one.ratio ? other : one))
    const [same, changed] = [worst('same'), worst('changed')]
    return {
      report: { T7: round2(same.ratio), T7changed: round2(changed.ratio) },
      notes: {
        T7: `whole pages over HTTP, asked for again while nothing was changed; the worst is ${same.name}`,
        T7changed: `the same pages, each asked for right after a tagging; the worst is ${changed.name}`,
      },
    }
  } finally {
    await served.stop()
  }
}

/** One tagging of a round is taken away, or put back. */
const tagOnce = (db: Database, { round }: Made) =>
  db.execute(sql`update taggings set removed_at = case when removed_at is null then now() end
    where id = (select t.id from taggings t join passages p on p.id = t.passage_id
      where p.round_id = ${round.id} order by t.id limit 1)`)

async function slowestTable(db: Database): Promise<Measured> {
  const made = await madeRound(db, large)
  const { round, questions, themes, staff } = made
  const keys = [
    ...OWN_TABLES,
    ...[0, 1, 2, 5].flatMap((at) => {
      const questionId = questions[at]?.id ?? ''
      return [
        tableAddress({ kind: 'question', questionId }),
        tableAddress({ kind: 'question-positions', questionId }),
      ]
    }),
    tableAddress({ kind: 'theme-positions', themeId: themes[0]?.id ?? '' }),
  ]
  const times: { name: string; ms: number }[] = []
  const processor: number[] = []
  for (const key of keys) {
    const took: number[] = []
    const before = await backendMs(db)
    for (let turn = 0; turn < 4; turn++) {
      // Else it is what was kept.
      await tagOnce(db, made)
      const began = performance.now()
      await readTable(staff, round.id, key, new Date())
      took.push(performance.now() - began)
    }
    times.push({ name: named(key), ms: median(took) })
    const after = await backendMs(db)
    if (before !== null && after !== null) processor.push((after - before) / 4)
  }
  const cell = { row: 'all', column: 'answered', page: 3, size: 100 }
  const began = performance.now()
  await readSenders(staff, round.id, 'received', cell)
  times.push({ name: 'senders', ms: performance.now() - began })
  console.log(`ms at 20,000 inputs: ${times.map(({ name, ms }) => `${name} ${ms.toFixed(0)}`).join(', ')}`)
  const worst = times.reduce((one, other) => (other.ms > one.ms ? other : one))
  return {
    report: {
      slowestTableMs: Math.round(worst.ms),
      slowestTableCpuMs: processor.length > 0 ? Math.round(Math.max(...processor)) : null,
    },
    notes: {
      slowestTableMs: `of 20,000 inputs, 30 questions and 60,000 passages: ${worst.name}`,
      slowestTableCpuMs:
        'processor time of the database for the table that takes most, parallel workers left out',
    },
  }
}

const round2 = (ratio: number) => Math.round(ratio * 100) / 100
