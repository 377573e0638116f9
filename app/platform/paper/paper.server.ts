import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const require = createRequire(import.meta.url)
const face = (weight: string) => require.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`)

// A4 with margins for a binder, in points.
const margins = { top: 64, right: 64, bottom: 64, left: 72 }
const sizes = { title: 20, heading: 13, text: 10.5, small: 9 }
const [ink, muted, rule, linked] = ['#1e2b3c', '#4b5a6e', '#c8d0da', '#0b4f9e']

/** How papers look, for those that draw more than blocks of text. */
export const paperLook = { margins, sizes, ink, muted, rule, linked }

// The library can (ISO 14289-1), its types do not know yet. Without a font of its own to begin with: the same file under
// another name would be read anew each time it is asked for.
const accessible: object = { subset: 'PDF/UA', font: null }

/** What is drawn on a paper, from top to bottom. */
export type PaperBlock =
  | { kind: 'title' | 'heading' | 'subheading' | 'text' | 'small'; text: string }
  | { kind: 'facts'; facts: readonly { term: string; description: string }[] }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'page' }

type Foot = (page: number, pages: number) => string

/**
 * Begins a PDF that screen readers can read: tagged, with title, language and PDF/UA structure. What is drawn belongs under
 * `whole`; `finish` ends it and puts a line at the foot of every page.
 */
export function startPaper({ title, lang }: { title: string; lang: string }) {
  const pdf = new PDFDocument({
    ...{ size: 'A4', margins, lang, bufferPages: true },
    ...{ pdfVersion: '1.7', tagged: true, displayTitle: true },
    ...accessible,
    info: { Title: title, Producer: 'Innspill', Creator: 'Innspill' },
  })
  toldOf(pdf)
  pdf.registerFont('regular', face('400Regular')).registerFont('bold', face('600SemiBold'))
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  const finish = async (foot: Foot): Promise<Buffer> => {
    whole.end()
    number(pdf, foot)
    pdf.end()
    await done
    return Buffer.concat(chunks)
  }
  return { pdf, whole, finish }
}

/** What the library leaves out of ISO 14289-1. */
function toldOf(pdf: Pdf) {
  // As a number it would also list the letters of each typeface, and forget those that others are put together of (7.21.4.2).
  Object.assign(pdf, { subset: '1' })
  const link: Linking = pdf.link
  Object.assign(pdf, {
    // A link says what it leads to beside the words that are drawn (7.18.5).
    link(x: number, y: number, width: number, height: number, url: string, options: Linked = {}) {
      const said = options.structParent?.dictionary.data.Alt ?? new String(url)
      return link.call(pdf, x, y, width, height, url, { Contents: said, ...options })
    },
  })
}

type Linked = { structParent?: { dictionary: { data: { Alt?: object } } } }
type Linking = (x: number, y: number, width: number, height: number, url: string, options: object) => Pdf

/** Draws blocks one under another, with page numbers. */
export async function drawPaper(
  { foot, ...own }: { title: string; lang: string; foot: Foot },
  blocks: readonly PaperBlock[],
): Promise<Buffer> {
  const { pdf, whole, finish } = startPaper(own)
  for (const block of blocks) draw(pdf, whole, block)
  return finish(foot)
}

export type Pdf = InstanceType<typeof PDFDocument>
export type Element = ReturnType<Pdf['struct']>

const roles = { title: 'H1', heading: 'H2', subheading: 'H3', text: 'P', small: 'P' } as const

function draw(pdf: Pdf, whole: Element, block: PaperBlock): void {
  if (block.kind === 'page') {
    pdf.addPage()
    return
  }
  if (block.kind === 'facts') {
    for (const fact of block.facts) drawFact(pdf, whole, fact)
    pdf.moveDown(0.6)
    return
  }
  if (block.kind === 'link') {
    whole.add(
      pdf.struct('P', {}, [
        pdf.struct('Link', { alt: block.text }, () => {
          pdf.font('regular').fontSize(sizes.text).fillColor(linked)
          pdf.text(block.text, { link: block.href, underline: true })
        }),
      ]),
    )
    pdf.fillColor(ink).moveDown(0.6)
    return
  }
  const bold = block.kind !== 'text' && block.kind !== 'small'
  const size = block.kind === 'subheading' ? sizes.text : sizes[block.kind]
  if (bold) keepWithNext(pdf, size)
  whole.add(
    pdf.struct(roles[block.kind], {}, () => {
      pdf
        .font(bold ? 'bold' : 'regular')
        .fontSize(size)
        .fillColor(block.kind === 'small' ? muted : ink)
        .text(block.text, margins.left, pdf.y, { lineGap: 3 })
    }),
  )
  pdf.moveDown(bold ? 0.35 : 0.7)
}

// A heading at the foot of a page heads nothing.
function keepWithNext(pdf: Pdf, size: number) {
  if (pdf.y + size * 4 > pdf.page.height - margins.bottom) pdf.addPage()
}

const termWidth = 130

/** A term to the left and what it is to the right of it, with a thin rule above. */
function drawFact(pdf: Pdf, whole: Element, { term, description }: { term: string; description: string }) {
  const width = pdf.page.width - margins.left - margins.right
  pdf.fontSize(sizes.text)
  const height = pdf.font('regular').heightOfString(description, { width: width - termWidth, lineGap: 2 })
  if (pdf.y + height + 12 > pdf.page.height - margins.bottom) pdf.addPage()
  const top = pdf.y + 6
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(margins.left, pdf.y)
    .lineTo(margins.left + width, pdf.y)
    .lineWidth(0.5)
    .stroke(rule)
  pdf.endMarkedContent()
  const beside = { width: width - termWidth, lineGap: 2 }
  whole.add(
    pdf.struct('P', {}, [
      () => {
        pdf
          .font('bold')
          .fillColor(ink)
          .text(`${term} `, margins.left, top, { width: termWidth - 12 })
      },
      () => {
        pdf.font('regular').text(description, margins.left + termWidth, top, beside)
      },
    ]),
  )
  pdf.x = margins.left
  pdf.y = Math.max(pdf.y, top + height) + 6
}

function number(pdf: Pdf, foot: Foot) {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    // Below the margin, where text would otherwise begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    const lines = foot(page - start + 1, count).split('\n')
    for (const [at, line] of lines.entries()) {
      pdf.font('regular').fontSize(sizes.small).fillColor(muted)
      // An address that is longer than a line is written smaller rather than cut.
      const most = pdf.page.width - margins.left - margins.right
      pdf.fontSize(sizes.small * Math.min(1, most / pdf.widthOfString(line)))
      pdf.text(line, margins.left, pdf.page.height - 40 - 12 * (lines.length - 1 - at), { lineBreak: false })
    }
    pdf.endMarkedContent()
  }
}
