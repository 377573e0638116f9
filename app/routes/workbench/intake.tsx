import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { CHANNELS } from '#app/features/inputs/channel.ts'
import { ImportsList } from '#app/features/inputs/components/imports-list.tsx'
import { RegisteredList } from '#app/features/inputs/components/registered-list.tsx'
import { listInputImports } from '#app/features/inputs/input-imports.server.ts'
import { intakePerPage, listRegistered } from '#app/features/inputs/intake-list.server.ts'
import { mayDecide } from '#app/features/strategies/policy.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const url = new URL(args.request.url)
  const asked = url.searchParams.get('channel')
  const channel = CHANNELS.find((one) => one === asked) ?? null
  const page = pageParam(url)
  const mayImport = mayDecide(actor, strategy.id)
  const back = /^\d{4}-\d{6,12}$/.exec(url.searchParams.get('back') ?? '')?.[0] ?? null
  const [registered, imports] = await Promise.all([
    listRegistered(round.id, { channel, page }),
    mayImport ? listInputImports(round.id) : [],
  ])
  const t = translator(actor.locale, 'workbench')
  return {
    round: { id: round.id, number: round.number, title: round.title },
    ...{ back, channel, page, mayImport, imports, ...registered },
    pageCount: Math.max(1, Math.ceil(registered.counts[channel ?? 'all'] / intakePerPage)),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('intake.crumb') },
    ],
    pageTitle: t('intake.title', { number: round.number }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Intake() {
  const page = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.intake')
  const nav = useTranslations('workbench.nav')
  const frame = useTranslations('frame')
  const { round, channel, counts, rows, pageCount } = page
  const base = `/workbench/rounds/${round.id}/intake`
  const filters = [null, ...CHANNELS] as const
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={<Localised text={round.title} />}
        actions={
          <>
            <LinkButton href={`${base}/new`}>{t('registerOne')}</LinkButton>
            <LinkButton variant="secondary" href={`${base}/new?channel=oral`}>
              {t('registerSpoken')}
            </LinkButton>
            {page.mayImport && (
              <LinkButton variant="secondary" href={`${base}/import`}>
                {t('import')}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="in-stack">
        {page.back && (
          <Alert tone="success" live>
            <p>{t('takenBack', { receipt: page.back })}</p>
          </Alert>
        )}
        <p className="in-prose">{t('lead')}</p>
        {page.imports.length > 0 && <ImportsList imports={page.imports} base={`${base}/import`} />}
        <LinkSwitch
          label={t('filters')}
          links={filters.map((one) => ({
            href: one === null ? base : `${base}?channel=${one}`,
            label: t(`filter.${one ?? 'all'}`, { count: counts[one ?? 'all'] }),
            current: one === channel,
          }))}
        />
        {rows.length === 0 ? (
          <Empty heading={t('empty')} action={{ href: `${base}/new`, label: t('registerOne') }}>
            {t('emptyText')}
          </Empty>
        ) : (
          <Panel>
            <RegisteredList rows={rows} />
          </Panel>
        )}
        <Pagination
          label={nav('way')}
          page={page.page}
          pageCount={pageCount}
          href={(number) => `${base}?${channel ? `channel=${channel}&` : ''}page=${number}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
      </div>
    </>
  )
}
