import { stemmer as snowball } from '@orama/stemmers/norwegian'

/** The Norwegian stem of a folded word. */
export function norwegian(word: string): string {
  return snowball(word)
}
