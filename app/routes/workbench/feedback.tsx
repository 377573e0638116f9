import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { feedbackLetter } from '#app/features/notifications/feedback-letter.server.ts'
import {
  FeedbackProgress,
  FeedbackReaders,
  FeedbackReady,
  Unreachable,
} from '#app/features/responses/components/feedback-facts.tsx'
import { FeedbackForm, FeedbackPreview } from '#app/features/responses/components/feedback-form.tsx'
import {
  feedbackReadiness,
  findFeedback,
  findRoundToTell,
  sendFeedback,
  whyNotSend,
} from '#app/features/responses/feedback.server.ts'
import { feedbackSums } from '#app/features/responses/feedback.ts'
import {
  findFeedbackSender,
  groupFeedbackSenders,
  listFeedbackSenders,
  listUnreachable,
} from '#app/features/responses/feedback-senders.server.ts'
import { feedbackForm } from '#app/features/responses/forms.ts'
import { mayRespond } from '#app/features/responses/policy.ts'
import { EveryLanguage } from '#app/features/strategies/components/every-language.tsx'
import { roundAtDesk, roundToDecideOn } from '#app/features/strategies/round-desk.server.ts'
import { translator } from '#app/messages/translator.ts'
import { database, databaseTime } from '#app/platform/database.server.ts'
import { answer, isId } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, strategy } = await roundAtDesk(args)
  const url = new URL(args.request.url)
  const [feedback, readiness, groups, senders, now] = await Promise.all([
    findFeedback(round.id),
    feedbackReadiness(database().db, round.id),
    groupFeedbackSenders(round.id),
    listFeedbackSenders(round.id),
    databaseTime(),
  ])
  const facts = { published: readiness.published, sent: feedback !== null }
  const [refusal, unreachable, preview] = await Promise.all([
    whyNotSend(database().db, round, facts, now),
    listUnreachable(round.id, feedback !== null),
    previewOf(round.id, url.searchParams.get('sender'), now),
  ])
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ feedback, readiness, senders, unreachable, preview, refusal, formKey: newKey() },
    sums: feedbackSums(groups, feedback !== null),
    ...{ roundId: round.id, number: round.number, mayWrite: mayRespond(actor, strategy.id) },
    justSent: url.searchParams.has('sent'),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('feedback.crumb') },
    ],
    pageTitle: t('feedback.title', { number: round.number }),
  }
}

async function previewOf(roundId: string, asked: string | null, now: Date) {
  if (asked === null || !isId(asked)) return null
  const [round, sender] = await Promise.all([findRoundToTell(roundId), findFeedbackSender(roundId, asked)])
  if (!round || !sender) return null
  const { locale, subject, text } = await feedbackLetter(round, sender, round.words ?? {}, now)
  return { inputId: asked, to: sender.recipients.length, lang: locale, subject, text }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, roundId } = await roundToDecideOn(args)
  const t = translator(actor.locale, 'workbench')
  const form = await readForm(args.request, feedbackForm)
  if ('errors' in form) {
    const errors = Object.keys(form.errors).map((field) => ({
      ...{ field, message: t(field.startsWith('words') ? 'feedback.wordsTooLong' : 'errors.unclear') },
    }))
    return data({ typed: form.typed, errors, problem: null }, 422)
  }
  const outcome = answer(await sendFeedback(actor, roundId, form.value))
  if (!('refusal' in outcome)) return redirect(`/workbench/rounds/${roundId}/feedback?sent`)
  const typed: Record<string, unknown> = form.value
  const { refusal } = outcome
  return refusal === 'not-confirmed'
    ? data(
        { typed, errors: [{ field: 'confirmed', message: t('feedback.notConfirmed') }], problem: null },
        422,
      )
    : data({ typed, errors: [], problem: refusal }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Feedback() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.feedback')
  const summary = useTranslations('workbench.errors')
  const { moment } = useDates()
  const { feedback, sums, refusal, roundId, readiness } = page
  const base = `/workbench/rounds/${roundId}`
  return (
    <>
      <WorkHead title={t('title', { number: page.number })} meta={t('meta')} />
      <div className="in-stack in-narrow">
        {page.justSent && feedback && !refused && (
          <Alert tone="success" live>
            <p>{t('notice')}</p>
          </Alert>
        )}
        {refused && refused.errors.length > 0 && (
          <ErrorSummary heading={summary('heading')} errors={refused.errors} />
        )}
        {refused?.problem && refused.problem !== 'already-sent' && (
          <Alert tone="danger" live>
            <p>{t(`refused.${refused.problem}`)}</p>
          </Alert>
        )}
        {feedback && (
          <Alert tone={refused?.problem === 'already-sent' ? 'warning' : 'info'} live={refused !== undefined}>
            <p>
              {refused?.problem === 'already-sent' && <>{t('refused.already-sent')} </>}
              {t('sentBy', { name: feedback.by, moment: moment(feedback.at) })}
            </p>
          </Alert>
        )}
        {!page.mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        {feedback ? (
          <>
            <FeedbackProgress sums={sums} here={`${base}/feedback`} />
            {Object.keys(feedback.words).length > 0 && (
              <Panel id="words" heading={t('words')}>
                <div className="in-stack in-stack--3 in-measure">
                  <EveryLanguage text={feedback.words} />
                </div>
              </Panel>
            )}
          </>
        ) : (
          <>
            <FeedbackReady {...{ readiness, refusal, base }} />
            <FeedbackReaders sums={sums} />
          </>
        )}
        <FeedbackPreview
          {...{ base, senders: page.senders, preview: page.preview, sent: feedback !== null }}
        />
        {!feedback && !refusal && page.mayWrite && (
          <FeedbackForm
            {...{ base, sums, formKey: page.formKey }}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
          />
        )}
        <Unreachable names={page.unreachable} total={sums.nobody} />
      </div>
    </>
  )
}
