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
import { searchOrganisations } from '#app/features/organisations/search.server.ts'
import { InviteForm } from '#app/features/strategies/components/invite-form.tsx'
import { InvitedTable } from '#app/features/strategies/components/invited-table.tsx'
import { type InvitationRefusal, invitationForm } from '#app/features/strategies/invitation.ts'
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
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
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
  const mayInvite = mayDecide(actor, strategy.id)
  const [kinds, { invited, total }, found] = await Promise.all([
    countByKind(round.id, now),
    listInvited(round.id, page),
    mayInvite && typed !== '' ? searchOrganisations(typed, 1, { now }) : null,
  ])
  const t = translator(actor.locale, 'workbench')
  const asked = Number.parseInt(url.searchParams.get('done') ?? '', 10)
  return {
    ...{ roundId: round.id, kinds, invited, total, page, typed, mayInvite },
    pages: Math.max(1, Math.ceil(total / invitationsPerPage)),
    found: found?.organisations.slice(0, 20) ?? null,
    done: Number.isFinite(asked) ? Math.min(10_000, Math.max(0, asked)) : null,
    formKey: newKey(),
    place: { strategyId: strategy.id, roundId: round.id },
    title: t('invitations.title', { number: round.number }),
    strategyTitle: pick(strategy.title, actor.locale).text,
    crumbs: [
      { label: pick(round.title, actor.locale).text, href: `/workbench/rounds/${round.id}` },
      { label: t('invitations.crumb') },
    ],
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const { strategy } = answer(await findStaffRound(actor, roundId))
  const refusal = decisionRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, invitationForm)
  if ('errors' in form) {
    const reason: InvitationRefusal | 'try-again' =
      form.errors.key || form.errors.form ? 'try-again' : 'nobody-chosen'
    return data({ refusal: reason }, { status: 422 })
  }
  const outcome = answer(await invite(actor, roundId, form.value))
  if ('refusal' in outcome) return data({ refusal: outcome.refusal }, { status: 422 })
  return redirect(`${place(roundId)}?done=${outcome.invited}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Invitations() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.invitations')
  const frame = useTranslations('frame')
  const { roundId, pages, done } = page
  return (
    <div className="in-narrow in-stack in-stack--5">
      <WorkHead title={page.title} meta={page.strategyTitle} />
      {refused ? (
        <Alert tone="danger" live>
          <p>{t(`refused.${refused.refusal}`)}</p>
        </Alert>
      ) : (
        done !== null && (
          <Alert tone="success" live>
            <p>{t('done', { invited: done })}</p>
          </Alert>
        )
      )}
      {page.mayInvite && (
        <InviteForm
          place={place(roundId)}
          formKey={page.formKey}
          kinds={page.kinds}
          typed={page.typed}
          found={page.found}
        />
      )}
      <InvitedTable invited={page.invited} total={page.total} />
      {pages > 1 && (
        <Pagination
          label={frame('pages')}
          page={page.page}
          pageCount={pages}
          href={(n) => `${place(roundId)}?page=${n}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(n) => frame('pageOf', { page: n, pages })}
        />
      )}
    </div>
  )
}
