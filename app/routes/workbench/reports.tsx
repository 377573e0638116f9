import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl/react'
import { ReportForm } from '#app/features/exports/components/report-form.tsx'
import { ReportList } from '#app/features/exports/components/report-list.tsx'
import { reportsForm } from '#app/features/exports/forms.ts'
import { mayMakeReports, reportReadingRefusal, reportRefusal } from '#app/features/exports/policy.ts'
import { reportState } from '#app/features/exports/report.ts'
import { askReport, listReports, publishReport, takeReportOff } from '#app/features/exports/reports.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

const notices = ['asked', 'published', 'takenOff'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const refusal = reportReadingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const said = new URL(args.request.url).searchParams.get('notice')
  return {
    reports: await listReports(round.id),
    ...{ round: { id: round.id, number: round.number }, locale: actor.locale },
    ...{ mayMake: mayMakeReports(actor, strategy.id), askKey: newKey(), actKey: newKey() },
    notice: notices.find((notice) => notice === said) ?? null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('report.crumb') },
    ],
    pageTitle: t('report.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const { strategy } = answer(await findStaffRound(actor, roundId))
  const refusal = reportRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const form = await readForm(args.request, reportsForm)
  if ('errors' in form) {
    const errors = Object.entries(form.errors).flatMap(([field, reasons]) =>
      reasons.slice(0, 1).map((reason) => ({
        field,
        message:
          reason === 'chooseFormat' || reason === 'chooseLanguage' || reason === 'chooseScope'
            ? t(`report.${reason}`)
            : t('errors.unclear'),
      })),
    )
    return data({ errors, typed: form.typed, refused: null }, 422)
  }
  const base = `/workbench/rounds/${roundId}/reports`
  const { value } = form
  if (value.act === 'ask') {
    const { reportId } = answer(await askReport(actor, roundId, value))
    return redirect(`${base}?notice=asked#rapport-${reportId}`)
  }
  if (value.act === 'take-off') {
    answer(await takeReportOff(actor, roundId, value))
    return redirect(`${base}?notice=takenOff#rapport-${value.report}`)
  }
  const outcome = answer(await publishReport(actor, roundId, value))
  if ('refusal' in outcome)
    return data({ errors: [], typed: null, refused: t(`report.refused.${outcome.refusal}`) }, 422)
  return redirect(`${base}?notice=published#rapport-${value.report}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Reports() {
  const { reports, round, mayMake, askKey, actKey, notice, locale, pageTitle } =
    useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useTranslations('workbench.report')
  const base = `/workbench/rounds/${round.id}/reports`
  useFollowing(reports.some((report) => reportState(report) === 'making'))
  return (
    <>
      <WorkHead
        title={pageTitle}
        meta={t('lead')}
        actions={<a href={`/workbench/rounds/${round.id}/findings`}>{t('back')}</a>}
      />
      <div className="in-stack">
        {answered?.refused && (
          <Alert tone="warning" live>
            <p>{answered.refused}</p>
          </Alert>
        )}
        {notice && !answered && (
          <Alert tone="success" live>
            <p>{t(notice)}</p>
          </Alert>
        )}
        <Panel id="list" heading={t('list')}>
          {reports.length === 0 ? (
            <Empty heading={t('empty')} level={3}>
              {t(mayMake ? 'emptyText' : 'emptyReadOnly')}
            </Empty>
          ) : (
            <ReportList {...{ base, reports, mayMake }} formKey={actKey} />
          )}
        </Panel>
        {mayMake && (
          <ReportForm
            formKey={askKey}
            typed={answered?.typed ?? null}
            errors={answered?.errors ?? []}
            language={locale}
          />
        )}
      </div>
    </>
  )
}

const everyMs = 1_500

/** Looks again while a report is being made, and somebody sees it. */
function useFollowing(underWay: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!underWay) return
    const timer = setInterval(() => document.visibilityState === 'visible' && revalidate(), everyMs)
    return () => clearInterval(timer)
  }, [underWay, revalidate])
}
