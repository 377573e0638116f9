import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import createClient from 'openapi-fetch'
import openapiTypes, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '#tests/integration/routes/world.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { type Served, serve } from '#tests/setup/served.ts'

let database: TestDatabase
let served: Served
let world: World
let description: string

beforeAll(async () => {
  database = await appDatabase()
  world = await aWorld(database)
  served = await serve({ DATABASE_URL: database.url, WORKER: 'off', DEMO: '1' })
  description = await (await fetch(`${served.origin}/api/v1/openapi.json`)).text()
}, 120_000)
afterAll(async () => {
  await served?.stop()
  await database?.end()
})

test('the description is sound by every rule that is recommended', async () => {
  // The tests' own site is at localhost.
  const rules = { 'no-server-example.com': 'off' as const }
  const config = await createConfig({ extends: ['recommended-strict'], rules })
  const problems = async (source: string) =>
    (await lintFromString({ source, config })).map(({ ruleId, message, location }) => [
      ...[ruleId, message, location[0]?.pointer],
    ])
  expect(await problems(description)).toEqual([])
  expect(await problems(description.replaceAll('/schemas/Sender"', '/schemas/Sendar"'))).not.toEqual([])
})

/** A program as somebody would write it over a client that is generated from the description. */
const program = `
import type createClient from 'openapi-fetch'
import type { components, paths } from './api.d.ts'

type Finding = components['schemas']['Finding']

export async function read(create: typeof createClient, origin: string, of: { strategy: string; round: string; finding: string }) {
  const client = create<paths>({ baseUrl: origin + '/api/v1' })
  const { data: strategies } = await client.GET('/strategies', { params: { query: { page: 1 } } })
  const first: string | undefined = strategies?.items[0]?.title.nb
  const { strategy, round, finding } = of
  const { data: held } = await client.GET('/strategies/{strategy}/rounds/{round}', { params: { path: { strategy, round } } })
  const questions: number = held?.questions.length ?? 0
  const { data, error } = await client.GET('/strategies/{strategy}/rounds/{round}/findings/{finding}', {
    params: { path: of, query: { page: 1 } },
  })
  if (error) throw new Error(error.detail)
  const words = (data satisfies Finding).citations.flatMap(({ words }) => words ?? [])
  const changed = data.responses.flatMap(({ changes }) => changes.flatMap(({ after }) => after?.text.nb ?? []))
  const { error: gone, response } = await client.GET('/strategies/{strategy}', { params: { path: { strategy: 'ingen' } } })
  const listed = await client.GET('/strategies/{strategy}/rounds/{round}/inputs', { params: { path: { strategy, round } } })
  const [input] = listed.data?.items ?? []
  const sent = input && (await client.GET('/strategies/{strategy}/rounds/{round}/inputs/{input}', {
    params: { path: { strategy, round, input: input.id } },
  }))
  const texts = sent?.data?.versions.flatMap(({ answers }) => answers.flatMap(({ text }) => text ?? []))
  return { first, questions, words, changed, missing: [response.status, gone?.detail], texts }
}
`

test('a client made from the description compiles, and reads from a served site what it says', async () => {
  // Within the project, so that the program finds its libraries.
  const folder = await mkdtemp(path.resolve(import.meta.dirname, '../../../node_modules/.client-'))
  try {
    await writeFile(path.join(folder, 'api.d.ts'), astToString(await openapiTypes(description)))
    const file = path.join(folder, 'program.ts')
    await writeFile(file, program)
    expect(mistakesIn(file)).toEqual([])
    const { read } = await import(/* @vite-ignore */ file)
    const { strategy, round, finding } = world.public
    const told = await read(createClient, served.origin, { strategy, round, finding })
    expect(told.first).toBeTruthy()
    expect(told.questions).toBeGreaterThan(3)
    expect(told.words.length).toBeGreaterThan(0)
    expect(told.texts.length).toBeGreaterThan(0)
    expect(told.missing).toEqual([404, expect.stringMatching(/^Nothing .*\.$/)])
    // What is not in the description does not compile.
    await writeFile(file, program.replace('({ words }) => words', '({ wrods }) => wrods'))
    expect(mistakesIn(file)).not.toEqual([])
  } finally {
    await rm(folder, { recursive: true })
  }
})

function mistakesIn(file: string): string[] {
  const made = ts.createProgram([file], {
    ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, types: [] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
  })
  return ts
    .getPreEmitDiagnostics(made)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

test('the site answers the API with its tag, its links and 304, from memory and past it, and HEAD like GET', async () => {
  const { strategy, round } = world.public
  const address = `${served.origin}/api/v1/strategies/${strategy}/rounds/${round}/inputs`
  const ways: Record<string, string>[] = [{}, { cookie: 'noe=annet' }]
  for (const headers of ways) {
    const first = await fetch(address, { headers })
    const tag = first.headers.get('etag') ?? ''
    expect([first.status, first.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ])
    expect(first.headers.get('link')).toContain('rel="license"')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const again = await fetch(address, { headers: { ...headers, 'if-none-match': tag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await fetch(address, { headers, method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, ''])
  }
  const written = await fetch(address, { method: 'POST', headers: { origin: served.origin } })
  expect([written.status, (await written.json()).status, written.headers.get('allow')]).toEqual([
    405,
    405,
    'GET, HEAD, OPTIONS',
  ])
  const csv = await fetch(`${served.origin}/sv/strategies/${strategy}/rounds/${round}/inputs.csv`)
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect((await csv.text()).split('\r\n')[0]).toContain('Avsändare;')
})
