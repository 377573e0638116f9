import { setImmediate as turn } from 'node:timers/promises'
import { type Element, type Pdf, paperLook, startPaper } from '#app/platform/paper/paper.server.ts'
import type { Outline } from './outline.ts'
import { drawBlock, drawFacts } from './pdf-blocks.server.ts'
import { contentsOf, drawContents, reserveContents } from './pdf-contents.server.ts'
import { Bookmarks } from './pdf-marks.server.ts'
import { paragraph, pdfSizes, textWidth } from './pdf-paragraph.server.ts'

const { margins, muted } = paperLook
// Blocks that are drawn before others in the process get their turn.
const blocksAtOnce = 40

/**
 * Draws a report as a PDF that screen readers can read: tagged headings, lists, quotes and tables with their heads, a table
 * of contents, bookmarks, and the language of whatever is in another.
 */
export async function drawPdf(outline: Outline, { signal }: { signal?: AbortSignal } = {}): Promise<Buffer> {
  const { title, lang, draft, blocks } = outline
  const { pdf, whole, finish } = startPaper({ title, lang })
  const marks = new Bookmarks(pdf)
  drawFront(pdf, whole, marks, outline)
  const place = { under: whole, left: 0 }
  pdf.y += 24
  for (const block of outline.below) drawBlock(pdf, place, block, marks)
  const entries = contentsOf(blocks)
  const reserved = reserveContents(pdf, whole, outline.contents, entries)
  for (const [at, block] of blocks.entries()) {
    if (at % blocksAtOnce === 0) {
      await turn()
      signal?.throwIfAborted()
    }
    if (block.kind === 'heading' && block.level <= 2) marks.add(at, block.level, block.text)
    drawBlock(pdf, place, block, marks)
  }
  drawContents(pdf, reserved, entries, (at) => marks.pageOf(at))
  if (draft) markDraft(pdf, draft.mark)
  return finish((page, pages) => `${outline.foot}. ${outline.page(page, pages)}`)
}

function drawFront(pdf: Pdf, whole: Element, marks: Bookmarks, { title, subtitle, draft, front }: Outline) {
  pdf.y = 150
  paragraph(pdf, whole, marks.roleOf(0), [{ text: title, look: 'strong' }], { size: pdfSizes.title })
  paragraph(pdf, whole, 'P', [{ text: subtitle }], { size: 14, colour: muted })
  pdf.moveDown(1)
  if (draft) {
    paragraph(pdf, whole, 'P', [{ text: `${draft.mark}. `, look: 'strong' }, { text: draft.text }], {})
    pdf.moveDown(0.8)
  }
  drawFacts(pdf, whole, front)
}

/** Says on every page that it is a draft. */
function markDraft(pdf: Pdf, mark: string) {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf
      .font('bold')
      .fontSize(11)
      .fillColor(muted)
      .text(mark, margins.left, 32, { width: textWidth(pdf), align: 'right', lineBreak: false })
    pdf.endMarkedContent()
  }
}
