import { fold } from './fold.ts'

/** A word before stemming, NFC and lower case, and where it stands (code units, end excluded). */
export type Word = { readonly text: string; readonly start: number; readonly end: number }

// Letters and digits with their accents; soft hyphens and joiners that word processors leave inside a word.
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[\u00AD\u200B-\u200D\u2060\uFEFF]+(?=[\p{L}\p{N}]))*/gu
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** The words of a text, NFC and lower case, with their places in the text as given. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (found) => ({
    text: found[0].replace(invisible, '').normalize('NFC').toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  })).filter(({ text: word }) => fold(word) !== '')
}
