import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { countyNames } from '#app/features/organisations/queries.server.ts'
import { CoverageGaps } from '#app/features/responses/components/coverage-gaps.tsx'
import { CoverageGroups, CoverageWhole } from '#app/features/responses/components/coverage-tables.tsx'
import { coverageOf } from '#app/features/responses/coverage.server.ts'
import { COVERAGE_BY } from '#app/features/responses/coverage.ts'
import { coverageGaps } from '#app/features/responses/coverage-gaps.server.ts'
import { coveragePath } from '#app/features/strategies/address.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const [coverage, gaps] = await Promise.all([coverageOf(round, 'written'), coverageGaps(round.id)])
  const counties = coverage.groups.flatMap(({ by, key }) => (by === 'county' ? [key] : []))
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ coverage, gaps, counties: Object.fromEntries(await countyNames(counties)) },
    round: { id: round.id, number: round.number },
    // What anyone may read of it, where the round is out.
    publicPath: round.publishedAt ? coveragePath(strategy.slug, round.slug) : null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('coverage.crumb') },
    ],
    pageTitle: t('coverage.title', { number: round.number }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Coverage() {
  const { coverage, gaps, counties, publicPath, place, round } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.coverage')
  const words = useTranslations('public.coverage')
  const { inputs, groups } = coverage
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={t('lead')}
        actions={publicPath && <a href={publicPath}>{t('public')}</a>}
      />
      <div className="in-stack">
        <Panel id="whole" heading={words('whole')}>
          <div className="in-stack in-stack--5 in-even">
            <CoverageWhole coverage={coverage} />
            {COVERAGE_BY.map((by) => (
              <CoverageGroups key={by} groups={groups} total={inputs} by={by} counties={counties} />
            ))}
            <p className="in-small in-muted in-measure">
              {words('withoutText', { count: coverage.withoutText })} {t('rule')} {words('rounding')}
            </p>
          </div>
        </Panel>
        <CoverageGaps {...{ gaps, groups, counties, place }} />
      </div>
    </>
  )
}
