import { type Element, type Pdf, paperLook } from '#app/platform/paper/paper.server.ts'
import type { Span } from './outline.ts'
import { drawable } from './pdf-signs.server.ts'

const { margins, ink, muted, linked, rule } = paperLook

/** The sizes of words in reports and printed pages. */
export const pdfSizes = { title: 26, text: 10.5, small: 9, 1: 18, 2: 14, 3: 11.5, 4: 10.5 } as const
const size = pdfSizes

/** The room between two lines of a paragraph. */
export const lineGap = 3

/** The last that may be drawn on a page. */
export const bottom = (pdf: Pdf) => pdf.page.height - margins.bottom

/** The room for words between the margins. */
export const textWidth = (pdf: Pdf) => pdf.page.width - margins.left - margins.right

/** How a paragraph looks; its address within the file, and the number in the margin that it is cited by. */
type Look = {
  size?: number
  colour?: string
  left?: number
  right?: number
  after?: number
  id?: string
  number?: string | undefined
}

/** A paragraph under an element: words in another language and links are elements of their own within it. */
export function paragraph(pdf: Pdf, under: Element, role: string, spans: readonly Span[], look: Look) {
  const { left = 0, right = 0, after = 7 } = look
  const said = drawable(pdf, spans)
  const width = textWidth(pdf) - left - right
  // Where a paragraph begins it has room for two lines.
  if (pdf.y + 28 > bottom(pdf)) pdf.addPage()
  const own = pdf.struct(role)
  under.add(own)
  if (look.id) pdf.addNamedDestination(look.id, 'XYZ', null, pdf.y, null)
  if (look.number) drawNumber(pdf, own, look.number)
  said.forEach((span, at) => {
    const draw = () => {
      const { look: weight, href } = span
      pdf
        .font(weight === 'strong' ? 'bold' : 'regular')
        .fontSize(look.size ?? size.text)
        .fillColor(href ? linked : weight === 'emphasis' ? muted : (look.colour ?? ink))
      const options = {
        ...{ width, lineGap, continued: at < said.length - 1, link: href ?? null },
        ...{ underline: weight === 'added', strike: weight === 'removed' },
      }
      if (at === 0) pdf.text(span.text, margins.left + left, pdf.y, options)
      else pdf.text(span.text, options)
    }
    const lang = span.lang ? { lang: span.lang } : {}
    if (span.href) own.add(pdf.struct('Link', { alt: span.text.trim(), ...lang }, draw))
    else if (span.actual) own.add(pdf.struct('Span', { actual: span.actual, ...lang }, draw))
    else if (span.lang) own.add(pdf.struct('Span', lang, draw))
    else own.add(draw)
  })
  own.end()
  pdf.x = margins.left
  pdf.y += after
}

/** The number of a paragraph, out in the margin, where people look for it. */
function drawNumber(pdf: Pdf, under: Element, number: string) {
  const top = pdf.y
  under.add(
    pdf.struct('Span', {}, () => {
      pdf
        .font('regular')
        .fontSize(size.small)
        .fillColor(muted)
        .text(`${number} `, margins.left - 40, top + 1, { width: 38, lineBreak: false })
    }),
  )
  pdf.x = margins.left
  pdf.y = top
}

/** A line before words on one page, which is not read aloud. Over a page's end it would have to be drawn in two. */
export function drawBar(pdf: Pdf, x: number, top: number) {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(x, top)
    .lineTo(x, pdf.y - 10)
    .lineWidth(2)
    .stroke(rule)
  pdf.endMarkedContent()
}
