import path from 'node:path'
import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './setup/longest-first.ts'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  plugins: [tsconfigPaths()],
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['app/**/*.test.ts', 'search/**/*.test.ts', 'db/**/*.test.ts'],
          // Rules keep nothing and change nothing outside themselves, so their files need no process each.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          globalSetup: 'tests/setup/global.ts',
          include: ['architecture', 'bench', 'contract', 'integration'].map(
            (place) => `tests/${place}/**/*.test.ts`,
          ),
        },
      },
    ],
  },
})
