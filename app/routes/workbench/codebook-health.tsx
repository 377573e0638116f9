import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { checkCodebook } from '#app/features/analysis/codebook-health.server.ts'
import { findCodebook } from '#app/features/analysis/codebook-list.server.ts'
import { CodebookProblems } from '#app/features/analysis/components/codebook-problems.tsx'
import { mayWriteCodebook } from '#app/features/analysis/policy.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { themes } = answer(await findCodebook(actor, strategyId))
  const t = translator(actor.locale, 'workbench')
  const base = `/workbench/strategies/${strategyId}/codebook`
  return {
    ...{ base, checked: await checkCodebook(strategyId, themes) },
    mayWrite: mayWriteCodebook(actor, strategyId),
    place: { strategyId },
    crumbs: [{ label: t('codebook.title'), href: base }, { label: t('codebookHealth.title') }],
    pageTitle: t('codebookHealth.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function CodebookHealth() {
  const { base, checked, mayWrite } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.codebookHealth')
  const { problems, themes, inputs, passages } = checked
  return (
    <>
      <WorkHead title={t('title')} meta={t('meta', { themes, inputs, passages })} />
      <div className="in-stack">
        <Panel id="problems" heading={t('heading', { count: problems.length })}>
          {problems.length === 0 ? (
            <Empty heading={t('none')} action={{ href: base, label: t('back') }}>
              {t('noneText')}
            </Empty>
          ) : (
            <CodebookProblems problems={problems} base={base} mayWrite={mayWrite} />
          )}
        </Panel>
        <Panel id="rules" heading={t('rules')}>
          <ul className="in-prose">
            {(['many', 'hardly', 'inputs', 'meaning', 'definition', 'positions', 'other'] as const).map(
              (rule) => (
                <li key={rule}>{t(`rule.${rule}`)}</li>
              ),
            )}
          </ul>
        </Panel>
      </div>
    </>
  )
}
