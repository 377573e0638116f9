import { sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '#search/database.server.ts'
import { plainly } from '#search/expansion.ts'
import { type FacetName, type SearchPort, staffScope } from '#search/port.ts'
import { plan } from '#search/postgres/planner.ts'
import type { TypedQuery } from '#search/tree.ts'
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
  const times: Record<'ours' | 'bare' | 'other', number[]> = { ours: [], bare: [], other: [] }
  for (let round = 0; round <= rounds; round++) {
    const warm = round > 0
    for (const query of mix) {
      const ours = await took(() => search(postgres, query))
      const bare = await took(() => bareSearch(db, query))
      const other = meilisearch ? await took(() => search(meilisearch, query)) : null
      if (!warm) continue
      times.ours.push(ours)
      times.bare.push(bare)
      if (other !== null) times.other.push(other)
    }
  }
  const [ours, bare, other] = [times.ours, times.bare, times.other].map(shape)
  console.log(
    `search ms mean/p50/p95: ours ${shown(ours)}, bare ${shown(bare)}, other engine ${shown(other)}`,
  )
  const ratio = (one = Number.NaN, two = Number.NaN) => round2(one / two)
  return {
    report: {
      T10: ratio(ours?.p50, bare?.p50),
      T10mean: ratio(ours?.mean, bare?.mean),
      T10p95: ratio(ours?.p95, bare?.p95),
      T11: ratio(ours?.p95, ours?.p50),
      T13: meilisearch ? ratio(ours?.p95, other?.p95) : null,
    },
    notes: meilisearch ? {} : { T13: noServer },
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

type Shape = { readonly mean: number; readonly p50: number; readonly p95: number }

function shape(times: readonly number[]): Shape {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { mean: mean(times), p50: at(0.5), p95: at(0.95) }
}

function shown(times: Shape | undefined): string {
  return times ? `${times.mean.toFixed(1)}/${times.p50.toFixed(1)}/${times.p95.toFixed(1)}` : '-'
}
