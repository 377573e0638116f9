import type { ParagraphKind } from './paragraph.ts'
import { longestBlock } from './writing.ts'
import { tidyText } from './writing-notation.ts'

/** A paragraph of a Word file: its style's name and id in one, and its place in a list if it is in one. */
export type WordParagraph = {
  text: string
  style: string
  list: { level: number; ordered: boolean } | null
}

/** A paragraph, or a table as rows of cells. */
export type WordPart = WordParagraph | { rows: string[][] }

/** A block as it will stand, in one language. */
export type ReadBlock = { kind: ParagraphKind; unnumbered?: true; text: string }

/** What became of what cannot stand as it stood: how many tables, lists of contents, typed numbers. */
export type ReadNotes = Record<string, number>

const foreword = /^(forord|føreord|foreword|preface)$/i
const typedNumber = /^(?:kapittel\s+|kap\.\s*)?(\d{1,2}(?:\.\d{1,3})*)([.)]?)\s+(?=\S)/i
const ambitionWord = /^(?:ambisjon|ambition)(?:en)?(?:\s+\d{1,2})?\s*:\s*(?=\S)/i

/**
 * Turns the parts of a Word file into blocks. Heading 1 and Title open chapters, other headings are subheadings. A list
 * becomes lines of one paragraph, of the one that introduces it where that ends with a colon: a number is for a
 * statement people may answer, not for half a sentence. Numbers typed by hand go, since blocks get their own.
 */
export function blocksFromWord(parts: readonly WordPart[]): { blocks: ReadBlock[]; notes: ReadNotes } {
  const notes: ReadNotes = {}
  const note = (name: string) => {
    notes[name] = (notes[name] ?? 0) + 1
  }
  const headings = parts.filter(
    (part): part is WordParagraph => 'style' in part && kindOfStyle(part.style) === 'heading',
  )
  // Where most chapters are numbered, those that are not were left so on purpose.
  const numbered = headings.filter(({ text, list }) => list !== null || typedNumber.test(text)).length
  const someAreNot = numbered > 0 && numbered * 2 >= headings.length
  const made: (ReadBlock & { listed?: boolean })[] = []
  let chapters = 0
  let inList = 0
  for (const part of parts) {
    if ('rows' in part) {
      const lines = part.rows.map((cells) => cells.map(oneLine).filter(Boolean).join(' | ')).filter(Boolean)
      if (lines.length > 0) made.push({ kind: 'paragraph', text: lines.join('\n') })
      note('tables')
      continue
    }
    const { style } = part
    if (/^(toc|innh)\s*\d|toc ?heading|innholdsfortegnelse/i.test(style)) {
      if (part.text.trim()) note('contents')
      continue
    }
    let kind = kindOfStyle(style)
    let text = tidyText(kind, part.text)
    if (text === '') continue
    if (kind === 'paragraph' && ambitionWord.test(text)) kind = 'ambition'
    if (kind === 'ambition') text = text.replace(ambitionWord, '')
    const bare = withoutNumber(kind, text, chapters)
    if (bare !== text) note('numbers')
    if (kind === 'heading') {
      const isNumbered = bare !== text || part.list !== null
      const unnumbered = foreword.test(bare) || isTitle(style) || (someAreNot && !isNumbered)
      if (!unnumbered) chapters += 1
      made.push({ kind, ...(unnumbered && { unnumbered: true as const }), text: bare })
      inList = 0
      continue
    }
    const item = kind === 'paragraph' ? part.list : null
    // The paragraphs of a chapter that Word counts (4.1, 4.2) are no list: their first level is the chapter.
    if (!item || (item.ordered && item.level > 0 && inList === 0)) {
      made.push({ kind, text: bare })
      inList = 0
      continue
    }
    inList += 1
    const line = `${item.ordered && item.level === 0 ? `${inList}.` : '–'} ${bare}`
    const last = made.at(-1)
    const joins = last?.kind === 'paragraph' && (inList > 1 || last.text.endsWith(':'))
    if (last && joins && last.text.length + line.length < longestBlock) last.text += `\n${line}`
    else made.push({ kind: 'paragraph', text: line })
    if (inList === 1) note('lists')
  }
  return { blocks: signed(made), notes }
}

function kindOfStyle(style: string): ParagraphKind {
  if (isTitle(style)) return 'heading'
  const [, level] = /(?:heading|overskrift|rubrik)\s*([1-9])/i.exec(style) ?? []
  if (level) return level === '1' ? 'heading' : 'subheading'
  if (/\b(ambisjon|ambition)/i.test(style)) return 'ambition'
  return /\b(signatur|signature|underskrift)/i.test(style) ? 'signature' : 'paragraph'
}

const isTitle = (style: string) => /^(title|tittel)\b/i.test(style)

const oneLine = (text: string) => tidyText('heading', text)

/** A number somebody typed is taken away where it is a number of this chapter, and not the first word of a sentence. */
function withoutNumber(kind: ParagraphKind, text: string, chapters: number): string {
  const [all, number = '', sign] = typedNumber.exec(text) ?? []
  if (!all || kind === 'ambition' || kind === 'signature') return text
  const dotted = number.includes('.')
  const chapter = Number(number.split('.')[0])
  const isNumber =
    kind === 'heading'
      ? dotted || sign !== '' || chapter === chapters + 1 || /^kap/i.test(all)
      : kind === 'subheading'
        ? dotted || sign !== ''
        : dotted && chapter === chapters
  return isNumber ? text.slice(all.length) : text
}

const longestSignature = 80

/** The last short lines of a foreword are who signed it. */
function signed(blocks: readonly ReadBlock[]): ReadBlock[] {
  const after: ReadBlock[] = []
  for (let place = blocks.length - 1; place >= 0; place -= 1) {
    const block = blocks[place] as ReadBlock
    const next = after.at(-1)
    const ends = next === undefined || next.kind === 'heading' || next.kind === 'signature'
    const short =
      ends &&
      block.kind === 'paragraph' &&
      !/[.:!?]$|\n/.test(block.text) &&
      block.text.length <= longestSignature &&
      blocks[place - 1]?.kind === 'paragraph' &&
      inForeword(blocks, place)
    if (!short) after.push(block)
    else if (next?.kind === 'signature') next.text = `${block.text}\n${next.text}`
    else after.push({ kind: 'signature', text: block.text })
  }
  return after.reverse()
}

function inForeword(blocks: readonly ReadBlock[], place: number): boolean {
  const heading = blocks.slice(0, place).findLast(({ kind }) => kind === 'heading')
  return heading !== undefined && foreword.test(heading.text)
}
