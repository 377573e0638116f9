import { useLocale, useTranslations } from 'use-intl/react'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { NO_OPINION } from '#app/features/questionnaires/question.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { RichText } from '#app/ui/rich-text.tsx'
import { type AnswerContent, isAnswered } from '../answers.ts'

type Asked = Pick<AskedQuestion, 'options'>

/** An answer read back: the text as it was formatted, or the words of what was chosen. */
export function AnswerShown({ question, answer }: { question: Asked; answer: AnswerContent | null }) {
  const t = useTranslations('workspace.answer')
  const locale = useLocale()
  if (!isAnswered(answer)) return <p className="in-muted">{t('none')}</p>
  if (answer.kind === 'rich-text')
    return (
      <div className="in-prose">
        <RichText document={answer.body} headingLevel={4} />
      </div>
    )
  const key = answer.kind === 'scale' ? String(answer.value) : 'choice' in answer ? answer.choice : ''
  const label = question.options?.find((option) => option.key === key)?.label
  if (label) return <p>{pick(label, locale).text}</p>
  return <p>{key === NO_OPINION ? t('outside') : key}</p>
}

type Answered = Pick<AskedQuestion, 'id' | 'position' | 'title' | 'options'> & {
  answer: AnswerContent | null
}

/** Every question with its answer, as it is or will be sent. */
export function AnswersShown({
  questions,
  edit,
}: {
  questions: readonly Answered[]
  /** Where each answer is changed, and what the link says. */
  edit?: (question: Answered) => { href: string; label: string; text: string }
}) {
  return (
    <ol className="in-plain in-stack in-stack--6">
      {questions.map((question) => {
        const link = edit?.(question)
        return (
          <li key={question.id} className="in-stack in-stack--2">
            <h3 className="in-h3">
              {question.position}. <Localised text={question.title} />
            </h3>
            <AnswerShown question={question} answer={question.answer} />
            {link && (
              <p className="in-small in-noprint">
                <a href={link.href} aria-label={link.label}>
                  {link.text}
                </a>
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
