import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { assignmentsPath, progressPath, queuePath } from '#app/features/assignments/address.ts'
import { assign } from '#app/features/assignments/assigning.server.ts'
import { ASSIGNMENT_KINDS, assignmentsPerPage } from '#app/features/assignments/assignment.ts'
import { AssignForm } from '#app/features/assignments/components/assign-form.tsx'
import { AssignmentList } from '#app/features/assignments/components/assignment-list.tsx'
import { ChangeAssignment } from '#app/features/assignments/components/change-assignment.tsx'
import { assigningForm } from '#app/features/assignments/forms.ts'
import { readAssignments } from '#app/features/assignments/kept.server.ts'
import { assignmentRefusal, mayAssign } from '#app/features/assignments/policy.ts'
import { assignmentProblem, assignmentProblems } from '#app/features/assignments/problems.ts'
import { findAssignment, listStaff, listTargets } from '#app/features/assignments/queries.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

const notices = ['given', 'changed', 'moved', 'ended'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const url = new URL(args.request.url)
  const asked = url.searchParams
  const kind = ASSIGNMENT_KINDS.find((one) => one === asked.get('kind')) ?? 'share'
  const [words, page] = [cleanLine(asked.get('q') ?? '').slice(0, 100), pageParam(url)]
  const mayWrite = mayAssign(actor, strategy.id)
  const wanted = asked.get('change')
  const [listed, staff, targets, changing] = await Promise.all([
    readAssignments({ id: round.id, strategyId: strategy.id }, page),
    mayWrite ? listStaff(strategy.id) : [],
    mayWrite ? listTargets(round, kind, words) : null,
    mayWrite && wanted ? findAssignment(round.id, wanted) : null,
  ])
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ ...listed, staff, targets, changing, gone: wanted !== null && mayWrite && !changing },
    ...{ round: { id: round.id, number: round.number }, kind, words, page, mayWrite },
    ...{ today: osloDate(new Date()), formKey: newKey() },
    notice: notices.find((one) => one === asked.get('done')) ?? null,
    count: Math.max(1, Math.min(1_000, Number.parseInt(asked.get('count') ?? '1', 10) || 1)),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('assignments.crumb') },
    ],
    pageTitle: t('assignments.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const { strategy } = answer(await findStaffRound(actor, roundId))
  const refusal = assignmentRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, assigningForm)
  if ('errors' in form)
    return data({ typed: form.typed, errors: assignmentProblems(actor.locale, form.errors) }, 422)
  const outcome = answer(await assign(actor, roundId, form.value))
  if (!('refusal' in outcome))
    return redirect(`${assignmentsPath(roundId)}?done=${outcome.done}&count=${outcome.count}#form`)
  const typed: Record<string, unknown> = form.value
  return data({ typed, errors: [assignmentProblem(actor.locale, outcome.refusal)] }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Assignments() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.assignments')
  const heading = useTranslations('workbench.errors')
  const frame = useTranslations('frame')
  const { round, mayWrite, targets, changing, staff, formKey } = page
  const base = assignmentsPath(round.id)
  const filled = { typed: refused?.typed ?? null, errors: refused?.errors ?? [] }
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={t('lead')}
        actions={
          <>
            <a href={progressPath(round.id)}>{t('progress')}</a>
            <a href={queuePath}>{t('toQueue')}</a>
          </>
        }
      />
      <div className="in-stack" id="form">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`done.${page.notice}`, { count: page.count })}</p>
          </Alert>
        )}
        {page.gone && !refused && (
          <Alert tone="warning">
            <p>{t('gone')}</p>
          </Alert>
        )}
        {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
        {!mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        {changing && <ChangeAssignment assignment={changing} {...{ staff, base, formKey, filled }} />}
        {targets && !changing && (
          <AssignForm
            key={page.kind}
            {...{ base, kind: page.kind, staff, targets, words: page.words, divided: page.divided }}
            {...{ formKey, filled }}
          />
        )}
        <AssignmentList {...page} base={base} />
        <Pagination
          label={t('pages')}
          page={page.page}
          pageCount={Math.max(1, Math.ceil(page.total / assignmentsPerPage))}
          href={(number) => `${base}?page=${number}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) =>
            frame('pageOf', { page: number, pages: Math.ceil(page.total / assignmentsPerPage) })
          }
        />
      </div>
    </>
  )
}
