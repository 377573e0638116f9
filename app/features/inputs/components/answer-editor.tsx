import { type MutableRefObject, useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { QuestionField } from '#app/features/questionnaires/components/question-field.tsx'
import type { Entry, Filled } from '#app/features/questionnaires/filled.ts'
import { asksForText } from '#app/features/questionnaires/question.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type AnswerContent, isAnswered, parseAnswer } from '../answers.ts'
import { type AnswerConflict, joined, type Settlement } from '../draft.ts'
import type { WrittenQuestion } from '../drafts.server.ts'
import { answerField, revisionField } from '../fields.ts'
import { entriesOf, filledAnswer } from '../filled-answer.ts'
import { sentAnswer } from '../sent-answer.ts'
import { type SaveState, useAutosave } from './autosave.tsx'
import { ConflictCard } from './conflict-card.tsx'

/** Saves one answer at once; true when everything typed in it is safe. */
export type Flush = () => Promise<boolean>

export type AnswerEditorProps = {
  question: WrittenQuestion
  total: number
  autosaveUrl: string
  /** What was typed and not taken in by a post without script; shown instead of what is stored. */
  typed?: Filled
  error?: string
  conflict?: AnswerConflict
  onAnswered: (questionId: string, answered: boolean) => void
  flushes: MutableRefObject<Map<string, Flush>>
}

/** One question with its field, kept safe while it is written, and the choice when two wrote at once. */
export function AnswerEditor(props: AnswerEditorProps) {
  const { question, total, autosaveUrl, typed, error, conflict, onAnswered, flushes } = props
  const t = useTranslations('workspace.writing')
  const reasons = useTranslations('workspace.refused')
  const start: SaveState = conflict ? { at: 'conflict', conflict } : { at: 'drawn' }
  const revision = conflict?.revision ?? question.revision
  const autosave = useAutosave(autosaveUrl, question.id, revision, start, (answered) =>
    onAnswered(question.id, answered),
  )
  const [shown, setShown] = useState({ answer: question.answer, typed, times: 0 })
  const [text, setText] = useState(typed?.text ?? textOf(question.answer))
  const { state, flush } = autosave

  useEffect(() => {
    const known = flushes.current
    known.set(question.id, flush)
    return () => void known.delete(question.id)
  }, [flush, flushes, question.id])

  const settle = (standing: AnswerConflict, how: Settlement) => {
    const typedSince = autosave.unsaved()
    const mine = typedSince ? answerIn(question, typedSince) : standing.yours
    const kept = how === 'theirs' ? standing.theirs : how === 'both' ? joined(standing.theirs, mine) : mine
    setShown(({ times }) => ({ answer: kept, typed: undefined, times: times + 1 }))
    setText(textOf(kept))
    autosave.restart(standing.revision, how === 'theirs' ? undefined : entriesOf(question.id, kept))
    onAnswered(question.id, isAnswered(kept))
  }
  const refusal = state.at === 'refused' ? reasons(state.reason) : state.at === 'drawn' ? error : undefined
  const field = answerField(question.id)
  return (
    <Panel id={`question-${question.position}`} className="in-stack in-stack--3">
      <div className="in-stack in-stack--1">
        <p className="in-small in-muted">
          {t('questionOf', { position: question.position, total })}{' '}
          {question.required ? t('required') : t('optional')}
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
      <input type="hidden" name={revisionField(question.id)} value={autosave.revision} />
      <QuestionField
        key={shown.times}
        question={question}
        name={field}
        label={pick(question.title, useLocale()).text}
        filled={shown.typed ?? filledAnswer(shown.answer)}
        error={refusal}
        status={<Status {...{ state, question }} words={isText(question) ? wordsIn(text) : null} />}
        onChange={(value) => {
          setText(wordIn(value, field))
          autosave.changed(value)
        }}
      />
      {state.at === 'conflict' && (
        <ConflictCard
          question={question}
          conflict={state.conflict}
          onSettle={(how) => settle(state.conflict, how)}
        />
      )}
    </Panel>
  )
}

function Status({
  state,
  question,
  words,
}: {
  state: SaveState
  question: WrittenQuestion
  words: number | null
}) {
  const t = useTranslations('workspace.writing')
  const { moment, clock } = useDates()
  const { updatedAt, updatedByName: name } = question
  const drawn = () => {
    if (!updatedAt) return ''
    return name
      ? t('savedBy', { moment: moment(updatedAt), name })
      : t('savedThen', { moment: moment(updatedAt) })
  }
  const sentence = () => {
    if (state.at === 'saved') return t('saved', { clock: clock(state.savedAt).replace(/^kl\.\s/, '') })
    if (state.at === 'saving' || state.at === 'unsaved' || state.at === 'failed') return t(state.at)
    if (state.at === 'signed-out') return t('signedOut')
    return state.at === 'drawn' ? drawn() : t('unsaved')
  }
  return (
    <>
      <span role="status">{sentence()}</span>
      {words !== null && <span>{t('words', { words })}</span>}
    </>
  )
}

const isText = ({ kind }: WrittenQuestion) => asksForText(kind)

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0

const textOf = (answer: AnswerContent | null) => filledAnswer(answer).text ?? ''

const wordIn = (entries: readonly Entry[], field: string) =>
  entries.find(([name]) => name === field)?.[1] ?? ''

/** What stands in the fields, as an answer; null where it is none that can be taken in. */
function answerIn(question: WrittenQuestion, entries: readonly Entry[]): AnswerContent | null {
  const parsed = parseAnswer(question, sentAnswer(formOf(entries), question))
  return 'refusal' in parsed ? null : parsed.answer
}

function formOf(entries: readonly Entry[]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}
