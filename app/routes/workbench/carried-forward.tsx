import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { findWorkRound } from '#app/features/analysis/queries.server.ts'
import { listThemes } from '#app/features/analysis/reading.server.ts'
import { TakesFocus } from '#app/features/findings/components/finding-notices.tsx'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { frozenSince } from '#app/features/questionnaires/questionnaire.ts'
import {
  findToCarry,
  listCarried,
  listLaterRounds,
  listQuestionNames,
  listUnsettled,
} from '#app/features/responses/carried.server.ts'
import { CARRIED_AS, unsettledPerPage } from '#app/features/responses/carried.ts'
import { carryProblem } from '#app/features/responses/carried-problem.ts'
import { carryFinding, leaveFinding } from '#app/features/responses/carried-writing.server.ts'
import { CarryForm } from '#app/features/responses/components/carried-form.tsx'
import { CarriedList, UnsettledList } from '#app/features/responses/components/carried-list.tsx'
import { carryForm } from '#app/features/responses/forms.ts'
import { mayRespond, responseRefusal } from '#app/features/responses/policy.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, isId, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

const notices = ['carried', 'left'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findWorkRound(actor, idParam(args.params.round)))
  const url = new URL(args.request.url)
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const page = pageParam(url)
  const mayWrite = mayRespond(actor, strategy.id)
  const chosen = mayWrite && isId(asked('finding')) ? asked('finding') : null
  const [unsettled, carried, later, finding] = await Promise.all([
    listUnsettled(round.id, page),
    listCarried(round.id),
    listLaterRounds({ strategyId: strategy.id, number: round.number }),
    chosen ? findToCarry(round.id, chosen) : null,
  ])
  const now = new Date()
  const rounds = later.map(({ id, number, title, ...opening }) => ({
    ...{ id, number, title, frozen: frozenSince(opening, now) !== null },
  }))
  const to = rounds.find(({ id }) => id === asked('to')) ?? rounds[0] ?? null
  const choosing = finding && to ? await choicesFor(strategy.id, to.id) : null
  const as = CARRIED_AS.find((way) => way === asked('as')) ?? (finding?.themeId ? 'theme' : 'new-theme')
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round, strategyId: strategy.id, unsettled, carried, rounds, to, mayWrite, page },
    pageCount: Math.ceil(unsettled.total / unsettledPerPage),
    choosing: finding && choosing ? { finding, ...choosing, as } : null,
    keys: { carry: newKey(), leave: newKey() },
    notice: notices.find((one) => one === asked('notice')) ?? null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('carried.title') },
    ],
    pageTitle: t('carried.titleOf', { number: round.number }),
  }
}

async function choicesFor(strategyId: string, roundId: string) {
  const [themes, questions] = await Promise.all([listThemes(strategyId), listQuestionNames(roundId)])
  return { themes: themes.map(({ id, code, title }) => ({ id, code, title })), questions }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findWorkRound(actor, idParam(args.params.round)))
  const refusal = responseRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const here = (notice: (typeof notices)[number]) =>
    redirect(`/workbench/rounds/${round.id}/carried-forward?notice=${notice}`)
  const form = await readForm(args.request, carryForm)
  const say = (reason: string) => {
    const { field, key } = carryProblem(reason)
    return { field, message: key ? t(`carried.problems.${key}`) : t('errors.unclear') }
  }
  if ('errors' in form) {
    const errors = Object.entries(form.errors).map(([field, [reason = '']]) => ({ ...say(reason), field }))
    return data({ errors, typed: form.typed, problem: null }, 422)
  }
  const { value } = form
  if (value.act === 'leave') {
    const outcome = answer(await leaveFinding(actor, round.id, value))
    if (!('refusal' in outcome)) return here('left')
    return data({ errors: [], typed: null, problem: say(outcome.refusal).message }, 422)
  }
  const outcome = answer(await carryFinding(actor, round.id, value))
  if (!('refusal' in outcome)) return here('carried')
  const problem = say(outcome.refusal)
  const typed: Record<string, unknown> = value
  return problem.field === ''
    ? data({ errors: [], typed, problem: problem.message }, 422)
    : data({ errors: [problem], typed, problem: null }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function CarriedForward() {
  const { round, strategyId, unsettled, carried, rounds, to, choosing, mayWrite, ...page } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.carried')
  const frame = useTranslations('frame')
  const base = `/workbench/rounds/${round.id}/carried-forward`
  const { pageCount } = page
  return (
    <>
      <WorkHead title={t('titleOf', { number: round.number })} meta={t('meta')} />
      <div className="in-stack">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`notices.${page.notice}`)}</p>
          </Alert>
        )}
        {refused?.problem && (
          <TakesFocus>
            <Alert tone="danger">
              <p>{refused.problem}</p>
            </Alert>
          </TakesFocus>
        )}
        {!mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        {choosing && to && (
          <CarryForm
            key={`${choosing.finding.id} ${to.id} ${choosing.as}`}
            {...{ ...choosing, base, rounds, round: to, formKey: page.keys.carry }}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
          />
        )}
        <Panel id="unsettled" heading={t('unsettled', { count: unsettled.total })}>
          {unsettled.total > 0 && rounds.length === 0 && (
            <p>
              {t('noLater')}{' '}
              {mayWrite && <a href={`/workbench/strategies/${strategyId}/rounds/new`}>{t('newRound')}</a>}
            </p>
          )}
          {unsettled.rows.length === 0 ? (
            <Empty heading={t('allSettled')} level={3}>
              {t('allSettledText')}
            </Empty>
          ) : (
            <UnsettledList
              rows={unsettled.rows}
              findings={`/workbench/rounds/${round.id}/findings`}
              carryAt={mayWrite && rounds.length > 0 ? base : null}
            />
          )}
          <Pagination
            label={t('unsettled', { count: unsettled.total })}
            page={page.page}
            pageCount={pageCount}
            href={(number) => `${base}?page=${number}`}
            previousLabel={frame('previous')}
            nextLabel={frame('next')}
            pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
          />
        </Panel>
        <Panel id="out" heading={t('out')}>
          {carried.out.length === 0 ? (
            <Empty heading={t('nothingOut')} level={3} />
          ) : (
            <CarriedList
              {...{ carried: carried.out, strategyId, way: 'out' }}
              leave={mayWrite ? { action: base, formKey: page.keys.leave } : null}
            />
          )}
        </Panel>
        <Panel id="in" heading={t('in')}>
          {carried.in.length === 0 ? (
            <Empty heading={t('nothingIn')} level={3} />
          ) : (
            <CarriedList {...{ carried: carried.in, strategyId, way: 'in' }} />
          )}
        </Panel>
      </div>
    </>
  )
}
