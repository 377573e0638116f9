import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { LoggedEvent } from '../audit-log.server.ts'

/** What has happened, a row for each: when, what, who, and what it happened to. */
export function AuditTable({ events }: { events: readonly LoggedEvent[] }) {
  const t = useTranslations('auth.audit')
  const locale = useLocale()
  const { moment } = useDates()
  // Kinds come from every room; one that has no words here yet is still shown.
  const kindOf = (type: string) => {
    const key = `type.${type}` as 'type.person.signed-in'
    return t.has(key) ? t(key) : t('otherType')
  }
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      wide
      columns={[
        { key: 'when', label: t('when') },
        { key: 'what', label: t('what') },
        { key: 'who', label: t('who') },
        { key: 'subject', label: t('subject') },
        { key: 'strategy', label: t('strategy') },
      ]}
      rows={events.map(({ id, at, type, actor, subjectId, subjectName, subjectTitle, strategy }) => ({
        key: id,
        cells: [
          moment(at),
          kindOf(type),
          actor ?? t('nobody'),
          <a key="subject" href={`/admin?subject=${subjectId}`} title={t('all')}>
            {subjectName ?? (subjectTitle && pick(subjectTitle, locale).text) ?? t('unnamed')}
          </a>,
          strategy ? pick(strategy, locale).text : '–',
        ],
      }))}
    />
  )
}
