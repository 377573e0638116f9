import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { breaches } from './rules.ts'

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path && existsSync(path))

test('every file has its place, its name and a bearable length', () => {
  expect(breaches(tracked.map((path) => ({ path, text: readFileSync(path, 'utf8') })))).toEqual([])
})

test('a breach of each rule is noticed', () => {
  const noticed = (path: string, text = '') => breaches([{ path, text }]).map(({ reason }) => reason)
  expect(noticed('app/features/inputs/helpers.ts')).toHaveLength(1)
  expect(noticed('app/features/inputs/input.ts', 'const at = new Date()')).toHaveLength(1)
  expect(noticed('app/features/inputs/input.ts', 'x\n'.repeat(302))).toHaveLength(1)
  expect(noticed('app/features/inputs/queries/list.server.ts')).toHaveLength(1)
  expect(noticed('app/routes/public/Home.tsx')).toHaveLength(1)
  expect(noticed('app/routes/public/home.tsx', '<p style={{ color: "red" }} />')).toHaveLength(1)
  expect(noticed('search/port.ts', 'process.env.MEILI_URL')).toHaveLength(1)
  expect(noticed('tests/x.test.ts', `test.${'only'}("a", () => {})`)).toHaveLength(1)
  expect(noticed('app/features/inputs/barrel.ts', "export * from './input.ts'")).toHaveLength(1)
  expect(noticed('notes.md')).toHaveLength(1)
  expect(noticed('app/features/inputs/receipt.ts', '/** Pure. */ export const one = 1')).toEqual([])
})

test('the lock file knows the packages of every platform, or npm ci refuses it elsewhere', () => {
  type Locked = { optionalDependencies?: Record<string, string> }
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>
  }
  const known = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')))
  const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}))
  expect(wanted.filter((name) => !known.has(name))).toEqual([])
})
