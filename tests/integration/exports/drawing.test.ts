import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { type Outline, type OutlineBlock, wordsOf } from '#app/features/exports/outline.ts'
import { drawDocx } from '#app/features/exports/report-docx.server.ts'
import { outlineOf } from '#app/features/exports/report-outline.ts'
import { drawPdf } from '#app/features/exports/report-pdf.server.ts'
import { aReportFinding, aReportSource } from '#tests/factories/reports.ts'
import { flat, readTagged } from './tagged.ts'

/** Each paragraph of a block as it is to be read again. */
function paragraphsOf(block: OutlineBlock): string[] {
  if (block.kind === 'quote')
    return [block.spans, block.by].map((spans) => flat(spans.map(({ text }) => text).join('')))
  if (block.kind === 'list') return block.items.map(flat)
  if (block.kind === 'table')
    return [
      block.caption,
      block.corner,
      ...block.columns,
      ...block.rows.flatMap(({ head, cells }) => [head, ...cells]),
    ].map(flat)
  return [flat(wordsOf(block))]
}

const wanted = ({ below, blocks }: Outline) => [...below, ...blocks].flatMap(paragraphsOf)

const outline = outlineOf(aReportSource({ findings: [aReportFinding(), aReportFinding()] }))
const partOf = (bytes: Buffer, name: string) =>
  strFromU8(unzipSync(new Uint8Array(bytes))[name] ?? new Uint8Array())

/** A finding whose text has so many paragraphs, each with a long quote. */
function aLongFinding(paragraphs: number) {
  const [quote] = aReportFinding().quotes
  if (!quote) throw new Error('no quote')
  const words = 'Veiledningen må komme før kravene, og den må være lett å finne for små forvaltninger. '
    .repeat(3)
    .trim()
  const numbers = Array.from({ length: paragraphs }, (_, at) => at + 1)
  return aReportFinding({
    text: { nb: numbers.map((number) => `Avsnitt ${number} sier dette: {s${number}}.`).join('\n\n') },
    quotes: numbers.map((number) => ({ ...quote, key: `k${number}`, number, from: `i${number}`, words })),
  })
}

test('a PDF says paragraph by paragraph what the report says, in the order it is read aloud', async () => {
  const { elements, title, outline: bookmarks } = await readTagged(await drawPdf(outline))
  const texts = elements.map(({ text }) => text)
  const from = texts.indexOf(wanted(outline)[0] ?? '')
  const contents = texts.indexOf('Innhold')
  expect(texts.slice(from, contents).concat(texts.slice(contents + 1))).toEqual(wanted(outline))
  expect(title).toBe('Oppsummering av runde 2')
  expect(bookmarks?.map(({ title: chapter }) => chapter)).toEqual([
    ...[
      '1 Om runden',
      '2 Funn',
      '3 Hva som ble gjort',
      '4 Tabeller',
      '5 Avsendere',
      '6 Det som ikke er besvart',
    ],
  ])
  expect(bookmarks?.[1]?.items.map(({ title: part }) => part)).toHaveLength(2)
})

test('a paragraph that goes over the end of a page loses no word', async () => {
  const long = outlineOf(aReportSource({ findings: [aLongFinding(24)] }))
  const { elements, pages } = await readTagged(await drawPdf(long))
  expect(pages).toBeGreaterThan(7)
  const all = elements.map(({ text }) => text).join(' ')
  const said = wanted(long).filter((text) => text.startsWith('Avsnitt '))
  expect(said).toHaveLength(24)
  expect(said.filter((text) => !all.includes(text))).toEqual([])
})

test('a table that goes on over pages has its heads again for the eye, and once for who is read to', async () => {
  const findings = Array.from({ length: 30 }, () => aReportFinding())
  const { elements, artifacts, pages } = await readTagged(
    await drawPdf(outlineOf(aReportSource({ findings }))),
  )
  expect(elements.filter(({ role, text }) => role === 'TH' && text === 'Hvor i dokumentet')).toHaveLength(1)
  expect(artifacts.filter(({ text }) => text.includes('Hvor i dokumentet'))).toHaveLength(1)
  expect(elements.filter(({ role, text }) => role === 'TH' && text.startsWith('2.'))).toHaveLength(30)
  expect(artifacts.filter(({ text, page }) => text.includes(`Side ${page} av ${pages}`))).toHaveLength(pages)
})

test('no word is broken at the head of a table of numbers, in either file', async () => {
  const kinds = ['Alle', 'Kommuner', 'Fylkeskommuner', 'Statlige organer', 'Nettverk', 'Organisasjoner']
  const rows = [{ head: 'Små kommuner og kapasitet', cells: ['35 (100 %)', '3 (17 %)', '1', '0', '1', '0'] }]
  const table = {
    kind: 'table' as const,
    caption: 'Tema',
    corner: 'Tema',
    columns: kinds,
    rows,
    numbers: true,
  }
  const own = { ...outline, blocks: [...outline.blocks, table] }
  const { elements } = await readTagged(await drawPdf(own))
  const heads = elements.filter(({ role }) => role === 'TH').map(({ text }) => text)
  for (const kind of kinds) expect(heads).toContain(kind)
  const body = partOf(await drawDocx(own), 'word/document.xml')
  const grid = body.slice(body.lastIndexOf('<w:tblGrid>'), body.lastIndexOf('</w:tblGrid>'))
  const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width))
  expect(widths).toHaveLength(7)
  // A letter of bold text this size is no wider than 100 twentieths of a point.
  kinds.forEach((kind, at) => {
    const longest = Math.max(...kind.split(' ').map((word) => word.length))
    expect(widths[at + 1], kind).toBeGreaterThanOrEqual(longest * 100)
  })
})

/** The lines of a Word file's contents as they are written, a tab before the page. */
const contentsOf = (body: string) =>
  [...body.matchAll(/<w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/g)].map(([line]) =>
    [...line.matchAll(/<w:t(?: [^>]*)?>([^<]*)|<w:r><w:tab\/>/g)].map(([, words]) => words ?? '\t').join(''),
  )

test('a Word file has its contents with pages from the start, and asks nobody to put them in', async () => {
  const short = outlineOf(aReportSource({ findings: [aLongFinding(24), aReportFinding()] }))
  const bytes = await drawDocx(short)
  const body = partOf(bytes, 'word/document.xml')
  expect(body).not.toMatch(/w:dirty="(?!false)/)
  expect(partOf(bytes, 'word/settings.xml')).not.toContain('w:updateFields')
  const lines = contentsOf(body)
  expect(lines).toHaveLength(8)
  const pages = lines.map((line) => Number(line.split('\t')[1]))
  expect(pages).toEqual([...pages].sort((a, b) => a - b))
  expect(pages[0]).toBe(3)
  expect((pages[3] ?? 0) - (pages[2] ?? 0)).toBeGreaterThan(1)
  const long = { ...short, blocks: Array.from({ length: 90 }, () => short.blocks).flat() }
  const longer = partOf(await drawDocx(long), 'word/document.xml')
  expect(longer).not.toMatch(/w:dirty="(?!false)/)
  expect(contentsOf(longer).slice(0, 2)).toEqual(['1 Om runden', '2 Funn'])
})

test('a draft says so on every page, and no other report does', async () => {
  const draft = outlineOf(aReportSource({ scope: 'draft', findings: [aLongFinding(24)] }))
  const { artifacts, pages } = await readTagged(await drawPdf(draft))
  expect(artifacts.filter(({ text }) => text.includes('UTKAST'))).toHaveLength(pages)
  expect(partOf(await drawDocx(draft), 'word/header1.xml')).toContain('UTKAST')
  const open = unzipSync(new Uint8Array(await drawDocx(outline)))
  expect(
    Object.values(open)
      .map((part) => strFromU8(part))
      .join(''),
  ).not.toContain('UTKAST')
})

test('a Word file says the same, read again by another program', async () => {
  const { value } = await mammoth.extractRawText({ buffer: await drawDocx(outline) })
  const texts = value
    .split(/\n+/)
    .map(flat)
    .filter((text) => text !== '')
  const contents = texts.indexOf('Innhold')
  const [first = ''] = wanted(outline).slice(outline.below.flatMap(paragraphsOf).length)
  const after = texts.lastIndexOf(first)
  const below = outline.below.flatMap(paragraphsOf)
  expect(texts.slice(contents - below.length, contents)).toEqual(below)
  expect(texts.slice(after)).toEqual(wanted(outline).slice(below.length))
})

test('a Word file has real headings, a table of contents, heads that repeat, its languages and its title', async () => {
  const bytes = await drawDocx(outlineOf(aReportSource({ lang: 'nn' })))
  const body = partOf(bytes, 'word/document.xml')
  expect(body).toContain('TOC \\h \\o')
  for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Quote', 'Caption'])
    expect(body, style).toContain(`<w:pStyle w:val="${style}"/>`)
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(3)
  expect(partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="nn-NO"/>')
  expect(partOf(bytes, 'docProps/core.xml')).toContain('<dc:title>Oppsummering av runde 2</dc:title>')
  expect(partOf(bytes, 'word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
})

test('words in another language say which, in both files', async () => {
  const quoted = outlineOf(aReportSource())
  expect(partOf(await drawDocx(quoted), 'word/document.xml')).toContain('<w:lang w:val="nn-NO"/>')
  expect((await drawPdf(quoted)).toString('latin1')).toMatch(/\/Lang \(nn\)/)
})
