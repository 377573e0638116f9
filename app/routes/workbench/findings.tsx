import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { findWorkRound } from '#app/features/analysis/queries.server.ts'
import { listThemes } from '#app/features/analysis/reading.server.ts'
import { FindingList } from '#app/features/findings/components/finding-list.tsx'
import { NewFindingForm } from '#app/features/findings/components/new-finding-form.tsx'
import { newFindingForm } from '#app/features/findings/forms.ts'
import { findingRefusal, mayWriteFindings } from '#app/features/findings/policy.ts'
import { listFindings } from '#app/features/findings/queries.server.ts'
import { startFinding } from '#app/features/findings/writing.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

const pageSize = 30

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findWorkRound(actor, idParam(args.params.round)))
  const page = pageParam(new URL(args.request.url))
  const [findings, themes] = await Promise.all([
    listFindings(round.id, { page, size: pageSize }),
    listThemes(strategy.id),
  ])
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round, page, findings, formKey: newKey() },
    themes: themes.map(({ id, code, title }) => ({ id, code, title })),
    mayWrite: mayWriteFindings(actor, strategy.id),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('findings.list') },
    ],
    pageTitle: t('findings.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const { strategy } = answer(await findWorkRound(actor, roundId))
  const refusal = findingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, newFindingForm)
  if ('errors' in form) {
    const t = translator(actor.locale, 'workbench')
    const errors = Object.entries(form.errors).flatMap(([field, reasons]) =>
      reasons.slice(0, 1).map((reason) => ({
        field,
        message:
          reason === 'titleMissing' || reason === 'titleTooLong'
            ? t(`errors.${reason}`)
            : t('errors.unclear'),
      })),
    )
    return data({ errors, typed: form.typed }, 422)
  }
  const { findingId } = answer(await startFinding(actor, roundId, form.value))
  return redirect(`/workbench/rounds/${roundId}/findings/${findingId}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Findings() {
  const { round, page, findings, themes, mayWrite, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench')
  const frame = useTranslations('frame')
  const base = `/workbench/rounds/${round.id}/findings`
  const pageCount = Math.ceil(findings.total / pageSize)
  const list = (
    <>
      <Panel id="findings-list" heading={t('findings.list')}>
        {findings.rows.length === 0 ? (
          <Empty heading={t('findings.empty')} level={3}>
            {t('findings.emptyText')}
          </Empty>
        ) : (
          <FindingList base={base} findings={findings.rows} />
        )}
      </Panel>
      <Pagination
        label={t('nav.way')}
        page={page}
        pageCount={pageCount}
        href={(number) => `${base}?page=${number}`}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
      />
    </>
  )
  return (
    <>
      <WorkHead
        title={t('findings.title', { number: round.number })}
        meta={t('findings.meta', { published: findings.published, total: findings.total })}
        actions={<a href={`/workbench/rounds/${round.id}`}>{t('findings.round')}</a>}
      />
      {mayWrite ? (
        <div className="in-stack">
          {list}
          <NewFindingForm
            formKey={formKey}
            themes={themes}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
          />
        </div>
      ) : (
        <div className="in-stack">
          {list}
          <p className="in-muted">{t('finding.readOnly')}</p>
        </div>
      )}
    </>
  )
}
