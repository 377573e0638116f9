import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import type { AskedQuestion } from '../queries.server.ts'

/** What a round asks, to be read before answering: every question with its help and its alternatives. */
export function QuestionList({ questions }: { questions: readonly AskedQuestion[] }) {
  const t = useTranslations('public.question')
  const locale = useLocale()
  return (
    <ol className="in-list">
      {questions.map(({ id, kind, title, help, options, required }, place) => (
        <li key={id} className="in-stack in-stack--2">
          <h3 className="in-h3">
            {place + 1}. <Localised text={title} />
          </h3>
          {help && (
            <p>
              <Localised text={help} />
            </p>
          )}
          <p className="in-meta">
            {t(`kind.${kind}`)} {required ? t('required') : t('optional')}
          </p>
          {options && (
            <ul className="in-meta">
              {options.map(({ key, label }) => (
                <li key={key}>{pick(label, locale).text}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
