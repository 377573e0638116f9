import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ListedImport } from '../input-imports.server.ts'

/** Tables that were brought in, the latest first, and how far each has come. */
export function ImportsList({ imports, base }: { imports: readonly ListedImport[]; base: string }) {
  const t = useTranslations('workbench.tableImport')
  const { moment } = useDates()
  return (
    <Panel id="imports" heading={t('earlier')}>
      <ul className="in-list">
        {imports.map(({ id, fileName, rowCount, by, uploadedAt, askedAt, finishedAt, doneRows, ...sums }) => (
          <li key={id} className="in-stack in-stack--1">
            <p className="in-break">
              <a href={`${base}/${id}`}>{fileName}</a>{' '}
              <StatusTag tone={finishedAt ? 'success' : askedAt ? 'info' : 'neutral'}>
                {t(`state.${finishedAt ? 'finished' : askedAt ? 'running' : 'waiting'}`)}
              </StatusTag>
            </p>
            <p className="in-small in-muted">
              {t('broughtIn', { name: by, at: moment(uploadedAt), count: rowCount })}{' '}
              {finishedAt && t('outcome', sums)}
              {askedAt && !finishedAt && t('progress', { done: doneRows, total: rowCount })}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
