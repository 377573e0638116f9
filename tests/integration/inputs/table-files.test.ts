import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { zipped } from '#tests/factories/docx.ts'
import { renamed, zeros } from '#tests/factories/evil-docx.ts'
import { anXlsx, aPng, xlsxParts } from '#tests/factories/files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'innspill-tables-'))
const reader = fork('tests/integration/inputs/table-reader.ts', {
  execArgv: ['--max-old-space-size=200', '--import', 'tsx'],
  serialization: 'advanced',
})
afterAll(() => void reader.kill())
const ended = once(reader, 'exit').then(([code, signal]) => {
  throw new Error(`The reader ended: ${signal ?? code}`)
})
ended.catch(() => {})

/** A spreadsheet as a program saves it, styles and all. */
const aSheet = async (cells: (string | number)[][]) =>
  (await writeXlsxFile(cells.map((row) => row.map((value) => ({ value }))))).toBuffer()

let count = 0
/** What a process with 200 MB for its objects makes of the bytes; it ends, and so does the test, where that is too little. */
async function read(bytes: Buffer | string) {
  count += 1
  const file = path.join(folder, `table-${count}`)
  writeFileSync(file, bytes)
  const answer = once(reader, 'message')
  reader.send({ path: file, into: `${file}.rows` })
  return (await Promise.race([answer, ended]))[0] as { read: unknown; megabytes: number }
}

const { megabytes: ordinary } = await read(
  await aSheet([
    ['Navn', 'Tekst'],
    ['Laget', 'Ja.'],
  ]),
)

const table =
  'Navn;Dato;Tekst\r\n"Solvær; kommune";19.5.2026;"=1+1\nog æøå – «ja»"\r\n\r\nLaget;;"Nei ""takk"""\r\n'
const facts = {
  ...{ type: 'csv', columns: ['Navn', 'Dato', 'Tekst'], rowCount: 2 },
  sample: [
    ['Solvær; kommune', '19.5.2026', '=1+1\nog æøå – «ja»'],
    ['Laget', '', 'Nei "takk"'],
  ],
}
const cp1252 = (text: string) =>
  Buffer.from([...text].map((sign) => ({ '–': 0x96 })[sign] ?? sign.charCodeAt(0)))

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
  ['UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from(table, 'utf16le')],
  ['Windows-1252', cp1252(table)],
])('a table in %s is read, quotes, lines and formulas as they stand', async (_, bytes) => {
  expect((await read(bytes)).read).toEqual(facts)
})

test('commas, tabs and a spreadsheet give the same rows; a number and a day stand as they are shown', async () => {
  expect((await read('Navn,Tekst\nLaget,"Ja, takk"\n')).read).toMatchObject({
    sample: [['Laget', 'Ja, takk']],
  })
  expect((await read('Navn\tTekst\nLaget\tJa\n')).read).toMatchObject({ sample: [['Laget', 'Ja']] })
  const sheet = await aSheet([
    ['Navn', 'Nummer', 'Navn'],
    ['Laget', 111, '=SUM(A1)'],
  ])
  expect((await read(sheet)).read).toEqual({
    ...{ type: 'xlsx', columns: ['Navn', 'Nummer', 'Navn'], rowCount: 1 },
    sample: [['Laget', '111', '=SUM(A1)']],
  })
})

const rows = (many: number) => Array.from({ length: many }, (_, at) => [`Lag ${at}`, `Vi mener ${at}.`])
const csv = (many: number) =>
  rows(many)
    .map((cells) => cells.join(';'))
    .join('\n')
const parts = xlsxParts('Ark', [['Navn'], ['Laget']])
const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`

const evil: [refusal: string, what: string, bytes: Buffer | string][] = [
  ['empty-file', 'nothing', ''],
  ['no-rows', 'headings only', 'Navn;Tekst\n'],
  ['not-a-table', 'a picture that says it is a table', aPng()],
  ['not-a-table', 'a program', Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(2_000, 7)])],
  ['not-a-table', 'a PDF', '%PDF-1.7\n1 0 obj\n'],
  ['not-a-table', 'a zip file of something else', zipped({ 'les-meg.txt': 'Hei' })],
  ['not-a-table', '200 MB of zeros in one part', await zeros(200)],
  [
    'not-a-table',
    'a sheet that declares entities',
    zipped({ ...parts, 'xl/worksheets/sheet1.xml': `${bomb}<worksheet/>` }),
  ],
  [
    'not-a-table',
    'a path that leads out',
    renamed(
      zipped({ ...parts, 'xl/aaaaaaaaaaaaaaa.bin': 'x' }),
      'xl/aaaaaaaaaaaaaaa.bin',
      '../../../../aaaaaaaa.bin',
    ),
  ],
  [
    'broken',
    'a sheet that is not there',
    zipped({ '[Content_Types].xml': parts['[Content_Types].xml'], 'xl/workbook.xml': '<workbook' }),
  ],
  ['too-many-rows', '100,000 rows of CSV', csv(100_000)],
  ['too-many-rows', '100,000 rows in a spreadsheet', anXlsx('Ark', rows(100_000))],
  [
    'too-many-columns',
    '5,000 columns',
    `${Array.from({ length: 5_000 }, (_, at) => `K${at}`).join(';')}\nx\n`,
  ],
  ['too-much-text', 'one cell of 5 MB', `Navn;Tekst\nLaget;${'a'.repeat(500_000)}\n`],
  ['unclosed-quote', 'a quotation mark that never ends', 'Navn;Tekst\nLaget;"Ja\nLag;Nei\n'],
]

test.each(evil)('refuses with «%s», in little memory: %s', async (refusal, _what, bytes) => {
  const { read: found, megabytes } = await read(bytes)
  expect(found).toEqual({ refusal })
  expect(megabytes - ordinary).toBeLessThan(260)
})

test('20,000 rows of ordinary letters are read in little memory', async () => {
  const letters = rows(20_000).map(
    ([name, text]) => `${name};${text} ${'Vi vil ha tid til øving. '.repeat(20)}`,
  )
  const { read: found, megabytes } = await read(`Navn;Tekst\n${letters.join('\n')}`)
  expect(found).toMatchObject({ rowCount: 20_000 })
  expect(megabytes - ordinary).toBeLessThan(260)
})
