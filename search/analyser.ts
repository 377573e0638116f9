/**
 * From text to the tokens both engines index. Owning this, rather than leaving it to an engine, is what keeps
 * stems the same across engines and upgrades, and lets highlighting use exactly what matching used.
 */
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import type { Match } from './tree.ts'

/** A word of a text: its stem, its form as written, and where it stands (code units, end excluded). */
export type Token = {
  readonly stem: string
  readonly exact: string
  readonly start: number
  readonly end: number
}

/** A word before stemming. */
export type Word = { readonly text: string; readonly start: number; readonly end: number }

type Stemmer = (word: string) => string

const stemmers: ReadonlyMap<string, Stemmer> = new Map([
  ['nb', norwegian],
  ['nn', norwegian],
  ['no', norwegian],
  ['sv', swedish],
  ['fi', finnish],
  ['en', english],
])

const distinctStemmers: readonly Stemmer[] = [norwegian, swedish, finnish, english]

// Letters and digits with their accents; soft hyphens and joiners that word processors leave inside a word.
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[\u00AD\u200B-\u200D\u2060\uFEFF]+(?=[\p{L}\p{N}]))*/gu
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

const folded: Record<string, string> = {
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  ä: 'ae',
  ö: 'oe',
  č: 'c',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  š: 's',
  ŧ: 't',
  ž: 'z',
  ß: 'ss',
  ł: 'l',
  þ: 'th',
  œ: 'oe',
  ı: 'i',
}
const foldable = new RegExp(`[${Object.keys(folded).join('')}]`, 'g')

/** The longest lexeme kept, in code points: longer "words" are keys and addresses, which nobody types out. */
const maxLexeme = 64

/** The words of a text, NFC and lower case, with their places in the text as given. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (found) => ({
    text: found[0].replace(invisible, '').normalize('NFC').toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }))
}

/** Nordic letters spelt out in ASCII and every other accent dropped, so that typed "aa" and "Karasjohka" match. */
export function fold(word: string): string {
  const plain = word
    .normalize('NFC')
    .replace(foldable, (letter) => folded[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
  return plain.length <= maxLexeme ? plain : Array.from(plain).slice(0, maxLexeme).join('')
}

/** The tokens of a document, stemmed by its own language; a language without a stemmer keeps words whole. */
export function tokensOf(text: string, lang: string): Token[] {
  const stem = stemmers.get(lang.toLowerCase())
  return wordsOf(text).map(({ text: word, start, end }) => {
    const exact = fold(word)
    return { stem: stem ? stemmed(stem, word, exact) : exact, exact, start, end }
  })
}

/** Every stem a word of a query may have been indexed under, since the query does not say its language. */
export function stemsOf(word: string): string[] {
  const exact = fold(word)
  return [...new Set([exact, ...distinctStemmers.map((stem) => stemmed(stem, word, exact))])]
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

function stemmed(stem: Stemmer, word: string, exact: string): string {
  return /^\p{N}+$/u.test(word) ? exact : fold(stem(word)) || exact
}
