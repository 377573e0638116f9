import { codePointSlice } from '#app/features/analysis/passage.ts'

// Words that turn what is said, or set a condition for it: Norwegian, Swedish, Northern Sami, Finnish and English.
const NEGATIONS = new Set(
  (
    'ikke ikkje inte eik ej ii eai not never cannot neither nor nobody none nothing unntatt unnateke unnatatt utom ' +
    'except dersom hvis viss if unless aldri aldrig ingen ingenting inga intet inkje nei nej verken hverken korkje ' +
    'varken neppe knapt knapast uten utan without forutsatt føresett'
  ).split(' '),
)

/** The words of a text, compounds with hyphens and apostrophes whole. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*(?:["'’][\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)*/gu) ?? []
}

/** Whether there is a negation, an exception or a condition among the words. */
export function hasNegation(text: string): boolean {
  return wordsIn(text).some((word) => {
    const plain = word.toLowerCase()
    return NEGATIONS.has(plain) || /n["'’]t$/.test(plain) || plain.startsWith('ikke-')
  })
}

/** Where a sentence ends: a mark, a space and a new beginning; or a new line. */
export const SENTENCE_END = /[.!?…]["'»”’)\]]*\s+["'«“‘([]?[\p{Lu}\p{N}]|\n/u

/**
 * Whether a quote leaves a negation of its own sentences outside: before its first word, or after its last. What is
 * quoted is the source's own words, and may still say the opposite of what the source says.
 */
export function negationBeside(source: string, startCp: number, endCp: number): boolean {
  const before = codePointSlice(source, 0, startCp)
  const after = codePointSlice(source, endCp, [...source].length)
  const quoted = codePointSlice(source, startCp, endCp)
  const ends = [...`${before}\u0000`.matchAll(new RegExp(SENTENCE_END, 'gu'))]
  const last = ends.at(-1)
  const begun = last ? before.slice(last.index + last[0].length - 1) : before
  const whole = /[.!?…]["'»”’)\]]*$/.test(quoted.trimEnd())
  const rest = whole ? '' : after.slice(0, (SENTENCE_END.exec(after)?.index ?? after.length) + 1)
  return hasNegation(begun) || hasNegation(rest)
}
