import { useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { Table } from '#app/ui/table.tsx'
import type { RegisteredRow } from '../intake-list.server.ts'

/** The day a letter says of itself, or only its year. */
export function useReceivedDay() {
  const { day } = useDates()
  return (on: string) => (on.length === 4 ? on : day(new Date(`${on}T12:00:00Z`)))
}

export const readingPath = ({ inputId, number }: Pick<RegisteredRow, 'inputId' | 'number'>) =>
  `/workbench/inputs/${inputId}?version=${number}`

const takingBackPath = ({ inputId, number }: RegisteredRow) =>
  `/workbench/inputs/${inputId}/taking-back?version=${number}`

/** What staff registered, a row each, with how and when it came and who registered it. */
export function RegisteredList({ rows }: { rows: readonly RegisteredRow[] }) {
  const t = useTranslations('workbench.intake')
  const kinds = useTranslations('public.kind')
  const { moment } = useDates()
  const received = useReceivedDay()
  return (
    <Table caption={t('caption')} captionHidden>
      <thead>
        <tr>
          {(['sender', 'channel', 'received', 'by', 'receipt'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.versionId}>
            <th scope="row">
              <a href={readingPath(row)}>{row.senderName}</a>
              <span className="in-under">{kinds(row.senderKind as 'other')}</span>
              {row.withdrawnAt && <StatusTag tone="warning">{t('withdrawn')}</StatusTag>}
              {row.noRemarks && <StatusTag line>{t('hasNoRemarks')}</StatusTag>}
            </th>
            <td>
              {row.channel ? t(`channels.${row.channel}`) : t('channels.before')}
              {row.meetingTitle && pick(row.meetingTitle, 'nb').text !== '' && (
                <span className="in-under">
                  <Localised text={row.meetingTitle} />
                </span>
              )}
              {row.speaker && row.speaker !== row.senderName && (
                <span className="in-under">{t('saidBy', { name: row.speaker })}</span>
              )}
            </td>
            <td className="in-whole">
              {row.receivedOn ? received(row.receivedOn) : t('dayUnknown')}{' '}
              {row.lateAt && <StatusTag tone="warning">{t('late')}</StatusTag>}
            </td>
            <td className="in-whole">
              {row.registeredBy ?? t('byImport')}
              <span className="in-under">{moment(row.submittedAt)}</span>
            </td>
            <td className="in-whole">
              {row.receiptNumber}
              {!row.withdrawnAt && (
                <span className="in-under">
                  <a href={takingBackPath(row)} aria-label={t('takeBackOf', { name: row.senderName })}>
                    {t('takeBack')}
                  </a>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
