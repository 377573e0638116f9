import { fold } from './fold.ts'
import { auxiliaryVerbs, irregularVerbs } from './irregular-verbs.ts'
import { irregularNouns, irregularWords, wholeWords } from './irregular-words.ts'
import { nynorskParts } from './nynorsk-parts.ts'
import { nounPairs, otherPairs, verbPairs } from './word-pairs.ts'

/** The pairs of a list, bokmål first, as written. */
export function pairsIn(list: string): [string, string][] {
  return entriesIn(list, /\s+/).map((pair) => {
    const [bokmaal = '', nynorsk = ''] = pair.split('/')
    return [bokmaal, nynorsk]
  })
}

/** The words of a list of irregular ones with their other forms, as written. */
export function formsIn(list: string): [string, string[]][] {
  return entriesIn(list, '\n').map((line) => {
    const [word = '', forms = ''] = line.split(':')
    return [word, entriesIn(forms, /\s+/)]
  })
}

export const wordPairs: readonly [string, string][] = [nounPairs, verbPairs, otherPairs].flatMap(pairsIn)
export const verbForms: readonly [string, string[]][] = formsIn(irregularVerbs)
export const nounForms: readonly [string, string[]][] = formsIn(irregularNouns)
export const otherForms: readonly [string, string[]][] = formsIn(auxiliaryVerbs + irregularWords)
export const wholeForms: readonly [string, string[]][] = formsIn(wholeWords)

const parts = pairsIn(nynorskParts).map(([nynorsk, bokmaal]) => {
  const part = fold(nynorsk.replace(/\([^)]*(?:\([^)]*\)[^)]*)*\)/g, ''))
  const pattern = nynorsk.replace(/\p{L}+/gu, fold).replace(/^\^[a-z]+/, '$&(?=...)')
  return { part, pattern, bokmaal: fold(bokmaal) }
})

/** Finds the parts of a folded word that nynorsk writes otherwise, the longest first. */
export const nynorskPart = new RegExp(
  parts
    .toSorted((one, other) => other.part.length - one.part.length)
    .map(({ pattern }) => pattern)
    .join('|'),
  'g',
)

/** What bokmål writes for a part found. */
export const bokmaalParts: ReadonlyMap<string, string> = new Map(
  parts.map(({ part, bokmaal }) => [part, bokmaal]),
)

function entriesIn(list: string, separator: string | RegExp): string[] {
  return list
    .trim()
    .split(separator)
    .filter((entry) => entry !== '')
}
