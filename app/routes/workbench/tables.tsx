import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { OwnTables, QuestionTables } from '#app/features/tables/components/table-list.tsx'
import { findTableRound, listAskedQuestions } from '#app/features/tables/tables.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const round = answer(await findTableRound(actor, idParam(args.params.round)))
  const t = translator(actor.locale, 'workbench')
  const title = t('tables.page', { number: round.number })
  return {
    ...{ round: { id: round.id }, questions: await listAskedQuestions(round.id), title },
    place: { strategyId: round.strategyId, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('tables.crumb') },
    ],
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} – Innspill` : 'Innspill' },
]

export default function Tables() {
  const { round, questions, title } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.tables')
  const base = `/workbench/rounds/${round.id}/tables`
  return (
    <>
      <WorkHead title={title} meta={t('lead')} />
      <div className="in-stack">
        <OwnTables base={base} />
        {questions.length > 0 ? (
          <QuestionTables base={base} questions={questions} />
        ) : (
          <Panel>
            <Empty
              heading={t('noQuestions')}
              action={{ href: `/workbench/rounds/${round.id}/questionnaire`, label: t('noQuestionsLink') }}
            >
              {t('noQuestionsText')}
            </Empty>
          </Panel>
        )}
      </div>
    </>
  )
}
