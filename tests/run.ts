import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

// `npm test`: builds once, runs rules, server tests and browser journeys, and closes with one line of counts.
// `npm test -- unit` and `npm test -- e2e` run one part.
const results = path.resolve('tests/results')
const wanted = process.argv[2] ?? 'all'
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

type Counts = { passed: number; failed: number; skipped: number }

function run(command: string, args: string[], env: Record<string, string> = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  return status === 0
}

function runBeside(command: string, args: string[], env: Record<string, string>): Promise<boolean> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (status) => resolve(status === 0))
  })
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path.join(results, file), 'utf8')) as T
  } catch {
    return undefined
  }
}

// A runner that ends badly without saying which test failed still counts as one failure.
const judged = (finished: boolean, counts: Counts | undefined): Counts => {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 }
  return finished || known.failed > 0 ? known : { ...known, failed: 1 }
}

function vitest(): Counts {
  const report = ['--reporter=default', '--reporter=json', '--outputFile.json=tests/results/vitest.json']
  const finished = run('npx', ['vitest', 'run', '--config', 'tests/vitest.config.ts', ...report])
  type Report = {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
  }
  const report_ = readJson<Report>('vitest.json')
  return judged(
    finished,
    report_ && {
      passed: report_.numPassedTests,
      failed: report_.numFailedTests,
      skipped: report_.numPendingTests + report_.numTodoTests,
    },
  )
}

type Journeys = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** The journeys in two halves beside each other, each with a site and a database of its own. */
async function playwright(): Promise<Counts> {
  const halves = await Promise.all(
    [1, 2].map(async (half): Promise<Counts> => {
      const file = `playwright-${half}.json`
      const finished = await runBeside(
        'npx',
        ['playwright', 'test', '--config', 'tests/playwright.config.ts', `--shard=${half}/2`],
        { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(results, file), E2E_PORT: String(4310 + half) },
      )
      const stats = readJson<Journeys>(file)?.stats
      return judged(
        finished,
        stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
      )
    }),
  )
  const sum = (key: keyof Counts) => halves.reduce((total, half) => total + half[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

if (!run('npm', ['run', '--silent', 'build'])) {
  console.log('The build failed.\n0 passed, 1 failed, 0 skipped')
  process.exit(1)
}
if (wanted !== 'e2e' && !process.env.MEILI_URL) {
  console.log(
    'Skipped: the contract and failure tests on a real Meilisearch server, for MEILI_URL is not set.',
  )
}
const parts = [...(wanted === 'e2e' ? [] : [vitest()]), ...(wanted === 'unit' ? [] : [await playwright()])]
const sum = (key: keyof Counts) => parts.reduce((total, part) => total + part[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exit(sum('failed') > 0 ? 1 : 0)
