import { sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '#search/database.server.ts'
import { plainly } from '#search/expansion.ts'
import { type FacetName, type SearchPort, staffScope } from '#search/port.ts'
import { plan } from '#search/postgres/planner.ts'
import type { TypedQuery } from '#search/tree.ts'
import { backendMs } from './backend-time.ts'
import { type Engines, noServer, openEngines } from './engines.ts'
import { median, sideBySide } from './measure.ts'
import { mean } from './relevance.ts'
import { speedCorpus, strategyIds } from './speed-corpus.ts'
import { type SpeedQueries, speedQueries } from './speed-queries.ts'

const passages = 60_000
const rounds = 5
const facets: readonly FacetName[] = ['organisationKind', 'county', 'question', 'theme']
const scope = staffScope(strategyIds)
const round2 = (ratio: number) => Math.round(ratio * 100) / 100

type Figures = Record<string, number | null>
type Measured = { readonly report: Figures; readonly notes: Record<string, string> }

/** Ratios of search times on 60,000 passages, and what could not be measured. */
export async function measureSearchSpeed(db: Database): Promise<Measured> {
  const docs = speedCorpus(passages)
  const engines = await openEngines(db, docs)
  const queries = speedQueries(docs)
  const { report, notes } = await ofMix(db, engines, queries.mix)
  const kinds = await ofKinds(engines.postgres, queries)
  await engines.close()
  return { report: { ...report, ...kinds }, notes }
}

// T10, T11 and T13: the same mix of queries through our whole search, as bare SQL, and through the other engine.
async function ofMix(
  db: Database,
  { postgres, meilisearch }: Engines,
  mix: readonly TypedQuery[],
): Promise<Measured> {
  const ours = new Mix(db, mix, (query) => search(postgres, query))
  const bare = new Mix(db, mix, (query) => bareSearch(db, query))
  const other = meilisearch && new Mix(db, mix, (query) => search(meilisearch, query))
  for (const one of [ours, bare, other]) await one?.warmUp()
  const totals = await sideBySide(rounds, {
    ours: () => ours.run(),
    bare: () => bare.run(),
    other: async () => (other ? other.run() : Number.NaN),
  })
  console.log(
    `search ms mean/p50/p95: ours ${ours.shown()}, bare ${bare.shown()}, other ${other?.shown() ?? '-'}`,
  )
  return {
    report: {
      T10: round2(totals.ours / totals.bare),
      T10cpu: ours.cpu && bare.cpu ? round2(ours.cpu / bare.cpu) : null,
      T10p50: round2(ours.at(0.5) / bare.at(0.5)),
      T11: round2(ours.at(0.95) / ours.at(0.5)),
      T13: other ? round2(ours.at(0.95) / other.at(0.95)) : null,
    },
    notes: {
      T10: 'the whole mix of queries; T10p50 compares medians, T10cpu the processor time of the database server alone',
      ...(other ? {} : { T13: noServer }),
    },
  }
}

/** A mix of queries through one way of answering, and how long each of them took. */
class Mix {
  readonly times: number[] = []
  cpu: number | null = 0
  readonly #db: Database
  readonly #mix: readonly TypedQuery[]
  readonly #answer: (query: TypedQuery) => Promise<void>

  constructor(db: Database, mix: readonly TypedQuery[], answer: (query: TypedQuery) => Promise<void>) {
    this.#db = db
    this.#mix = mix
    this.#answer = answer
  }

  async warmUp() {
    for (const query of this.#mix) await this.#answer(query)
  }

  /** Asks the whole mix once; milliseconds. */
  async run(): Promise<number> {
    const before = await backendMs(this.#db)
    const began = performance.now()
    for (const query of this.#mix) this.times.push(await took(() => this.#answer(query)))
    const total = performance.now() - began
    const after = await backendMs(this.#db)
    this.cpu = before === null || after === null || this.cpu === null ? null : this.cpu + after - before
    return total
  }

  /** The time below which this share of the queries was answered. */
  at(share: number): number {
    const sorted = [...this.times].sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  }

  shown(): string {
    return [mean(this.times), this.at(0.5), this.at(0.95)].map((ms) => ms.toFixed(1)).join('/')
  }
}

// T12, and what the commonest word of all, a search for everything and a search for inputs cost beside the usual.
async function ofKinds(port: SearchPort, { usual, fuzzy, exact, commonest }: SpeedQueries): Promise<Figures> {
  const time =
    (queries: readonly TypedQuery[], unit: 'passage' | 'input' = 'passage') =>
    async () => {
      const times: number[] = []
      for (const query of queries) times.push(await took(() => search(port, query, unit)))
      return median(times)
    }
  const speed = await sideBySide(rounds, {
    usual: time(usual),
    fuzzy: time(fuzzy),
    exact: time(exact),
    commonest: time([commonest]),
    everything: time([{ kind: 'all' }]),
    inputs: time(usual, 'input'),
  })
  console.log(
    Object.entries(speed)
      .map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`)
      .join(', '),
  )
  return {
    T12: round2(speed.fuzzy / speed.exact),
    T11commonest: round2(speed.commonest / speed.usual),
    T11everything: round2(speed.everything / speed.usual),
    T11inputs: round2(speed.inputs / speed.usual),
  }
}

async function search(port: SearchPort, query: TypedQuery, unit: 'passage' | 'input' = 'passage') {
  if (scope) await port.search({ unit, query, facets, page: { number: 1, size: 20 } }, scope)
}

// What one would write first: the twenty best by the database's own ranking, no texts, no counts.
async function bareSearch(db: Database, query: TypedQuery) {
  const planned = plan(plainly(query))
  if (planned.kind !== 'tsquery') return
  await db.execute(sql`
    select doc_key from ${searchDocuments}
    where tsv @@ ${planned.text}::tsquery and audience = 'staff'
    order by ts_rank_cd(tsv, ${planned.text}::tsquery) desc limit 20`)
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
