import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { DeadlineTable } from '#app/features/strategies/components/deadline-table.tsx'
import { RoundRulesForm } from '#app/features/strategies/components/round-rules-form.tsx'
import { RoundVersions } from '#app/features/strategies/components/round-versions.tsx'
import { RuleChanges } from '#app/features/strategies/components/rule-changes.tsx'
import { StandingRules } from '#app/features/strategies/components/standing-rules.tsx'
import { lookAtDeadlines, suggestedDeadlines } from '#app/features/strategies/deadline-advice.ts'
import { findPlaceForRound } from '#app/features/strategies/new-round.server.ts'
import { mayDecide } from '#app/features/strategies/policy.ts'
import { roundAtDesk, roundToDecideOn } from '#app/features/strategies/round-desk.server.ts'
import { rulesForm } from '#app/features/strategies/round-forms.ts'
import { roundProblem, roundProblems } from '#app/features/strategies/round-problems.ts'
import { listRoundRevisions } from '#app/features/strategies/round-revisions.server.ts'
import { listRuleChanges, rulesSeen, saveRules } from '#app/features/strategies/round-rules.server.ts'
import { daysOfNotice, FEWEST_DAYS, hasOpened } from '#app/features/strategies/round-rules.ts'
import { rulesOf } from '#app/features/strategies/standing-rules.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, strategy } = await roundAtDesk(args)
  const asked = new URL(args.request.url).searchParams
  const rules = rulesOf(round)
  const days = daysOfNotice(rules)
  const [changes, versions, { phases }] = await Promise.all([
    listRuleChanges(round.id),
    listRoundRevisions(round.id),
    findPlaceForRound(strategy.id),
  ])
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round: { id: round.id, number: round.number, title: round.title }, rules },
    ...{ seen: rulesSeen(round), opened: hasOpened(rules, new Date()), formKey: newKey() },
    notice: { days, short: rules.legalForm === 'høring' && days < FEWEST_DAYS },
    mayWrite: mayDecide(actor, strategy.id) && rules.closedAt === null,
    looked: lookAtDeadlines(rules),
    suggested: suggestionFor(rules.opensAt),
    ...{ changes, versions, phases },
    done: asked.get('done') === 'saved',
    overtaken: Math.min(1_000, Math.max(0, Number.parseInt(asked.get('overtaken') ?? '', 10) || 0)),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('roundRules.crumb') },
    ],
    pageTitle: t('roundRules.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, roundId } = await roundToDecideOn(args)
  const form = await readForm(args.request, rulesForm)
  if ('errors' in form)
    return data({ typed: form.typed, errors: roundProblems(actor.locale, form.errors), stale: false }, 422)
  const { value } = form
  const overtaken = translator(actor.locale, 'workbench')('roundRules.overtakenReason')
  const outcome = answer(await saveRules(actor, roundId, value, overtaken))
  if (!('refusal' in outcome))
    return redirect(`/workbench/rounds/${roundId}/rules?done=saved&overtaken=${outcome.overtaken}`)
  const typed: Record<string, unknown> = {
    ...value,
    corrections: value.corrections ? 'on' : '',
    withdrawal: value.withdrawal ? 'on' : '',
  }
  const stale = outcome.refusal === 'stale'
  const errors = stale ? [] : [roundProblem(actor.locale, outcome)]
  return data({ typed, errors, stale }, stale ? 409 : 422)
}

function suggestionFor(opens: Date) {
  const { sixWeeks, threeMonths } = suggestedDeadlines(osloDate(opens))
  // Any hour of the day: only the date of it is shown.
  return { opens, sixWeeks: noon(sixWeeks), threeMonths: noon(threeMonths) }
}

const noon = (day: string) => new Date(`${day}T11:00:00Z`)

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function RoundRulesPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.roundRules')
  const heading = useTranslations('workbench.errors')
  const { round, rules, opened, mayWrite, overtaken, versions, phases } = page
  const base = `/workbench/rounds/${round.id}`
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={<Localised text={round.title} />}
        actions={
          <>
            <a href={`${base}/opening`}>{t('opening')}</a>
            <a href={`${base}/extensions`}>{t('extensions')}</a>
            <a href={`${base}/closing`}>{t(rules.closedAt ? 'reopen' : 'close')}</a>
            <a href={`${base}/questionnaire`}>{t('questionnaire')}</a>
          </>
        }
      />
      <div className="in-stack" id="form">
        {page.done && !refused && (
          <Alert tone="success" live>
            <p>
              {t('saved')} {overtaken > 0 && t('overtaken', { count: overtaken })}
            </p>
          </Alert>
        )}
        {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
        {refused?.stale && (
          <Alert tone="warning" heading={t('stale')} live>
            <p>{t('staleText')}</p>
            <StandingRules rules={rules} />
          </Alert>
        )}
        {rules.closedAt ? (
          <p className="in-muted">{t('closed')}</p>
        ) : (
          <p className="in-muted">{t(opened ? 'roomier' : 'notOpened')}</p>
        )}
        {!mayWrite && !rules.closedAt && <p className="in-muted">{t('readOnly')}</p>}
        {mayWrite ? (
          <RoundRulesForm
            {...{ rules, opened }}
            notice={page.notice}
            seen={page.seen}
            formKey={page.formKey}
            filled={{ typed: refused?.typed ?? null, errors: refused?.errors ?? [] }}
          />
        ) : (
          <Panel id="rules" heading={t('standing')}>
            <StandingRules rules={rules} />
          </Panel>
        )}
        <DeadlineTable looked={page.looked} suggested={page.suggested} />
        {versions.total > 1 ? (
          <RoundVersions
            {...versions}
            phases={Object.fromEntries(phases.map(({ id, title }) => [id, title]))}
          />
        ) : (
          <RuleChanges changes={page.changes} />
        )}
      </div>
    </>
  )
}
