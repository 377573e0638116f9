import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { assignmentsPath } from '#app/features/assignments/address.ts'
import { PeopleTable, RoundTable } from '#app/features/assignments/components/progress-tables.tsx'
import { readProgress } from '#app/features/assignments/kept.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const { round: sums, people } = await readProgress(round)
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round: { id: round.id, number: round.number }, sums, people, today: osloDate(new Date()) },
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('progress.crumb') },
    ],
    pageTitle: t('progress.title', { number: round.number }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Progress() {
  const { round, sums, people, today } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.progress')
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={t('lead')}
        actions={<a href={assignmentsPath(round.id)}>{t('assignments')}</a>}
      />
      <div className="in-stack">
        {sums.answers === 0 ? (
          <Empty heading={t('none')}>{t('noneText')}</Empty>
        ) : (
          <RoundTable progress={sums} />
        )}
        <PeopleTable people={people} answers={sums.answers} today={today} />
        <p className="in-small in-muted in-measure">{t('rule')}</p>
      </div>
    </>
  )
}
