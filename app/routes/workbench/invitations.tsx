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
import { ORGANISATION_KINDS } from '#app/features/organisations/organisation.ts'
import { searchOrganisations } from '#app/features/organisations/search.server.ts'
import { PreviewedFilter, PreviewedList } from '#app/features/strategies/components/invitation-preview.tsx'
import { InviteForm } from '#app/features/strategies/components/invite-form.tsx'
import { InvitedTable } from '#app/features/strategies/components/invited-table.tsx'
import {
  type InvitationRefusal,
  invitationRefusal,
  invitationsForm,
} from '#app/features/strategies/invitation.ts'
import { readListFile, receiveListFile } from '#app/features/strategies/invitation-file.server.ts'
import { type ListRefusal, readPastedList } from '#app/features/strategies/invitation-list.ts'
import {
  listCounties,
  previewFilter,
  previewList,
} from '#app/features/strategies/invitation-preview.server.ts'
import {
  countByKind,
  invitationsPerPage,
  invite,
  listInvited,
} from '#app/features/strategies/invitations.server.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { databaseTime } from '#app/platform/database.server.ts'
import { answer, denied, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

const place = (roundId: string) => `/workbench/rounds/${roundId}/invitations`

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const url = new URL(args.request.url)
  const page = pageParam(url)
  const typed = cleanLine(url.searchParams.get('q') ?? '').slice(0, 100)
  const now = await databaseTime()
  const notNow = invitationRefusal(round, now)
  const mayInvite = mayDecide(actor, strategy.id) && notNow === null
  const counties = await listCounties()
  const asked = url.searchParams.getAll('kind')
  const filter = {
    kind: ORGANISATION_KINDS.filter((kind) => asked.includes(kind)),
    county: counties.find(({ number }) => number === url.searchParams.get('county'))?.number ?? null,
  }
  const filtering = mayInvite && (filter.kind.length > 0 || filter.county !== null)
  const [kinds, { invited, total }, found, preview] = await Promise.all([
    countByKind(round.id, now),
    listInvited(round.id, page),
    mayInvite && typed !== '' ? searchOrganisations(typed, 1, { now }) : null,
    filtering ? previewFilter(round.id, filter, now) : null,
  ])
  const t = translator(actor.locale, 'workbench')
  const done = Number.parseInt(url.searchParams.get('done') ?? '', 10)
  return {
    ...{ roundId: round.id, kinds, counties, filter, preview, invited, total, page, typed, mayInvite },
    pages: Math.max(1, Math.ceil(total / invitationsPerPage)),
    found: found?.organisations.slice(0, 20) ?? null,
    done: Number.isFinite(done) ? Math.min(10_000, Math.max(0, done)) : null,
    notNow: mayDecide(actor, strategy.id) ? notNow : null,
    formKey: newKey(),
    place: { strategyId: strategy.id, roundId: round.id },
    title: t('invitations.title', { number: round.number }),
    strategyTitle: pick(strategy.title, actor.locale).text,
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('invitations.crumb') },
    ],
  }
}

const nothing = { refusal: null, list: '', wrong: null, preview: null }

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const { strategy } = answer(await findStaffRound(actor, roundId))
  const refusal = decisionRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const wrong = (field: 'list' | 'file', because: ListRefusal, list = '') =>
    data({ ...nothing, list, wrong: { field, ...because } }, { status: 422 })
  if (/^multipart\/form-data/i.test(args.request.headers.get('Content-Type') ?? '')) {
    const received = await receiveListFile(args.request)
    if (isRefusal(received)) return wrong('file', received)
    const rows = await readListFile(received.path).finally(() => received.discard())
    if (isRefusal(rows)) return wrong('file', rows)
    return data({ ...nothing, preview: await previewList(roundId, rows, await databaseTime()) })
  }
  const form = await readForm(args.request, invitationsForm)
  if ('errors' in form) {
    if (form.typed.act === 'list')
      return wrong('list', { refusal: form.errors.list?.[0] ?? 'no-rows' }, String(form.typed.list ?? ''))
    const chosen = form.errors.kind || form.errors.organisation
    const reason: InvitationRefusal | 'try-again' = chosen ? 'nobody-chosen' : 'try-again'
    return data({ ...nothing, refusal: reason }, { status: 422 })
  }
  const { value } = form
  if (value.act === 'list') {
    const rows = readPastedList(value.list)
    if (isRefusal(rows)) return wrong('list', rows, value.list)
    const preview = await previewList(roundId, rows, await databaseTime())
    return data({ ...nothing, list: value.list, preview })
  }
  if (value.act === 'file') return wrong('file', { refusal: 'no-file' })
  const outcome = answer(await invite(actor, roundId, value))
  if ('refusal' in outcome) return data({ ...nothing, refusal: outcome.refusal }, { status: 422 })
  return redirect(`${place(roundId)}?done=${outcome.invited}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Invitations() {
  const page = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const t = useTranslations('workbench.invitations')
  const heading = useTranslations('workbench.errors')
  const frame = useTranslations('frame')
  const { roundId, pages, done, mayInvite, formKey, filter } = page
  const { wrong = null, preview: listed = null, refusal = null } = acted ?? {}
  const sentence = () => {
    const key = `fileErrors.${wrong?.refusal}` as 'fileErrors.unclear'
    return t.has(key)
      ? t(key, { column: wrong?.column ?? '', other: wrong?.other ?? '' })
      : t('fileErrors.unclear')
  }
  const error = wrong && { field: wrong.field, message: sentence() }
  const at = place(roundId)
  return (
    <div className="in-narrow in-stack in-stack--5">
      <WorkHead title={page.title} meta={page.strategyTitle} />
      {error && <ErrorSummary heading={heading('heading')} errors={[error]} />}
      {refusal && (
        <Alert tone="danger" live>
          <p>{t(`refused.${refusal}`)}</p>
        </Alert>
      )}
      {!acted && done !== null && (
        <Alert tone="success" live>
          <p>{t('done', { invited: done })}</p>
        </Alert>
      )}
      {page.notNow && (
        <Alert tone="info">
          <p>
            {t(`refused.${page.notNow}`)}{' '}
            {page.notNow === 'round-not-published' && (
              <a href={`/workbench/rounds/${roundId}/opening`}>{t('toOpening')}</a>
            )}
          </p>
        </Alert>
      )}
      {mayInvite && listed && <PreviewedList {...{ place: at, formKey }} preview={listed} />}
      {mayInvite && !listed && page.preview && (
        <PreviewedFilter {...{ place: at, formKey, filter }} preview={page.preview} />
      )}
      {mayInvite && (
        <InviteForm
          {...{ place: at, formKey, kinds: page.kinds, counties: page.counties }}
          chosen={filter}
          typed={page.typed}
          found={page.found}
          list={{
            text: acted?.list ?? '',
            error: error?.field === 'list' ? error.message : undefined,
            fileError: error?.field === 'file' ? error.message : undefined,
          }}
        />
      )}
      <InvitedTable invited={page.invited} total={page.total} />
      {pages > 1 && (
        <Pagination
          label={frame('pages')}
          page={page.page}
          pageCount={pages}
          href={(n) => `${at}?page=${n}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(n) => frame('pageOf', { page: n, pages })}
        />
      )}
    </div>
  )
}
