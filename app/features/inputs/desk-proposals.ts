import { type Candidate, free, MOST_OFFERED, type Text, wordsOf } from './desk.ts'
import { type MaskRange, rangesOfWords } from './masking.ts'
import { proposeMasks } from './personal-data.ts'

/** What the rules propose in the texts of a version, less what is taken: masked already, or offered otherwise. */
export function proposalsIn(
  texts: readonly Text[],
  lang: string,
  known: readonly string[],
  taken: readonly MaskRange[],
): Candidate[] {
  return texts.flatMap(({ id: answerId, text }) =>
    text === null
      ? []
      : proposeMasks(text, lang, known)
          .filter((stretch) => free(answerId, stretch, taken))
          .slice(0, MOST_OFFERED)
          .map((stretch) => ({ ...stretch, answerId, words: wordsOf(text, stretch) })),
  )
}

/** Every place where typed words stand and are not masked, also as whose something is: «Leos mor» tells of Leo. */
export function placesOf(texts: readonly Text[], words: string, masked: readonly MaskRange[]): Candidate[] {
  return texts.flatMap(({ id: answerId, text }) =>
    text === null
      ? []
      : [words.trim(), `${words.trim()}s`]
          .flatMap((form) => rangesOfWords(text, form))
          .sort((one, other) => one.startCp - other.startCp)
          .filter((stretch) => free(answerId, stretch, masked))
          .slice(0, MOST_OFFERED)
          .map((stretch) => ({
            ...stretch,
            answerId,
            kind: 'typed' as const,
            words: wordsOf(text, stretch),
          })),
  )
}
