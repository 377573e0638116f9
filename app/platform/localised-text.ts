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

/** A part of a text that is put together of several; `lang` where it is in another language than what is round it. */
export type TextPart = { label: string; lang?: TextLanguage }

/**
 * The language of a text that can be said to be in one only, such as a title or a line of a calendar: that of most of its
 * letters; undefined is the language round it.
 */
export function mostlyIn(parts: readonly TextPart[]): TextLanguage | undefined {
  const letters = new Map<TextLanguage | undefined, number>([[undefined, 0]])
  for (const { label, lang } of parts)
    letters.set(lang, (letters.get(lang) ?? 0) + label.replace(/\P{L}/gu, '').length)
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}
