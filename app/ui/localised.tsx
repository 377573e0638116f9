import { useLocale } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'

/** A text in the reader's language, or in the nearest one it exists in, marked as that. */
export function Localised({ text }: { text: LocalisedText | null | undefined }) {
  const { text: words, lang, fallback } = pick(text ?? {}, useLocale())
  return fallback ? <span lang={lang}>{words}</span> : words
}

/** The same for a place in a sentence of the catalogue: `t.rich('replacedBy', { title: inSentence(title) })`. */
export const inSentence = (text: LocalisedText | null | undefined) => () => <Localised text={text} />
