import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'

/** Says in which language a text is shown when the reader's is missing. Nothing when none is. */
export function FallbackNote({ texts }: { texts: readonly (LocalisedText | null)[] }) {
  const t = useTranslations('frame')
  const locale = useLocale()
  const missing = texts.map((text) => pick(text ?? {}, locale)).find(({ fallback }) => fallback)
  return missing ? <p className="in-meta">{t('fallback', { language: missing.lang })}</p> : null
}
