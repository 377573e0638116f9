import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { DecisionLog } from '#app/features/strategies/components/decision-log.tsx'
import { PhasePanel } from '#app/features/strategies/components/phase-panel.tsx'
import { PhasePlanForm } from '#app/features/strategies/components/phase-plan-form.tsx'
import { phasesForm } from '#app/features/strategies/forms.ts'
import {
  listDecisions,
  listPhases,
  openPhase,
  recordOutcome,
  writePhase,
} from '#app/features/strategies/phases.server.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'
import { problemOf, problemsOf } from '#app/features/strategies/problems.ts'
import { findRegister } from '#app/features/strategies/register.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const done = { 'write-phase': 'written', 'open-phase': 'opened', 'record-outcome': 'recorded' } as const
const notices = Object.values(done)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { record } = answer(await findRegister(actor, strategyId))
  const { phases } = answer(await listPhases(actor, strategyId))
  const asked = new URL(args.request.url).searchParams
  const mayWrite = mayDecide(actor, strategyId)
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ strategyId, phases, mayWrite, decisions: await listDecisions(strategyId) },
    editing: (mayWrite && phases.find(({ id }) => id === asked.get('phase'))) || null,
    keys: { plan: newKey(), open: newKey(), outcome: newKey() },
    notice: notices.find((one) => one === asked.get('notice')) ?? null,
    place: { strategyId },
    crumbs: [
      { label: pick(record.title, actor.locale).text, href: `/workbench/strategies/${strategyId}` },
      { label: t('phases.crumb') },
    ],
    pageTitle: t('phases.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = decisionRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, phasesForm)
  if ('errors' in form) {
    const { act, phase } = form.typed
    const errors = problemsOf(actor.locale, form.errors)
    return data({ act, phase, stale: false, errors, typed: form.typed }, 422)
  }
  const { value } = form
  const outcome = answer(
    value.act === 'write-phase'
      ? await writePhase(actor, strategyId, value)
      : value.act === 'open-phase'
        ? await openPhase(actor, strategyId, value)
        : await recordOutcome(actor, strategyId, value),
  )
  if (!('refusal' in outcome))
    return redirect(`/workbench/strategies/${strategyId}/phases?notice=${done[value.act]}`)
  const typed: Record<string, unknown> = value
  const stale = outcome.refusal === 'stale'
  const { phases } = answer(await listPhases(actor, strategyId))
  const gate = phases.find(({ id }) => id === value.phase)?.gate
  const before = phases.find(({ id }) => id === gate?.phaseId)
  const phase = before ? pick(before.title, actor.locale).text : ''
  const errors = stale ? [] : [problemOf(actor.locale, outcome.refusal, { phase })]
  return data({ act: value.act, phase: value.phase, stale, errors, typed }, stale ? 409 : 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Phases() {
  const { strategyId, phases, decisions, editing, keys, notice, mayWrite } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench')
  const locale = useLocale()
  const base = `/workbench/strategies/${strategyId}/phases`
  const nothing = { typed: null, errors: [] }
  const filled = (act: string, phase?: string) =>
    refused?.act === act && (phase === undefined || refused.phase === phase)
      ? { typed: refused.typed, errors: refused.errors }
      : nothing
  const nameOf = (id: string | undefined) => {
    const phase = phases.find((one) => one.id === id)
    return phase ? pick(phase.title, locale).text : null
  }
  return (
    <>
      <WorkHead
        title={t('phases.title')}
        meta={t('phases.lead')}
        actions={<a href={`/workbench/strategies/${strategyId}`}>{t('register.title')}</a>}
      />
      <div className="in-stack">
        {notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`phases.done.${notice}`)}</p>
          </Alert>
        )}
        {refused?.stale && (
          <Alert tone="warning" live>
            <p>{t('register.staleSmall')}</p>
          </Alert>
        )}
        {refused && (
          <ErrorSummary
            heading={t('errors.heading')}
            errors={refused.errors.map(({ field, message }) => ({
              message,
              // Every phase has a form of its own for what came of it.
              field: refused.act === 'record-outcome' ? `${refused.phase}-${field}` : field,
            }))}
          />
        )}
        {!mayWrite && <p className="in-muted">{t('phases.readOnly')}</p>}
        {phases.length === 0 && (
          <Panel>
            <Empty heading={t('phases.none')}>{mayWrite && t('phases.noneText')}</Empty>
          </Panel>
        )}
        {phases.map((phase) => (
          <PhasePanel
            key={phase.id}
            {...{ phase, base, mayWrite, keys }}
            waitsFor={nameOf(phase.gate?.phaseId)}
            filled={filled('record-outcome', phase.id)}
          />
        ))}
        {mayWrite && (
          <PhasePlanForm {...{ editing, base }} formKey={keys.plan} filled={filled('write-phase')} />
        )}
        <DecisionLog decisions={decisions} />
      </div>
    </>
  )
}
