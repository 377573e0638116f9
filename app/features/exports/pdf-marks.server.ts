import type { Pdf } from '#app/platform/paper/paper.server.ts'

// The title of the whole is the first level.
const roles = ['H1', 'H2', 'H3', 'H4', 'H5'] as const

/** The places of headings: bookmarks beside the pages, and the pages that the table of contents tells. */
export class Bookmarks {
  private readonly pages = new Map<number, number>()
  private chapter: { addItem(title: string): unknown } | null = null
  private waiting: { at: number; level: number; text: string } | null = null

  private readonly over: number[] = []

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

  /**
   * The role of the next heading where it is read aloud: one below the heading it stands under, whatever it looks like, so
   * that no level is skipped (ISO 14289-1, 7.4.2). Of a page that is printed in part some headings are not printed.
   */
  roleOf(level: number): (typeof roles)[number] {
    while ((this.over.at(-1) ?? -1) >= level) this.over.pop()
    this.over.push(level)
    return roles[this.over.length - 1] ?? 'H5'
  }

  pageOf(at: number): number {
    return this.pages.get(at) ?? 1
  }
}
