import mammoth from 'mammoth'
import { isRefusal, type Refused, refuse } from '#app/platform/refusal.ts'
import { blocksFromWord, type ReadBlock, type ReadNotes, type WordPart } from './docx-blocks.ts'
import { type FileRefusal, readParts } from './docx-parts.server.ts'
import { isTooLong } from './writing.ts'

/** Most blocks a file may become. */
export const mostReadBlocks = 2_000

/** What a file was read as, and what was left out of it, by kind. */
export type Reading = { blocks: ReadBlock[]; notes: ReadNotes }

/** `at` is the block that is too long, counted from 1, and `begins` its first words. */
export type ReadingRefusal =
  | Refused<FileRefusal | 'nothing-readable' | 'too-many-blocks' | 'unreadable'>
  | (Refused<'block-too-long'> & { at: number; begins: string })

/** Reads a Word file as blocks, or says why not. Takes what memory and time the file asks for: see readDocxApart. */
export async function readDocx(bytes: Buffer): Promise<Reading | ReadingRefusal> {
  const parts = await readParts(bytes)
  if (isRefusal(parts)) return parts
  const document = await parse(parts)
  if (isRefusal(document)) return document
  const counts: ReadNotes = {}
  const { blocks, notes } = blocksFromWord(partsOf(document.children ?? [], counts))
  if (blocks.length === 0) return refuse('nothing-readable')
  if (blocks.length > mostReadBlocks) return refuse('too-many-blocks')
  const at = blocks.findIndex(({ kind, text }) => isTooLong(kind, text))
  if (at >= 0)
    return { ...refuse('block-too-long'), at: at + 1, begins: (blocks[at]?.text ?? '').slice(0, 60) }
  const changes = [...parts.values()].reduce((sum, xml) => sum + countOf(xml, /<w:(?:ins|del|moveTo)\s/g), 0)
  return { blocks, notes: { ...notes, ...counts, ...(changes > 0 && { changes }) } }
}

const countOf = (text: string, what: RegExp) => text.match(what)?.length ?? 0

/** The nodes of mammoth's own picture of a document that are used here. */
type Node = {
  type: string
  children?: Node[]
  value?: string
  styleName?: string | null
  styleId?: string | null
  numbering?: { level: string; isOrdered: boolean } | null
  breakType?: string
  checked?: boolean
}

/**
 * Hands mammoth the verified parts and takes its document before anything is made of it: there is no HTML at any time,
 * pictures are never opened, and no other file of the computer can be asked for.
 */
async function parse(parts: ReadonlyMap<string, string>): Promise<Node | Refused<'unreadable'>> {
  let found: Node | undefined
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) =>
      encoding ? (parts.get(name) ?? '') : Buffer.from(parts.get(name) ?? ''),
  }
  // Its types know files and buffers only, but it also takes a file that has been opened.
  const opened = { file } as unknown as { buffer: Buffer }
  try {
    await mammoth.convertToHtml(opened, {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument(document: Node) {
        found = document
        return { ...document, children: [] }
      },
    })
  } catch {
    return refuse('unreadable')
  }
  return found ?? refuse('unreadable')
}

function partsOf(nodes: readonly Node[], counts: ReadNotes): WordPart[] {
  return nodes.flatMap((node): WordPart[] => {
    if (node.type === 'table') return partsOfTable(node, counts)
    if (node.type !== 'paragraph') return node.children ? partsOf(node.children, counts) : []
    const list = node.numbering
      ? { level: Number(node.numbering.level) || 0, ordered: node.numbering.isOrdered }
      : null
    const style = [node.styleName, node.styleId].filter(Boolean).join(' / ')
    return [{ text: textOf(node, counts), style, list }]
  })
}

// A table of one cell is a box round ordinary text.
function partsOfTable(table: Node, counts: ReadNotes): WordPart[] {
  const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow')
  const cells = rows.map((row) => (row.children ?? []).filter(({ type }) => type === 'tableCell'))
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined
  if (only) return partsOf(only.children ?? [], counts)
  return [{ rows: cells.map((row) => row.map((cell) => textOf(cell, counts))) }]
}

function textOf(node: Node, counts: ReadNotes): string {
  const note = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
    return ''
  }
  switch (node.type) {
    case 'text':
      return node.value ?? ''
    case 'tab':
      return ' '
    case 'break':
      return node.breakType === 'line' ? '\n' : ' '
    case 'checkbox':
      return node.checked ? '☑ ' : '☐ '
    case 'image':
      return note('pictures')
    case 'noteReference':
      return note('footnotes')
    case 'commentReference':
      return note('comments')
    default: {
      if (node.type === 'hyperlink') note('links')
      const text = (node.children ?? []).map((child) => textOf(child, counts)).join('')
      return node.type === 'paragraph' ? `${text}\n` : text
    }
  }
}
