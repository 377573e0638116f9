import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { ClosingForm } from '#app/features/strategies/components/closing-form.tsx'
import { mayDecide } from '#app/features/strategies/policy.ts'
import { closeRound, closingOf } from '#app/features/strategies/round-closing.server.ts'
import { closingRefusal, reopeningRefusal } from '#app/features/strategies/round-closing.ts'
import { roundAtDesk, roundToDecideOn } from '#app/features/strategies/round-desk.server.ts'
import { closingForm } from '#app/features/strategies/round-forms.ts'
import { roundProblem, roundProblems } from '#app/features/strategies/round-problems.ts'
import { translator } from '#app/messages/translator.ts'
import { database, databaseTime } from '#app/platform/database.server.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

const notices = ['closed', 'reopened'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, strategy } = await roundAtDesk(args)
  const standing = await closingOf(database().db, round)
  const now = await databaseTime()
  const { closedAt, deadlineAt, lastDeadline, unsent } = standing
  const done = new URL(args.request.url).searchParams.get('done')
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ roundId: round.id, title: round.title, closedAt, deadlineAt, lastDeadline, unsent },
    ...{ formKey: newKey(), mayWrite: mayDecide(actor, strategy.id) },
    showsInputs: round.inputsShown === 'after-closing',
    refusal: closedAt === null ? closingRefusal(standing, now) : reopeningRefusal(standing),
    notice: notices.find((one) => one === done) ?? null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('roundRules.crumb'), href: `/workbench/rounds/${round.id}/rules` },
      { label: t('closing.crumb') },
    ],
    pageTitle: t(closedAt ? 'closing.titleReopen' : 'closing.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, roundId } = await roundToDecideOn(args)
  const form = await readForm(args.request, closingForm)
  if ('errors' in form)
    return data({ typed: form.typed, errors: roundProblems(actor.locale, form.errors) }, 422)
  const outcome = answer(await closeRound(actor, roundId, form.value))
  if (!('refusal' in outcome))
    return redirect(`/workbench/rounds/${roundId}/closing?done=${outcome.closed ? 'closed' : 'reopened'}`)
  const typed: Record<string, unknown> = form.value
  return data({ typed, errors: [roundProblem(actor.locale, outcome)] }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function RoundClosing() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.closing')
  const heading = useTranslations('workbench.errors')
  const { moment } = useDates()
  const { roundId, closedAt, refusal } = page
  const base = `/workbench/rounds/${roundId}`
  return (
    <>
      <WorkHead
        title={page.pageTitle}
        meta={<Localised text={page.title} />}
        actions={<a href={`${base}/rules`}>{t('toRules')}</a>}
      />
      <div className="in-stack in-narrow" id="form">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`done.${page.notice}`)}</p>
          </Alert>
        )}
        {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
        {closedAt && <p>{t('closedAt', { at: moment(closedAt), deadline: moment(page.deadlineAt) })}</p>}
        {refusal && (!closedAt || refusal !== 'round-closed') && <p>{t(`refused.${refusal}`)}</p>}
        {!page.mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        {page.mayWrite && !refusal && (
          <ClosingForm
            act={closedAt ? 'reopen' : 'close'}
            {...{ unsent: page.unsent, lastDeadline: page.lastDeadline, showsInputs: page.showsInputs }}
            formKey={page.formKey}
            back={`${base}/rules`}
            filled={{ typed: refused?.typed ?? null, errors: refused?.errors ?? [] }}
          />
        )}
      </div>
    </>
  )
}
