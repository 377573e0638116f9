import { cleanText } from '../../platform/rich-text/clean-text.ts'
import type { ParagraphKind } from './paragraph.ts'

/** A block as it is typed: `unnumbered` is a chapter that is not counted, such as a foreword. */
export type WrittenBlock = { kind: ParagraphKind; unnumbered?: true; text: string }

type Opened = { kind: ParagraphKind; unnumbered?: true; lines: string[] }

const marker = /^(#!|##+|#|>|--)(?:\s+(.*))?$/
const markerEscaped = /^\\+(?=(?:#!|##+|#|>|--)(?:\s|$))/
const needsEscape = /^\\*(?:#!|##+|#|>|--)(?:\s|$)/

/**
 * Reads several blocks from a text in a light notation. A blank line stands between blocks; a line opens a chapter with
 * `# `, a chapter that is not counted with `#! `, a subheading with `## `, an ambition with `> ` and a signature with
 * `-- `. Headings are one line. A line that is to begin with such a mark itself gets a `\` in front.
 */
export function blocksFromText(text: string): WrittenBlock[] {
  const blocks: Opened[] = []
  let open: Opened | undefined
  for (const given of cleanText(text).split('\n')) {
    const line = tidyLine(given)
    const [, mark, marked = ''] = marker.exec(line) ?? []
    if (line === '') open = undefined
    else if (mark?.startsWith('#')) {
      const kind = mark.startsWith('##') ? ('subheading' as const) : ('heading' as const)
      blocks.push({ kind, ...(mark === '#!' && { unnumbered: true as const }), lines: [marked] })
      open = undefined
    } else if (mark) {
      const kind = mark === '>' ? ('ambition' as const) : ('signature' as const)
      if (open?.kind !== kind) {
        open = { kind, lines: [] }
        blocks.push(open)
      }
      open.lines.push(marked)
    } else {
      if (!open) {
        open = { kind: 'paragraph', lines: [] }
        blocks.push(open)
      }
      open.lines.push(markerEscaped.test(line) ? line.slice(1) : line)
    }
  }
  return blocks
    .map(({ lines, ...block }) => ({ ...block, text: lines.filter((line) => line !== '').join('\n') }))
    .filter((block) => block.text !== '')
}

/** The same blocks in the notation; reading them again gives the blocks back. */
export function textFromBlocks(blocks: readonly WrittenBlock[]): string {
  return blocks.map(written).join('\n\n')
}

function written({ kind, unnumbered, text }: WrittenBlock): string {
  if (kind === 'heading') return `${unnumbered ? '#!' : '#'} ${text}`
  if (kind === 'subheading') return `## ${text}`
  const lines = text.split('\n')
  if (kind === 'ambition') return lines.map((line) => `> ${line}`).join('\n')
  if (kind === 'signature') return lines.map((line) => `-- ${line}`).join('\n')
  return lines.map((line) => (needsEscape.test(line) ? `\\${line}` : line)).join('\n')
}

/** Text fit for one block: clean, tidy lines and none of them blank; a heading is one line. */
export function tidyText(kind: ParagraphKind, text: string): string {
  const lines = cleanText(text)
    .split('\n')
    .map(tidyLine)
    .filter((line) => line !== '')
  return lines.join(kind === 'heading' || kind === 'subheading' ? ' ' : '\n')
}

/** The parts a typed text falls into: a blank line stands between them. */
export function partsOf(kind: ParagraphKind, text: string): string[] {
  return cleanText(text)
    .split(/\n[^\S\n]*\n/)
    .map((part) => tidyText(kind, part))
    .filter((part) => part !== '')
}

const tidyLine = (line: string) => line.replace(/[ \t\u200b\ufeff]+/g, ' ').trim()
