import type { Pdf } from '#app/platform/paper/paper.server.ts'

/** The places of headings: bookmarks beside the pages, and the pages that the table of contents tells. */
export class Bookmarks {
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
