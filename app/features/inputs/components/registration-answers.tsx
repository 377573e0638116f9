import { useLocale, useTranslations } from 'use-intl/react'
import { QuestionField } from '#app/features/questionnaires/components/question-field.tsx'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { asksForText } from '#app/features/questionnaires/question.ts'
import { pick } from '#app/platform/localised-text.ts'
import { TextArea } from '#app/ui/field.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { answerField } from '../fields.ts'
import type { RawAnswer } from '../sent-answer.ts'

type RegistrationAnswersProps = {
  questions: readonly AskedQuestion[]
  answers: Record<string, RawAnswer>
  errorOf: (field: string) => string | undefined
}

const isTyped = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : typeof value === 'object' && value !== null && Object.values(value).some(isTyped)

/** The questions of the round one by one, for letters that answer them so. Folded away until somebody needs them. */
export function RegistrationAnswers({ questions, answers, errorOf }: RegistrationAnswersProps) {
  const t = useTranslations('workbench.intake')
  const locale = useLocale()
  if (questions.length === 0) return null
  const open = questions.some(({ id }) => isTyped(answers[id]) || errorOf(answerField(id)))
  return (
    <details open={open} id="per-question">
      <summary>{t('perQuestion', { count: questions.length })}</summary>
      <div className="in-stack in-stack--4">
        <p className="in-small in-muted">{t('perQuestionHelp')}</p>
        {questions.map((question) => {
          const { id, position, title, kind } = question
          const [name, error] = [answerField(id), errorOf(answerField(id))]
          const label = t('question', { position, title: pick(title, locale).text })
          if (asksForText(kind))
            return (
              <TextArea
                key={id}
                {...{ name, label, error }}
                rows={5}
                defaultValue={answers[id]?.text ?? ''}
              />
            )
          return (
            <fieldset key={id} className="ds-fieldset">
              <legend className="ds-label">
                {position}. <Localised text={title} />
              </legend>
              <QuestionField
                question={{ ...question, required: false }}
                {...{ name, label, error }}
                filled={answers[id] ?? {}}
              />
            </fieldset>
          )
        })}
      </div>
    </details>
  )
}
