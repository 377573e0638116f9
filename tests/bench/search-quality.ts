import type { Database } from '#search/database.server.ts'
import { type SearchPort, staffScope } from '#search/port.ts'
import { benchDocument, numberIn, strategyId } from './documents.ts'
import { type Engines, openEngines } from './engines.ts'
import {
  type JudgedQuery,
  type JudgedSet,
  readJudgedSet,
  readSentencePairs,
  type SentencePair,
} from './judged-set.ts'
import { referenceRanking } from './reference-ranking.ts'
import { mean, ndcg, recall } from './relevance.ts'
import { syntheticSet } from './synthetic-claims.ts'
import { anyWordOf, cutToWords, typed } from './typed.ts'

/** Means over the queries of a set; `toReference` is our gain divided by the reference's in the same run. */
export type Quality = {
  readonly queries: number
  readonly ndcg10: number
  readonly recall100: number
  readonly zeroResults: number
  readonly toReference?: number
}

type Answer = { readonly query: JudgedQuery; readonly ranked: readonly string[] }
type Ask = (query: JudgedQuery) => Promise<readonly string[]>

const depth = 100
const round3 = (value: number) => Math.round(value * 1000) / 1000

/** Gain, recall and empty answers on our own set, and on one kept elsewhere, for each engine and the reference. */
export async function measureSearchQuality(db: Database, directory: string | undefined) {
  const synthetic = await ofSet(db, syntheticSet())
  if (!directory) return { synthetic }
  return {
    synthetic,
    external: await ofSet(db, readJudgedSet(directory)),
    pairs: await ofPairs(db, readSentencePairs(directory)),
  }
}

async function ofSet(db: Database, set: JudgedSet) {
  const engines = await openEngines(
    db,
    set.passages.map(({ text, lang }, at) => benchDocument(at, { body: text, lang })),
  )
  const reference = referenceRanking(set.passages)
  const asked = await answersOf(set.queries, async ({ text }) => reference(cutToWords(text), depth))
  const through = async (port: SearchPort | null) => {
    if (!port) return null
    const answers = await answersOf(set.queries, async (query) => {
      const numbers = await ask(port, query)
      return numbers.flatMap((number) => set.passages[number]?.id ?? [])
    })
    showWeakest(answers)
    return byKind(answers, asked)
  }
  const measured = {
    passages: set.passages.length,
    reference: byKind(asked),
    postgres: await through(engines.postgres),
    meilisearch: await through(engines.meilisearch),
  }
  await engines.close()
  return measured
}

// Where there is most to gain.
function showWeakest(answers: readonly Answer[]) {
  const gains = answers.map(({ query, ranked }) => ({ query, gain: ndcg(ranked, query.grades) }))
  for (const { query, gain } of gains.sort((a, b) => a.gain - b.gain).slice(0, 12)) {
    console.log(`${gain.toFixed(2)} ${query.kind}: ${query.text}`)
  }
}

// The whole, and each kind of query by itself when there are several.
function byKind(answers: readonly Answer[], reference: readonly Answer[] = []) {
  const kinds = [...new Set(answers.map(({ query }) => query.kind))]
  const of = (some: readonly Answer[], kind?: string) =>
    some.filter(({ query }) => !kind || query.kind === kind)
  const quality = (kind?: string) =>
    qualityOf(of(answers, kind), reference.length > 0 ? qualityOf(of(reference, kind)) : undefined)
  if (kinds.length === 1) return quality()
  return { ...quality(), kinds: Object.fromEntries(kinds.map((kind) => [kind, quality(kind)])) }
}

async function ask(
  port: SearchPort,
  { text, free }: Pick<JudgedQuery, 'text' | 'free'>,
  size = depth,
): Promise<number[]> {
  const scope = staffScope([strategyId])
  if (!scope) return []
  const query = free ? anyWordOf(text) : typed(text)
  const { hits } = await port.search({ unit: 'passage', query, facets: [], page: { number: 1, size } }, scope)
  return hits.map(({ passageId }) => numberIn(passageId))
}

async function answersOf(queries: readonly JudgedQuery[], ask: Ask): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const query of queries) answers.push({ query, ranked: await ask(query) })
  return answers
}

function qualityOf(answers: readonly Answer[], yardstick?: Quality): Quality {
  const ndcg10 = mean(answers.map(({ query, ranked }) => ndcg(ranked, query.grades)))
  return {
    queries: answers.length,
    ndcg10: round3(ndcg10),
    recall100: round3(mean(answers.map(({ query, ranked }) => recall(ranked, query.grades, depth)))),
    zeroResults: answers.filter(({ ranked }) => ranked.length === 0).length,
    ...(yardstick ? { toReference: round3(ndcg10 / yardstick.ndcg10) } : {}),
  }
}

// A sentence in one standard must find its counterpart in the other before every other sentence.
async function ofPairs(db: Database, pairs: readonly SentencePair[]) {
  if (pairs.length === 0) return null
  return { nbToNn: await firstHits(db, pairs, 'nb', 'nn'), nnToNb: await firstHits(db, pairs, 'nn', 'nb') }
}

async function firstHits(db: Database, pairs: readonly SentencePair[], from: 'nb' | 'nn', to: 'nb' | 'nn') {
  const engines: Engines = await openEngines(
    db,
    pairs.map((pair, at) => benchDocument(at, { body: pair[to], lang: to })),
  )
  const reference = referenceRanking(pairs.map((pair, at) => ({ id: String(at), text: pair[to] })))
  const rate = async (first: (text: string) => Promise<number | undefined>) => {
    let right = 0
    for (const [at, pair] of pairs.entries()) {
      const found = await first(pair[from])
      // Sentences that occur twice are as good as one another.
      if (found !== undefined && pairs[found]?.[to] === pairs[at]?.[to]) right++
    }
    return round3(right / pairs.length)
  }
  const through = (port: SearchPort) => async (text: string) => (await ask(port, { text, free: true }, 1))[0]
  const rates = {
    sentences: pairs.length,
    reference: await rate(async (text) => {
      const [first] = reference(cutToWords(text), 1)
      return first === undefined ? undefined : Number(first)
    }),
    postgres: await rate(through(engines.postgres)),
    meilisearch: engines.meilisearch ? await rate(through(engines.meilisearch)) : null,
  }
  await engines.close()
  return rates
}
