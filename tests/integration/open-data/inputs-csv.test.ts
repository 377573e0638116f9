import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loader } from '#app/routes/public/inputs-csv.ts'
import { inputs, publicAnswers, strategies } from '#db/schema/index.ts'
import { aPersonalInput, aSubmittedInput, aVersion, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

const options = [
  { key: 'yes', label: { nb: 'Ja', nn: 'Ja', sv: 'Ja visst' } },
  { key: 'no', label: { nb: 'Nei', nn: 'Nei' } },
]

/** A round with a text, a choice and a list of people, and what it takes to publish in it. */
async function aFiledRound(own: Parameters<typeof aRound>[1] = {}) {
  const round = await aRound(t.db, own)
  const [text, choice] = await aQuestionnaire(t.db, round, [
    { kind: 'general', title: { nb: 'Hva mener dere?', sv: 'Vad anser ni?' } },
    { kind: 'single-choice', options, title: { nb: 'Er dere enige?' }, settings: { importance: true } },
    { kind: 'participants', title: { nb: 'Hvem kommer?' }, settings: { most: 5 } },
  ])
  const { slug } = only(await t.db.select().from(strategies).where(eq(strategies.id, round.strategyId)))
  const editor = await aPerson(t.db)
  return {
    ...{ round, text: text?.id ?? '', choice: choice?.id ?? '', editor },
    async published(name: string, answers: Parameters<typeof aSubmittedInput>[3], version = {}) {
      const sent = await aSubmittedInput(t.db, round, await anOrganisation(t.db, { name }), answers, version)
      await publish(t.db, sent, editor.id)
      return sent
    },
    ask(language = '', headers: Record<string, string> = {}) {
      const address = `http://innspill.test${language}/strategies/${slug}/rounds/${round.slug}/inputs.csv`
      const params = { strategy: slug, round: round.slug }
      return loader({ request: new Request(address, { headers }), params, context: {} as never })
    },
  }
}

/** A file read as RFC 4180 says, with semicolons: lines of cells, without the mark of byte order. */
function read(text: string): string[][] {
  const [rows, cell, row] = [[] as string[][], { text: '' }, { cells: [] as string[] }]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quoted && sign === '"' && text[at + 1] === '"') cell.text += text[++at]
    else if (sign === '"') quoted = !quoted
    else if (quoted || !(sign === ';' || sign === '\n')) cell.text += sign
    else {
      row.cells.push(cell.text.replace(/\r$/, ''))
      cell.text = ''
      if (sign === '\n') rows.push(row.cells.splice(0))
    }
  }
  return rows
}

test('every published input is one line, with a column for each question that anyone may read', async () => {
  const { text, choice, published, ask } = await aFiledRound()
  const long = 'Første linje; med "anførselstegn".\nAndre linje: Kárášjoga gielda.'
  const sent = await published('Tindås kommune', {
    ...{ [text]: long, [choice]: { kind: 'single-choice', choice: 'yes', importance: 4 } },
  })
  await published('Vidnes kommune', { [text]: '=SUM(A1:A9)' })
  const response = await ask()
  expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [heading, ...lines] = read(new TextDecoder().decode(bytes))
  expect(heading?.slice(12)).toEqual([
    ...['1. Hva mener dere?', '2. Er dere enige?', '2. Er dere enige? – hvor viktig, 1–4'],
    'Merknader til avsnitt',
  ])
  expect(lines.map((line) => line.slice(2, 4))).toEqual([
    ['Tindås kommune', 'Kommune'],
    ['Vidnes kommune', 'Kommune'],
  ])
  expect(lines[0]?.slice(12)).toEqual([long, 'Ja', '4', ''])
  expect(lines[0]?.slice(0, 2)).toEqual([sent.input.id, expect.stringContaining(`/inputs/${sent.input.id}`)])
  expect(lines[0]?.[8]).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
  // A spreadsheet would take it for a formula.
  expect(lines[1]?.[12]).toBe("'=SUM(A1:A9)")
})

test('headings and choices are in the language of the address, and fall back where it lacks words', async () => {
  const { text, choice, published, ask } = await aFiledRound()
  await published('Tindås kommune', { [text]: 'Ja.', [choice]: { kind: 'single-choice', choice: 'yes' } })
  const [heading, line] = read((await (await ask('/sv')).text()).slice(1))
  expect(heading?.slice(2, 3).concat(heading.slice(12, 14))).toEqual([
    ...['Avsändare', '1. Vad anser ni?', '2. Er dere enige?'],
  ])
  expect(line?.[13]).toBe('Ja visst')
})

test('what is withdrawn, masked or not published is not in it; letters that count beside each other stand in one line', async () => {
  const { round, text, editor, published, ask } = await aFiledRound()
  const gone = await published('Borte kommune', { [text]: 'Trukket.' })
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, gone.input.id))
  await aSubmittedInput(t.db, round, await anOrganisation(t.db), { [text]: 'Ikke publisert.' })
  const masked = await published('Skjermet kommune', { [text]: 'Hemmelig.' })
  await t.db.update(publicAnswers).set({ text: '[…]' }).where(eq(publicAnswers.versionId, masked.version.id))
  const sender = await anOrganisation(t.db, { name: 'Brev kommune' })
  const first = await aSubmittedInput(t.db, round, sender, { [text]: 'Første brev.' }, { kind: 'registered' })
  await publish(t.db, first, editor.id)
  const second = await aVersion(
    t.db,
    round,
    first.input.id,
    sender,
    { [text]: 'Andre brev.' },
    {
      ...{ kind: 'registered', number: 2 },
    },
  )
  await publish(t.db, second, editor.id)
  const file = await (await ask()).text()
  const [, ...lines] = read(file)
  expect(lines.map((line) => [line[2], line[12]])).toEqual([
    ['Skjermet kommune', '[…]'],
    ['Brev kommune', 'Første brev.\n\nAndre brev.'],
  ])
  for (const hidden of ['Trukket.', 'Borte', 'Ikke publisert', 'Hemmelig']) expect(file).not.toContain(hidden)
})

test('a private person is named for a year', async () => {
  const { round, text, ask } = await aFiledRound()
  const [young, old] = [await aPerson(t.db), await aPerson(t.db)]
  await aPersonalInput(t.db, round, young, { [text]: 'Ja.' })
  await aPersonalInput(t.db, round, old, { [text]: 'Ja.' }, { submittedAt: daysFromNow(-370) })
  const [, ...lines] = read(await (await ask()).text())
  expect(lines.map((line) => line[2])).toEqual([young.name, ''])
})

test('where inputs are shown after closing, the file has its headings and no line until then', async () => {
  const { text, published, ask } = await aFiledRound({ inputsShown: 'after-closing' })
  await published('Tindås kommune', { [text]: 'Ja.' })
  expect(read(await (await ask()).text())).toHaveLength(1)
})

test('who has the file is told so, until something in it is another', async () => {
  const { text, published, ask } = await aFiledRound()
  const sent = await published('Tindås kommune', { [text]: 'Ja.' })
  const tag = (await ask()).headers.get('ETag') ?? ''
  const again = async () => (await ask('', { 'If-None-Match': tag })).status
  expect(await again()).toBe(304)
  expect((await ask('/nn', { 'If-None-Match': tag })).status).toBe(200)
  await t.db.update(publicAnswers).set({ text: '[…]' }).where(eq(publicAnswers.versionId, sent.version.id))
  expect(await again()).toBe(200)
})

test('it is read a hundred at a time, whoever comes meanwhile', async () => {
  const { text, published, ask } = await aFiledRound()
  for (let at = 0; at < 103; at++) await published(`Kommune ${at}`, { [text]: `Svar ${at}.` })
  let lines: string[][] = []
  const said = await statementsOf(async () => {
    lines = read(await (await ask()).text()).slice(1)
  })
  expect(new Set(lines.map(([id]) => id)).size).toBe(103)
  expect(said.filter((statement) => !statement.includes('pg_catalog')).length).toBeLessThanOrEqual(10)
})
