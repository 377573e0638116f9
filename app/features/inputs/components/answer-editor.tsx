import { useEffect, useRef, useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { QuestionField } from '#app/features/questionnaires/components/question-field.tsx'
import type { Entry, Filled } from '#app/features/questionnaires/filled.ts'
import { asksForText } from '#app/features/questionnaires/question.ts'
import { pick } from '#app/platform/localised-text.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type AnswerContent, isAnswered } from '../answers.ts'
import { type AnswerConflict, joined, type Settlement, sameAnswer } from '../draft.ts'
import type { WrittenQuestion } from '../drafts.server.ts'
import { asBeginning, type EarlierAnswer } from '../earlier-answer.ts'
import { answerField, revisionField } from '../fields.ts'
import { entriesOf, filledAnswer } from '../filled-answer.ts'
import type { CopyOf } from '../local-copy.ts'
import type { NewerAnswer } from '../presence.ts'
import { answeredInForm, sentAnswer } from '../sent-answer.ts'
import { typedAnswer } from '../typed-answer.ts'
import { AnswerStatus } from './answer-status.tsx'
import { type SaveState, useAutosave } from './autosave.tsx'
import { ConflictCard, CopyCard } from './conflict-card.tsx'
import { EarlierAnswers } from './earlier-answers.tsx'
import { useKeptCopy } from './kept-copy.tsx'
import { NewerNote } from './newer-note.tsx'
import type { EditorHandles } from './presence.tsx'

export type AnswerEditorProps = {
  question: WrittenQuestion
  total: number
  place: { personId: string; inputId: string; autosaveUrl: string; historyUrl: string; uploadUrl: string }
  /** What was typed and not taken in by a post without script; shown instead of what is stored. */
  typed?: Filled
  error?: string
  conflict?: AnswerConflict
  /** What the sender said in earlier rounds that fits here. */
  earlier: readonly EarlierAnswer[]
  /** What somebody else saved since the page last heard of it, and who else is at this question. */
  newer?: NewerAnswer
  writers: readonly string[]
  answered: boolean
  onAnswered: (questionId: string, answered: boolean) => void
  handles: EditorHandles
}

/** One question with its field, kept safe while it is written, and the choice when two wrote at once. */
export function AnswerEditor(props: AnswerEditorProps) {
  const { question, place, error, conflict, onAnswered, handles, newer } = props
  const reasons = useTranslations('workspace.refused')
  const label = pick(question.title, useLocale()).text
  const of: CopyOf = { ...place, questionId: question.id }
  const state: SaveState = conflict ? { at: 'conflict', conflict } : { at: 'drawn' }
  const revision = conflict?.revision ?? question.revision
  const autosave = useAutosave({ url: place.autosaveUrl, of, revision, state }, (answered) =>
    onAnswered(question.id, answered),
  )
  const [shown, setShown] = useState({
    ...{ filled: props.typed ?? filledAnswer(question.answer), times: 0 },
    ...{ updatedAt: question.updatedAt, updatedByName: question.updatedByName },
  })
  const [text, setText] = useState(shown.filled.text ?? '')
  const panel = useRef<HTMLDivElement>(null)
  const { flush } = autosave
  const held = useRef(autosave.revision)
  held.current = autosave.revision

  useEffect(() => {
    const known = handles.current
    known.set(question.id, { flush, revision: () => held.current })
    return () => void known.delete(question.id)
  }, [flush, handles, question.id])

  const show = (filled: Filled, who: { updatedAt: Date | null; updatedByName: string | null } = shown) => {
    setShown(({ times }) => ({ filled, times: times + 1, ...who }))
    setText(filled.text ?? '')
  }
  const write = (from: number, answer: AnswerContent | null) => {
    show(filledAnswer(answer))
    autosave.restart(from, entriesOf(question.id, answer))
    onAnswered(question.id, isAnswered(answer))
  }
  /** Goes on with fields as they were typed, also where they are no answer that can be taken in. */
  const writeTyped = (from: number, entries: readonly Entry[]) => {
    show(sentAnswer(formOf(entries), question))
    autosave.restart(from, entries)
  }
  const bringIn = ({ answer, revision: at, name, at: updatedAt }: NewerAnswer) => {
    show(filledAnswer(answer), { updatedAt, updatedByName: name })
    autosave.restart(at)
    onAnswered(question.id, isAnswered(answer))
  }
  const settle = (standing: AnswerConflict, how: Settlement) => {
    const typedSince = autosave.unsaved()
    const { theirs, theirName: updatedByName, theirAt: updatedAt } = standing
    if (how === 'theirs') {
      show(filledAnswer(theirs), { updatedAt, updatedByName })
      autosave.restart(standing.revision)
      return onAnswered(question.id, isAnswered(theirs))
    }
    const mine = typedSince ? answerIn(question, typedSince) : standing.yours
    // What is no answer that can be taken in cannot be joined either, and stays as it was typed.
    if (typedSince && (how === 'mine' || mine === null)) return writeTyped(standing.revision, typedSince)
    write(standing.revision, how === 'both' ? joined(theirs, mine) : mine)
  }

  const ahead = newer && newer.revision > autosave.revision ? newer : null
  const away = () => !panel.current?.contains(document.activeElement)
  const latest = useRef({ autosave, bringIn, away })
  latest.current = { autosave, bringIn, away }
  useEffect(() => {
    const { autosave: now, bringIn: bring, away: isAway } = latest.current
    if (ahead && now.idle() && isAway()) bring(ahead)
  }, [ahead])

  const field = answerField(question.id)
  const refused = autosave.state.at === 'refused' ? reasons(autosave.state.reason) : undefined
  return (
    <Panel id={`question-${question.position}`} className="in-stack in-stack--3">
      <Asked {...props} text={label} saved={autosave.revision > 0} />
      <EarlierAnswers
        question={question}
        earlier={props.earlier}
        empty={!props.answered}
        onReuse={(earlier) => {
          const answer = asBeginning(question, earlier)
          if (answer && autosave.idle()) write(autosave.revision, answer)
        }}
      />
      <div ref={panel} className="in-stack in-stack--3">
        {answeredInForm(question) && (
          <input type="hidden" name={revisionField(question.id)} value={autosave.revision} />
        )}
        <QuestionField
          key={shown.times}
          question={question}
          name={field}
          label={label}
          filled={{ ...shown.filled, files: question.files }}
          uploadHref={`${place.uploadUrl}?question=${question.id}`}
          error={refused ?? (autosave.state.at === 'drawn' ? error : undefined)}
          status={
            <AnswerStatus
              {...shown}
              state={autosave.state}
              text={asksForText(question.kind) ? text : null}
              most={question.settings?.mostCharacters}
            />
          }
          onChange={(value) => {
            setText(value.find(([name]) => name === field)?.[1] ?? '')
            autosave.changed(value)
          }}
        />
      </div>
      {ahead && autosave.state.at !== 'conflict' && (
        <NewerNote newer={ahead} idle={autosave.idle()} onShow={() => bringIn(ahead)} />
      )}
      <FoundCopy of={of} question={question} revision={autosave.revision} onUse={writeTyped} onBoth={write} />
      {autosave.state.at === 'conflict' && (
        <ConflictCard
          question={question}
          conflict={autosave.state.conflict}
          onSettle={(how) => autosave.state.at === 'conflict' && settle(autosave.state.conflict, how)}
        />
      )}
    </Panel>
  )
}

/** The question, its help, who is at it, and the way to what the answer has been. */
function Asked({
  question,
  total,
  writers,
  place,
  text,
  saved,
}: AnswerEditorProps & { text: string; saved: boolean }) {
  const t = useTranslations('workspace.writing')
  const format = useFormatter()
  const { position, required, title, help } = question
  return (
    <div className="in-stack in-stack--1">
      <p className="in-small in-muted in-asked">
        <span>
          {t('questionOf', { position, total })} {required ? t('required') : t('optional')}
        </span>
        {saved && (
          <a href={place.historyUrl} aria-label={`${t('history')}: ${text}`}>
            {t('history')}
          </a>
        )}
      </p>
      <h2 className="in-h2">
        <Localised text={title} />
      </h2>
      {help && (
        <p className="in-meta">
          <Localised text={help} />
        </p>
      )}
      <p className="in-small in-present" aria-live="polite">
        {writers.length === 1 && t('writingHere', { name: writers[0] ?? '' })}
        {writers.length > 1 && t('writersHere', { names: format.list([...writers]) })}
      </p>
    </div>
  )
}

/** What an earlier window kept and never saved, offered beside what is saved. */
function FoundCopy({
  of,
  question,
  revision,
  onUse,
  onBoth,
}: {
  of: CopyOf
  question: WrittenQuestion
  revision: number
  onUse: (revision: number, entries: readonly Entry[]) => void
  onBoth: (revision: number, answer: AnswerContent | null) => void
}) {
  const kept = useKeptCopy(of)
  const [found, setFound] = useState<{ window: string; entries: Entry[]; at: Date }>()
  const stored = useRef(question)
  useEffect(() => {
    const left = kept.find()
    if (!left) return
    const { entries, at } = left.copy
    if (sameAnswer(readable(stored.current, entries), stored.current.answer)) kept.drop(left.window)
    else setFound({ window: left.window, entries, at: new Date(at) })
  }, [kept])
  if (!found) return null
  const yours = readable(question, found.entries)
  return (
    <CopyCard
      question={question}
      copy={{ yours, theirs: question.answer }}
      at={found.at}
      onSettle={(how) => {
        kept.drop(found.window)
        setFound(undefined)
        if (how === 'mine') onUse(revision, found.entries)
        if (how === 'both') onBoth(revision, joined(question.answer, yours))
      }}
    />
  )
}

/** What stands in the fields, as an answer; null where it is none that can be taken in. */
const answerIn = (question: WrittenQuestion, entries: readonly Entry[]) =>
  typedAnswer(question, sentAnswer(formOf(entries), question))

/** The same for reading: what is no answer is shown as the words that were typed. */
function readable(question: WrittenQuestion, entries: readonly Entry[]): AnswerContent | null {
  const typed = answerIn(question, entries)
  if (typed) return typed
  const words = entries.filter(([name, value]) => !name.endsWith('.json') && value !== '')
  if (words.length === 0) return null
  return { kind: 'rich-text', body: docFromPlainText(words.map(([, value]) => value).join('\n')) }
}

function formOf(entries: readonly Entry[]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}
