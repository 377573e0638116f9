import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { fold } from './fold.ts'
import { remembered } from './memo.ts'
import { norwegian } from './norwegian.ts'
import { swedish } from './swedish.ts'

/** The form a word shares with its inflections, folded; never empty for a word of a text. */
export type Stemmer = (word: string) => string

const inNorwegian = stemmer((word) => norwegian(fold(word)))
const inSwedish = stemmer(swedish)
const inFinnish = stemmer(finnish)
const inEnglish = stemmer(english)

/** Each stemmer once, for words that do not say their language. */
export const stemmers: readonly Stemmer[] = [inNorwegian, inSwedish, inFinnish, inEnglish]

const byLanguage: ReadonlyMap<string, Stemmer> = new Map([
  ['nb', inNorwegian],
  ['nn', inNorwegian],
  ['no', inNorwegian],
  ['sv', inSwedish],
  ['fi', inFinnish],
  ['en', inEnglish],
])

/** The stemmer of a written language; one without a stemmer, Sámi among them, keeps its words whole. */
export function stemIn(lang: string): Stemmer {
  return byLanguage.get(lang.toLowerCase()) ?? fold
}

function stemmer(rule: (word: string) => string): Stemmer {
  return remembered((word) => {
    const exact = fold(word)
    return /^\p{N}+$/u.test(word) ? exact : fold(rule(word)) || exact
  })
}
