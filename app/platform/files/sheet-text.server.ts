import path from 'node:path'
import { type TextLines, textLimits } from './text-lines.ts'
import { hearXml } from './xml-events.server.ts'
import type { ZipParts } from './zip.server.ts'

const mostSheets = 100

/** What a spreadsheet says: the name of each sheet, and each row with anything in it as one line of its cells. */
export async function readSheets(zip: ZipParts, lines: TextLines): Promise<void> {
  const words = await sharedWords(zip)
  for (const { name, part } of (await sheetsOf(zip)).slice(0, mostSheets)) {
    if (lines.full) return
    lines.add(name)
    await readSheet(zip, part, words, lines)
  }
}

/** The sheets in the order they are shown in, hidden ones too: the file is handed out with them. */
async function sheetsOf(zip: ZipParts): Promise<{ name: string; part: string }[]> {
  const targets = new Map<string, string>()
  const relations = await zip.open('xl/_rels/workbook.xml.rels')
  if (relations)
    await hearXml(relations, {
      open(name, { Id, Target }) {
        if (name === 'Relationship' && Id && Target) targets.set(Id, Target)
      },
    })
  const sheets: { name: string; part: string }[] = []
  const workbook = await zip.open('xl/workbook.xml')
  if (workbook)
    await hearXml(workbook, {
      open(tag, { name = '', 'r:id': id = '' }) {
        const target = targets.get(id)
        if (tag === 'sheet' && target) sheets.push({ name, part: path.posix.resolve('/xl', target).slice(1) })
      },
    })
  return sheets
}

/** Words that cells point to by number. As many as could ever be kept. */
async function sharedWords(zip: ZipParts): Promise<string[]> {
  const words: string[] = []
  let letters = 0
  let current: string | null = null
  let hearing = false
  const part = await zip.open('xl/sharedStrings.xml')
  if (!part) return words
  await hearXml(part, {
    open(name) {
      if (name === 'si') current = ''
      // Readings of foreign signs are written beside them.
      hearing = name === 't' || (hearing && name !== 'rPh')
    },
    close(name) {
      if (name === 't') hearing = false
      if (name !== 'si' || current === null) return
      letters += current.length
      words.push(current)
      current = null
    },
    text(text) {
      if (hearing && current !== null) current += text
    },
    enough: () => letters > 4 * textLimits.letters,
  })
  return words
}

async function readSheet(zip: ZipParts, name: string, words: readonly string[], lines: TextLines) {
  const part = await zip.open(name)
  if (!part) return
  let cells: string[] = []
  let kind = ''
  let value = ''
  let hearing = false
  await hearXml(part, {
    open(tag, { t = '' }) {
      if (tag === 'row') cells = []
      if (tag === 'c') [kind, value] = [t, '']
      hearing = tag === 'v' || (kind === 'inlineStr' && tag === 't')
    },
    close(tag) {
      hearing = false
      if (tag === 'c') cells.push(shown(kind, value, words))
      if (tag === 'row') lines.add(cells.filter(Boolean).join(' | '))
    },
    text(text) {
      if (hearing) value += text
    },
    enough: () => lines.full,
  })
}

function shown(kind: string, value: string, words: readonly string[]): string {
  const text = kind === 's' ? (words[Number(value)] ?? '') : value
  // A sum is stored with all its decimals; nobody wrote 0.30000000000000004.
  const number = kind === '' || kind === 'n' ? Number(text) : Number.NaN
  const tidy = text !== '' && Number.isFinite(number) ? String(Number(number.toPrecision(12))) : text
  return tidy.replace(/\s+/g, ' ').trim()
}
