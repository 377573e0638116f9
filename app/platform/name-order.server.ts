import { type SQL, sql } from 'drizzle-orm'
import type { Locale } from './locale.ts'

const collations: Record<Locale, string> = {
  nb: 'nb-NO-x-icu',
  nn: 'nn-NO-x-icu',
  en: 'en-GB-x-icu',
  sv: 'sv-FI-x-icu',
}

/** How names are put in order for readers of a language: `order by name ${inOrderOf(locale)}`. */
export const inOrderOf = (locale: Locale): SQL => sql.raw(`collate "${collations[locale]}"`)
