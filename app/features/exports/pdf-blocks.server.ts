import { type Element, type Pdf, paperLook } from '#app/platform/paper/paper.server.ts'
import type { Fact, OutlineBlock } from './outline.ts'
import type { Bookmarks } from './pdf-marks.server.ts'
import { bottom, drawBar, lineGap, paragraph, pdfSizes, textWidth } from './pdf-paragraph.server.ts'
import { drawTable } from './pdf-table.server.ts'
import { type PrintBlock, type PrintHeading, type PrintItem, strong } from './print.ts'

const { margins, ink, muted } = paperLook
const size = pdfSizes

/** Where a block is drawn: under which element of what is read aloud, and how far in from the margin. */
export type Place = { under: Element; left: number }

/** A block of a report or of a printed page. A chapter of a report begins a page; one of a printed page goes on. */
export function drawBlock(pdf: Pdf, place: Place, block: OutlineBlock | PrintBlock, marks: Bookmarks) {
  const { under, left } = place
  const own = 'id' in block && block.id ? { id: block.id, left } : { left }
  switch (block.kind) {
    case 'heading':
      return 'text' in block
        ? drawHeading(pdf, place, block, marks)
        : drawPartHeading(pdf, place, block, marks)
    case 'text':
      return paragraph(pdf, under, 'P', block.spans, {
        ...own,
        ...('number' in block && { number: block.number }),
      })
    case 'quiet':
      return paragraph(pdf, under, 'P', block.spans, {
        ...{ ...own, size: size.small, colour: muted, after: 4 },
        ...('number' in block && { number: block.number }),
      })
    case 'quote':
      return drawQuote(pdf, under, block)
    case 'list':
      return drawItems(
        pdf,
        place,
        block.items.map((text) => ({ label: '•', blocks: [{ kind: 'text', spans: [{ text }] }] })),
        marks,
      )
    case 'items':
      pdf.y += block.terms ? 4 : 0
      return block.terms
        ? drawTerms(pdf, place, block.items, marks)
        : drawItems(pdf, place, block.items, marks)
    case 'framed':
      return drawFramed(pdf, place, block, marks)
    case 'facts':
      return drawFacts(pdf, under, block.facts)
    case 'table':
      return drawTable(pdf, under, block)
  }
}

type Heading = Extract<OutlineBlock, { kind: 'heading' }>

function drawHeading(pdf: Pdf, { under }: Place, { level, text }: Heading, marks: Bookmarks) {
  if (level === 1) pdf.addPage()
  else {
    // A heading at the foot of a page heads nothing; the first of a finding has another under it.
    if (pdf.y + (level === 2 ? 170 : 90) > bottom(pdf)) pdf.addPage()
    else if (pdf.y > margins.top) pdf.y += level === 2 ? 22 : 10
  }
  marks.here()
  paragraph(pdf, under, marks.roleOf(level), [{ text, look: 'strong' }], {
    size: size[level],
    after: level === 1 ? 12 : 5,
  })
}

const partSizes = { 0: 22, 1: 15, 2: 12, 3: 11, 4: 10.5 } as const

function drawPartHeading(
  pdf: Pdf,
  { under, left }: Place,
  { level, spans, id }: PrintHeading,
  marks: Bookmarks,
) {
  if (pdf.y + (level < 3 ? 90 : 60) > bottom(pdf)) pdf.addPage()
  else if (pdf.y > margins.top && level > 0) pdf.y += left > 0 ? 0 : level === 1 ? 18 : 8
  marks.here()
  paragraph(pdf, under, marks.roleOf(level), strong(spans), {
    ...{ size: partSizes[level], after: level === 0 ? 8 : 5, left },
    ...(id && { id }),
  })
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
  if (pdf.page === page) drawBar(pdf, margins.left + 8, top)
}

const labelWidth = 18

/** Items under one another, each with its bullet or number before it; without one where they have none. */
function drawItems(pdf: Pdf, { under, left }: Place, items: readonly PrintItem[], marks: Bookmarks) {
  const list = pdf.struct('L')
  under.add(list)
  for (const { label, id, blocks } of items) {
    if (pdf.y + 28 > bottom(pdf)) pdf.addPage()
    const entry = pdf.struct('LI')
    list.add(entry)
    if (id) pdf.addNamedDestination(id, 'XYZ', null, pdf.y, null)
    if (label) drawLabel(pdf, entry, label, { left: left + 6, width: 24 })
    const body = pdf.struct('LBody')
    entry.add(body)
    const place = { under: body, left: label ? left + labelWidth + (label.length > 2 ? 6 : 0) : left }
    for (const block of blocks) drawBlock(pdf, place, block, marks)
    body.end()
    entry.end()
    pdf.y -= 3
  }
  list.end()
  pdf.x = margins.left
  pdf.y += 6
}

const termsWidth = 130

/** Terms at the left, what they are beside them. */
function drawTerms(pdf: Pdf, { under, left }: Place, items: readonly PrintItem[], marks: Bookmarks) {
  const list = pdf.struct('L')
  under.add(list)
  for (const { label, id, blocks } of items) {
    pdf.font('bold').fontSize(size.text)
    const room = { left, width: termsWidth - 12 }
    const height = pdf.heightOfString(label, { width: room.width, lineGap })
    if (pdf.y + Math.max(height, 28) > bottom(pdf)) pdf.addPage()
    const entry = pdf.struct('LI')
    list.add(entry)
    if (id) pdf.addNamedDestination(id, 'XYZ', null, pdf.y, null)
    const [page, top] = [pdf.page, pdf.y]
    drawLabel(pdf, entry, label, room)
    const body = pdf.struct('LBody')
    entry.add(body)
    for (const block of blocks) drawBlock(pdf, { under: body, left: left + termsWidth }, block, marks)
    body.end()
    entry.end()
    // The longer of the two, where both end on the same page.
    if (pdf.page === page) pdf.y = Math.max(pdf.y, top + height + 7)
  }
  list.end()
  pdf.x = margins.left
  pdf.y += 6
}

/** What stands before an item; what comes after is drawn at the same height. */
function drawLabel(
  pdf: Pdf,
  entry: Element,
  label: string,
  { left, width }: { left: number; width: number },
) {
  const top = pdf.y
  const bold = width > 24
  entry.add(
    pdf.struct('Lbl', {}, () => {
      pdf
        .font(bold ? 'bold' : 'regular')
        .fontSize(size.text)
        .fillColor(ink)
        .text(`${label} `, margins.left + left, top, { width, lineGap })
    }),
  )
  pdf.x = margins.left
  pdf.y = top
}

/** Words that stand apart from the others: an ambition, or what is quoted. */
function drawFramed(
  pdf: Pdf,
  { under, left }: Place,
  { quoted, blocks, id }: Extract<PrintBlock, { kind: 'framed' }>,
  marks: Bookmarks,
) {
  if (pdf.y + 50 > bottom(pdf)) pdf.addPage()
  if (id) pdf.addNamedDestination(id, 'XYZ', null, pdf.y, null)
  const frame = pdf.struct(quoted ? 'BlockQuote' : 'Sect')
  under.add(frame)
  const [page, top] = [pdf.page, pdf.y]
  for (const block of blocks) drawBlock(pdf, { under: frame, left: left + 18 }, block, marks)
  frame.end()
  if (pdf.page === page) drawBar(pdf, margins.left + left + 8, top)
  pdf.y += 3
}

const factWidth = 110

/** Terms and what they are in a few words. */
export function drawFacts(pdf: Pdf, whole: Element, facts: readonly Fact[]) {
  for (const { term, description } of facts) {
    const width = textWidth(pdf) - factWidth
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
        draw('bold', `${term} `, 0, factWidth - 8),
        draw('regular', description, factWidth, width),
      ]),
    )
    pdf.x = margins.left
    pdf.y = Math.max(pdf.y, top + height) + 4
  }
}
