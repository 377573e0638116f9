/**
 * From text to the tokens both engines index. Owning this, rather than leaving it to an engine, is what keeps
 * stems the same across engines and upgrades, and lets highlighting use exactly what matching used.
 */
import { fold } from './language/fold.ts'
import { stemIn, stemmers } from './language/stemming.ts'
import { wordsOf } from './language/words.ts'
import { isSign } from './public-text.ts'
import type { Match } from './tree.ts'

export { fold } from './language/fold.ts'
export { wordsOf } from './language/words.ts'

/** A word of a text: its stem, its form as written, and where it stands (code units, end excluded). */
export type Token = {
  readonly stem: string
  readonly exact: string
  readonly start: number
  readonly end: number
}

/**
 * What the sign of something masked becomes: it takes a word's place, so that the words on its sides are no neighbours,
 * and no query can ask for it, for folded words have no brackets.
 */
const maskedToken = '[]'

/** Whether a token is a word that may be found. */
export const isWord = ({ stem }: Token) => stem !== maskedToken

/** The tokens of a document, stemmed by its own language; a language without a stemmer keeps words whole. */
export function tokensOf(text: string, lang: string): Token[] {
  const stem = stemIn(lang)
  return wordsOf(text).map(({ text: word, start, end }) =>
    isSign(text, { start, end })
      ? { stem: maskedToken, exact: maskedToken, start, end }
      : { stem: stem(word), exact: fold(word), start, end },
  )
}

/** Every stem a word of a query may have been indexed under, since the query does not say its language. */
export function stemsOf(word: string): string[] {
  return [...new Set([fold(word), ...stemmers.map((stem) => stem(word))])]
}

/** What consecutive words of a text must be indexed as, each as one of several lexemes. */
export type LexemeRun = readonly (readonly string[])[]

/** The lexemes that match these words of a query, standing side by side. Without letters or digits it is empty. */
export function lexemesOf(words: readonly string[], match: Match): LexemeRun {
  return words
    .flatMap((word) => wordsOf(word))
    .map(({ text }) => (match === 'exact' ? [exactLexeme(fold(text))] : stemsOf(text)))
}

/** The form as written is indexed beside the stem, at the same place, marked so that the two never meet. */
export function exactLexeme(exact: string): string {
  return `=${exact}`
}
