import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireAdministrator } from '#app/features/identity/access.server.ts'
import { listAuditEvents } from '#app/features/identity/audit-log.server.ts'
import { AdminFrame } from '#app/features/identity/components/admin-frame.tsx'
import { AuditTable } from '#app/features/identity/components/audit-table.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { PreviousNext } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(asked: LoaderFunctionArgs) {
  const { name, locale } = await requireAdministrator(asked)
  const page = pageParam(new URL(asked.request.url))
  const { events, more } = await listAuditEvents(page)
  return { name, locale, demo: isDemo(), page, events, more }
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${translator(data?.locale ?? 'nb', 'auth')('audit.title')} – Innspill` },
]

export default function AuditLog() {
  const { name, demo, page, events, more } = useLoaderData<typeof loader>()
  const t = useTranslations('auth.audit')
  const frame = useTranslations('frame')
  const pageAt = (n: number) => (n > 1 ? `/admin?page=${n}` : '/admin')
  return (
    <AdminFrame {...{ name, demo }} here="/admin">
      <WorkHead title={t('title')} meta={t('lead')} />
      <Panel>
        {events.length > 0 ? (
          <AuditTable events={events} />
        ) : (
          <Empty heading={t('none')} action={{ href: '/admin', label: t('newest') }}>
            {t('noneText')}
          </Empty>
        )}
      </Panel>
      <PreviousNext
        label={frame('pages')}
        previous={page > 1 ? { href: pageAt(page - 1), label: t('newer') } : undefined}
        next={more ? { href: pageAt(page + 1), label: t('older') } : undefined}
      />
    </AdminFrame>
  )
}
