import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { RoundsTable } from '#app/features/analysis/components/rounds-table.tsx'
import { listWork } from '#app/features/analysis/queries.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { StrategyLinks } from '#app/features/strategies/components/strategy-links.tsx'
import { mayDecide } from '#app/features/strategies/policy.ts'
import { listStandings } from '#app/features/strategies/register.server.ts'
import { translator } from '#app/messages/translator.ts'
import { pick } from '#app/platform/localised-text.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { Localised } from '#app/ui/localised.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const pageTitle = translator(actor.locale, 'workbench')('overview.title')
  const [strategies, standings] = await Promise.all([
    listWork(actor),
    listStandings(actor, osloDate(new Date())),
  ])
  const deciding = strategies.filter(({ id }) => mayDecide(actor, id)).map(({ id }) => id)
  return { pageTitle, strategies, standings, deciding }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Overview() {
  const { strategies, standings, deciding } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.overview')
  const locale = useLocale()
  return (
    <>
      <WorkHead title={t('title')} meta={t('lead')} />
      <div className="in-stack">
        {strategies.map(({ id, title, rounds }) => (
          <Panel key={id} id={`strategy-${id}`} heading={<Localised text={title} />}>
            <StrategyLinks
              strategyId={id}
              name={pick(title, locale).text}
              mayDecide={deciding.includes(id)}
              standing={standings.find((one) => one.id === id) ?? null}
            />
            <RoundsTable strategyTitle={title} rounds={rounds} />
          </Panel>
        ))}
        <p className="in-small in-muted in-measure">{t('rule')}</p>
      </div>
    </>
  )
}
