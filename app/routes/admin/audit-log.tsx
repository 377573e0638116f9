import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireAdministrator } from '#app/features/identity/access.server.ts'
import {
  auditFilterOf,
  auditParameters,
  auditSpanOf,
  isFiltered,
} from '#app/features/identity/audit-filter.ts'
import { listAuditEvents, listAuditedStrategies } from '#app/features/identity/audit-log.server.ts'
import { AdminFrame } from '#app/features/identity/components/admin-frame.tsx'
import { AuditFilterForm } from '#app/features/identity/components/audit-filter-form.tsx'
import { AuditTable } from '#app/features/identity/components/audit-table.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { PreviousNext } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(asked: LoaderFunctionArgs) {
  const { name, locale } = await requireAdministrator(asked)
  const url = new URL(asked.request.url)
  const page = pageParam(url)
  const filter = auditFilterOf(url.searchParams)
  const span = auditSpanOf(filter)
  const problems = 'problems' in span ? span.problems : []
  const [strategies, { events, more }] = await Promise.all([
    listAuditedStrategies(),
    'problems' in span ? { events: [], more: false } : listAuditEvents(filter, span, page),
  ])
  return { name, locale, demo: isDemo(), page, filter, problems, strategies, events, more }
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${translator(data?.locale ?? 'nb', 'auth')('audit.title')} – Innspill` },
]

export default function AuditLog() {
  const { name, demo, page, filter, problems, strategies, events, more } = useLoaderData<typeof loader>()
  const t = useTranslations('auth.audit')
  const frame = useTranslations('frame')
  const addressOf = (place: string, n = 1) => {
    const given = auditParameters(filter, n)
    return given.size > 0 ? `${place}?${given}` : place
  }
  return (
    <AdminFrame {...{ name, demo }} here="/admin">
      <WorkHead
        title={t('title')}
        meta={t('lead')}
        actions={
          events.length > 0 && (
            <LinkButton variant="secondary" href={addressOf('/admin/audit.csv')}>
              {t('file')}
            </LinkButton>
          )
        }
      />
      <Panel>
        <AuditFilterForm {...{ filter, problems, strategies }} />
      </Panel>
      {filter.subject !== '' && <Alert tone="info">{t('filter.oneThing')}</Alert>}
      <Panel>
        {events.length > 0 ? (
          <AuditTable events={events} />
        ) : (
          <Empty heading={t('none')} action={{ href: '/admin', label: t('newest') }}>
            {isFiltered(filter) ? t('filter.noneText') : t('noneText')}
          </Empty>
        )}
      </Panel>
      <PreviousNext
        label={frame('pages')}
        previous={page > 1 ? { href: addressOf('/admin', page - 1), label: t('newer') } : undefined}
        next={more ? { href: addressOf('/admin', page + 1), label: t('older') } : undefined}
      />
    </AdminFrame>
  )
}
