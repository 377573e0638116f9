import { type Element, type Pdf, paperLook } from '#app/platform/paper/paper.server.ts'
import { columnWidths, longestWord } from './column-widths.ts'
import type { OutlineTable, Span } from './outline.ts'
import { drawable } from './pdf-signs.server.ts'
import { type PrintTable, plain } from './print.ts'

const { margins, ink, rule } = paperLook
const size = 8.5
const padding = 4
const lineGap = 1.5

/**
 * A table with its heads told apart from its cells. On a new page the heads are drawn again, as something that is not read
 * aloud a second time.
 */
export function drawTable(pdf: Pdf, whole: Element, table: OutlineTable | PrintTable) {
  const { caption, corner, columns, numbers } = table
  const rows = table.rows.map(({ head, cells }) => [head, ...cells].map(spansOf))
  const heads = [corner, ...columns].map(spansOf)
  const wide = pdf.page.width - margins.left - margins.right
  const widths = columnWidths(wide, numbers, numbers ? neededBy(pdf, heads, rows) : columns.map(() => 0))
  const element = pdf.struct('Table')
  const measure = (cells: readonly Cell[], bold: boolean) => rowHeight(pdf, cells, widths, bold)
  const headHeight = measure(heads, true)
  const firstHeight = rows[0] ? measure(rows[0], false) : 0
  pdf.font('bold').fontSize(10)
  const captionHeight = pdf.heightOfString(caption, { width: sum(widths) }) + 6
  if (pdf.y + captionHeight + headHeight + firstHeight + 12 > bottom(pdf)) pdf.addPage()
  else pdf.y += 12
  whole.add(element)
  element.add(
    pdf.struct('Caption', {}, () => {
      pdf
        .font('bold')
        .fontSize(10)
        .fillColor(ink)
        .text(caption, margins.left, pdf.y, { width: sum(widths) })
    }),
  )
  pdf.y += 6
  const align = (at: number) => (numbers && at > 0 ? ('right' as const) : ('left' as const))
  const draw = (cell: Cell, at: number, top: number, bold: boolean, own?: Element) => {
    const said = drawable(pdf, cell)
    said.forEach(({ text, look, lang, actual }, place) => {
      const words = () => {
        pdf
          .font(bold || look === 'strong' ? 'bold' : 'regular')
          .fontSize(size)
          .fillColor(ink)
        const room = { width: (widths[at] ?? 0) - 2 * padding, align: align(at), lineGap }
        const options = { ...room, continued: place < said.length - 1 }
        if (place === 0) pdf.text(text, leftOf(widths, at), top + padding, options)
        else pdf.text(text, options)
      }
      if (!own) words()
      else if (actual || lang)
        own.add(pdf.struct('Span', { ...(lang && { lang }), ...(actual && { actual }) }, words))
      else own.add(words)
    })
  }
  drawHeads()
  for (const all of rows) {
    const height = measure(all, false)
    if (pdf.y + height > bottom(pdf)) {
      pdf.addPage()
      pdf.markContent('Artifact', { type: 'Pagination' })
      const top = pdf.y
      heads.forEach((cell, at) => {
        draw(cell, at, top, true)
      })
      pdf.endMarkedContent()
      pdf.y = top + headHeight
      drawRule(pdf, widths)
    }
    drawRow(all, height, (at) => (at === 0 ? { role: 'TH', scope: 'Row' } : { role: 'TD' }), false)
    drawRule(pdf, widths)
  }
  element.end()
  pdf.x = margins.left
  pdf.y += 8

  function drawHeads() {
    drawRow(heads, headHeight, () => ({ role: 'TH', scope: 'Column' }), true)
    drawRule(pdf, widths)
  }

  function drawRow(
    cells: readonly Cell[],
    height: number,
    roleOf: (at: number) => { role: string; scope?: string },
    bold: boolean,
  ) {
    const row = pdf.struct('TR')
    element.add(row)
    const top = pdf.y
    cells.forEach((cell, at) => {
      const { role, ...told } = roleOf(at)
      const own = pdf.struct(role, told as object)
      row.add(own)
      draw(cell, at, top, bold, own)
      own.end()
    })
    row.end()
    pdf.y = top + height
  }
}

type Cell = readonly Span[]

const spansOf = (cell: string | Cell): Cell => (typeof cell === 'string' ? [{ text: cell }] : cell)

const bottom = (pdf: Pdf) => pdf.page.height - margins.bottom
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const leftOf = (widths: readonly number[], at: number) => margins.left + sum(widths.slice(0, at)) + padding

/** What each column after the first needs: the longest word of its head, and its longest number. */
function neededBy(pdf: Pdf, heads: readonly Cell[], rows: readonly (readonly Cell[])[]): number[] {
  return heads.slice(1).map((head, at) => {
    pdf.font('bold').fontSize(size)
    const word = pdf.widthOfString(longestWord(plain(head)))
    pdf.font('regular').fontSize(size)
    const cells = rows.map((row) => pdf.widthOfString(plain(row[at + 1] ?? [])))
    return Math.max(word, ...cells) + 2 * padding + 1
  })
}

function rowHeight(pdf: Pdf, cells: readonly Cell[], widths: readonly number[], bold: boolean): number {
  pdf.font(bold ? 'bold' : 'regular').fontSize(size)
  const heights = cells.map((cell, at) =>
    pdf.heightOfString(plain(cell), { width: (widths[at] ?? 0) - 2 * padding, lineGap }),
  )
  return Math.max(...heights) + 2 * padding
}

function drawRule(pdf: Pdf, widths: readonly number[]) {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(margins.left, pdf.y)
    .lineTo(margins.left + sum(widths), pdf.y)
    .lineWidth(0.5)
    .stroke(rule)
  pdf.endMarkedContent()
}
