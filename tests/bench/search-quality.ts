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

/** Gain, recall and empty answers on the sets, for each engine at hand and for the reference. */
export async function measureSearchQuality(db: Database, directory: string | undefined) {
  return directory
    ? {
        external: await ofSet(db, readJudgedSet(directory)),
        pairs: await ofPairs(db, readSentencePairs(directory)),
      }
    : {}
}

async function ofSet(db: Database, set: JudgedSet) {
  const engines = await openEngines(
    db,
    set.passages.map(({ text, lang }, at) => benchDocument(at, { body: text, lang })),
  )
  const reference = referenceRanking(set.passages)
  const asked = await answersOf(set.queries, async ({ text }) => reference(cutToWords(text), depth))
  const yardstick = qualityOf(asked)
  const through =
    (port: SearchPort): Ask =>
    async (query) => {
      const numbers = await ask(port, query)
      return numbers.flatMap((number) => set.passages[number]?.id ?? [])
    }
  const postgres = qualityOf(await answersOf(set.queries, through(engines.postgres)), yardstick)
  return {
    reference: yardstick,
    postgres,
    meilisearch: engines.meilisearch
      ? qualityOf(await answersOf(set.queries, through(engines.meilisearch)), yardstick)
      : null,
  }
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
  return {
    sentences: pairs.length,
    reference: await rate(async (text) => {
      const [first] = reference(cutToWords(text), 1)
      return first === undefined ? undefined : Number(first)
    }),
    postgres: await rate(through(engines.postgres)),
    meilisearch: engines.meilisearch ? await rate(through(engines.meilisearch)) : null,
  }
}
