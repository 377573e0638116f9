import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import { action as citeAction } from '#app/routes/workbench/citations.tsx'
import { loader as findingLoader } from '#app/routes/workbench/finding.tsx'
import { loader as findingsLoader, action as startAction } from '#app/routes/workbench/findings.tsx'
import { loader as sendersLoader } from '#app/routes/workbench/table-senders.tsx'
import { loader as themeLoader } from '#app/routes/workbench/theme.tsx'
import { themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { makeFindable } from '../discovery/findable.ts'
import { aBegunFinding, words } from './written.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

type Called = (args: { request: Request; params: Record<string, string>; context: never }) => Promise<unknown>

async function call(
  route: unknown,
  params: Record<string, string>,
  cookie: string,
  query = '',
  form?: object,
) {
  const body = form && new URLSearchParams(Object.entries(form))
  const headers = { cookie, ...(form && { origin: 'http://innspill.test' }) }
  const init = body ? { method: 'POST', body, headers } : { headers }
  const request = new Request(`http://innspill.test/${query}`, init)
  return (route as Called)({ request, params, context: {} as never })
}

const whereTo = (answered: unknown) =>
  new URL(String((answered as Response).headers.get('Location')), 'http://i')

test('a passage found somewhere is taken along to a finding, and whoever cited it is led back', async () => {
  const { round, editor, findingId, passage } = await aBegunFinding(t)
  const cookie = await cookieOf(t.db, editor.personId)
  const from = `/workbench/search?q=felles&rounds=${round.id}#siter-${passage}`
  const along = `?${new URLSearchParams({ passage, from })}`
  expect(await call(findingsLoader, { round: round.id }, cookie, along)).toMatchObject({ passage, from })
  const begun = { key: v7(), titleNb: 'Nytt', titleNn: '', subject: '' }
  const started = whereTo(await call(startAction, { round: round.id }, cookie, along, begun))
  expect(started.pathname).toMatch(/\/citations$/)
  expect(started.searchParams.get('from')).toBe(from)
  const place = { round: round.id, finding: findingId }
  const cite = { key: v7(), passage, mode: 'quote', quote: words }
  const cited = whereTo(await call(citeAction, place, cookie, along, cite))
  expect(await call(findingLoader, place, cookie, cited.search)).toMatchObject({ cited: 'cited', from })
})

test('a way back that leads out of the house is not taken along', async () => {
  const { round, editor, findingId, passage } = await aBegunFinding(t)
  const cookie = await cookieOf(t.db, editor.personId)
  const along = `?${new URLSearchParams({ passage, from: 'https://evil.example/workbench/' })}`
  const cite = { key: v7(), passage, mode: 'quote', quote: words }
  const cited = whereTo(await call(citeAction, { round: round.id, finding: findingId }, cookie, along, cite))
  expect([...cited.searchParams.keys()]).toEqual(['notice', 'number'])
  expect(await call(findingsLoader, { round: round.id }, cookie, along)).toMatchObject({
    passage,
    from: null,
  })
})

test('who writes findings is offered to cite each hit of a search, each tagged passage and what is behind a number; who only reads is not', async () => {
  const { strategy, round, sent, editor, passage } = await aBegunFinding(t)
  await makeFindable(t.db, sent.input.id)
  const theme = await aTheme(t.db, strategy)
  await aTagging(t.db, { id: passage, strategyId: strategy.id }, theme, editor.personId)
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  for (const [actor, may] of [
    [editor, true],
    [analyst, false],
  ] as const) {
    const found = await searchAsStaff(actor, filtersOf(new URLSearchParams({ q: 'løsning' })))
    if ('refusal' in found) throw new Error(found.refusal)
    expect(found.hits.map(({ mayCite, roundId }) => ({ mayCite, roundId }))).toEqual([
      { mayCite: may, roundId: round.id },
    ])
    const cookie = await cookieOf(t.db, actor.personId)
    const themed = { strategy: strategy.id, theme: theme.id }
    expect(await call(themeLoader, themed, cookie)).toMatchObject({
      mayWrite: may,
      tagged: { passages: [{ id: passage, roundId: round.id }] },
    })
    const cell = `?${new URLSearchParams({ row: theme.id, column: 'all' })}`
    expect(await call(sendersLoader, { round: round.id, table: 'themes' }, cookie, cell)).toMatchObject({
      citeIn: may ? round.id : null,
      said: { [sent.input.id]: { total: 1, passages: [{ id: passage }] } },
    })
  }
})

test('behind a number of a theme stands what was tagged with it, what lies under it and what became part of it', async () => {
  const { strategy, round, sent, asked, editor } = await aBegunFinding(t)
  const [whole, under, merged, other] = await Promise.all([1, 2, 3, 4].map(() => aTheme(t.db, strategy)))
  if (!whole || !under || !merged || !other) throw new Error('Four themes')
  await t.db.update(themes).set({ parentId: whole.id }).where(eq(themes.id, under.id))
  await t.db
    .update(themes)
    .set({ retiredAt: new Date(), mergedInto: whole.id })
    .where(eq(themes.id, merged.id))
  const long = await aSubmittedInput(t.db, round, await anOrganisation(t.db), {
    [asked?.id ?? '']: Array.from({ length: 7 }, (_, at) => `${at + 1} ${'mer '.repeat(90)}`).join('\n\n'),
  })
  const [first, second] = sent.passages
  const put = (one: { id: string; strategyId: string } | undefined, theme: { id: string }) =>
    one && aTagging(t.db, one, theme, editor.personId)
  await put(first, merged)
  await put(second, other)
  for (const one of long.passages) await put(one, under)
  const cookie = await cookieOf(t.db, editor.personId)
  const cell = `?${new URLSearchParams({ row: whole.id, column: 'all' })}`
  const { said } = (await call(sendersLoader, { round: round.id, table: 'themes' }, cookie, cell)) as {
    said: Record<string, { total: number; passages: { id: string; text: string; cut: boolean }[] }>
  }
  expect(said[sent.input.id]?.passages.map(({ id }) => id)).toEqual([first?.id])
  expect(said[long.input.id]?.total).toBe(7)
  // Cut between words.
  expect(said[long.input.id]?.passages.map(({ text, cut }) => ({ text, cut }))).toEqual(
    [1, 2, 3, 4, 5].map((at) => ({ text: `${at}${' mer'.repeat(74)}`, cut: true })),
  )
  const received = `?${new URLSearchParams({ row: 'all', column: 'uninvited' })}`
  expect(await call(sendersLoader, { round: round.id, table: 'received' }, cookie, received)).toMatchObject({
    said: {},
  })
})
