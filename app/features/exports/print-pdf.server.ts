import { setImmediate as turn } from 'node:timers/promises'
import { startPaper } from '#app/platform/paper/paper.server.ts'
import { drawBlock } from './pdf-blocks.server.ts'
import { drawContents, type Entry, reserveContents } from './pdf-contents.server.ts'
import { Bookmarks } from './pdf-marks.server.ts'
import { type Print, type PrintBlock, plain } from './print.ts'

// Blocks that are drawn before others in the process get their turn.
const blocksAtOnce = 10

/**
 * Draws a printed page as a PDF that screen readers can read: tagged, with title, language, bookmarks, and the addresses of
 * the page as destinations in the file, so that `document.pdf#avsnitt-1.1` leads there.
 */
export async function drawPrint({
  lang,
  title,
  blocks,
  contents,
  address,
  edition,
  sheet,
}: Print): Promise<Buffer> {
  const { pdf, whole, finish } = startPaper({ title, lang })
  const marks = new Bookmarks(pdf)
  const place = { under: whole, left: 0 }
  const entries = entriesOf(blocks)
  const first = entries.find(({ level }) => level === 1)?.at ?? 0
  let reserved: ReturnType<typeof reserveContents> | null = null
  for (const [at, block] of blocks.entries()) {
    if (at % blocksAtOnce === 0) await turn()
    if (contents && at === first) {
      reserved = reserveContents(pdf, whole, contents, entries)
      pdf.addPage()
    }
    if (block.kind === 'heading' && (block.level === 1 || block.level === 2))
      marks.add(at, block.level, plain(block.spans))
    drawBlock(pdf, place, block, marks)
  }
  if (reserved) drawContents(pdf, reserved, entries, (at) => marks.pageOf(at))
  const sheetOf = (page: number, pages: number) =>
    sheet.replace('{page}', `${page}`).replace('{pages}', `${pages}`)
  return finish((page, pages) =>
    [address, [edition, sheetOf(page, pages)].filter(Boolean).join(' · ')].join('\n'),
  )
}

function entriesOf(blocks: readonly PrintBlock[]): Entry[] {
  return blocks.flatMap((block, at) =>
    block.kind === 'heading' && (block.level === 1 || block.level === 2)
      ? [{ at, level: block.level, text: plain(block.spans) }]
      : [],
  )
}
