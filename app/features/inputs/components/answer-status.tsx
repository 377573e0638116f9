import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { countWords } from '../answer-history.ts'
import { charactersIn } from '../answer-texts.ts'
import type { SaveState } from './autosave.tsx'

/** The line under an answer: whether it is saved, and how long a text is. */
export function AnswerStatus({
  state,
  updatedAt,
  updatedByName: name,
  text,
  most,
}: {
  state: SaveState
  updatedAt: Date | null
  updatedByName: string | null
  /** The words of a written answer; null for other kinds. */
  text: string | null
  /** How many characters there may be. */
  most: number | undefined
}) {
  const t = useTranslations('workspace.writing')
  const { moment, clock } = useDates()
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
      <span role="status">
        {sentence()}{' '}
        {state.at === 'signed-out' && (
          <a href="/sign-in?to=%2Fworkspace" target="_blank" rel="noreferrer">
            {t('signInAgain')}
          </a>
        )}
      </span>
      {text !== null && <Length text={text} most={most} />}
    </>
  )
}

function Length({ text, most }: { text: string; most: number | undefined }) {
  const t = useTranslations('workspace.writing')
  const characters = charactersIn(text)
  const over = most === undefined ? 0 : characters - most
  return (
    <span>
      {t('words', { words: countWords(text) })}
      {most !== undefined && `, ${t('characters', { characters, most })}`}
      {over > 0 && <strong> {t('charactersOver', { over })}</strong>}
    </span>
  )
}
