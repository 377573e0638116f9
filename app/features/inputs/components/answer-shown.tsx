import { useTranslations } from 'use-intl/react'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { RichText } from '#app/ui/rich-text.tsx'
import { type AnswerContent, isAnswered } from '../answers.ts'
import { AnswerShape } from './answer-shape.tsx'

type Asked = Pick<AskedQuestion, 'options' | 'settings'>

/** An answer read back: a text as it was formatted, and what was chosen or filled in beside it. */
export function AnswerShown({
  question,
  answer,
  lang,
}: {
  question: Asked
  answer: AnswerContent | null
  /** What the words are written in, where that is known. */
  lang?: string
}) {
  const t = useTranslations('workspace.answer')
  if (!isAnswered(answer)) return <p className="in-muted">{t('none')}</p>
  const written = answer.kind === 'rich-text' ? answer.body : noteOf(answer)
  return (
    <div className="in-stack in-stack--2">
      {answer.kind !== 'rich-text' && <AnswerShape question={question} answer={answer} />}
      {written && (
        <div className="in-prose" lang={lang}>
          <RichText document={written} headingLevel={4} />
        </div>
      )}
      {answer.kind === 'rich-text' && <AnswerShape question={question} answer={answer} />}
    </div>
  )
}

function noteOf(answer: AnswerContent) {
  return answer.kind === 'acceptance' && answer.note !== undefined ? docFromPlainText(answer.note) : null
}

type Answered = Pick<AskedQuestion, 'id' | 'position' | 'title' | 'options' | 'settings'> & {
  answer: AnswerContent | null
}

/** Every question with its answer, as it is or will be sent. */
export function AnswersShown({
  questions,
  edit,
  lang,
}: {
  questions: readonly Answered[]
  lang?: string
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
            <AnswerShown question={question} answer={question.answer} lang={lang} />
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
