import { useTranslations } from 'use-intl/react'
import { locales } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'

/** A text in every language it is written in, each named: for those who write it. Nothing where there are no words. */
export function EveryLanguage({ text }: { text: LocalisedText | null | undefined }) {
  const t = useTranslations('workbench.version.forms')
  const written = locales.flatMap((lang) => {
    const words = text?.[lang]?.trim()
    return words ? [{ lang, words }] : []
  })
  return written.map(({ lang, words }) => (
    <div key={lang}>
      <p className="in-meta">{t(lang)}</p>
      <p className="in-prelines" lang={lang}>
        {words}
      </p>
    </div>
  ))
}
