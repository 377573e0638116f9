import { fold, wordsOf } from './analyser.ts'

/** A folded form as a text spells it, in lower case; nothing when the text does not hold it. */
export function spellingIn(text: string, form: string): string | undefined {
  return wordsOf(text).find((word) => fold(word.text) === form)?.text
}
