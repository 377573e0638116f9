import { type Element, type Pdf, paperLook } from '#app/platform/paper/paper.server.ts'
import type { OutlineBlock } from './outline.ts'

const { margins, ink } = paperLook
const lineHeight = 18
const headHeight = 40

/** A line of the table of contents; `at` is its heading's place among the blocks. */
export type Entry = { at: number; level: 1 | 2; text: string }

/** What the table of contents names: chapters and their parts. */
export function contentsOf(blocks: readonly OutlineBlock[]): Entry[] {
  return blocks.flatMap((block, at) =>
    block.kind === 'heading' && (block.level === 1 || block.level === 2)
      ? [{ at, level: block.level, text: block.text }]
      : [],
  )
}

type Three = [Element, Element, Element]

/** Pages that wait for the table of contents, and its place in what is read aloud. */
export type Reserved = { first: number; title: string; element: Element }

const linesOn = (pdf: Pdf) =>
  Math.floor((pdf.page.height - margins.top - margins.bottom - headHeight) / lineHeight)

/** Leaves pages for the table of contents, because the numbers in it are known last. */
export function reserveContents(
  pdf: Pdf,
  whole: Element,
  title: string,
  entries: readonly Entry[],
): Reserved {
  const pages = Math.max(1, Math.ceil(entries.length / linesOn(pdf)))
  const { start, count } = pdf.bufferedPageRange()
  for (let page = 0; page < pages; page++) pdf.addPage()
  const element = pdf.struct('TOC')
  whole.add(element)
  return { first: start + count, title, element }
}

/** Draws the table of contents on the pages that were left for it; each line leads to its heading. */
export function drawContents(
  pdf: Pdf,
  { first, title, element }: Reserved,
  entries: readonly Entry[],
  pageOf: (at: number) => number,
) {
  const each = linesOn(pdf)
  const width = pdf.page.width - margins.left - margins.right
  pdf.switchToPage(first)
  element.add(
    pdf.struct('Caption', {}, () => {
      pdf.font('bold').fontSize(18).fillColor(ink).text(title, margins.left, margins.top, { width })
    }),
  )
  entries.forEach(({ at, level, text }, place) => {
    pdf.switchToPage(first + Math.floor(place / each))
    const y = margins.top + headHeight + (place % each) * lineHeight
    const left = level === 1 ? 0 : 14
    const look = () =>
      pdf
        .font(level === 1 ? 'bold' : 'regular')
        .fontSize(10.5)
        .fillColor(ink)
    const room = { width: width - left - 40, height: lineHeight, ellipsis: true }
    const [entry, reference, link] = ['TOCI', 'Reference', 'Link'].map((role) => pdf.struct(role)) as Three
    element.add(entry)
    entry.add(reference)
    reference.add(link)
    link.add(() => {
      look().text(`${text} `, margins.left + left, y, room)
    })
    reference.add(() => {
      look().text(`${pageOf(at)}`, margins.left + width - 40, y, { width: 40, align: 'right' })
    })
    // Readers that are read to need to be told what a link is of.
    const told: object = { structParent: link, Contents: new String(text) }
    pdf.goTo(margins.left + left, y, room.width, lineHeight, `p${at}`, told)
    for (const one of [link, reference, entry]) one.end()
  })
  element.end()
}
