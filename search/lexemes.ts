/**
 * What is indexed of a document, the same for every engine: each word of the text gives its stem and, marked `=`, its
 * form as written; each word of the sender's name the same behind `@`; the language stands behind `#`.
 */
import { exactLexeme, fold, isWord, lexemesOf, tokensOf } from './analyser.ts'
import type { SearchDocument } from './document.ts'
import type { Field, Leaf } from './tree.ts'

/** Lexemes and their places in the text, counted from 1; a keyword has none. */
export type Lexemes = ReadonlyMap<string, readonly number[]>

/** What a leaf asks for: nothing, everything, or words at places relative to one another. */
export type Wanted =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** Words side by side; each may be any of several lexemes, or begin with one. */
  | { readonly kind: 'run'; readonly words: readonly (readonly string[])[] }
  | { readonly kind: 'prefix'; readonly beginning: string }
  | {
      readonly kind: 'near'
      readonly words: readonly [readonly string[], readonly string[]]
      readonly distance: number
    }

/** The lexemes of a document. */
export function lexemesOfDocument({
  body,
  senderName,
  lang,
}: Pick<SearchDocument, 'body' | 'senderName' | 'lang'>): Lexemes {
  const places = new Map<string, number[]>()
  const add = (text: string, mark: string) => {
    tokensOf(text, lang).forEach((token, at) => {
      if (!isWord(token)) return
      for (const lexeme of [mark + token.stem, mark + exactLexeme(token.exact)]) {
        const known = places.get(lexeme)
        if (known) known.push(at + 1)
        else places.set(lexeme, [at + 1])
      }
    })
  }
  add(body, '')
  add(senderName, marks.sender)
  places.set(languageLexeme(lang), [])
  return places
}

/** What a leaf asks for. Words without letters or digits match nothing, for nothing was indexed of them. */
export function wantedBy(leaf: Leaf): Wanted {
  switch (leaf.kind) {
    case 'all':
      return { kind: 'all' }
    case 'term':
      return run(lexemesOf([leaf.text], leaf.match), leaf.field)
    case 'phrase':
      return run(lexemesOf(leaf.words, leaf.match), leaf.field)
    case 'prefix': {
      const beginning = fold(leaf.text)
      return beginning === ''
        ? { kind: 'none' }
        : { kind: 'prefix', beginning: markOf(leaf.field) + exactLexeme(beginning) }
    }
    case 'near': {
      const [one, other] = leaf.words.map((word) => lexemesOf([word], leaf.match)[0])
      return one && other ? { kind: 'near', words: [one, other], distance: leaf.distance } : { kind: 'none' }
    }
    case 'language':
      return { kind: 'run', words: [[languageLexeme(leaf.lang)]] }
  }
}

const marks: Record<Field, string> = { body: '', sender: '@' }

function markOf(field: Field | undefined): string {
  return marks[field ?? 'body']
}

function languageLexeme(lang: string): string {
  return `#${fold(lang.toLowerCase())}`
}

function run(words: readonly (readonly string[])[], field: Field | undefined): Wanted {
  if (words.length === 0) return { kind: 'none' }
  const mark = markOf(field)
  return { kind: 'run', words: words.map((lexemes) => lexemes.map((lexeme) => mark + lexeme)) }
}
