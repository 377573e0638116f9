import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import type { Database } from '#db/client.server.ts'
import { keptPages } from '#tests/factories/kept-pages.ts'
import { launchOptions } from '#tests/setup/browser.ts'
import { serve } from '#tests/setup/served.ts'

const visits = 5

/** A slow telephone: a processor four times slower, 1.6 Mbit/s and 150 ms there and back, as Lighthouse has it. */
const slow = { processor: 4, bytesPerSecond: 1_600_000 / 8, latencyMs: 150 }

type Visit = { lcpMs: number; cls: number }

/**
 * How soon the largest part of a page stands there, and how much moves meanwhile, on a slow telephone with nothing kept from
 * before. The middle of some visits, and the slowest page of those people meet first. `clsControl` is the same with a block
 * pushed in after a while: a measure that does not see it is worth nothing.
 */
export async function measureVitals(db: Database, databaseUrl: string) {
  if (!existsSync(path.resolve('build/server/index.js')))
    return { report: { LCP: null, CLS: null }, notes: { LCP: 'there is no build: npm run build first' } }
  const pages = await keptPages(db)
  const asked = ['home', 'strategy', 'document', 'findings', 'published-input', 'coverage'].flatMap(
    (name) => pages[`nb/public/${name}`]?.[0]?.at ?? [],
  )
  const served = await serve({ DATABASE_URL: databaseUrl, WORKER: 'off', DEMO: '1' })
  const browser = await chromium.launch(await launchOptions())
  try {
    const seen: { at: string; lcpMs: number; cls: number }[] = []
    for (const at of [...asked, `/sv${asked.at(1)}`]) {
      // Kept in memory from here on, as for everyone but the first reader.
      await fetch(served.origin + at)
      const some: Visit[] = []
      for (let turn = 0; turn < visits; turn++) some.push(await visit(browser, served.origin + at))
      seen.push({ at, lcpMs: middle(some.map(({ lcpMs }) => lcpMs)), cls: most(some.map(({ cls }) => cls)) })
      console.log(`${at}: LCP ${seen.at(-1)?.lcpMs.toFixed(0)} ms, CLS ${seen.at(-1)?.cls.toFixed(4)}`)
    }
    const control = await visit(browser, served.origin + asked[0], true)
    const slowest = seen.reduce((worst, one) => (one.lcpMs > worst.lcpMs ? one : worst))
    return {
      report: {
        LCP: Math.round(slowest.lcpMs) / 1000,
        CLS: rounded(most(seen.map(({ cls }) => cls))),
        clsControl: rounded(control.cls),
      },
      notes: {
        LCP: `seconds, the slowest of ${seen.length} pages: ${slowest.at.replace(/[0-9a-f-]{36}/, '…')}`,
        load: `the machine's load was ${loadavg()
          .map((load) => load.toFixed(1))
          .join(', ')} (1, 5 and 15 minutes)`,
      },
    }
  } finally {
    await browser.close()
    await served.stop()
  }
}

const most = (figures: number[]) => Math.max(...figures)
const middle = (figures: number[]) =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
const rounded = (figure: number) => Math.round(figure * 10_000) / 10_000

// As text, because what runs a .ts file writes calls into functions that no browser knows.
const watching = `async (push) => {
  const figures = { lcpMs: 0, cls: 0 }
  const watch = (type, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true })
  watch('largest-contentful-paint', ({ startTime }) => { figures.lcpMs = startTime })
  watch('layout-shift', ({ value }) => { figures.cls += value })
  const pause = () => new Promise((resolve) => setTimeout(resolve, 500))
  await pause()
  if (push) {
    const block = document.createElement('p')
    block.textContent = '—'
    block.style.height = '300px'
    document.body.prepend(block)
    await pause()
  }
  return figures
}`

/** One visit in a browser that has seen nothing before. */
async function visit(browser: Browser, url: string, pushed = false): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: slow.latencyMs },
      ...{ downloadThroughput: slow.bytesPerSecond, uploadThroughput: slow.bytesPerSecond },
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow.processor })
    await page.goto(url, { waitUntil: 'networkidle' })
    return await page.evaluate<Visit>(`(${watching})(${pushed})`)
  } finally {
    await context.close()
  }
}
