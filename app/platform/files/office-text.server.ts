import type { TextLines } from './text-lines.ts'
import { hearXml, type XmlListener } from './xml-events.server.ts'
import type { ZipParts } from './zip.server.ts'

/** How a kind of document writes its text. Where `runs` is null everything inside a paragraph is text. */
type Dialect = {
  paragraphs: ReadonlySet<string>
  runs: ReadonlySet<string> | null
  breaks: Readonly<Record<string, string>>
  row: string
  cell: string
  /** What is not text to read: deleted words, margin notes, a drawing's second form. */
  skipped: ReadonlySet<string>
}

const word: Dialect = {
  paragraphs: new Set(['p']),
  runs: new Set(['t']),
  breaks: { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' },
  row: 'tr',
  cell: 'tc',
  skipped: new Set(['Fallback', 'delText', 'del', 'moveFrom', 'instrText']),
}

const openDocument: Dialect = {
  paragraphs: new Set(['p', 'h']),
  runs: null,
  breaks: { tab: ' ', s: ' ', 'line-break': '\n' },
  row: 'table-row',
  cell: 'table-cell',
  skipped: new Set(['tracked-changes', 'annotation', 'annotation-end', 'desc']),
}

/** What a Word document says: its text in order, and its notes after it. */
export async function readWord(zip: ZipParts, lines: TextLines): Promise<void> {
  for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'])
    await readPart(zip, part, word, lines)
}

/** What an OpenDocument text says. */
export async function readOpenDocument(zip: ZipParts, lines: TextLines): Promise<void> {
  await readPart(zip, 'content.xml', openDocument, lines)
}

async function readPart(zip: ZipParts, name: string, dialect: Dialect, lines: TextLines) {
  const part = await zip.open(name)
  if (part && !lines.full) await hearXml(part, paragraphsInto(lines, dialect))
}

/** Each paragraph becomes a line; each row of a table one line of its cells. */
function paragraphsInto(lines: TextLines, dialect: Dialect): XmlListener {
  // Paragraphs stand inside each other where one holds a text box or a note.
  const open: string[] = []
  const rows: string[][] = []
  let skipping = 0
  let inRun = 0
  const write = (text: string) => {
    if (skipping === 0 && open.length > 0) open[open.length - 1] += text
  }
  const isRun = (name: string) => dialect.runs?.has(name) ?? false
  return {
    open(name) {
      if (dialect.skipped.has(name)) skipping += 1
      else if (dialect.paragraphs.has(name)) open.push('')
      else if (name === dialect.row) rows.push([])
      else if (name === dialect.cell) rows.at(-1)?.push('')
      else if (isRun(name)) inRun += 1
      else if (Object.hasOwn(dialect.breaks, name)) write(dialect.breaks[name] ?? '')
    },
    close(name) {
      if (dialect.skipped.has(name)) skipping -= 1
      else if (isRun(name)) inRun -= 1
      else if (name === dialect.row) {
        const text = (rows.pop() ?? []).filter(Boolean).join(' | ')
        said(text)
      } else if (dialect.paragraphs.has(name)) said(open.pop() ?? '')
    },
    text(text) {
      if (dialect.runs === null || inRun > 0) write(dialect.runs === null ? text.replace(/\s+/g, ' ') : text)
    },
    enough: () => lines.full,
  }

  function said(text: string) {
    const cells = rows.at(-1)
    if (!cells) return lines.add(text)
    const line = text.replace(/\s+/g, ' ').trim()
    const at = Math.max(0, cells.length - 1)
    cells[at] = [cells[at], line].filter(Boolean).join(' ')
  }
}
