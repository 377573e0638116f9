import { cleanText } from '../rich-text/clean-text.ts'

/** How much is kept of what a file says: two or three hundred printed pages. Each line becomes a passage of its own. */
export const textLimits = { letters: 500_000, lines: 3_000 } as const

/** What a file says, a line for each paragraph or row. `whole` is false where the file says more than is kept. */
export type FileText = { text: string; whole: boolean }

/** Lines as they are found, for as long as there is room. */
export class TextLines {
  readonly #lines: string[] = []
  #letters = 0
  #full = false
  #cut = false

  get full(): boolean {
    return this.#full
  }

  /** Adds what was found, without empty lines and signs that cannot be stored. */
  add(found: string): void {
    for (const line of cleanText(found).split('\n')) {
      const text = line.replace(/[\t \u00a0]+/g, ' ').trim()
      if (text === '') continue
      this.#letters += text.length + 1
      if (this.#letters > textLimits.letters || this.#lines.length === textLimits.lines) this.#full = true
      if (this.#full) return
      this.#lines.push(text)
    }
  }

  /** Says that there is more than was looked at. */
  cut(): void {
    this.#cut = true
  }

  result(): FileText {
    return { text: this.#lines.join('\n'), whole: !this.#full && !this.#cut }
  }
}
