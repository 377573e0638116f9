import { formOf } from './ranked-text.ts'

/** A form of a word that was found: how many documents hold it, and one of them. */
export type FoundForm = { readonly form: string; readonly documents: number; readonly docKey: string }

/** A word as typed, the other forms of it that were found, the commonest first, and how many more there were. */
export type FoundForms = {
  readonly text: string
  readonly forms: readonly FoundForm[]
  readonly more: number
}

/** A word asked for: its forms as asked for, and the word itself where any form of it will do. */
type Asked = { readonly forms: readonly string[]; readonly typed?: string }

/** For how many words other forms are named, and how many. */
const mostWords = 8
const mostForms = 6

/** Notes in which forms the words asked for stand in the documents that are ranked. */
export class FormsNoted {
  readonly #found: readonly Map<string, { docKey: string; documents: number }>[]
  readonly #words: readonly Asked[]

  constructor(words: readonly Asked[]) {
    this.#words = words
    this.#found = words.map(() => new Map())
  }

  note(word: number, written: string, docKey: string): void {
    const found = this.#found[word]
    const before = found?.get(written)
    if (!before) found?.set(written, { docKey, documents: 1 })
    else if (before.docKey !== docKey) {
      before.documents++
      before.docKey = docKey
    }
  }

  /** The other forms of each word that was typed to be found in any. */
  named(): FoundForms[] {
    const named = new Map<string, FoundForms>()
    this.#words.forEach(({ typed, forms }, at) => {
      if (typed === undefined || named.has(typed) || named.size === mostWords) return
      const others = new Map<string, FoundForm>()
      for (const [written, { docKey, documents }] of this.#found[at] ?? []) {
        const form = formOf(written)
        const before = others.get(form)
        // One form may stand under several stems, one for each language.
        if (!forms.includes(form))
          others.set(form, { form, docKey, documents: documents + (before?.documents ?? 0) })
      }
      const sorted = [...others.values()].sort(
        (a, b) => b.documents - a.documents || (a.form < b.form ? -1 : 1),
      )
      if (sorted.length > 0)
        named.set(typed, {
          text: typed,
          forms: sorted.slice(0, mostForms),
          more: Math.max(0, sorted.length - mostForms),
        })
    })
    return [...named.values()]
  }
}
