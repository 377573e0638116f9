/** The languages an input may be written in. */
export const WRITTEN_LANGUAGES = ['nb', 'nn', 'se', 'en', 'sv', 'fi'] as const

/** One of them, by its ISO 639 code; se is Northern Sámi. */
export type WrittenLanguage = (typeof WRITTEN_LANGUAGES)[number]

/** What each calls itself: whoever writes in it finds it by that. */
export const writtenLanguageNames: Record<WrittenLanguage, string> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  se: 'Davvisámegiella',
  en: 'English',
  sv: 'Svenska',
  fi: 'Suomi',
}

/** What a sender most likely writes in: what it wrote last, else its own written form, else that of whoever sends. */
export function likelyLanguage(...told: (string | null | undefined)[]): WrittenLanguage {
  for (const lang of told) {
    const known = WRITTEN_LANGUAGES.find((one) => one === lang)
    if (known) return known
  }
  return 'nb'
}
