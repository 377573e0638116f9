import { useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { useDates } from '#app/ui/dates.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { ListedSender } from '../counting.server.ts'

/** The senders behind a number, by name; each leads to what it sent. */
export function SenderList({ senders }: { senders: readonly ListedSender[] }) {
  const t = useTranslations('workbench.tables.senders')
  const kinds = useTranslations('public')
  const { moment } = useDates()
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={[
        { key: 'name', label: t('name') },
        { key: 'kind', label: t('kind') },
        { key: 'county', label: t('county') },
        { key: 'sent', label: t('sent') },
      ]}
      rows={senders.map(({ key, name, kind, county, inputId, sentAt, late, adopted }) => ({
        key,
        cells: [
          inputId ? (
            <a key="name" href={`/workbench/inputs/${inputId}`}>
              {name}
            </a>
          ) : (
            name
          ),
          kinds(senderKindKey(kind)),
          county,
          sentAt ? (
            <span key="sent" className="in-row">
              {moment(new Date(sentAt))}
              {adopted && <span className="in-meta">{t('adopted')}</span>}
              {late && <StatusTag tone="warning">{t('late')}</StatusTag>}
            </span>
          ) : (
            t('notSent')
          ),
        ],
      }))}
    />
  )
}
