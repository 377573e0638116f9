import { useTranslations } from 'use-intl/react'
import { locales } from '#app/platform/locale.ts'
import { Alert } from '#app/ui/message.tsx'
import type { BuiltQuestion } from '../building.server.ts'
import { QuestionFacts } from './question-facts.tsx'

/** What a colleague saved in the meantime: both texts are kept, one's own in the form and the saved one here. */
export function SavedQuestion({ question }: { question: BuiltQuestion }) {
  const t = useTranslations('workbench.question')
  const { title, help, options, settings } = question
  const lists = [options, settings?.levels, settings?.rows, settings?.columns]
  return (
    <Alert tone="warning" heading={t('stale')} live>
      <p>{t('staleText')}</p>
      {locales.map(
        (lang) =>
          (title[lang] || help?.[lang]) && (
            <blockquote key={lang} lang={lang} className="in-written__saved">
              <p>{title[lang]}</p>
              {help?.[lang] && <p className="in-prelines">{help[lang]}</p>}
              {lists.map(
                (list) =>
                  list?.some(({ label }) => label[lang]) && (
                    <ul key={list.map(({ key }) => key).join()}>
                      {list.map(({ key, label }) => (
                        <li key={key}>{label[lang] ?? '–'}</li>
                      ))}
                    </ul>
                  ),
              )}
            </blockquote>
          ),
      )}
      <p className="in-meta">
        <QuestionFacts question={question} />
      </p>
    </Alert>
  )
}
