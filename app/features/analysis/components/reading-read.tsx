import { useFormatter, useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { CheckIcon } from '#app/ui/icons.tsx'
import type { ReadAnswer } from '../reading.server.ts'
import type { listReadings } from '../reading-marks.server.ts'
import { ActForm, KeyHint } from './reading-form.tsx'

export type Reading = Awaited<ReturnType<typeof listReadings>>[number]
type Reader = { personId: string; versionId: string }

type ReadByProps = { answer: ReadAnswer; readings: readonly Reading[]; reader: Reader; keyed: boolean }

/** Who has read an answer, and whether one has oneself. */
export function ReadBy({ answer, readings, reader, keyed }: ReadByProps) {
  const t = useTranslations('workbench.reading')
  const { list } = useFormatter()
  const own = readings.some(({ personId }) => personId === reader.personId)
  const others = readings.filter(({ personId }) => personId !== reader.personId).map(({ name }) => name)
  const names = [...(own ? [t('you')] : []), ...others]
  return (
    <ActForm
      act={own ? 'unread' : 'read'}
      passage={answer.passages[0]?.id ?? null}
      fields={{ version: reader.versionId, answer: answer.id }}
      className="in-row in-read"
    >
      <Button
        size="sm"
        variant="tertiary"
        aria-pressed={own}
        aria-label={t(own ? 'unreadAnswer' : 'readAnswer')}
        data-key={keyed ? 'read' : undefined}
      >
        {own && <CheckIcon />}
        {t(own ? 'isRead' : 'markRead')}
        {keyed && <KeyHint of="read" />}
      </Button>
      {names.length > 0 && <span className="in-small in-muted">{t('readBy', { names: list(names) })}</span>}
    </ActForm>
  )
}

type ReadAllProps = { answers: readonly { id: string }[]; readings: readonly Reading[]; reader: Reader }

/** All of the version read, with one press, and how much of it is. */
export function ReadAll({ answers, readings, reader }: ReadAllProps) {
  const t = useTranslations('workbench.reading')
  const read = answers.filter(({ id }) =>
    readings.some(({ answerId, personId }) => answerId === id && personId === reader.personId),
  ).length
  if (answers.length === 0) return null
  const all = read === answers.length
  return (
    <ActForm act={all ? 'unread' : 'read'} fields={{ version: reader.versionId }} className="in-row">
      <Button size="sm" variant="secondary" aria-pressed={all} data-key="readAll">
        {all && <CheckIcon />}
        {t(all ? 'allRead' : 'readAll')}
        <KeyHint of="readAll" />
      </Button>
      <span className="in-small in-muted">{t('readOf', { read, all: answers.length })}</span>
    </ActForm>
  )
}
