import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { listMarks } from '../marks.server.ts'
import { LONGEST_NOTE } from '../marks.ts'
import type { ReadPassage } from '../reading.server.ts'
import { ActForm, KeyHint } from './reading-form.tsx'

export type ReadMark = Awaited<ReturnType<typeof listMarks>>[number]

type NotesProps = {
  passage: ReadPassage
  marks: readonly ReadMark[]
  /** What was typed and not taken in, and why. */
  typed: string
  error: string | undefined
}

/** A flag to talk about the passage, that it is rich evidence, and notes on it. */
export function NotesPanel({ passage, marks, typed, error }: NotesProps) {
  const t = useTranslations('workbench.reading')
  const own = marks.filter(({ passageId }) => passageId === passage.id)
  // What is written and not saved stays with its place in the text while one reads on, and when somebody divides it.
  const place = `${passage.answerId} ${passage.startCp}`
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({ [place]: typed })
  const write = (words: string) => setDrafts((before) => ({ ...before, [place]: words }))
  return (
    <Panel id="notes-panel" heading={t('marksOf', { number: passage.number })}>
      <div className="in-stack in-stack--3">
        <div className="in-row">
          {(['flag', 'evidence'] as const).map((kind) => {
            const mark = own.find((one) => one.kind === kind)
            return (
              <ActForm
                key={kind}
                act={mark ? 'unmark' : 'mark'}
                passage={passage.id}
                fields={mark ? { mark: mark.id } : { passage: passage.id, kind }}
              >
                <Button
                  size="sm"
                  variant="secondary"
                  aria-pressed={mark !== undefined}
                  data-key={kind}
                  title={t(`${kind}Help`)}
                >
                  {t(kind)}
                  <KeyHint of={kind} />
                </Button>
              </ActForm>
            )
          })}
        </div>
        <ActForm
          key={place}
          act="mark"
          passage={passage.id}
          fields={{ passage: passage.id, kind: 'note' }}
          className="in-stack in-stack--2"
          sent={() => write('')}
        >
          <TextArea
            name="text"
            id="note"
            label={
              <>
                {t('note')} <KeyHint of="note" />
              </>
            }
            help={t('noteHelp')}
            rows={2}
            maxLength={LONGEST_NOTE}
            value={drafts[place] ?? ''}
            onChange={(event) => write(event.target.value)}
            error={error}
            data-key="note"
          />
          <Button size="sm" variant="secondary">
            {t('writeNote')}
          </Button>
        </ActForm>
      </div>
    </Panel>
  )
}

/** The marks of a passage where it stands in the text; a note can be taken away there. */
export function PassageMarks({ marks, passage }: { marks: readonly ReadMark[]; passage: ReadPassage }) {
  const t = useTranslations('workbench.reading')
  const { day } = useDates()
  const notes = marks.filter(({ kind }) => kind === 'note')
  const has = (kind: string) => marks.some((mark) => mark.kind === kind)
  return (
    <>
      {has('flag') && <StatusTag tone="warning">{t('flagged')}</StatusTag>}
      {has('evidence') && <StatusTag tone="info">{t('evidence')}</StatusTag>}
      {notes.length > 0 && (
        <ul className="in-notes">
          {notes.map(({ id, text, by, at }) => (
            <li key={id}>
              <p>{text}</p>
              <ActForm
                act="unmark"
                passage={passage.id}
                fields={{ mark: id }}
                className="in-row in-small in-muted"
              >
                {t('taggedBy', { name: by, day: day(at) })}
                <Button variant="tertiary" size="sm">
                  {t('removeNote')}
                </Button>
              </ActForm>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
