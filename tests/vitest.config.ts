import path from 'node:path'
import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  plugins: [tsconfigPaths()],
  test: {
    environment: 'node',
    globalSetup: 'tests/setup/global.ts',
    include: [
      'app/**/*.test.ts',
      'search/**/*.test.ts',
      'db/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
      'tests/bench/**/*.test.ts',
      'tests/contract/**/*.test.ts',
      'tests/integration/**/*.test.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
