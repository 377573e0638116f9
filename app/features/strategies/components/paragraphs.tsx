import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'

// What still reads as one piece on a phone.
const shortText = 300

/** A text in paragraphs, in the reader's language or marked as the one it is in; what is long opens on request. */
export function Paragraphs({ text, fold = true }: { text: LocalisedText; fold?: boolean }) {
  const t = useTranslations('public.register')
  const { text: words, lang, fallback } = pick(text, useLocale())
  const [first = '', ...rest] = words.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  const drawn = rest.map((paragraph) => <p key={paragraph}>{paragraph}</p>)
  return (
    <div className="in-paragraphs" lang={fallback ? lang : undefined}>
      <p>{first}</p>
      {fold && rest.length > 0 && words.length > shortText ? (
        <details className="in-fold in-more-text">
          <summary>{t('restOfText')}</summary>
          {drawn}
        </details>
      ) : (
        drawn
      )}
    </div>
  )
}
