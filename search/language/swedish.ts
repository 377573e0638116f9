import { stemmer as snowball } from '@orama/stemmers/swedish'

/** The Swedish stem. */
export function swedish(word: string): string {
  return snowball(word)
}
