import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import type { ToldFate } from '../notes.server.ts'
import { shownNumber } from '../paragraph.ts'
import { useChangeWords } from './change-words.tsx'
import { FateWords } from './said-of.tsx'

export type ShownNote = {
  id: string
  anchor: string
  text: string
  by: string
  at: Date
  own: boolean
  fate: ToldFate | null
}

/** Notes at the paragraphs they were written at, each with what became of the paragraph in the latest version. */
export function NoteList({ notes, latest }: { notes: readonly ShownNote[]; latest: LocalisedText | null }) {
  const t = useTranslations('workbench.notes')
  const { moment } = useDates()
  const { titled } = useChangeWords()
  return (
    <ul className="in-list">
      {notes.map(({ id, anchor, text, by, at, own, fate }) => (
        <li key={id}>
          <p>
            <b>{shownNumber(anchor) ?? anchor}</b>{' '}
            <span className="in-muted">{t('by', { name: by, at: moment(at) })}</span>
          </p>
          <p className="in-note">{text}</p>
          {latest && fate && (
            <p className="in-muted">
              {t('now', { title: titled(latest) })}: <FateWords told={fate} />.
            </p>
          )}
          {own && (
            <Form method="post">
              <input type="hidden" name="note" value={id} />
              <Button name="act" value="remove" variant="tertiary" size="sm">
                {t('remove')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
