import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { RoundsTable } from '#app/features/analysis/components/rounds-table.tsx'
import { listWork } from '#app/features/analysis/queries.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { Localised } from '#app/ui/localised.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const pageTitle = translator(actor.locale, 'workbench')('overview.title')
  return { pageTitle, strategies: await listWork(actor) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Overview() {
  const { strategies } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.overview')
  return (
    <>
      <WorkHead title={t('title')} meta={t('lead')} />
      <div className="in-stack">
        {strategies.map(({ id, title, rounds }) => (
          <Panel
            key={id}
            id={`strategy-${id}`}
            heading={<Localised text={title} />}
            beside={
              <a className="in-small in-nowrap" href={`/workbench/strategies/${id}/codebook`}>
                {t('codebook')}
              </a>
            }
          >
            <RoundsTable strategyTitle={title} rounds={rounds} />
          </Panel>
        ))}
        <p className="in-small in-muted in-measure">{t('rule')}</p>
      </div>
    </>
  )
}
