import type { LocalisedText } from '#app/platform/localised-text.ts'

/** The colour sets of the design system; each has an ink, a tint and an underline pattern. */
export const THEME_COLOURS = [1, 2, 3, 4, 5, 6, 7] as const

/** One of the colour sets. */
export type ThemeColour = (typeof THEME_COLOURS)[number]

/** What somebody proposes as a theme of the codebook. */
export type ThemeDraft = { code: string; title: LocalisedText; definition: LocalisedText }

/** Why a theme does not enter the codebook. */
export type ThemeRefusal =
  | 'code-not-two-letters'
  | 'code-taken'
  | 'title-missing'
  | 'title-too-long'
  | 'definition-missing'
  | 'definition-too-long'

const LONGEST_TITLE = 120
const LONGEST_DEFINITION = 2000

/** The colour of a new theme: in order of creation, round and round. It is stored and never changes. */
export function themeColour(themesCreatedBefore: number): ThemeColour {
  return THEME_COLOURS[themesCreatedBefore % THEME_COLOURS.length] ?? 1
}

/** A code as it is stored: small or large letters written, large letters kept. */
export function normalisedCode(code: string): string {
  return code.normalize('NFC').trim().toUpperCase()
}

/**
 * Whether a theme may enter a codebook. A code is two letters, and no other theme has it, retired ones included:
 * old taggings are still read by it. A theme without a definition means something else to each who tags.
 */
export function themeRefusal(draft: ThemeDraft, takenCodes: Iterable<string>): ThemeRefusal | null {
  const code = normalisedCode(draft.code)
  if (!/^\p{Lu}{2}$/u.test(code)) return 'code-not-two-letters'
  if (new Set(Array.from(takenCodes, normalisedCode)).has(code)) return 'code-taken'
  if (isMissing(draft.title)) return 'title-missing'
  if (isLonger(draft.title, LONGEST_TITLE)) return 'title-too-long'
  if (isMissing(draft.definition)) return 'definition-missing'
  return isLonger(draft.definition, LONGEST_DEFINITION) ? 'definition-too-long' : null
}

function isMissing(text: LocalisedText): boolean {
  return !Object.values(text).some((words) => words?.trim())
}

function isLonger(text: LocalisedText, most: number): boolean {
  return Object.values(text).some((words) => (words?.length ?? 0) > most)
}

/** A free code for a title: its first letter with one of its later letters, or '' when all of those are taken. */
export function suggestedCode(title: string, takenCodes: Iterable<string>): string {
  const taken = new Set(Array.from(takenCodes, normalisedCode))
  const [first, ...later] = normalisedCode(title).match(/\p{Lu}/gu) ?? []
  const free = later.find((letter) => !taken.has(`${first}${letter}`))
  return free === undefined ? '' : `${first}${free}`
}
