/** The languages a text of ours can be written in. */
export type TextLanguage = 'nb' | 'nn' | 'en' | 'sv'

/** One text in the languages it exists in. */
export type LocalisedText = { [language in TextLanguage]?: string }

/** A text found for a reader: `fallback` says it is not in the language asked for, `lang` what it is in. */
export type PickedText = { text: string; lang: TextLanguage; fallback: boolean }

const FALLBACKS: Record<TextLanguage, readonly TextLanguage[]> = {
  nb: ['nb', 'nn', 'en', 'sv'],
  nn: ['nn', 'nb', 'en', 'sv'],
  en: ['en', 'nb', 'nn', 'sv'],
  sv: ['sv', 'nb', 'nn', 'en'],
}

/** The text a reader of `language` gets; the two written forms of Norwegian stand in for each other first. */
export function pick(text: LocalisedText, language: TextLanguage): PickedText {
  for (const lang of FALLBACKS[language]) {
    const found = text[lang]
    if (found?.trim()) return { text: found, lang, fallback: lang !== language }
  }
  return { text: '', lang: language, fallback: false }
}

/** A text as the label of something, for a reader of `language`: with the language it is in, where that is another. */
export function labelled(
  text: LocalisedText,
  language: TextLanguage,
): { label: string; lang?: TextLanguage } {
  const { text: label, lang, fallback } = pick(text, language)
  return fallback ? { label, lang } : { label }
}
