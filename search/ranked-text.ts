import type { Token } from './analyser.ts'

/**
 * A text as ranking reads it: its words in order between spaces, each as its stem and, where the form as written is another,
 * what that adds (`skol~ene`) or the form itself (`skol=skulane`).
 */
export function rankedText(tokens: readonly Token[]): string {
  return tokens.map(({ stem, exact }) => writtenAs(stem, exact)).join(' ')
}

/** A word of such a text. */
export function writtenAs(stem: string, exact: string): string {
  if (exact === stem) return stem
  return exact.startsWith(stem) ? `${stem}~${exact.slice(stem.length)}` : `${stem}=${exact}`
}

/** The stem of a word of such a text. */
export function stemOf(word: string): string {
  const end = word.search(/[~=]/)
  return end < 0 ? word : word.slice(0, end)
}

/** The form in which a word of such a text was written. */
export function formOf(word: string): string {
  const end = word.search(/[~=]/)
  if (end < 0) return word
  const rest = word.slice(end + 1)
  return word.charAt(end) === '~' ? word.slice(0, end) + rest : rest
}
