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
import { MeetingForm } from '#app/features/meetings/components/meeting-form.tsx'
import { PlannedList } from '#app/features/meetings/components/planned-list.tsx'
import { problemsOf } from '#app/features/meetings/form-problems.ts'
import { newMeetingForm } from '#app/features/meetings/forms.ts'
import { typedValues } from '#app/features/meetings/meeting-values.ts'
import { planMeeting } from '#app/features/meetings/meetings.server.ts'
import { mayWriteMeetings, meetingWorkRefusal } from '#app/features/meetings/policy.ts'
import {
  findStrategyAtWork,
  listPlannedMeetings,
  listTies,
  meetingsPerPage,
} from '#app/features/meetings/queries.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategy = answer(await findStrategyAtWork(actor, idParam(args.params.strategy)))
  const page = pageParam(new URL(args.request.url))
  const [meetings, ties] = await Promise.all([listPlannedMeetings(strategy.id, page), listTies(strategy.id)])
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ strategy, page, meetings, ties, formKey: newKey(), now: new Date() },
    pageCount: Math.ceil(meetings.all / meetingsPerPage),
    mayWrite: mayWriteMeetings(actor, strategy.id),
    place: { strategyId: strategy.id },
    crumbs: [{ label: pick(strategy.title, actor.locale).text }, { label: t('meetings.crumb') }],
    pageTitle: t('meetings.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = meetingWorkRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, newMeetingForm)
  if ('errors' in form) return data({ errors: problemsOf(actor.locale, form.errors), typed: form.typed }, 422)
  const outcome = answer(await planMeeting(actor, strategyId, form.value))
  if ('refusal' in outcome) {
    const typed: Record<string, unknown> = form.value
    return data({ errors: problemsOf(actor.locale, outcome.faults), typed }, 422)
  }
  return redirect(`/workbench/meetings/${outcome.meetingId}?notice=created`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Meetings() {
  const { strategy, page, pageCount, meetings, ties, formKey, now, mayWrite } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.meetings')
  const frame = useTranslations('frame')
  const base = `/workbench/strategies/${strategy.id}/meetings`
  return (
    <>
      <WorkHead
        title={t('title')}
        meta={t('meta', { published: meetings.published, all: meetings.all })}
        actions={mayWrite ? <a href="#new-meeting">{t('new')}</a> : undefined}
      />
      <div className="in-stack">
        <Panel id="meetings-list" heading={t('list')}>
          {meetings.rows.length > 0 ? (
            <PlannedList meetings={meetings.rows} now={now} />
          ) : (
            <Empty
              heading={t(meetings.all > 0 ? 'noMore' : 'empty')}
              level={3}
              action={meetings.all > 0 ? { href: base, label: t('firstPage') } : undefined}
            >
              {meetings.all > 0 ? undefined : t('emptyText')}
            </Empty>
          )}
        </Panel>
        <Pagination
          label={frame('pages')}
          page={page}
          pageCount={pageCount}
          href={(number) => `${base}?page=${number}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
        {mayWrite ? (
          <Panel id="new-meeting" heading={t('new')}>
            <MeetingForm
              values={typedValues(refused?.typed ?? null)}
              ties={ties}
              formKey={formKey}
              revision={null}
              errors={refused?.errors ?? []}
              submitLabel={t('create')}
            />
          </Panel>
        ) : (
          <p className="in-muted">{t('readOnly')}</p>
        )}
      </div>
    </>
  )
}
