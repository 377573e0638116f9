import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { DeskDone } from '../desk-decision.server.ts'

type Done = { what: DeskDone['done']; count: number }

type NextInQueue = {
  next: { inputId: string; number: number; senderName: string } | null
  left: number
}

type DeskNoticeProps = {
  done: Done
  isPublic: boolean
  waits: boolean
  queue: NextInQueue
  roundId: string
}

/** Says what happened, and offers the next one that waits when this one no longer does. */
export function DeskNotice({ done, isPublic, waits, queue, roundId }: DeskNoticeProps) {
  const t = useTranslations('workbench.publication')
  const { next, left } = queue
  return (
    <Alert tone="success" live>
      <p>{t(`done.${done.what}`, { count: done.count })}</p>
      {done.what === 'masked' && <p>{t(isPublic ? 'doneMaskedPublic' : 'doneMaskedWaiting')}</p>}
      {!waits && next && (
        <p>
          <a href={`/workbench/inputs/${next.inputId}/publication?version=${next.number}`}>
            {t('next', { sender: next.senderName })}
          </a>{' '}
          {t('left', { count: left })}
        </p>
      )}
      {!waits && !next && (
        <p>
          {t('noneLeft')} <a href={`/workbench/rounds/${roundId}`}>{t('toQueue')}</a>
        </p>
      )}
    </Alert>
  )
}

type Quoting = { id: string; roundId: string; title: LocalisedText; publishedAt: Date | null }

/** The findings that quote what may be masked, or the whole: what happens to the quotes is said before it does. */
export function QuotingNotice({ findings, whole }: { findings: readonly Quoting[]; whole: boolean }) {
  const t = useTranslations('workbench.publication')
  if (findings.length === 0) return null
  return (
    <Alert tone="warning" level={3} heading={t(whole ? 'quotedWhole' : 'quoted', { count: findings.length })}>
      <ul className="in-plain">
        {findings.map(({ id, roundId, title, publishedAt }) => (
          <li key={id}>
            <a href={`/workbench/rounds/${roundId}/findings/${id}`}>
              <Localised text={title} />
            </a>{' '}
            <span className="in-small">{t(publishedAt ? 'quotedPublished' : 'quotedDraft')}</span>
          </li>
        ))}
      </ul>
      <p className="in-small">{t('quotedText')}</p>
    </Alert>
  )
}

/** That words masked here can still be read in another version, or further on in this one. */
export function RepeatedNotice({ inputId, numbers }: { inputId: string; numbers: readonly number[] }) {
  const t = useTranslations('workbench.publication')
  if (numbers.length === 0) return null
  return (
    <Alert tone="warning" level={3} heading={t('repeated')}>
      <ul className="in-plain">
        {numbers.map((number) => (
          <li key={number}>
            <a href={`/workbench/inputs/${inputId}/publication?version=${number}`}>
              {t('repeatedIn', { number })}
            </a>
          </li>
        ))}
      </ul>
      <p className="in-small">{t('repeatedText')}</p>
    </Alert>
  )
}
