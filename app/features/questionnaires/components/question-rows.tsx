import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { previewPath, questionnairePath, questionPath } from '../address.ts'
import type { BuiltQuestion } from '../building.server.ts'
import type { Problem } from '../problems.ts'
import { QuestionFacts } from './question-facts.tsx'

type QuestionRowsProps = {
  roundId: string
  questions: readonly BuiltQuestion[]
  /** Without it the list is only read. */
  formKey: string | null
  /** The question that is to be taken away once that is confirmed. */
  removing: string | null
  /** What was typed as the number to move a question after, and why it could not be. */
  refused: { question: string; typed: string; problem: Problem } | null
}

/** The questions of a round in order, each with what can be done with it. */
export function QuestionRows({ questions, ...rest }: QuestionRowsProps) {
  return (
    <ol className="in-list">
      {questions.map((question, at) => (
        <QuestionRow key={question.id} {...{ question, at, ...rest }} count={questions.length} />
      ))}
    </ol>
  )
}

type QuestionRowProps = Omit<QuestionRowsProps, 'questions'> & {
  question: BuiltQuestion
  at: number
  count: number
}

function QuestionRow({ question, at, count, roundId, formKey, removing, refused }: QuestionRowProps) {
  const t = useTranslations('workbench.questionnaire')
  const name = pick(question.title, useLocale()).text
  const here = refused?.question === question.id ? refused : null
  const inOneForm = (['nb', 'nn'] as const).filter((lang) => question.title[lang]?.trim())
  const [only] = inOneForm
  return (
    <li id={`question-${question.id}`} className="in-stack in-stack--2">
      <div className="in-list__row">
        <div className="in-stack in-stack--1">
          <h3 className="in-h3">
            {at + 1}. <Localised text={question.title} />
          </h3>
          <p className="in-meta">
            <QuestionFacts question={question} />
          </p>
          {only && inOneForm.length === 1 && (
            <StatusTag tone="warning">{t(only === 'nb' ? 'nynorskMissing' : 'bokmalMissing')}</StatusTag>
          )}
        </div>
        {formKey ? (
          <div className="in-row">
            <MoveButtons {...{ roundId, formKey, name, at, count }} id={question.id} />
            <a href={questionPath(roundId, question.id)} aria-label={t('editOf', { name })}>
              {t('edit')}
            </a>
            {question.kind !== 'general' && (
              <a
                href={`${questionnairePath(roundId)}?remove=${question.id}#question-${question.id}`}
                aria-label={t('removeOf', { name })}
              >
                {t('remove')}
              </a>
            )}
          </div>
        ) : (
          <a href={`${previewPath(roundId)}#question-${at + 1}`} aria-label={t('seeOf', { name })}>
            {t('see')}
          </a>
        )}
      </div>
      {formKey && removing === question.id && <Removing {...{ roundId, question, formKey, name }} />}
      {formKey && count > 2 && <MoveAfter {...{ roundId, formKey, name, here }} id={question.id} />}
    </li>
  )
}

type Acting = { roundId: string; formKey: string; name: string; id: string }

function Hidden({ formKey, id }: Pick<Acting, 'formKey' | 'id'>) {
  return (
    <>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="question" value={id} />
    </>
  )
}

function MoveButtons({ roundId, formKey, name, id, at, count }: Acting & { at: number; count: number }) {
  const t = useTranslations('workbench.questionnaire')
  return (
    <form method="post" action={questionnairePath(roundId)} className="in-row">
      <Hidden {...{ formKey, id }} />
      {(['up', 'down'] as const).map((way) => (
        <Button
          key={way}
          name="act"
          value={way}
          variant="tertiary"
          size="sm"
          disabled={way === 'up' ? at === 0 : at === count - 1}
          aria-label={t(way === 'up' ? 'upOf' : 'downOf', { name })}
        >
          {t(way)}
        </Button>
      ))}
    </form>
  )
}

function MoveAfter({ roundId, formKey, name, id, here }: Acting & { here: QuestionRowsProps['refused'] }) {
  const t = useTranslations('workbench.questionnaire')
  return (
    <details className="in-fold in-small" open={here !== null}>
      <summary aria-label={t('moveOf', { name })}>{t('move')}</summary>
      <form method="post" action={`${questionnairePath(roundId)}#question-${id}`} className="in-row">
        <Hidden {...{ formKey, id }} />
        <TextField
          name="number"
          id={here ? 'number' : `number-${id}`}
          label={t('after')}
          help={t('afterHelp')}
          inputMode="numeric"
          size={4}
          defaultValue={here?.typed ?? ''}
          error={here?.problem.message}
        />
        <Button name="act" value="after" variant="secondary" size="sm">
          {t('moveHere')}
        </Button>
      </form>
    </details>
  )
}

function Removing({ roundId, question, formKey, name }: Omit<Acting, 'id'> & { question: BuiltQuestion }) {
  const t = useTranslations('workbench.questionnaire')
  return (
    <form method="post" action={questionnairePath(roundId)} className="in-stack in-stack--2">
      <p>{t('removeSure', { name })}</p>
      <Hidden {...{ formKey }} id={question.id} />
      <input type="hidden" name="revision" value={question.revision} />
      <div className="in-row">
        <Button name="act" value="remove" danger>
          {t('removeYes')}
        </Button>
        <a href={`${questionnairePath(roundId)}#question-${question.id}`}>{t('keep')}</a>
      </div>
    </form>
  )
}
