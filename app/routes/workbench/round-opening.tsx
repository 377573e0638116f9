import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { roundPath } from '#app/features/strategies/address.ts'
import { OpeningList } from '#app/features/strategies/components/opening-list.tsx'
import { PublishRound } from '#app/features/strategies/components/publish-round.tsx'
import { brokenRule, inOneForm, openingChecklist } from '#app/features/strategies/opening-checklist.ts'
import { mayDecide } from '#app/features/strategies/policy.ts'
import { roundAtDesk, roundToDecideOn } from '#app/features/strategies/round-desk.server.ts'
import { openingForm } from '#app/features/strategies/round-forms.ts'
import { openingOf, publishRound } from '#app/features/strategies/round-opening.server.ts'
import { roundProblem, roundProblems } from '#app/features/strategies/round-problems.ts'
import { daysOfNotice } from '#app/features/strategies/round-rules.ts'
import { translator } from '#app/messages/translator.ts'
import { database, databaseTime } from '#app/platform/database.server.ts'
import { dateWords } from '#app/platform/date-words.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

/** As many texts in one written form as are named; the others are counted. */
const named = 5

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, strategy } = await roundAtDesk(args)
  const now = await databaseTime()
  const opening = await openingOf(database().db, round)
  const { rules, questions, documents, invited, ofState } = opening
  const opensAt = rules.opensAt > now || rules.publishedAt ? rules.opensAt : now
  const lacking = inOneForm(opening.texts)
  const broken = brokenRule(rules, now)
  const done = new URL(args.request.url).searchParams.get('done')
  const t = translator(actor.locale, 'workbench')
  const isPublic = round.publishedAt !== null
  return {
    ...{ roundId: round.id, strategyId: strategy.id, title: round.title, publishedAt: round.publishedAt },
    ...{ checks: openingChecklist(opening, now), formKey: newKey() },
    opens: { at: rules.opensAt, atOnce: rules.opensAt <= now },
    deadline: rules.deadlineAt,
    lacking: lacking.slice(0, named).map((text) => pick(text, actor.locale).text.slice(0, 120)),
    values: {
      ...{
        questions,
        invited,
        oneForm: lacking.length,
        waiting: documents.waiting,
        ofState: String(ofState),
      },
      days: daysOfNotice({ ...rules, opensAt }),
      deadline: dateWords(actor.locale).moment(rules.deadlineAt),
      broken: broken ? roundProblem(actor.locale, broken).message : '',
    },
    mayWrite: mayDecide(actor, strategy.id),
    publicPage: pathIn(actor.locale, roundPath(strategy.slug, round.slug)),
    notice: done === 'created' || done === 'published' ? done : null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('opening.crumb') },
    ],
    pageTitle: t(isPublic ? 'opening.titlePublic' : 'opening.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, roundId } = await roundToDecideOn(args)
  const form = await readForm(args.request, openingForm)
  if ('errors' in form) return data({ errors: roundProblems(actor.locale, form.errors) }, 422)
  const outcome = answer(await publishRound(actor, roundId, form.value))
  if (!('refusal' in outcome)) return redirect(`/workbench/rounds/${roundId}/opening?done=published`)
  return data({ errors: [roundProblem(actor.locale, outcome)] }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function RoundOpening() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.opening')
  const created = useTranslations('workbench.newRound')
  const heading = useTranslations('workbench.errors')
  const { moment } = useDates()
  const { roundId, strategyId, checks, publishedAt, opens } = page
  const when = opens.atOnce ? t('open') : t('opens', { at: moment(opens.at) })
  return (
    <>
      <WorkHead title={page.pageTitle} meta={<Localised text={page.title} />} />
      <div className="in-stack in-narrow">
        {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{page.notice === 'created' ? created('done') : `${t('published')} ${when}`}</p>
          </Alert>
        )}
        {publishedAt && (
          <Panel id="public">
            <p>
              {t('publishedAt', { at: moment(publishedAt) })} {when}
            </p>
            <div className="in-row">
              <LinkButton href={`/workbench/rounds/${roundId}/invitations`}>{t('toInvite')}</LinkButton>
              <a href={page.publicPage}>{t('toPage')}</a>
            </div>
          </Panel>
        )}
        <Panel id="checklist" heading={t('heading')}>
          <div className="in-stack in-stack--3">
            {!publishedAt && <p className="in-meta">{t('lead')}</p>}
            <OpeningList {...{ checks, roundId, strategyId }} values={page.values} lacking={page.lacking} />
          </div>
        </Panel>
        {!publishedAt &&
          (page.mayWrite ? (
            <PublishRound
              {...{ checks, opens, deadline: page.deadline, formKey: page.formKey }}
              error={refused?.errors.find(({ field }) => field === 'despite')?.message}
            />
          ) : (
            <p className="in-muted">{t('readOnly')}</p>
          ))}
      </div>
    </>
  )
}
