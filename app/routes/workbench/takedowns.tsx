import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { TakedownList } from '#app/features/inputs/components/takedown-list.tsx'
import { takedownsPerPage } from '#app/features/inputs/takedown.ts'
import { listTakedowns } from '#app/features/inputs/takedowns.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const url = new URL(args.request.url)
  const decided = url.searchParams.get('state') === 'decided'
  const page = pageParam(url)
  const found = answer(await listTakedowns(actor, strategyId, { decided, page }))
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ ...found, decided, page, strategyId },
    place: { strategyId },
    crumbs: [{ label: t('takedowns.title') }],
    pageTitle: t('takedowns.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Takedowns() {
  const { rows, counts, decided, page, strategyId } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.takedowns')
  const nav = useTranslations('workbench.nav')
  const frame = useTranslations('frame')
  const base = `/workbench/strategies/${strategyId}/takedowns`
  const state = decided ? 'decided' : 'open'
  const pageCount = Math.max(1, Math.ceil(counts[state] / takedownsPerPage))
  return (
    <>
      <WorkHead title={t('title')} meta={t('lead', { open: counts.open })} />
      <div className="in-stack">
        <LinkSwitch
          label={t('filters')}
          links={(['open', 'decided'] as const).map((one) => ({
            href: one === 'open' ? base : `${base}?state=${one}`,
            label: t(`filter.${one}`, { count: counts[one] }),
            current: one === state,
          }))}
        />
        <TakedownList rows={rows} state={state} showOpen={base} />
        <Pagination
          label={nav('way')}
          page={page}
          pageCount={pageCount}
          href={(number) => `${base}?state=${state}&page=${number}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
      </div>
    </>
  )
}
