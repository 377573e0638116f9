import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'

/** Says in which language texts are shown when the reader's is missing: of all of them, or of a part. Nothing when none is. */
export function FallbackNote({ texts }: { texts: readonly (LocalisedText | null)[] }) {
  const t = useTranslations('frame')
  const locale = useLocale()
  const shown = texts.map((text) => pick(text ?? {}, locale)).filter(({ text }) => text)
  const missing = shown.filter(({ fallback }) => fallback)
  const [first] = missing
  if (!first) return null
  const language = missing.every(({ lang }) => lang === first.lang) ? first.lang : 'other'
  const sentence = missing.length === shown.length ? 'fallback' : 'fallbackInPart'
  return <p className="in-meta">{t(sentence, { language })}</p>
}
