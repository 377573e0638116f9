import { type MutableRefObject, useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { QuestionField } from '#app/features/questionnaires/components/question-field.tsx'
import { NO_OPINION } from '#app/features/questionnaires/question.ts'
import { pick } from '#app/platform/localised-text.ts'
import { docFromPlainText, textareaText } from '#app/platform/rich-text/plain-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { RichTextValue } from '#app/ui/rich-text-editor.tsx'
import { type AnswerContent, isAnswered } from '../answers.ts'
import { type AnswerConflict, joined, type Settlement } from '../draft.ts'
import type { WrittenQuestion } from '../drafts.server.ts'
import { answerField, carried, revisionField } from '../fields.ts'
import { type SaveState, useAutosave } from './autosave.tsx'
import { ConflictCard } from './conflict-card.tsx'

/** Saves one answer at once; true when everything typed in it is safe. */
export type Flush = () => Promise<boolean>

export type AnswerEditorProps = {
  question: WrittenQuestion
  total: number
  autosaveUrl: string
  /** What was typed and not taken in by a post without script; shown instead of what is stored. */
  typed?: string
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
  const [text, setText] = useState(typed ?? textOf(question.answer))
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
    autosave.restart(standing.revision, how === 'theirs' ? undefined : sendable(kept))
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
        outsideLabel={t('outside')}
        editorLabels={useEditorLabels()}
        defaultText={shown.typed ?? textOf(shown.answer)}
        defaultDocument={
          shown.typed === undefined && shown.answer?.kind === 'rich-text' ? shown.answer.body : undefined
        }
        defaultChoice={shown.answer?.kind === 'rich-text' ? undefined : carried(shown.answer)}
        error={refusal}
        status={<Status {...{ state, question }} words={isText(question) ? wordsIn(text) : null} />}
        onChange={(value) => {
          setText(value.text)
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

function useEditorLabels() {
  const t = useTranslations('workspace.writing.editor')
  return {
    toolbar: t('toolbar'),
    bold: t('bold'),
    boldMark: t('boldMark'),
    italic: t('italic'),
    italicMark: t('italicMark'),
    bulletList: t('bulletList'),
    numberedList: t('numberedList'),
    link: t('link'),
    linkAddress: t('linkAddress'),
    linkSave: t('linkSave'),
    linkRemove: t('linkRemove'),
    undo: t('undo'),
  }
}

const isText = ({ kind }: WrittenQuestion) => kind === 'rich-text' || kind === 'general'

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0

function textOf(answer: AnswerContent | null): string {
  return answer?.kind === 'rich-text' ? textareaText(answer.body) : carried(answer)
}

/** An answer as the address of saving takes it. */
function sendable(answer: AnswerContent | null): RichTextValue {
  return answer?.kind === 'rich-text'
    ? { text: textareaText(answer.body), document: answer.body }
    : { text: carried(answer) }
}

/** What stands in the field, as an answer. */
function answerIn({ kind }: WrittenQuestion, { text, document }: RichTextValue): AnswerContent {
  if (kind === 'rich-text' || kind === 'general')
    return { kind: 'rich-text', body: document ?? docFromPlainText(text) }
  if (kind === 'single-choice') return { kind, choice: text }
  return { kind, value: text === NO_OPINION ? NO_OPINION : Number(text) }
}
