import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import type { EarlierAnswer } from '../earlier-answer.ts'
import { reuseField } from '../fields.ts'
import { AnswerShown } from './answer-shown.tsx'

export type EarlierAnswersProps = {
  question: { id: string; position: number }
  /** What this sender answered in earlier rounds, most fitting first. */
  earlier: readonly EarlierAnswer[]
  /** Whether nothing is answered now: only then may an earlier answer be brought in. */
  empty: boolean
  /** With script an answer is brought in on the spot; without, the button sends the form it stands in. */
  onReuse?: (earlier: EarlierAnswer) => void
}

/** What was said before, beside the question it belongs to: the same question's answer first, else what there is, folded. */
export function EarlierAnswers({ earlier, ...rest }: EarlierAnswersProps) {
  const t = useTranslations('workspace.writing')
  const same = earlier.filter(({ repeatedBy }) => repeatedBy === rest.question.id)
  const [latest] = same
  if (latest)
    return (
      <details className="in-earlier">
        <summary>{t('earlierHere', { number: latest.round.number })}</summary>
        {same.map((answer) => (
          <Earlier key={answer.id} answer={answer} {...rest} />
        ))}
      </details>
    )
  if (earlier.length === 0) return null
  return (
    <details className="in-earlier">
      <summary>{t('earlierElsewhere', { count: earlier.length })}</summary>
      {earlier.map((answer) => (
        <Earlier key={answer.id} answer={answer} {...rest} />
      ))}
    </details>
  )
}

function Earlier({
  answer,
  question,
  empty,
  onReuse,
}: { answer: EarlierAnswer } & Omit<EarlierAnswersProps, 'earlier'>) {
  const t = useTranslations('workspace.writing')
  const title = pick(answer.question.title, useLocale()).text
  return (
    <div className="in-stack in-stack--2">
      <p className="in-meta">{t('earlierTo', { number: answer.round.number, title })}</p>
      <AnswerShown question={answer.question} answer={answer.answer} />
      {empty && (
        <p>
          <Button
            variant="secondary"
            size="sm"
            name={reuseField}
            value={`${question.id}:${answer.id}`}
            aria-label={t('earlierUseOf', { title, position: question.position })}
            onClick={(event) => {
              if (!onReuse) return
              event.preventDefault()
              onReuse(answer)
            }}
          >
            {t('earlierUse')}
          </Button>
        </p>
      )}
    </div>
  )
}
