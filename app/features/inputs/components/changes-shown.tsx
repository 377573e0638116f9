import { useTranslations } from 'use-intl/react'
import { WordChanges } from '#app/features/documents/components/word-changes.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { AnswerChange } from '../changes-since.ts'
import type { ChangesSince } from '../draft-to-send.server.ts'
import { AnswerShown } from './answer-shown.tsx'

type Asked = Parameters<typeof AnswerShown>[0]['question'] & {
  id: string
  position: number
  title: Parameters<typeof Localised>[0]['text']
}

type ChangesShownProps = { changes: ChangesSince; questions: readonly Asked[]; heading: string }

/** What the draft says otherwise than the version that counts: answers word by word, and how much else came and went. */
export function ChangesShown({ changes, questions, heading }: ChangesShownProps) {
  const t = useTranslations('workspace.changes')
  const { moment } = useDates()
  const { answers, comments, files, kind, submittedAt } = changes
  const asked = new Map(questions.map((question) => [question.id, question]))
  const beside = [
    ...(comments.added > 0 ? [t('commentsAdded', { count: comments.added })] : []),
    ...(comments.removed > 0 ? [t('commentsRemoved', { count: comments.removed })] : []),
    ...(files.added > 0 ? [t('filesAdded', { count: files.added })] : []),
    ...(files.removed > 0 ? [t('filesRemoved', { count: files.removed })] : []),
  ]
  const nothing = answers.length === 0 && beside.length === 0
  return (
    <Panel id="changes" heading={heading}>
      <div className="in-stack in-stack--5">
        <p>
          {nothing
            ? t('nothing', { kind, moment: moment(submittedAt) })
            : t('summary', {
                ...{ kind, moment: moment(submittedAt) },
                ...{ changed: answers.length, total: questions.length },
              })}{' '}
          {beside.join(' ')}
        </p>
        {answers.map((change) => {
          const question = asked.get(change.questionId)
          return question && <ChangedAnswer key={change.questionId} {...{ change, question }} />
        })}
      </div>
    </Panel>
  )
}

function ChangedAnswer({ change, question }: { change: AnswerChange; question: Asked }) {
  const t = useTranslations('workspace.changes')
  const { kind, words, before, now } = change
  return (
    <section className="in-stack in-stack--2" aria-labelledby={`change-${question.position}`}>
      <h3 className="in-h3" id={`change-${question.position}`}>
        {question.position}. <Localised text={question.title} />
      </h3>
      {words ? (
        <p className="in-lines">
          <WordChanges changes={words} />
        </p>
      ) : (
        <>
          {kind !== 'new' && (
            <div>
              <p className="in-small in-muted">{t('before')}</p>
              <AnswerShown question={question} answer={before} />
            </div>
          )}
          {kind !== 'gone' ? (
            <div>
              <p className="in-small in-muted">{t('now')}</p>
              <AnswerShown question={question} answer={now} />
            </div>
          ) : (
            <p>{t('gone')}</p>
          )}
        </>
      )}
    </section>
  )
}
