import { holdsWords, rangesOfWords, type Stretch } from './masking.ts'

const FEWEST_LETTERS = 3
const MOST_WORDS = 50

/** The words that masks take out of a text, each once; a letter or two say nothing about where else they stand. */
export function maskedWords(text: string, masks: readonly Stretch[]): string[] {
  const points = [...text]
  const words = masks
    .filter((mask) => holdsWords(text, mask))
    .map(({ startCp, endCp }) => points.slice(startCp, endCp).join('').trim())
    .filter((word) => word.replace(/[^\p{L}\p{N}]/gu, '').length >= FEWEST_LETTERS)
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/** Whether any of these words stands open in a text, beside what is masked in it; also as whose something is. */
export function standsOpen(text: string, masks: readonly Stretch[], words: readonly string[]): boolean {
  return words.some((word) =>
    [word, `${word}s`].some((form) =>
      rangesOfWords(text, form).some(
        ({ startCp, endCp }) => !masks.some((mask) => mask.startCp < endCp && mask.endCp > startCp),
      ),
    ),
  )
}
