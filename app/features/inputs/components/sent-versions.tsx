import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleFillIcon, ClockIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { SentVersion } from '../drafts.server.ts'

type SentVersionsProps = {
  versions: readonly SentVersion[]
  /** The ids of those that count. */
  counting: readonly string[]
  /** The one that is read. */
  here: string
  href: (number: number) => string
}

/** Every version that was sent, the newest first, and which of them counts now. All of them are kept. */
export function SentVersions({ versions, counting, here, href }: SentVersionsProps) {
  const t = useTranslations('workspace.receipt')
  const { moment } = useDates()
  return (
    <Panel id="versions" heading={t('versions')} className="in-noprint">
      <ul className="in-list">
        {versions.map(({ id, number, kind, receiptNumber, submittedAt, lateAt }) => (
          <li key={id} className="in-list__row">
            <span>
              {t(`kind.${kind}`, { number })}{' '}
              {counting.includes(id) ? (
                <StatusTag tone="success" icon={CheckCircleFillIcon}>
                  {t('counts')}
                </StatusTag>
              ) : (
                <StatusTag line>{t('countsNot')}</StatusTag>
              )}{' '}
              {lateAt && (
                <StatusTag line icon={ClockIcon}>
                  {t('late')}
                </StatusTag>
              )}
              <br />
              <span className="in-small in-muted">
                {t('versionRow', { number, moment: moment(submittedAt) })}
              </span>
            </span>
            <a href={href(number)} aria-current={id === here ? 'page' : undefined}>
              {t('title', { number: receiptNumber })}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
