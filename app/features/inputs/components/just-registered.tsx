import { useTranslations } from 'use-intl/react'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ReceivedNotice } from '../intake.ts'
import type { RegisteredRow } from '../intake-list.server.ts'
import { readingPath } from './registered-list.tsx'

/** Says what was registered a moment ago, and what is odd about its day. */
export function JustRegistered({ row, notice }: { row: RegisteredRow; notice: ReceivedNotice | null }) {
  const t = useTranslations('workbench.intake')
  return (
    <Alert tone="success" live>
      <p>
        {t('done', { name: row.senderName, receipt: row.receiptNumber })}{' '}
        <a href={readingPath(row)}>{t('readIt')}</a>
      </p>
      {notice && <p>{t(`notice.${notice}`)}</p>}
      <p>{t(row.channel === 'oral' ? 'nextSpoken' : 'next')}</p>
    </Alert>
  )
}

/** What is registered from a meeting already, so that nobody is forgotten or taken twice. */
export function FromMeeting({ list, total }: { list: readonly RegisteredRow[]; total: number }) {
  const t = useTranslations('workbench.intake')
  return (
    <Panel id="from-meeting" heading={t('fromMeeting', { count: total })}>
      {list.length === 0 ? (
        <p>{t('noneFromMeeting')}</p>
      ) : (
        <ol className="in-list">
          {list.map((row) => (
            <li key={row.versionId}>
              <a href={readingPath(row)}>{row.senderName}</a>
              {row.speaker && row.speaker !== row.senderName && (
                <span className="in-small in-muted"> {t('saidBy', { name: row.speaker })}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
