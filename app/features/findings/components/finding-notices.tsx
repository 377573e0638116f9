import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import { paragraphsOf } from '../finding-text.ts'

// Without script the browser itself moves the focus when the page comes back.
const focused = { autoFocus: true }

/** Brings what a form was answered with into view, since the page stays where it was scrolled. */
export function TakesFocus({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} {...focused}>
      {children}
    </div>
  )
}

/** What another person saved while somebody was writing. */
export type SavedMeanwhile = { title: LocalisedText; text: LocalisedText; by: string; at: Date }

/** Both texts are kept: one's own in the form, the saved one here to take from. */
export function StaleNotice({ title, text, by, at }: SavedMeanwhile) {
  const t = useTranslations('workbench.finding')
  const { moment } = useDates()
  const saved = [
    { label: t('staleTitle'), lang: 'nb', words: title.nb },
    { label: t('staleTitle'), lang: 'nn', words: title.nn },
    { label: t('staleNb'), lang: 'nb', words: text.nb },
    { label: t('staleNn'), lang: 'nn', words: text.nn },
  ].filter(({ words }) => words)
  return (
    <TakesFocus>
      <Alert tone="warning" heading={t('stale')}>
        <p>{t('staleText', { name: by, at: moment(at) })}</p>
        {saved.map(({ label, lang, words }) => (
          <div key={`${label} ${lang}`} className="in-stack in-stack--2">
            <h3 className="in-h3">{label}</h3>
            {paragraphsOf(words ?? '').map((paragraph) => (
              <p key={paragraph} lang={lang}>
                {paragraph}
              </p>
            ))}
          </div>
        ))}
      </Alert>
    </TakesFocus>
  )
}
