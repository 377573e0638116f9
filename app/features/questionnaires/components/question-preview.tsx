import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { BuiltQuestion } from '../building.server.ts'
import { QuestionField } from './question-field.tsx'

/** One question as it stands on the page of whoever answers, with its own fields and nowhere to send them. */
export function QuestionPreview({
  question,
  number,
  total,
}: {
  question: BuiltQuestion
  number: number
  total: number
}) {
  const t = useTranslations('workspace.writing')
  const locale = useLocale()
  return (
    <Panel id={`question-${number}`} className="in-stack in-stack--3">
      <div className="in-stack in-stack--1">
        <p className="in-small in-muted">
          {t('questionOf', { position: number, total })} {question.required ? t('required') : t('optional')}
        </p>
        <h2 className="in-h2">
          <Localised text={question.title} />
        </h2>
        {question.help && (
          <p className="in-meta">
            <Localised text={question.help} />
          </p>
        )}
      </div>
      <QuestionField
        question={question}
        name={`preview-${number}`}
        label={pick(question.title, locale).text}
      />
    </Panel>
  )
}
