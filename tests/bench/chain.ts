import { existsSync } from 'node:fs'
import path from 'node:path'
import { chainOfParagraph, findChainParagraph } from '#app/features/responses/chain.server.ts'
import { commentsOn } from '#app/features/responses/chain-comments.server.ts'
import type { Database } from '#db/client.server.ts'
import { aChain } from '#tests/factories/chains.ts'
import { serve } from '#tests/setup/served.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { median } from './measure.ts'
import { madeRound } from './round-corpus.ts'

const [few, many] = [10, 500]
const turns = 15

type Made = Awaited<ReturnType<typeof chainWith>>

/** A changed paragraph with so many tagged passages behind it, each of its own sender. */
async function chainWith(db: Database, passages: number) {
  const chain = await aChain(db)
  for (let made = 1; made < passages; made++) {
    const sent = await chain.send(`Kommune ${made}`, 'Vi vil ha en fast kontaktperson i kommunen.')
    await sent.publish()
    for (const passage of sent.passages) await chain.tag(passage)
  }
  return chain
}

/** What the page of a paragraph asks the database: the paragraph with what it came from, the chain behind it, the comments. */
async function asked(chain: Made) {
  const paragraph = await findChainParagraph(chain.at(2, 'u1.1'))
  if (!paragraph) throw new Error('The paragraph is not there')
  const now = new Date()
  const [story] = await Promise.all([
    chainOfParagraph(paragraph, now),
    commentsOn(paragraph.ancestors, now, 1),
  ])
  return story
}

const address = (chain: Made) => `/strategies/${chain.strategy.slug}/documents/utkast/2/paragraphs/u1.1`

/** The way back from a paragraph with ten and with five hundred passages behind it, among ten thousand others. */
export async function measureChain(db: Database, databaseUrl: string) {
  const others = { inputs: 5_000, passagesPerInput: 2, questions: 6, themes: 12 }
  const chains = [await chainWith(db, few), await chainWith(db, many)] as const
  await madeRound(db, others)
  const counted: number[] = []
  for (const [at, chain] of chains.entries()) {
    const { behind } = await asked(chain)
    if (behind.total !== [few, many][at]) throw new Error(`${behind.total} passages behind the paragraph`)
    const said = await statementsOf(() => asked(chain))
    counted.push(said.filter((text) => !text.includes('pg_catalog.pg_type')).length)
  }
  const ms = await sideBySideMs(chains, asked)
  const pages = existsSync(path.resolve('build/server/index.js')) ? await pageMs(chains, databaseUrl) : null
  const shown = [
    counted.join('/'),
    ms.map((one) => one.toFixed(1)).join('/'),
    pages?.map((one) => one.toFixed(1)).join('/'),
  ]
  console.log(
    `chain of a paragraph with ${few}/${many} passages: ${shown[0]} queries, ${shown[1]} ms, page ${shown[2]} ms`,
  )
  const ratio = ([one, other]: number[]) => Math.round(((other ?? 0) / (one ?? 1)) * 100) / 100
  return {
    report: {
      chainQueries: Math.max(...counted),
      chainQueriesRatio: ratio(counted),
      chainTimeRatio: ratio(ms),
      chainPageRatio: pages && ratio(pages),
    },
    notes: {
      chainTimeRatio: `reading the chain with ${many} passages behind it to reading it with ${few}`,
      chainPageRatio: pages
        ? 'the whole page over HTTP: it draws fifty passages at the most'
        : 'there is no build: npm run build first',
    },
  }
}

async function sideBySideMs(chains: readonly [Made, Made], work: (chain: Made) => Promise<unknown>) {
  const times: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn++)
    for (const at of [0, 1] as const) {
      const began = performance.now()
      await work(chains[at])
      times[at].push(performance.now() - began)
    }
  return times.map((own) => median(own.slice(3)))
}

async function pageMs(chains: readonly [Made, Made], databaseUrl: string) {
  const served = await serve({ DATABASE_URL: databaseUrl, WORKER: 'off', DEMO: '0' })
  try {
    return await sideBySideMs(chains, async (chain) => {
      const response = await fetch(served.origin + address(chain))
      await response.text()
      if (response.status !== 200) throw new Error(`The page answers ${response.status}`)
    })
  } finally {
    await served.stop()
  }
}
