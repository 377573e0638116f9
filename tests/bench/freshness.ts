import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#search/database.server.ts'
import { runDispatcher } from '#search/dispatcher.server.ts'
import { searchEngine } from '#search/engine.server.ts'
import type { MeilisearchSettings } from '#search/meilisearch/connection.server.ts'
import { runShipping } from '#search/meilisearch/shipping.server.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { staffScope } from '#search/port.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { parseQuery } from '#search/query.ts'
import { searchStatus } from '#search/status.server.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'

/** Milliseconds from a commit until a search finds what it changed, with nothing else to do and during an import. */
export type Freshness = { idleMs: Spread; importMs: Spread; importDocuments: number; importSeconds: number }
type Spread = { median: number; p95: number; samples: number }

/** Many wait at once then, and looking takes from what is measured. */
const seldomMs = 500

type Options = { settings?: MeilisearchSettings; samples?: number; documents?: number }

/** Measures with both stages running in this process, on the engine of these settings. */
export async function measureFreshness(
  db: Database,
  { settings, samples = 50, documents = 10_000 }: Options = {},
): Promise<Freshness> {
  const ending = new AbortController()
  const report = { signal: ending.signal, onError: (code: string) => console.error(code) }
  const running = [
    runDispatcher(db, postgresIndex(db), report),
    ...(settings ? [runShipping(db, settings, report)] : []),
  ]
  try {
    const { made, found } = await corpus(db, settings)
    const idle: string[] = []
    const during: string[] = []
    for (let at = 0; at < samples; at++) {
      idle.push(await made(`Vi ber om stillhet${at}.`))
      during.push(await made(`Vi ber om travelhet${at}.`))
    }
    const imported: string[] = []
    const perInput = 500
    for (let at = 0; at < documents / 2 / perInput; at++) {
      const lines = Array.from(
        { length: perInput },
        (_, line) => `Avsnitt ${line} om skolen i kommune ${at}.`,
      )
      imported.push(await made(lines.join('\n')))
    }
    await settled(db, settings)

    const idleMs: number[] = []
    for (const [at, inputId] of idle.entries()) {
      idleMs.push(await untilFound(db, inputId, () => found(`stillhet${at}`), 20))
    }
    const began = performance.now()
    for (const inputId of imported) await enqueuePassagesOf(db, inputId)
    const importing = settled(db, settings).then(() => (performance.now() - began) / 1000)
    const importMs = await Promise.all(
      during.map(async (inputId, at) => {
        await pause(at * 100)
        return untilFound(db, inputId, () => found(`travelhet${at}`), seldomMs)
      }),
    )
    return {
      idleMs: spread(idleMs),
      importMs: spread(importMs),
      importDocuments: documents,
      importSeconds: Math.round((await importing) * 10) / 10,
    }
  } finally {
    ending.abort()
    await Promise.all(running)
  }
}

async function corpus(db: Database, settings: MeilisearchSettings | undefined) {
  const round = await aRound(db)
  const [question] = await aQuestionnaire(db, round)
  const publisher = await aPerson(db)
  const scope = staffScope([round.strategyId])
  if (!question || !scope) throw new Error('no corpus')
  const engine = searchEngine(db, settings)
  return {
    /** An input of one answer, published, so that each of its passages makes two documents. Nothing is indexed yet. */
    async made(text: string) {
      const input = await aSubmittedInput(db, round, await anOrganisation(db), { [question.id]: text })
      await publish(db, input, publisher.id)
      return input.input.id
    },
    async found(word: string) {
      const parsed = parseQuery(word)
      if ('refusal' in parsed) throw new Error(parsed.refusal)
      const page = { number: 1, size: 1 }
      const answer = await engine.search({ unit: 'passage', query: parsed.query, facets: [], page }, scope)
      return answer.total > 0 && answer.engine === (settings ? 'meilisearch' : 'postgres')
    },
  }
}

async function untilFound(
  db: Database,
  inputId: string,
  found: () => Promise<boolean>,
  lookMs: number,
): Promise<number> {
  await enqueuePassagesOf(db, inputId)
  const committed = performance.now()
  while (!(await found())) await pause(lookMs)
  return performance.now() - committed
}

/** Until an index is searched and nothing waits. */
async function settled(db: Database, settings: MeilisearchSettings | undefined): Promise<void> {
  for (;;) {
    const { postgres, meilisearch, because } = await searchStatus(db, settings)
    const building = meilisearch?.building ?? null
    const waiting = postgres.waiting + (meilisearch?.waiting ?? 0)
    if (waiting === 0 && because !== 'no-index' && building === null) return
    await pause(200)
  }
}

function spread(measured: readonly number[]): Spread {
  const sorted = [...measured].sort((a, b) => a - b)
  const at = (part: number) => Math.round(sorted[Math.ceil(sorted.length * part) - 1] ?? 0)
  return { median: at(0.5), p95: at(0.95), samples: sorted.length }
}
