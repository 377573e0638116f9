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
import { SINGLE_CHANNELS } from '#app/features/inputs/channel.ts'
import { FromMeeting, JustRegistered } from '#app/features/inputs/components/just-registered.tsx'
import { RegistrationFields } from '#app/features/inputs/components/registration-fields.tsx'
import { receivedNotice } from '#app/features/inputs/intake.ts'
import { findRegistered, listFromMeeting } from '#app/features/inputs/intake-list.server.ts'
import { namingsAllowed } from '#app/features/inputs/naming.ts'
import { postRegistration } from '#app/features/inputs/registration-posting.server.ts'
import { registrationProblems } from '#app/features/inputs/registration-problems.ts'
import { WRITTEN_LANGUAGES } from '#app/features/inputs/written-language.ts'
import { listPlannedMeetings } from '#app/features/meetings/queries.server.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { config } from '#app/platform/config.server.ts'
import { answer, denied, idParam, isId } from '#app/platform/http/answer.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

const megabyte = 1024 * 1024

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const asked = new URL(args.request.url).searchParams
  const channel = SINGLE_CHANNELS.find((one) => one === asked.get('channel')) ?? 'letter'
  const oral = channel === 'oral'
  const meetingId = asked.get('meeting') ?? ''
  const receipt = asked.get('done') ?? ''
  const now = new Date()
  const [questions, planned, done, fromMeeting] = await Promise.all([
    listQuestions(round.id),
    oral ? listPlannedMeetings(strategy.id, 1) : { rows: [] },
    /^\d{4}-\d{6,12}$/.test(receipt) ? findRegistered(round.id, receipt) : null,
    oral && isId(meetingId) ? listFromMeeting(round.id, meetingId) : null,
  ])
  const { largestFile, mostFiles } = config()
  const t = translator(actor.locale, 'workbench')
  return {
    round: { id: round.id, number: round.number },
    ...{ channel, questions, done, fromMeeting, formKey: newKey() },
    notice: done?.receivedOn?.length === 10 ? receivedNotice(done.receivedOn, round) : null,
    meetings: planned.rows
      .filter(({ startsAt, cancelledAt }) => cancelledAt === null && startsAt <= now)
      .map(({ id, title, startsAt }) => ({ id, title, startsAt })),
    meeting: isId(meetingId) ? meetingId : null,
    namings: namingsAllowed(round.naming),
    lang: WRITTEN_LANGUAGES.find((one) => one === asked.get('lang')) ?? actor.locale,
    limits: { most: mostFiles, megabytes: Math.floor(largestFile / megabyte) },
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('intake.crumb'), href: `/workbench/rounds/${round.id}/intake` },
      { label: t('intake.newCrumb') },
    ],
    pageTitle: t(oral ? 'intake.newSpoken' : 'intake.new'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const { round } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const outcome = await postRegistration(actor, round, args.request)
  if ('refusal' in outcome) throw denied(outcome.refusal)
  if ('registered' in outcome) {
    const { form, registered } = outcome
    const next = new URLSearchParams({
      channel: form.channel,
      lang: form.lang,
      done: registered.receiptNumber,
    })
    if (form.channel === 'oral' && form.meeting) next.set('meeting', form.meeting)
    return redirect(`/workbench/rounds/${round.id}/intake/new?${next}`)
  }
  const { drawn } = outcome
  const questions = await listQuestions(round.id)
  const errors = registrationProblems(actor.locale, drawn.problems, questions)
  return data({ drawn, errors }, errors.length > 0 ? 422 : 200)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Registration() {
  const page = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const t = useTranslations('workbench.intake')
  const { round, fromMeeting, done } = page
  const typed = posted?.drawn.typed ?? {}
  const channel = SINGLE_CHANNELS.find((one) => one === typed.channel) ?? page.channel
  const base = `/workbench/rounds/${round.id}/intake`
  const errors = posted?.errors ?? []
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const form = (
    <div className="in-stack">
      {errors.length > 0 && <ErrorSummary heading={t('notRegistered')} errors={errors} />}
      <LinkSwitch
        label={t('howItCame')}
        links={SINGLE_CHANNELS.map((one) => ({
          href: `${base}/new?channel=${one}`,
          label: t(`channels.${one}`),
          current: one === channel,
        }))}
      />
      <Panel id="registration">
        <RegistrationFields
          key={`${done?.receiptNumber ?? ''} ${posted ? typed.key : page.formKey}`}
          action={`${base}/new?channel=${channel}`}
          formKey={typed.key ?? page.formKey}
          {...{ channel, errorOf, drawn: posted?.drawn, questions: page.questions }}
          {...{ meetings: page.meetings, meeting: page.meeting, namings: page.namings }}
          {...{ limits: page.limits, lang: page.lang }}
          autoFocus={done !== null && !posted}
        />
      </Panel>
    </div>
  )
  return (
    <>
      <WorkHead
        title={page.pageTitle}
        meta={t('inRound', { number: round.number })}
        actions={<a href={base}>{t('toList')}</a>}
      />
      <div className="in-stack">
        {done && !posted && <JustRegistered row={done} notice={page.notice} />}
        {fromMeeting ? <Columns aside={<FromMeeting {...fromMeeting} />}>{form}</Columns> : form}
      </div>
    </>
  )
}
