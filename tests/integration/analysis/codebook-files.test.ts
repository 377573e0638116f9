import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CODEBOOK_COLUMNS, COLUMN_NAMES, proposedThemes } from '#app/features/analysis/codebook-file.ts'
import { cellsOf, codebookQdc, type FiledTheme } from '#app/features/analysis/codebook-qdc.ts'
import {
  decodeFile,
  formatOf,
  LARGEST_FILE,
  readCodebook,
} from '#app/features/analysis/codebook-reading.server.ts'
import { CSV_START, csvLine } from '#app/platform/files/csv.ts'

const standing = (code: string, own: { retiredAt?: Date; parentId?: string } = {}) => ({
  ...{ id: `id-${code}`, code, parentId: null, position: 1, retiredAt: null, mergedInto: null },
  ...own,
})

function told(csv: string, codebook: ReturnType<typeof standing>[] = []) {
  const read = readCodebook(csv, formatOf(csv))
  if ('refusal' in read) return `${read.refusal} ${read.row}:${read.column}`
  const { problems } = proposedThemes(read.rows, codebook)
  return [...read.problems, ...problems].map(({ row, column, problem }) => `${row} ${column} ${problem}`)
}

const head = 'Kode;Overordnet kode;Navn (bokmål);Betydning (bokmål)\n'

test('a file with sub-themes is read, whatever order its rows stand in', () => {
  const read = readCodebook(`${head}UN;OV;Under;Er under\nOV;;Over;Er over\n`, 'csv')
  if ('refusal' in read) throw new Error(read.refusal)
  const { themes, problems } = proposedThemes(read.rows, [])
  expect(problems).toEqual([])
  expect(themes.map(({ draft, parentRow, depth }) => [draft.code, parentRow, depth])).toEqual([
    ['UN', 3, 2],
    ['OV', null, 1],
  ])
})

test('comma and tabulator part columns too, and headings may be those of nynorsk', () => {
  for (const sign of [',', '\t', ';'])
    expect(
      told(`${['Kode', 'Overordna kode', 'Namn'].join(sign)}\n${['AB', '', 'Kultur'].join(sign)}`),
    ).toEqual([])
})

test('a formula, lost letters and a title that is too long are told with row and column', () => {
  expect(
    told(`${head}AB;;=SUM(A1:A9);x\nCD;;#REF!;x\nEF;;Sm\ufffd kommuner;x\nGH;;SmÃ¥ kommuner;x\n`),
  ).toEqual([
    '2 Navn (bokmål) formula',
    '3 Navn (bokmål) formula',
    '4 Navn (bokmål) lost-letters',
    '5 Navn (bokmål) lost-letters',
  ])
  expect(told(`${head}AB;;${'a'.repeat(121)};x\n`)).toEqual(['2 Navn (bokmål) title-too-long'])
})

test('a row is known by the line it begins on, also after a cell of several lines', () => {
  expect(told(`${head}AB;;Navn;"en\nto\ntre"\nCDE;;Navn;x\n`)).toEqual(['5 Kode code-not-two-letters'])
})

test('codes that are taken, stand twice or are no codes are told', () => {
  expect(told(`${head}ab;;En;x\nAB;;To;x\nXY;;Tre;x\nQ1;;Fire;x\n`, [standing('XY')])).toEqual([
    '3 Kode code-twice',
    '4 Kode code-taken',
    '5 Kode code-not-two-letters',
  ])
})

test('unknown, retired and circling parents are told, and what would lie too deep', () => {
  const codebook = [standing('TO'), standing('GA', { retiredAt: new Date(0) })]
  expect(told(`${head}AB;ZZ;En;x\nCD;GA;To;x\n`, codebook)).toEqual([
    '2 Overordnet kode parent-unknown',
    '3 Overordnet kode parent-retired',
  ])
  expect(told(`${head}AB;CD;En;x\nCD;AB;To;x\nEF;EF;Tre;x\n`)).toEqual([
    '2 Overordnet kode parent-cycle',
    '3 Overordnet kode parent-cycle',
    '4 Overordnet kode parent-cycle',
  ])
  expect(told(`${head}AB;TO;En;x\nCD;AB;To;x\nEF;CD;Tre;x\n`, codebook)).toEqual([
    '4 Overordnet kode too-deep',
  ])
})

test('headings that say the same twice, and a file without names, are told', () => {
  expect(told('Kode;Navn;Navn (bokmål)\nAB;En;To\n')).toEqual(['1 Navn (bokmål) heading-twice'])
  expect(told('Kode;Farge\nAB;rød\n')[0]).toBe('1 Kode heading-missing')
})

test('a quotation that never ends, too many rows and nothing at all are told', () => {
  expect(told(`${head}AB;;"En;x\n`)).toMatch(/^unended-quote \d/)
  expect(told(head + 'AB;;En;x\n'.repeat(2_000))).toBe('too-many-rows 1001:1')
  expect(told(head)).toBe('no-themes 1:1')
  expect(told(' \n')).toBe('empty 1:1')
})

test('a row without a code gets a free one', () => {
  const read = readCodebook(`${head};;Økonomi;x\n;;Økonomi;y\n`, 'csv')
  if ('refusal' in read) throw new Error(read.refusal)
  const { themes } = proposedThemes(read.rows, [standing('ØK')])
  expect(themes.map(({ draft, codeFree }) => [draft.code, codeFree])).toEqual([
    ['ØO', true],
    ['ØN', true],
  ])
})

test('files are read in UTF-8, UTF-16 and Windows-1252; a byte that is no letter is told where it is', () => {
  const text = 'Navn\nSmå kommuner\n'
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  expect(decodeFile(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' })
  expect(decodeFile(wide)).toEqual({ text, encoding: 'utf-16' })
  expect(decodeFile(Buffer.from(text, 'latin1'))).toEqual({ text, encoding: 'windows-1252' })
  const broken = Buffer.concat([Buffer.from('Navn\nSm'), Buffer.from([0xe5, 0x81])])
  expect(decodeFile(broken)).toEqual({ refusal: 'bytes', row: 2, column: 4 })
  expect(decodeFile(Buffer.from('a\nb\0c'))).toEqual({ refusal: 'bytes', row: 2, column: 2 })
})

test('an XML file that is no codebook, is broken or declares entities is refused with its place', () => {
  expect(told('<html><body/></html>')).toMatch(/^not-codebook 1:/)
  expect(told('<CodeBook><Codes>\n<Code name="a"></Codes></CodeBook>')).toMatch(/^not-codebook 2:/)
  expect(told('<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]><CodeBook/>')).toMatch(
    /^declares-entities 2:/,
  )
  expect(told('<CodeBook><Codes>\n<Code name="&a;"/></Codes></CodeBook>')).toMatch(/^not-codebook 2:/)
  expect(told('<CodeBook><Codes/></CodeBook>')).toBe('no-themes 1:1')
})

test('entities that would grow without end are refused before they grow, and too many codes and too deep ones too', () => {
  const growing = Array.from(
    { length: 30 },
    (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};">`,
  ).join('\n')
  const started = Date.now()
  expect(told(`<!DOCTYPE x [<!ENTITY e0 "lol">\n${growing}]>\n<CodeBook>&e30;</CodeBook>`)).toMatch(
    /^declares-entities/,
  )
  const code = '<Code name="a">\n'
  const all = (times: number, codes: string) => `<CodeBook><Codes>\n${codes.repeat(times)}</Codes></CodeBook>`
  expect(told(all(1_001, '<Code name="a"/>\n'))).toMatch(/^too-many-rows 1002:/)
  expect(told(`<CodeBook><Codes>\n${code.repeat(60)}`)).toMatch(/^not-codebook 53:/)
  const long = `<CodeBook><Codes><Code name="${'a'.repeat(LARGEST_FILE)}"/></Codes></CodeBook>`
  expect(told(long)).toEqual(['1 name too-long', '1 name title-too-long'])
  expect(Date.now() - started).toBeLessThan(5_000)
})

test("another program's codebook is read: codes inside codes, what it says as the meaning", () => {
  const qdc =
    '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1:0"><Codes><Code guid="1" name="Økonomi" isCodable="true">' +
    '<Description>Alt om penger &amp; tid.</Description><Code guid="2" name="Tid" isCodable="true"/></Code></Codes></CodeBook>'
  const read = readCodebook(qdc, formatOf(qdc))
  if ('refusal' in read) throw new Error(read.refusal)
  const { themes, problems } = proposedThemes(read.rows, [])
  expect(problems).toEqual([])
  expect(themes.map(({ draft, parentRow }) => [draft.title.nb, draft.definition.nb, parentRow])).toEqual([
    ['Økonomi', 'Alt om penger & tid.', null],
    ['Tid', undefined, 1],
  ])
})

const words = fc
  .stringMatching(/^[A-Za-zÆØÅæøå "&<>;',-]{1,30}$/)
  .map((text) => `a${text.replace(/ +/g, ' ').trim()}b`)
const code = fc.stringMatching(/^[A-ZÆØÅ]{2}$/)
const codebook = fc
  .uniqueArray(fc.record({ code, title: words, definition: words, nn: fc.boolean(), under: fc.nat() }), {
    ...{ selector: (one) => one.code, minLength: 1, maxLength: 12 },
  })
  .map((rows) =>
    rows.map(
      (row, at): FiledTheme => ({
        ...{
          id: `00000000-0000-4000-8000-0000000000${String(at).padStart(2, '0')}`,
          code: row.code,
          colour: 1,
        },
        parentId: at > 0 && row.under % 2 === 0 ? '00000000-0000-4000-8000-000000000000' : null,
        title: row.nn ? { nn: row.title } : { nb: row.title, nn: row.definition },
        definition: { nb: row.definition },
        ...{ include: null, exclude: { nn: row.title }, standardAnswer: null },
      }),
    ),
  )

const asRead = (text: string) => {
  const read = readCodebook(text, formatOf(text))
  if ('refusal' in read) throw new Error(read.refusal)
  const { themes, problems } = proposedThemes(read.rows, [])
  expect(problems).toEqual([])
  const codeAt = (row: number | null) => themes.find((one) => one.row === row)?.draft.code ?? ''
  return themes
    .map(({ draft, parentRow }) => ({
      ...{ code: draft.code, parent: codeAt(parentRow), title: draft.title },
      ...{ definition: draft.definition, exclude: draft.exclude },
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

const asWritten = (themes: FiledTheme[]) =>
  themes
    .map(({ code: own, parentId, title, definition, exclude }) => ({
      ...{ code: own, parent: themes.find(({ id }) => id === parentId)?.code ?? '', title },
      ...{ definition, exclude: exclude ?? {} },
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))

test('what is taken out as a table or in the exchange form comes in as it was', () => {
  fc.assert(
    fc.property(codebook, (themes) => {
      const rows = themes.map((theme) => CODEBOOK_COLUMNS.map((column) => cellsOf(theme, themes)[column]))
      const csv =
        CSV_START + [CODEBOOK_COLUMNS.map((column) => COLUMN_NAMES[column]), ...rows].map(csvLine).join('')
      expect(asRead(csv)).toEqual(asWritten(themes))
      expect(asRead(codebookQdc(themes))).toEqual(asWritten(themes))
    }),
  )
})

// REFI-QDA 1.5, Codebook.xsd: CodeBook holds Codes (and perhaps Sets), Codes one Code or more, a Code first perhaps a
// Description and then Codes; guid, name and isCodable are required, a colour has six hexadecimal digits.
test('the exchange form has the shape of its schema', () => {
  fc.assert(
    fc.property(codebook, (themes) => {
      const lines = codebookQdc(themes).replace(/<Description>[^<]*<\/Description>/g, '<Description/>')
      const tags = [...lines.matchAll(/<[^?][^>]*>/g)].map(([tag]) => tag)
      const attributes =
        /^<Code guid="[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" name="[^"<\n]*" isCodable="true" color="#[0-9A-F]{6}">$/
      expect(tags[0]).toBe('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Innspill">')
      expect(tags.filter((tag) => tag.startsWith('<Code ')).every((tag) => attributes.test(tag))).toBe(true)
      const shape = tags.map((tag) => tag.replace(/ .*>$/s, '>')).join('')
      const codes = (left: string): string => {
        const without = left.replace(/<Code><Description\/><\/Code>/g, '')
        return without === left ? left : codes(without)
      }
      expect(codes(shape)).toBe('<CodeBook><Codes></Codes></CodeBook>')
    }),
  )
})
