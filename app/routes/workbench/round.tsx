import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { ConfirmPublication } from '#app/features/analysis/components/confirm-publication.tsx'
import { InputsForm } from '#app/features/analysis/components/inputs-form.tsx'
import { findWorkRound, listPublishable, listRoundInputs } from '#app/features/analysis/queries.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { countProposals } from '#app/features/inputs/proposals.server.ts'
import { publishVersions } from '#app/features/inputs/publication.server.ts'
import {
  INPUT_STATUSES,
  inputPublicationRefusal,
  MOST_AT_ONCE,
  mayPublishInputs,
  publicationsForm,
} from '#app/features/inputs/publication.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'

const pageSize = 50

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findWorkRound(actor, idParam(args.params.round)))
  const url = new URL(args.request.url)
  const asked = url.searchParams.get('status')
  const status = INPUT_STATUSES.find((one) => one === asked) ?? 'all'
  const sender = cleanLine(url.searchParams.get('sender') ?? '').slice(0, 100)
  const page = pageParam(url)
  const mayPublish = mayPublishInputs(actor, strategy.id)
  const chosen = publicationsForm.shape.version.safeParse(url.searchParams.getAll('version')).data ?? []
  const confirming = mayPublish && url.searchParams.has('confirm') && chosen.length > 0
  const [{ openTakedowns, ...inputs }, publishable] = await Promise.all([
    listRoundInputs({ id: round.id, strategyId: strategy.id }, { status, sender, page, size: pageSize }),
    confirming ? listPublishable(round.id, chosen) : [],
  ])
  // Only of what stands on the page, and waits.
  const looked = confirming ? publishable : inputs.rows.filter((row) => isWaiting(row))
  const proposals = mayPublish ? await countProposals(looked.map(({ versionId }) => versionId)) : new Map()
  const t = translator(actor.locale, 'workbench')
  const count = (name: string) => {
    const number = Number.parseInt(url.searchParams.get(name) ?? '', 10)
    return Number.isFinite(number) ? Math.min(MOST_AT_ONCE, Math.max(0, number)) : null
  }
  return {
    ...{ round, strategy, status, sender, page, mayPublish, confirming, publishable, ...inputs },
    takedowns: mayPublish ? openTakedowns : 0,
    proposals: Object.fromEntries(proposals) as Record<string, number | null>,
    chooseAll: url.searchParams.get('select') === 'all',
    nothingChosen: url.searchParams.has('confirm') && chosen.length === 0,
    done: {
      ...{ published: count('published'), withdrawn: count('withdrawn') ?? 0 },
      ...{ withheld: count('withheld') ?? 0, left: count('left') ?? 0 },
    },
    key: newKey(),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [{ label: t('overview.round', { number: round.number }) }],
    pageTitle: t('round.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const { strategy } = answer(await findWorkRound(actor, roundId))
  const refusal = inputPublicationRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, publicationsForm)
  if ('errors' in form) {
    const [reason] = form.errors.version ?? []
    return data({ error: reason === 'tooMany' ? ('tooMany' as const) : ('nothingChosen' as const) }, 422)
  }
  const { version: chosen, despite, key } = form.value
  // What may hold personal data goes out when somebody has said so of that very input, and never in passing.
  const proposals = await countProposals(chosen)
  const going = chosen.filter((id) => proposals.get(id) === 0 || despite.includes(id))
  const left = chosen.length - going.length
  const outcome = answer(await publishVersions(actor, roundId, going, key))
  const { published, withdrawn, withheld } = outcome
  const sums = new URLSearchParams(
    Object.entries({ published, withdrawn, withheld, left }).map(([name, sum]) => [name, String(sum)]),
  )
  return redirect(`/workbench/rounds/${roundId}?${sums}`)
}

const isWaiting = (row: { published: boolean; withheld: boolean; withdrawnAt: Date | null }) =>
  !row.published && !row.withheld && !row.withdrawnAt

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function WorkRound() {
  const page = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useTranslations('workbench.round')
  const nav = useTranslations('workbench.nav')
  const frame = useTranslations('frame')
  const { round, status, sender, found, counts, done } = page
  const base = `/workbench/rounds/${round.id}`
  const pageCount = Math.max(1, Math.ceil((found ?? counts[status]) / pageSize))
  // Rows stand as they came in, so the first that waits on the first page is the oldest.
  const first =
    page.mayPublish && page.page === 1 && sender === '' ? page.rows.find((row) => isWaiting(row)) : undefined
  const problem = outcome?.error ?? (page.nothingChosen ? 'nothingChosen' : null)
  if (page.confirming)
    return (
      <ConfirmPublication
        inputs={page.publishable}
        proposals={page.proposals}
        formKey={page.key}
        back={`${base}?status=waiting`}
      />
    )
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={<Localised text={round.title} />}
        actions={
          <>
            {first && (
              <a href={`/workbench/inputs/${first.inputId}/publication?version=${first.number}`}>
                {t('startChecking')}
              </a>
            )}
            {page.mayPublish && (
              <a href={`/workbench/strategies/${page.strategy.id}/takedowns`}>
                {t('takedowns', { count: page.takedowns })}
              </a>
            )}
          </>
        }
      />
      <div className="in-stack">
        {problem && (
          <Alert tone="danger" live>
            <p>{t(problem)}</p>
          </Alert>
        )}
        {done.published !== null && (
          <Alert tone="success" live>
            <p>
              {t('done', { count: done.published })}{' '}
              {done.withdrawn > 0 && t('doneWithdrawn', { count: done.withdrawn })}{' '}
              {done.withheld > 0 && t('doneWithheld', { count: done.withheld })}{' '}
              {done.left > 0 && t('doneLeft', { count: done.left })}
            </p>
          </Alert>
        )}
        <SearchForm
          action={base}
          name="sender"
          label={t('findSender')}
          help={t('findSenderHelp')}
          buttonLabel={t('find')}
          variant="secondary"
          defaultValue={sender}
        />
        <LinkSwitch
          label={t('filters')}
          links={INPUT_STATUSES.map((one) => ({
            href: one === 'all' ? base : `${base}?status=${one}`,
            label: t(`filter.${one}`, { count: counts[one] }),
            current: one === status && sender === '',
          }))}
        />
        {found ? (
          <p role="status">
            {t('foundSender', { count: found, sender })} <a href={base}>{t('showAll')}</a>
          </p>
        ) : null}
        <InputsForm {...page} action={base} inputs={page.rows} />
        <Pagination
          label={nav('way')}
          page={page.page}
          pageCount={pageCount}
          href={(number) =>
            `${base}?${new URLSearchParams({ status, ...(sender && { sender }), page: String(number) })}`
          }
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
      </div>
    </>
  )
}
