import { useTranslations } from 'use-intl/react'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { listStaffRevisions } from '../revisions.server.ts'
import { RevisionList } from './revision-list.tsx'

type RegisterHistoryProps = {
  strategyId: string
  revisions: Awaited<ReturnType<typeof listStaffRevisions>>['revisions']
  page: number
  pageCount: number
}

/** What was saved before, for staff: also by whom. */
export function RegisterHistory({ strategyId, revisions, page, pageCount }: RegisterHistoryProps) {
  const t = useTranslations('workbench.register')
  const frame = useTranslations('frame')
  return (
    <Panel id="history" heading={t('historyHeading')}>
      {revisions.length > 0 ? <RevisionList revisions={revisions} level={3} /> : <p>{t('noHistory')}</p>}
      <Pagination
        {...{ page, pageCount, label: frame('pages') }}
        href={(number) => `/workbench/strategies/${strategyId}?page=${number}#history`}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
      />
    </Panel>
  )
}
