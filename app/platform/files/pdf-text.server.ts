import { readFile } from 'node:fs/promises'
import { getDocumentProxy } from 'unpdf'
import { joinedLines, type PrintedLine } from './printed-lines.ts'
import type { TextLines } from './text-lines.ts'

const mostPages = 2_000

type Piece = { str: string; hasEOL: boolean; transform: number[]; width: number; height: number }

/** What a PDF says, page by page, with the lines of a paragraph as one. Throws what PDF.js throws. */
export async function readPdf(path: string, lines: TextLines): Promise<void> {
  const data = new Uint8Array(await readFile(path))
  const pdf = await getDocumentProxy(data, {
    ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false },
    ...{ enableXfa: false, verbosity: 0 },
  })
  if (pdf.numPages > mostPages) lines.cut()
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && !lines.full; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) => ('str' in item ? [item as Piece] : []))
    for (const paragraph of joinedLines(printed(pieces))) lines.add(paragraph)
    page.cleanup()
  }
}

/** Pieces that stand on one line of the page, as one. */
function printed(pieces: readonly Piece[]): PrintedLine[] {
  const found: PrintedLine[] = []
  let goesOn = false
  for (const { str, hasEOL, transform, width, height } of pieces) {
    const [, , , , x = 0, y = 0] = transform
    const last = goesOn ? found.at(-1) : undefined
    const beside = last && (str.trim() === '' || Math.abs(last.y - y) <= Math.max(last.height, height, 1) / 2)
    if (last && beside) {
      last.text += str
      last.end = Math.max(last.end, x + width)
      last.height = Math.max(last.height, height)
    } else if (str.trim() !== '') {
      found.push({ text: str, y, start: x, end: x + width, height })
      goesOn = true
    }
    if (hasEOL) goesOn = false
  }
  return found
}
