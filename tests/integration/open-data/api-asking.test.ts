import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { Problem } from '#app/features/open-data/api-schema.ts'
import { Input, InputList } from '#app/features/open-data/api-schema-input.ts'
import { StrategyList } from '#app/features/open-data/api-schema-strategy.ts'
import { registerKey } from '#app/features/strategies/register.ts'
import { loader as document } from '#app/routes/api/document.ts'
import { loader as finding } from '#app/routes/api/finding.ts'
import { loader as input } from '#app/routes/api/input.ts'
import { loader as inputs } from '#app/routes/api/inputs.ts'
import { action, loader as notFound } from '#app/routes/api/not-found.ts'
import { loader as round } from '#app/routes/api/round.ts'
import { loader as strategies } from '#app/routes/api/strategies.ts'
import { loader as strategy } from '#app/routes/api/strategy.ts'
import { strategyAddresses, strategies as strategyRows } from '#db/schema/index.ts'
import { aPersonalInput, aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { answered, ask } from './asking.ts'

const t = appDatabase()

async function aProblem(response: Response, status: number) {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
  const told = Problem.parse(await response.json())
  expect([response.status, told.status]).toEqual([status, status])
  expect(told.detail).toMatch(/^[A-Z].*\.$/)
  return told
}

async function aReadRound() {
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const [{ slug }] = [
    only(await t.db.select().from(strategyRows).where(eq(strategyRows.id, round.strategyId))),
  ]
  const of = {
    path: `/strategies/${slug}/rounds/${round.slug}`,
    params: { strategy: slug, round: round.slug },
  }
  return { ...of, round, question: asked?.id ?? '' }
}

test('a strategy is found by its project number and its case number, with their signs and without', async () => {
  const numbers = { projectNumber: 'OKM071:00/2021', caseNumber: 'VN/24284/2021' }
  const keys = { projectKey: registerKey(numbers.projectNumber), caseKey: registerKey(numbers.caseNumber) }
  const own = await aStrategy(t.db, { ...numbers, ...keys })
  await aStrategy(t.db, { projectNumber: 'KS 12/2021', projectKey: 'KS122021' })
  await aStrategy(t.db, { caseNumber: numbers.caseNumber, caseKey: keys.caseKey, publishedAt: null })
  for (const number of [
    'OKM071:00/2021',
    'okm071002021',
    'OKM 071 00 2021',
    'VN/24284/2021',
    'vn242842021',
  ]) {
    const path = `/strategies?number=${encodeURIComponent(number)}`
    const told = await answered(await ask(strategies, path, {}), StrategyList)
    expect([number, told.total, told.items.map(({ id }) => id)]).toEqual([number, 1, [own.id]])
    expect(told.items).toMatchObject([numbers])
  }
  for (const number of ['OKM071', 'finnes ikke', 'x'.repeat(200), '\u0000', '%']) {
    const path = `/strategies?number=${encodeURIComponent(number)}`
    expect(await answered(await ask(strategies, path, {}), StrategyList)).toMatchObject({
      total: 0,
      items: [],
    })
  }
})

test('what an answer does not read is in none of its addresses, however much there is of it', async () => {
  await aStrategy(t.db)
  const much = 'x'.repeat(9_000)
  await aProblem(await ask(strategies, `/strategies?number=${much}`, {}), 400)
  const answer = await ask(strategies, `/strategies?number=a%26b&page=1&mye=${much}&page=2`, {})
  expect([...answer.headers].join('').length).toBeLessThan(1_000)
  const { self, first } = await answered(answer, StrategyList)
  expect([self, first]).toEqual([
    'http://innspill.test/api/v1/strategies?number=a%26b&page=1',
    'http://innspill.test/api/v1/strategies?number=a%26b',
  ])
})

test('a list is read page by page by its links, each item once', async () => {
  const { path, params, round, question } = await aReadRound()
  const editor = await aPerson(t.db)
  for (let at = 0; at < 27; at++) {
    const sender = await anOrganisation(t.db)
    await publish(t.db, await aSubmittedInput(t.db, round, sender, { [question]: 'Ja.' }), editor.id)
  }
  const seen: string[] = []
  let next: string | null = `http://innspill.test/api/v1${path}/inputs?ukjent=1`
  while (next) {
    const response = await ask(inputs, next.replace('http://innspill.test/api/v1', ''), params)
    const link: string = response.headers.get('Link') ?? ''
    const told = await answered(response, InputList)
    seen.push(...told.items.map(({ id }) => id))
    expect(link.includes('rel="next"')).toBe(told.next !== null)
    if (told.next) expect(link).toContain(`<${told.next}>; rel="next"`)
    next = told.next
  }
  expect([seen.length, new Set(seen).size]).toEqual([27, 27])
})

test('what is no page is refused, and a page nobody filled is not there', async () => {
  const { path, params } = await aReadRound()
  for (const page of ['0', '-1', 'to', '1.5', '99999999999999', '%00', '1e3']) {
    const asked = await ask(inputs, `${path}/inputs?page=${page}`, params)
    await aProblem(asked, 400)
  }
  expect((await aProblem(await ask(inputs, `${path}/inputs?page=2`, params), 404)).detail).toContain('page 2')
})

test('where nothing stands, and where something is not public, the same is said in a sentence', async () => {
  const hidden = await aStrategy(t.db, { publishedAt: null })
  const none = {
    strategy: 'finnes-ikke',
    round: 'finnes-ikke',
    finding: 'x',
    input: 'x',
    document: 'x',
    version: '01',
  }
  const all = [strategy, round, input, inputs, finding, document]
  const said = new Set<string>()
  for (const loader of all)
    for (const params of [none, { ...none, strategy: hidden.slug }, { ...none, strategy: '\u0000' }, {}]) {
      const told = await aProblem(await ask(loader, '/strategies/x', params), 404)
      said.add(told.detail)
    }
  expect(said.size).toBe(1)
  await aProblem(await ask(notFound, '/noe/annet', {}), 404)
  const written = await action({ request: new Request('http://innspill.test/api/v1/strategies') })
  expect(written.headers.get('Allow')).toBe('GET, HEAD')
  await aProblem(written, 405)
})

test('what goes wrong is said in the language that is asked for, in English where none of ours is', async () => {
  const { path, params } = await aReadRound()
  const asked = async (loader: typeof inputs, at: string, language?: string) => {
    const response = await ask(loader, at, params, language ? { 'Accept-Language': language } : {})
    expect(response.headers.get('Vary')).toBe('Accept-Language')
    const { title, detail } = await aProblem(response, response.status)
    return [response.headers.get('Content-Language'), title, detail]
  }
  expect(await asked(inputs, `${path}/inputs?page=2`, 'nn-NO,en;q=0.5')).toEqual([
    ...['nn', 'Finst ikkje', 'Side 2 finst ikkje: Lista har 0 oppføringar.'],
  ])
  expect(await asked(inputs, `${path}/inputs?page=x`, 'sv')).toEqual([
    ...['sv', 'Fel i förfrågan', 'Parametern ”page” är ett heltal från 1 och uppåt.'],
  ])
  const english = ['en', 'Not found', 'Nothing that anyone may read stands at this address.']
  expect(await asked(finding, '/strategies/x')).toEqual(english)
  expect(await asked(finding, '/strategies/x', 'de, *;q=0.1')).toEqual(english)
  expect((await asked(finding, '/strategies/x', 'no'))[2]).toBe(
    'På denne adressen står det ikke noe som alle kan lese.',
  )
})

test('a strategy that was renamed is led on to under the API', async () => {
  const own = await aStrategy(t.db)
  await t.db.insert(strategyAddresses).values({ slug: `${own.slug}-for`, strategyId: own.id })
  const led = await ask(strategy, `/strategies/${own.slug}-for`, { strategy: `${own.slug}-for` })
  expect([led.status, led.headers.get('Location')]).toEqual([301, `/api/v1/strategies/${own.slug}`])
})

test('who has an answer already is told so, and nonsense conditions change nothing', async () => {
  const { path, params, round, question } = await aReadRound()
  const first = await ask(inputs, `${path}/inputs`, params)
  const tag = first.headers.get('ETag') ?? ''
  expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const again = await ask(inputs, `${path}/inputs`, params, { 'If-None-Match': tag })
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
  for (const nonsense of ['"', 'W/', '"a" b', 'x'.repeat(10_000)]) {
    const asked = await ask(inputs, `${path}/inputs`, params, { 'If-None-Match': nonsense })
    expect(asked.status).toBe(200)
  }
  const sender = await anOrganisation(t.db)
  await publish(
    t.db,
    await aSubmittedInput(t.db, round, sender, { [question]: 'Ja.' }),
    (await aPerson(t.db)).id,
  )
  const changed = await ask(inputs, `${path}/inputs`, params, { 'If-None-Match': tag })
  expect(changed.status).toBe(200)
})

test('a private person is named for a year, a body for ever', async () => {
  const { path, params, round, question } = await aReadRound()
  const [young, old, body] = [await aPerson(t.db), await aPerson(t.db), await anOrganisation(t.db)]
  const before = { submittedAt: daysFromNow(-370) }
  const fresh = await aPersonalInput(t.db, round, young, { [question]: 'Ja.' })
  const aged = await aPersonalInput(t.db, round, old, { [question]: 'Ja.' }, before)
  const sent = await aSubmittedInput(t.db, round, body, { [question]: 'Ja.' }, before)
  await publish(t.db, sent, young.id)
  const told = await answered(await ask(inputs, `${path}/inputs`, params), InputList)
  const named = new Map(told.items.map(({ id, sender }) => [id, sender.name]))
  const expected = [
    [fresh.input.id, young.name],
    [aged.input.id, null],
    [sent.input.id, body.name],
  ] as const
  for (const [id, name] of expected) {
    expect([id, named.get(id)]).toEqual([id, name])
    const one = await ask(input, `${path}/inputs/${id}`, { ...params, input: id })
    expect((await answered(one, Input)).sender.name).toBe(name)
  }
})
