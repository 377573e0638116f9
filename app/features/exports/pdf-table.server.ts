import { type Element, type Pdf, paperLook } from '#app/platform/paper/paper.server.ts'
import type { OutlineTable } from './outline.ts'

const { margins, ink, rule } = paperLook
const size = 8.5
const padding = 4
const lineGap = 1.5

/**
 * A table with its heads told apart from its cells. On a new page the heads are drawn again, as something that is not read
 * aloud a second time.
 */
export function drawTable(pdf: Pdf, whole: Element, table: OutlineTable) {
  const { caption, corner, columns, rows, numbers } = table
  const widths = columnWidths(pdf, columns.length, numbers)
  const heads = [corner, ...columns]
  const element = pdf.struct('Table')
  const measure = (cells: readonly string[], bold: boolean) => rowHeight(pdf, cells, widths, bold)
  const headHeight = measure(heads, true)
  const firstHeight = rows[0] ? measure([rows[0].head, ...rows[0].cells], false) : 0
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
  const draw = (text: string, at: number, top: number, bold: boolean) => {
    pdf
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(ink)
      .text(text, leftOf(widths, at), top + padding, {
        width: (widths[at] ?? 0) - 2 * padding,
        align: align(at),
        lineGap,
      })
  }
  drawHeads()
  for (const { head, cells } of rows) {
    const all = [head, ...cells]
    const height = measure(all, false)
    if (pdf.y + height > bottom(pdf)) {
      pdf.addPage()
      pdf.markContent('Artifact', { type: 'Pagination' })
      const top = pdf.y
      heads.forEach((text, at) => {
        draw(text, at, top, true)
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
    cells: readonly string[],
    height: number,
    roleOf: (at: number) => { role: string; scope?: string },
    bold: boolean,
  ) {
    const row = pdf.struct('TR')
    element.add(row)
    const top = pdf.y
    cells.forEach((text, at) => {
      const { role, ...own } = roleOf(at)
      const told: object = own
      row.add(pdf.struct(role, told, () => draw(text, at, top, bold)))
    })
    row.end()
    pdf.y = top + height
  }
}

const bottom = (pdf: Pdf) => pdf.page.height - margins.bottom
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const leftOf = (widths: readonly number[], at: number) => margins.left + sum(widths.slice(0, at)) + padding

/** The widths of the columns, the first first: figures need less than words. */
function columnWidths(pdf: Pdf, columns: number, numbers: boolean): number[] {
  const whole = pdf.page.width - margins.left - margins.right
  if (!numbers && columns === 3) return [0.3, 0.16, 0.34, 0.2].map((share) => share * whole)
  const first = columns > 4 ? 0.28 : 0.4
  return [first, ...Array.from({ length: columns }, () => (1 - first) / columns)].map(
    (share) => share * whole,
  )
}

function rowHeight(pdf: Pdf, cells: readonly string[], widths: readonly number[], bold: boolean): number {
  pdf.font(bold ? 'bold' : 'regular').fontSize(size)
  const heights = cells.map((text, at) =>
    pdf.heightOfString(text, { width: (widths[at] ?? 0) - 2 * padding, lineGap }),
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
