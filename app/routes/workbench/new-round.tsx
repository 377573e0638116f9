import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { dayAfter, nextWorkingDay } from '#app/features/strategies/calendar.ts'
import { NewRoundForm } from '#app/features/strategies/components/new-round-form.tsx'
import { suggestedDeadlines } from '#app/features/strategies/deadline-advice.ts'
import { createRound, findPlaceForRound } from '#app/features/strategies/new-round.server.ts'
import { decisionRefusal } from '#app/features/strategies/policy.ts'
import { findRegister } from '#app/features/strategies/register.server.ts'
import { isRegisterDay } from '#app/features/strategies/register.ts'
import { newRoundForm } from '#app/features/strategies/round-forms.ts'
import { roundProblem, roundProblems } from '#app/features/strategies/round-problems.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = decisionRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const { record } = answer(await findRegister(actor, strategyId))
  const typed = new URL(args.request.url).searchParams.get('opens') ?? ''
  const opens = isRegisterDay(typed) ? typed : nextWorkingDay(dayAfter(osloDate(new Date()), 13))
  const { phases } = await findPlaceForRound(strategyId)
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ strategyId, phases, formKey: newKey() },
    suggested: { opens, ...suggestedDeadlines(opens) },
    place: { strategyId },
    crumbs: [
      { label: pick(record.title, actor.locale).text, href: `/workbench/strategies/${strategyId}` },
      { label: t('newRound.crumb') },
    ],
    pageTitle: t('newRound.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = decisionRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, newRoundForm)
  if ('errors' in form)
    return data({ typed: form.typed, errors: roundProblems(actor.locale, form.errors) }, 422)
  const outcome = answer(await createRound(actor, strategyId, form.value))
  if (!('refusal' in outcome)) return redirect(`/workbench/rounds/${outcome.roundId}/opening?done=created`)
  const typed: Record<string, unknown> = form.value
  return data({ typed, errors: [roundProblem(actor.locale, outcome)] }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

// Any hour of the day: only the date of it is shown.
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

export default function NewRound() {
  const { strategyId, phases, suggested, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.newRound')
  const heading = useTranslations('workbench.errors')
  const { day } = useDates()
  const base = `/workbench/strategies/${strategyId}`
  const { opens, sixWeeks, threeMonths } = suggested
  return (
    <>
      <WorkHead title={t('title')} meta={t('lead')} />
      <div className="in-stack in-narrow">
        {phases.length === 0 ? (
          <Panel>
            <Empty heading={t('noPhases')} action={{ href: `${base}/phases`, label: t('toPhases') }}>
              {t('noPhasesText')}
            </Empty>
          </Panel>
        ) : (
          <>
            {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
            <Panel id="suggest" heading={t('suggest')}>
              <form method="get" className="in-form">
                <p>
                  {t('suggestText', {
                    ...{ opens: day(noon(opens)), sixWeeks: day(noon(sixWeeks)) },
                    threeMonths: day(noon(threeMonths)),
                  })}
                </p>
                <TextField name="opens" type="date" label={t('suggestFrom')} defaultValue={opens} />
                <Button variant="secondary">{t('suggestButton')}</Button>
              </form>
            </Panel>
            <NewRoundForm
              {...{ phases, formKey, action: `${base}/rounds/new` }}
              suggested={{
                opens: { day: opens, clock: '08:00' },
                deadline: { day: sixWeeks, clock: '23:59' },
              }}
              filled={{ typed: refused?.typed ?? null, errors: refused?.errors ?? [] }}
            />
          </>
        )}
      </div>
    </>
  )
}
