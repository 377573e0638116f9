import { useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import type { AskedQuestion } from '../queries.server.ts'
import { asksImportance, type QuestionOption, type TableColumn } from '../question.ts'
import { useLimits } from './limits.tsx'

/** What a round asks, to be read before answering: every question with its help, its alternatives and its limits. */
export function QuestionList({ questions }: { questions: readonly AskedQuestion[] }) {
  return (
    <ol className="in-list">
      {questions.map((question, place) => (
        <Asked key={question.id} question={question} number={place + 1} />
      ))}
    </ol>
  )
}

function Asked({ question, number }: { question: AskedQuestion; number: number }) {
  const t = useTranslations('public.question')
  const { kind, title, help, options, settings, required } = question
  const limits = useLimits(question)
  return (
    <li className="in-stack in-stack--2">
      <h3 className="in-h3">
        {number}. <Localised text={title} />
      </h3>
      {help && (
        <p>
          <Localised text={help} />
        </p>
      )}
      <p className="in-meta">
        {t(`kind.${kind}`)} {limits} {asksImportance(question) && t('asksImportance')}{' '}
        {required ? t('required') : t('optional')}
      </p>
      {options && <Parts parts={options} />}
      {kind === 'swot' && settings?.levels && <Parts heading={t('parts.levels')} parts={settings.levels} />}
      {kind === 'table' && settings?.rows && <Parts heading={t('parts.rows')} parts={settings.rows} />}
      {kind === 'table' && settings?.columns && (
        <Parts heading={t('parts.columns')} parts={settings.columns} />
      )}
    </li>
  )
}

function Parts({ heading, parts }: { heading?: string; parts: readonly (QuestionOption | TableColumn)[] }) {
  const unitOf = (part: QuestionOption | TableColumn) =>
    'unit' in part && part.unit ? ` (${part.unit})` : ''
  return (
    <div className="in-meta">
      {heading && <p>{heading}</p>}
      <ul>
        {parts.map((part) => (
          <li key={part.key}>
            <Localised text={part.label} />
            {unitOf(part)}
          </li>
        ))}
      </ul>
    </div>
  )
}
