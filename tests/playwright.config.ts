import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './setup/browser.ts'

const port = Number(process.env.E2E_PORT ?? 4310)
// Playwright reads this file again in every worker; the directory is made once.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'innspill-e2e-'))

export default defineConfig({
  testDir: './e2e',
  // Emptied at the start of a run, so not shared by two that run beside each other.
  outputDir: `./results/e2e-${port}`,
  timeout: 60_000,
  workers: 1,
  retries: 0,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'results/e2e.json' }],
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    launchOptions: await launchOptions(),
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node --import tsx app/commands/demo.ts',
    cwd: path.resolve(import.meta.dirname, '..'),
    url: `http://localhost:${port}/health`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    // Journeys read at once what they have just changed; pages from memory may be a moment behind, and have tests with
    // real servers of their own (integration/public/kept-pages, kept-on-two-processes).
    env: { PORT: String(port), DATA_DIR: process.env.E2E_DATA_DIR, PAGE_CACHE_MB: '0' },
    stdout: 'pipe',
  },
})
