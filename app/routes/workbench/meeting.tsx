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
import { MeetingArticle } from '#app/features/meetings/components/meeting-article.tsx'
import {
  CancelMeeting,
  PublishMeeting,
  PublishSummary,
} from '#app/features/meetings/components/meeting-decisions.tsx'
import { MeetingForm } from '#app/features/meetings/components/meeting-form.tsx'
import { MeetingTime } from '#app/features/meetings/components/meeting-time.tsx'
import { SavedMeanwhile } from '#app/features/meetings/components/saved-meanwhile.tsx'
import { SummaryForm } from '#app/features/meetings/components/summary-form.tsx'
import { problemsOf } from '#app/features/meetings/form-problems.ts'
import { meetingForm } from '#app/features/meetings/forms.ts'
import { publicationRefusal, summaryRefusal } from '#app/features/meetings/meeting.ts'
import { differences, saysTheSame, storedValues, typedValues } from '#app/features/meetings/meeting-values.ts'
import { cancelMeeting, publishMeeting, writeMeeting } from '#app/features/meetings/meetings.server.ts'
import { mayWriteMeetings, meetingWorkRefusal } from '#app/features/meetings/policy.ts'
import { partsOf } from '#app/features/meetings/published.server.ts'
import { findPlannedMeeting, listTies } from '#app/features/meetings/queries.server.ts'
import { publishSummary, writeSummary } from '#app/features/meetings/summary.server.ts'
import { meetingPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

const notices = ['created', 'saved', 'done', 'cancelledNow', 'summarySaved', 'summaryDone'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const found = answer(await findPlannedMeeting(actor, idParam(args.params.meeting)))
  const { meeting, strategy } = found
  const now = new Date()
  const [ties, parts] = await Promise.all([listTies(strategy.id, found.documents), partsOf(meeting.id, now)])
  const round = ties.rounds.find(({ id }) => id === meeting.roundId)
  const asked = new URL(args.request.url).searchParams.get('notice')
  const t = translator(actor.locale, 'workbench')
  const { title, intro, startsAt, endsAt, place, streamUrl, cancelledAt, summary, summaryAt } = meeting
  return {
    meeting: { id: meeting.id, revision: meeting.revision, publishedAt: meeting.publishedAt },
    // The page as everyone would see it, with a summary that is not published yet.
    preview: {
      ...{
        slug: meeting.slug,
        title,
        intro,
        startsAt,
        endsAt,
        place,
        streamUrl,
        cancelledAt,
        summaryAt,
        ...parts,
      },
      summary: pick(summary ?? {}, 'nb').text === '' ? null : summary,
      round: round ? { slug: round.slug, number: round.number } : null,
    },
    values: storedValues(found),
    summary: { summaryNb: summary?.nb ?? '', summaryNn: summary?.nn ?? '' },
    summarised: summary,
    obstacle: publicationRefusal(meeting),
    summaryObstacle: summaryRefusal(meeting, now),
    ...{ ties, now, slug: strategy.slug },
    keys: {
      write: newKey(),
      summary: newKey(),
      publish: newKey(),
      publishSummary: newKey(),
      cancel: newKey(),
    },
    mayWrite: mayWriteMeetings(actor, strategy.id),
    open: meeting.publishedAt ? pathIn(actor.locale, meetingPath(strategy.slug, meeting.slug)) : null,
    notice: notices.find((one) => one === asked) ?? null,
    place: { strategyId: strategy.id },
    crumbs: [
      { label: t('meetings.crumb'), href: `/workbench/strategies/${strategy.id}/meetings` },
      { label: pick(title, actor.locale).text },
    ],
    pageTitle: pick(title, actor.locale).text,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const id = idParam(args.params.meeting)
  const { strategy } = answer(await findPlannedMeeting(actor, id))
  const refusal = meetingWorkRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, meetingForm)
  const none = { act: '', errors: [], typed: null, stale: null, problem: null }
  const here = (notice: (typeof notices)[number]) => redirect(`/workbench/meetings/${id}?notice=${notice}`)
  if ('errors' in form) {
    const act = String(form.typed.act ?? '')
    const errors = problemsOf(actor.locale, form.errors).map((problem) =>
      problem.field === 'sure' ? { ...problem, field: `${act}-sure` } : problem,
    )
    return data({ ...none, act, errors, typed: form.typed }, 422)
  }
  const { value } = form
  const typed: Record<string, unknown> = value
  const meanwhile = async () => {
    const { meeting, ...rest } = answer(await findPlannedMeeting(actor, id))
    const { summary, revision } = meeting
    const saved = {
      ...{ summaryNb: summary?.nb ?? '', summaryNn: summary?.nn ?? '' },
      ...{ summaryEn: summary?.en ?? '', summarySv: summary?.sv ?? '' },
    }
    return { revision, values: storedValues({ meeting, ...rest }), summary: saved }
  }
  const refused = { ...none, act: value.act, typed }
  switch (value.act) {
    case 'write': {
      const outcome = answer(await writeMeeting(actor, id, value))
      if (!('refusal' in outcome)) return here('saved')
      if (outcome.refusal === 'stale') return data({ ...refused, stale: await meanwhile() }, 409)
      return data({ ...refused, errors: problemsOf(actor.locale, outcome.faults) }, 422)
    }
    case 'write-summary': {
      const outcome = answer(await writeSummary(actor, id, value))
      if (!('refusal' in outcome)) return here('summarySaved')
      if (outcome.refusal === 'stale') return data({ ...refused, stale: await meanwhile() }, 409)
      return data({ ...refused, errors: problemsOf(actor.locale, { summaryNb: [outcome.refusal] }) }, 422)
    }
    case 'publish': {
      const outcome = answer(await publishMeeting(actor, id, value.key))
      return 'refusal' in outcome ? data({ ...none, problem: outcome.refusal }, 422) : here('done')
    }
    case 'publish-summary': {
      const outcome = answer(await publishSummary(actor, id, value))
      return 'refusal' in outcome ? data({ ...none, problem: outcome.refusal }, 422) : here('summaryDone')
    }
    case 'cancel': {
      const outcome = answer(await cancelMeeting(actor, id, value.key))
      return 'refusal' in outcome ? data({ ...none, problem: outcome.refusal }, 422) : here('cancelledNow')
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Meeting() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.meeting')
  const list = useTranslations('workbench.meetings')
  const { meeting, preview, keys, mayWrite, notice } = page
  const of = (act: string) => (refused?.act === act ? refused : null)
  const [facts, telling] = [of('write'), of('write-summary')]
  const typed = facts ? typedValues(facts.typed) : null
  const words = (name: 'summaryNb' | 'summaryNn') => String(telling?.typed?.[name] ?? '')
  const typedSummary = telling && { summaryNb: words('summaryNb'), summaryNn: words('summaryNn') }
  const revision = refused?.stale?.revision ?? meeting.revision
  const different =
    refused?.stale &&
    (typed
      ? differences(typed, refused.stale.values)
      : (['summaryNb', 'summaryNn', 'summaryEn', 'summarySv'] as const)
          .map((field) => ({ field, saved: refused.stale.summary[field] }))
          .filter(
            ({ field, saved }) =>
              /N[bn]$/.test(field) || !saysTheSame(saved, String(telling?.typed?.[field] ?? '')),
          ))
  const sure = { errors: refused?.errors ?? [] }
  return (
    <>
      <WorkHead
        title={<Localised text={preview.title} />}
        meta={<MeetingTime startsAt={preview.startsAt} endsAt={preview.endsAt} />}
        actions={page.open ? <a href={page.open}>{t('open')}</a> : undefined}
      />
      <div className="in-stack">
        {notice && !refused && (
          <Alert tone="success" live>
            <p>
              {t(notice, {
                published: String(
                  (notice === 'summarySaved' ? preview.summaryAt : meeting.publishedAt) !== null,
                ),
              })}
            </p>
          </Alert>
        )}
        {refused?.problem && (
          <Alert tone="danger" live>
            <p>{t(`problems.${refused.problem}`)}</p>
          </Alert>
        )}
        {different && <SavedMeanwhile differences={different} />}
        {!mayWrite && <p className="in-muted">{list('readOnly')}</p>}
        {mayWrite && (
          <Columns
            aside={
              <>
                <PublishMeeting
                  at={meeting.publishedAt}
                  formKey={keys.publish}
                  refusal={page.obstacle}
                  {...sure}
                />
                <PublishSummary
                  at={preview.summaryAt}
                  formKey={keys.publishSummary}
                  refusal={page.summaryObstacle}
                  revision={meeting.revision}
                  {...sure}
                />
                <CancelMeeting at={preview.cancelledAt} formKey={keys.cancel} {...sure} />
              </>
            }
          >
            <div className="in-stack">
              <Panel id="facts" heading={t('facts')}>
                <MeetingForm
                  key={`facts ${meeting.revision}`}
                  values={typed ?? page.values}
                  ties={page.ties}
                  formKey={keys.write}
                  revision={revision}
                  errors={facts?.errors ?? []}
                  submitLabel={t('save')}
                />
              </Panel>
              <Panel id="summary" heading={t('summaryHeading')}>
                <SummaryForm
                  key={`summary ${meeting.revision}`}
                  values={typedSummary ?? page.summary}
                  stored={page.summarised}
                  typed={telling?.typed ?? null}
                  formKey={keys.summary}
                  revision={revision}
                  errors={telling?.errors ?? []}
                />
              </Panel>
            </div>
          </Columns>
        )}
        <Panel id="preview" heading={t('preview')}>
          <p className="in-meta">{t('previewText')}</p>
          <MeetingArticle strategy={page.slug} meeting={preview} now={page.now} />
        </Panel>
      </div>
    </>
  )
}
