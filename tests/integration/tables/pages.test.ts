import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loader as layoutLoader } from '#app/routes/workbench/layout.tsx'
import { loader as tableLoader } from '#app/routes/workbench/table.tsx'
import { loader as figureLoader } from '#app/routes/workbench/table-figure.ts'
import { loader as fileLoader } from '#app/routes/workbench/table-file.ts'
import { loader as sendersLoader } from '#app/routes/workbench/table-senders.tsx'
import { loader as tablesLoader } from '#app/routes/workbench/tables.tsx'
import { themes } from '#db/schema/index.ts'
import { madeRound } from '#tests/bench/round-corpus.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { statementsOf } from '#tests/setup/statements.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

type Loader = (args: { request: Request; params: Record<string, string>; context: never }) => Promise<unknown>

async function get<T = Response>(
  loader: unknown,
  cookie: string,
  params: Record<string, string>,
  query = '',
) {
  const request = new Request(`http://innspill.test/${query}`, { headers: { cookie } })
  try {
    return (await (loader as Loader)({ request, params, context: {} as never })) as T
  } catch (thrown) {
    if (thrown instanceof Response) return thrown as T
    throw thrown
  }
}

async function aSmallRound() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [text, choice] = await aQuestionnaire(t.db, round)
  const staff = await aStaffMember(t.db, strategy, 'analyst')
  const theme = await aTheme(t.db, strategy, { title: { nb: '=HYPERLINK("https://example.test")' } })
  const sent = await aSubmittedInput(t.db, round, await anOrganisation(t.db, { name: 'Solvær kommune' }), {
    [text?.id ?? '']: 'Vi støtter dette.',
    [choice?.id ?? '']: { kind: 'single-choice', choice: 'yes' },
  })
  const [passage] = sent.passages
  if (!passage) throw new Error('No passage')
  await aTagging(t.db, passage, theme, staff.personId, { position: 'supports' })
  return { strategy, round, theme, staff, choice, cookie: await cookieOf(t.db, staff.personId) }
}

test('the pages of tables ask the database as often for 1,000 senders as for 10, and no more than eight times', async () => {
  const asked = async (inputs: number) => {
    const made = await madeRound(t.db, { inputs, passagesPerInput: 2, questions: 6, themes: 8 })
    const cookie = await cookieOf(t.db, made.staff.personId)
    const question = made.questions[1]?.id
    const pages: [unknown, string, string][] = [
      ...['received', 'counties', 'questions', 'themes', 'positions', `question-${question}`].map(
        (table): [unknown, string, string] => [tableLoader, table, ''],
      ),
      [tableLoader, `question-positions-${made.questions[0]?.id}`, ''],
      [tableLoader, `theme-positions-${made.themes[0]?.id}`, ''],
      [sendersLoader, 'received', '?row=all&column=answered'],
      [tablesLoader, '', ''],
    ]
    const counted: number[] = []
    for (const [loader, table, query] of pages) {
      const context = {} as never
      const args = (request: Request) => ({ request, context, params: { round: made.round.id, table } })
      const request = new Request(`http://innspill.test/${query}`, { headers: { cookie } })
      // The first request of a young session also prolongs it.
      await get(loader, cookie, { round: made.round.id, table }, query)
      const said = await statementsOf(() =>
        Promise.all([(layoutLoader as unknown as Loader)(args(request)), (loader as Loader)(args(request))]),
      )
      counted.push(said.length)
    }
    return counted
  }
  const [few, many] = [await asked(10), await asked(1000)]
  expect(many).toEqual(few)
  expect(Math.max(...many)).toBeLessThanOrEqual(8)
}, 120_000)

test('a CSV file is the table first and the counting rule below, and nothing in it is a formula', async () => {
  const { round, cookie } = await aSmallRound()
  const params = { round: round.id, table: 'themes', format: 'csv' }
  const response = await get(fileLoader, cookie, params)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(response.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="runde-\d+-themes-[\d-]+\.csv"$/,
  )
  const rows: string[][] = parse(bytes, { bom: true, delimiter: ';', relax_column_count: true })
  expect(rows[0]).toEqual(['Tema', 'Alle', 'Kommuner'])
  expect(rows[1]).toEqual(['Alle som har svart', '1', '1'])
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  expect(rows.flat().join(' ')).toContain('En virksomhet telles én gang')
})

test('a theme called as a formula is text in a CSV, whether its code is beside it or not', async () => {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [question] = await aQuestionnaire(t.db, round, [
    {
      kind: 'single-choice',
      options: [
        { key: 'a', label: { nb: '=1+1' } },
        { key: 'b', label: { nb: '@SUM(A1)' } },
      ],
    },
  ])
  const staff = await aStaffMember(t.db, strategy, 'analyst')
  const cookie = await cookieOf(t.db, staff.personId)
  const file = { round: round.id, table: `question-${question?.id}`, format: 'csv' }
  const csv = await (await get(fileLoader, cookie, file)).text()
  expect(csv.split('\r\n')[0]).toContain(";'=1+1;'@SUM(A1);")
})

test('an XLSX file has the numbers as numbers, and the counting rule on a sheet of its own', async () => {
  const { round, cookie } = await aSmallRound()
  const response = await get(fileLoader, cookie, { round: round.id, table: 'themes', format: 'xlsx' })
  const sheets = await readSheets(Buffer.from(await response.arrayBuffer()))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Antall', 'Om tallene'])
  expect(sheets[0]?.data[1]).toEqual(['Alle som har svart', 1, 1])
  expect(JSON.stringify(sheets[1]?.data)).toContain('En virksomhet telles én gang')
})

test('other formats, tables, rows and columns are not there', async () => {
  const { round, cookie } = await aSmallRound()
  const at = { round: round.id, table: 'received' }
  const statuses = await Promise.all([
    get(fileLoader, cookie, { ...at, format: 'pdf' }),
    get(fileLoader, cookie, { ...at, format: 'toString' }),
    get(tableLoader, cookie, { ...at, table: 'everything' }),
    get(tableLoader, cookie, { ...at, table: `question-${round.id}` }),
    get(tableLoader, cookie, { ...at, table: `theme-positions-${round.id}` }),
    get(sendersLoader, cookie, at, '?row=municipality&column=%00'),
    get(sendersLoader, cookie, at, '?row=municipality&column=elsewhere'),
    get(sendersLoader, cookie, at, '?row=municipality'),
  ])
  expect(statuses.map(({ status }) => status)).toEqual(Array(8).fill(404))
})

test('the figure is a drawing by itself: colours of its own, nothing fetched, no script, no style on an element', async () => {
  const { round, cookie } = await aSmallRound()
  const response = await get(figureLoader, cookie, { round: round.id, table: 'positions' })
  const svg = await response.text()
  expect(response.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8')
  expect(svg).toContain('prefers-color-scheme:dark')
  expect(svg).not.toMatch(/<script| style=|href=|url\((?!#)/)
})

test('a merged theme leads to what it became part of, and the page says so', async () => {
  const { strategy, round, theme, cookie } = await aSmallRound()
  const [middle, last] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  const retired = { retiredAt: new Date() }
  await t.db
    .update(themes)
    .set({ ...retired, mergedInto: middle.id })
    .where(eq(themes.id, theme.id))
  await t.db
    .update(themes)
    .set({ ...retired, mergedInto: last.id })
    .where(eq(themes.id, middle.id))
  const moved = await get(tableLoader, cookie, { round: round.id, table: `theme-positions-${theme.id}` })
  expect([moved.status, moved.headers.get('Location')]).toEqual([
    302,
    `/workbench/rounds/${round.id}/tables/theme-positions-${last.id}?notice=merged`,
  ])
})

test('the list behind a number names the senders and leads to what they sent', async () => {
  const { round, choice, cookie } = await aSmallRound()
  type Page = { total: number; senders: { name: string; inputId: string }[]; title: string }
  const at = { round: round.id, table: `question-${choice?.id}` }
  const page = await get<Page>(sendersLoader, cookie, at, '?row=municipality&column=o-yes')
  expect([page.total, page.senders.map(({ name }) => name), page.title]).toEqual([
    1,
    ['Solvær kommune'],
    'Kommuner: Ja',
  ])
  const beyond = await get<Page>(sendersLoader, cookie, at, '?row=municipality&column=o-yes&page=9')
  expect(beyond.senders).toEqual([])
})
