import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { RoundSettingsForm } from '#app/features/strategies/components/round-settings-form.tsx'
import { RoundVersions } from '#app/features/strategies/components/round-versions.tsx'
import { StandingSettings } from '#app/features/strategies/components/standing-settings.tsx'
import { findPlaceForRound } from '#app/features/strategies/new-round.server.ts'
import { mayDecide } from '#app/features/strategies/policy.ts'
import { roundAtDesk, roundToDecideOn } from '#app/features/strategies/round-desk.server.ts'
import { settingsForm } from '#app/features/strategies/round-forms.ts'
import { roundProblem, roundProblems } from '#app/features/strategies/round-problems.ts'
import { listRoundRevisions } from '#app/features/strategies/round-revisions.server.ts'
import { hasOpened } from '#app/features/strategies/round-rules.ts'
import { saveSettings, settingsSeen, settledRound } from '#app/features/strategies/round-settings.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const notices = ['saved', 'nothing'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, strategy } = await roundAtDesk(args)
  const [{ phases }, versions] = await Promise.all([
    findPlaceForRound(strategy.id),
    listRoundRevisions(round.id),
  ])
  const done = new URL(args.request.url).searchParams.get('done')
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round: settledRound(round), phases, versions, seen: settingsSeen(round), formKey: newKey() },
    opened: hasOpened(round, new Date()),
    mayWrite: mayDecide(actor, strategy.id),
    notice: notices.find((one) => one === done) ?? null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('roundSettings.crumb') },
    ],
    pageTitle: t('roundSettings.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, roundId } = await roundToDecideOn(args)
  const form = await readForm(args.request, settingsForm)
  if ('errors' in form)
    return data({ typed: form.typed, errors: roundProblems(actor.locale, form.errors), stale: false }, 422)
  const outcome = answer(await saveSettings(actor, roundId, form.value))
  if (!('refusal' in outcome))
    return redirect(`/workbench/rounds/${roundId}/settings?done=${outcome.changed > 0 ? 'saved' : 'nothing'}`)
  const typed: Record<string, unknown> = form.value
  const stale = outcome.refusal === 'stale'
  const errors = stale ? [] : [roundProblem(actor.locale, outcome)]
  return data({ typed, errors, stale }, stale ? 409 : 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function RoundSettings() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.roundSettings')
  const heading = useTranslations('workbench.errors')
  const { round, phases, opened, versions } = page
  const base = `/workbench/rounds/${round.id}`
  const phaseNames = Object.fromEntries(phases.map(({ id, title }) => [id, title]))
  return (
    <>
      <WorkHead
        title={page.pageTitle}
        meta={<Localised text={round.title} />}
        actions={<a href={`${base}/opening`}>{t('opening')}</a>}
      />
      <div className="in-stack in-narrow">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(page.notice)}</p>
          </Alert>
        )}
        {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
        {refused?.stale && (
          <Alert tone="warning" heading={t('stale')} live>
            <p>{t('staleText')}</p>
            <StandingSettings round={round} phases={phaseNames} />
          </Alert>
        )}
        {page.mayWrite ? (
          <RoundSettingsForm
            {...{ round, phases, opened }}
            seen={page.seen}
            formKey={page.formKey}
            filled={{ typed: refused?.typed ?? null, errors: refused?.errors ?? [] }}
          />
        ) : (
          <Panel id="about" heading={t('about')}>
            <p className="in-muted">{t('readOnly')}</p>
            <StandingSettings round={round} phases={phaseNames} />
          </Panel>
        )}
        <RoundVersions {...versions} phases={phaseNames} />
      </div>
    </>
  )
}
