import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { mayDecide } from '#app/features/strategies/policy.ts'
import { SenderList } from '#app/features/tables/components/sender-list.tsx'
import { readSenders } from '#app/features/tables/counted.server.ts'
import { sendersAddress, tableAddress } from '#app/features/tables/table-key.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam, pageParam, slugParam } from '#app/platform/http/answer.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

const pageSize = 100

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const url = new URL(args.request.url)
  const [row, column] = [slugParam(asked(url, 'row')), slugParam(asked(url, 'column'))]
  const page = pageParam(url)
  const cell = { row, column, page, size: pageSize }
  const found = answer(await readSenders(actor, roundId, slugParam(args.params.table), cell))
  const base = `/workbench/rounds/${roundId}`
  if ('movedTo' in found) throw redirect(`${base}/tables/${found.movedTo}?notice=merged`)
  const { round, key, senders, total, said, ...named } = found
  const t = translator(actor.locale, 'workbench')
  const table = `${base}/tables/${tableAddress(key)}`
  return {
    ...{ senders, said, citeIn: mayDecide(actor, round.strategyId) ? round.id : null },
    ...{ total, page, table, title: t('tables.senders.title', named) },
    meta: t('tables.senders.meta', { total, table: named.title }),
    here: sendersAddress(table, row, column),
    place: { strategyId: round.strategyId, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: base },
      { label: t('tables.crumb'), href: `${base}/tables` },
      { label: named.title, href: table },
      { label: t('tables.senders.crumb') },
    ],
  }
}

const asked = (url: URL, name: string) => url.searchParams.get(name) ?? undefined

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} – Innspill` : 'Innspill' },
]

export default function TableSenders() {
  const { senders, said, citeIn, total, page, table, here, ...head } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.tables.senders')
  const frame = useTranslations('frame')
  return (
    <>
      <WorkHead title={head.title} meta={head.meta} actions={<a href={table}>{t('back')}</a>} />
      <div className="in-stack">
        <Panel>
          {senders.length === 0 ? (
            <Empty
              heading={t(page > 1 ? 'beyond' : 'none')}
              action={page > 1 ? { href: here, label: frame('previous') } : { href: table, label: t('back') }}
            >
              {page > 1 ? undefined : t('noneText')}
            </Empty>
          ) : (
            <SenderList {...{ senders, said, citeIn }} />
          )}
        </Panel>
        <Pagination
          label={t('pages')}
          page={page}
          pageCount={Math.ceil(total / pageSize)}
          href={(number) => `${here}&page=${number}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: Math.ceil(total / pageSize) })}
        />
      </div>
    </>
  )
}
