import { setImmediate as turn } from 'node:timers/promises'
import { type Element, type Pdf, paperLook, startPaper } from '#app/platform/paper/paper.server.ts'
import type { Fact, Outline, OutlineBlock, Span } from './outline.ts'
import { contentsOf, drawContents, reserveContents } from './pdf-contents.server.ts'
import { drawTable } from './pdf-table.server.ts'

const { margins, ink, muted, linked, rule } = paperLook
const size = { title: 26, text: 10.5, small: 9, 1: 18, 2: 14, 3: 11.5, 4: 10.5 } as const
const lineGap = 3
// Blocks that are drawn before others in the process get their turn.
const blocksAtOnce = 40

/**
 * Draws a report as a PDF that screen readers can read: tagged headings, lists, quotes and tables with their heads, a table
 * of contents, bookmarks, and the language of whatever is in another.
 */
export async function drawPdf(outline: Outline, { signal }: { signal?: AbortSignal } = {}): Promise<Buffer> {
  const { title, lang, draft, blocks } = outline
  const { pdf, whole, finish } = startPaper({ title, lang })
  drawFront(pdf, whole, outline)
  const marks = new Bookmarks(pdf)
  pdf.y += 24
  for (const block of outline.below) drawBlock(pdf, whole, block, marks)
  const entries = contentsOf(blocks)
  const reserved = reserveContents(pdf, whole, outline.contents, entries)
  for (const [at, block] of blocks.entries()) {
    if (at % blocksAtOnce === 0) {
      await turn()
      signal?.throwIfAborted()
    }
    if (block.kind === 'heading' && block.level <= 2) marks.add(at, block.level, block.text)
    drawBlock(pdf, whole, block, marks)
  }
  drawContents(pdf, reserved, entries, (at) => marks.pageOf(at))
  if (draft) markDraft(pdf, draft.mark)
  return finish((page, pages) => `${outline.foot}. ${outline.page(page, pages)}`)
}

/** The places of headings: bookmarks beside the pages, and the pages that the table of contents tells. */
class Bookmarks {
  private readonly pages = new Map<number, number>()
  private chapter: { addItem(title: string): unknown } | null = null
  private waiting: { at: number; level: number; text: string } | null = null

  constructor(private readonly pdf: Pdf) {}

  add(at: number, level: number, text: string) {
    this.waiting = { at, level, text }
  }

  /** The heading that waits is drawn here. */
  here() {
    if (!this.waiting) return
    const { at, level, text } = this.waiting
    this.waiting = null
    const { start, count } = this.pdf.bufferedPageRange()
    this.pages.set(at, start + count)
    this.pdf.addNamedDestination(`p${at}`, 'XYZ', null, this.pdf.y, null)
    const over = level === 1 || !this.chapter ? this.pdf.outline : this.chapter
    const item = over.addItem(text)
    if (level === 1) this.chapter = item as unknown as { addItem(title: string): unknown }
  }

  pageOf(at: number): number {
    return this.pages.get(at) ?? 1
  }
}

function drawFront(pdf: Pdf, whole: Element, { title, subtitle, draft, front }: Outline) {
  pdf.y = 150
  paragraph(pdf, whole, 'H1', [{ text: title, look: 'strong' }], { size: size.title })
  paragraph(pdf, whole, 'P', [{ text: subtitle }], { size: 14, colour: muted })
  pdf.moveDown(1)
  if (draft) {
    paragraph(pdf, whole, 'P', [{ text: `${draft.mark}. `, look: 'strong' }, { text: draft.text }], {})
    pdf.moveDown(0.8)
  }
  drawFacts(pdf, whole, front)
}

function drawBlock(pdf: Pdf, whole: Element, block: OutlineBlock, marks: Bookmarks) {
  switch (block.kind) {
    case 'heading':
      return drawHeading(pdf, whole, block, marks)
    case 'text':
      return paragraph(pdf, whole, 'P', block.spans, {})
    case 'quiet':
      return paragraph(pdf, whole, 'P', block.spans, { size: size.small, colour: muted, after: 4 })
    case 'quote':
      return drawQuote(pdf, whole, block)
    case 'list':
      return drawList(pdf, whole, block.items)
    case 'facts':
      return drawFacts(pdf, whole, block.facts)
    case 'table':
      return drawTable(pdf, whole, block)
  }
}

type Heading = Extract<OutlineBlock, { kind: 'heading' }>

// The title of the whole is the first level.
const roles = { 1: 'H2', 2: 'H3', 3: 'H4', 4: 'H5' } as const

function drawHeading(pdf: Pdf, whole: Element, { level, text }: Heading, marks: Bookmarks) {
  if (level === 1) pdf.addPage()
  else {
    // A heading at the foot of a page heads nothing; the first of a finding has another under it.
    if (pdf.y + (level === 2 ? 170 : 90) > bottom(pdf)) pdf.addPage()
    else if (pdf.y > margins.top) pdf.y += level === 2 ? 22 : 10
  }
  marks.here()
  paragraph(pdf, whole, roles[level], [{ text, look: 'strong' }], {
    size: size[level],
    after: level === 1 ? 12 : 5,
  })
}

const bottom = (pdf: Pdf) => pdf.page.height - margins.bottom
const textWidth = (pdf: Pdf) => pdf.page.width - margins.left - margins.right

type Look = { size?: number; colour?: string; left?: number; right?: number; after?: number }

/** A paragraph under an element: words in another language and links are elements of their own within it. */
function paragraph(pdf: Pdf, under: Element, role: string, spans: readonly Span[], look: Look) {
  const { left = 0, right = 0, after = 7 } = look
  const said = spans.filter(({ text }) => text !== '')
  const width = textWidth(pdf) - left - right
  // Where a paragraph begins it has room for two lines.
  if (pdf.y + 28 > bottom(pdf)) pdf.addPage()
  const own = pdf.struct(role)
  under.add(own)
  said.forEach((span, at) => {
    const draw = () => {
      const { text, look: weight, href } = span
      pdf
        .font(weight === 'strong' ? 'bold' : 'regular')
        .fontSize(look.size ?? size.text)
        .fillColor(href ? linked : weight === 'emphasis' ? muted : (look.colour ?? ink))
      const options = {
        ...{ width, lineGap, continued: at < said.length - 1, link: href ?? null, underline: false },
      }
      if (at === 0) pdf.text(text, margins.left + left, pdf.y, options)
      else pdf.text(text, options)
    }
    if (span.href) own.add(pdf.struct('Link', { alt: span.text.trim() }, draw))
    else if (span.lang) own.add(pdf.struct('Span', { lang: span.lang }, draw))
    else own.add(draw)
  })
  own.end()
  pdf.x = margins.left
  pdf.y += after
}

function drawQuote(pdf: Pdf, whole: Element, { spans, by }: Extract<OutlineBlock, { kind: 'quote' }>) {
  const quote = pdf.struct('BlockQuote')
  whole.add(quote)
  const inset = { left: 18, right: 18 }
  const words = [...spans, { text: '\n' }, ...by].map(({ text }) => text).join('')
  pdf.font('regular').fontSize(size.text)
  const height = pdf.heightOfString(words, { width: textWidth(pdf) - 36, lineGap })
  // Whose words they are stands with them, where that can be.
  if (pdf.y + height > bottom(pdf) && height < bottom(pdf) / 2) pdf.addPage()
  const [page, top] = [pdf.page, pdf.y]
  paragraph(pdf, quote, 'P', spans, { ...inset, after: 1 })
  paragraph(pdf, quote, 'P', by, { ...inset, size: size.small, colour: muted, after: 9 })
  quote.end()
  // Over a page's end the line would have to be drawn in two; there it is left out.
  if (pdf.page !== page) return
  pdf.markContent('Artifact', { type: 'Layout' })
  const x = margins.left + 8
  pdf
    .moveTo(x, top)
    .lineTo(x, pdf.y - 10)
    .lineWidth(2)
    .stroke(rule)
  pdf.endMarkedContent()
}

function drawList(pdf: Pdf, whole: Element, items: readonly string[]) {
  const list = pdf.struct('L')
  whole.add(list)
  for (const item of items) {
    if (pdf.y + 16 > bottom(pdf)) pdf.addPage()
    const entry = pdf.struct('LI')
    list.add(entry)
    const top = pdf.y
    const draw = (text: string, x: number, width: number) => () => {
      pdf.font('regular').fontSize(size.text).fillColor(ink)
      pdf.text(text, margins.left + x, top, { width, lineGap: 2 })
    }
    entry.add(pdf.struct('Lbl', {}, draw('•', 6, 10)))
    entry.add(pdf.struct('LBody', {}, draw(item, 18, textWidth(pdf) - 18)))
    entry.end()
    pdf.y += 2
  }
  list.end()
  pdf.x = margins.left
  pdf.y += 6
}

const termWidth = 110

function drawFacts(pdf: Pdf, whole: Element, facts: readonly Fact[]) {
  for (const { term, description } of facts) {
    const width = textWidth(pdf) - termWidth
    const height = pdf.font('regular').fontSize(size.text).heightOfString(description, { width, lineGap: 2 })
    if (pdf.y + height + 4 > bottom(pdf)) pdf.addPage()
    const top = pdf.y
    const draw = (font: string, text: string, x: number, own: number) => () => {
      pdf
        .font(font)
        .fontSize(size.text)
        .fillColor(ink)
        .text(text, margins.left + x, top, { width: own, lineGap: 2 })
    }
    whole.add(
      pdf.struct('P', {}, [
        draw('bold', `${term} `, 0, termWidth - 8),
        draw('regular', description, termWidth, width),
      ]),
    )
    pdf.x = margins.left
    pdf.y = Math.max(pdf.y, top + height) + 4
  }
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
