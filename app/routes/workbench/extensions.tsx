import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { ExtensionForm } from '#app/features/strategies/components/extension-form.tsx'
import { ExtendedBodies, ExtensionLog } from '#app/features/strategies/components/extension-lists.tsx'
import { extensionsPerPage, mostFound } from '#app/features/strategies/extension.ts'
import {
  changeExtension,
  findExtended,
  findOrganisations,
  listExtended,
  listExtensionLog,
} from '#app/features/strategies/extensions.server.ts'
import { mayDecide } from '#app/features/strategies/policy.ts'
import { roundAtDesk, roundToDecideOn } from '#app/features/strategies/round-desk.server.ts'
import { extensionForm } from '#app/features/strategies/round-forms.ts'
import { roundProblem, roundProblems } from '#app/features/strategies/round-problems.ts'
import { ordinaryDeadline } from '#app/features/strategies/round-rules.ts'
import { rulesOf } from '#app/features/strategies/standing-rules.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const notices = ['given', 'takenBack'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, strategy } = await roundAtDesk(args)
  const url = new URL(args.request.url)
  const asked = url.searchParams
  const [words, page] = [cleanLine(asked.get('q') ?? '').slice(0, 100), pageParam(url)]
  const rules = rulesOf(round)
  const mayWrite = mayDecide(actor, strategy.id) && round.closedAt === null
  const chosen = asked.get('organisation') ?? ''
  const [found, organisation, standing, logged] = await Promise.all([
    mayWrite ? findOrganisations(actor, round, words) : [],
    mayWrite && uuid.test(chosen) ? findExtended(actor, round, chosen) : null,
    listExtended(actor, round, page),
    listExtensionLog(actor, round, page),
  ])
  const ordinary = ordinaryDeadline(rules, organisation?.kind ?? '')
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round: { id: round.id, number: round.number, deadlineAt: round.deadlineAt }, words, page, mayWrite },
    ...{ found, organisation, ordinary, counts: new Date() > ordinary, ...standing, ...logged },
    ...{ takingBack: asked.has('take-back'), formKey: newKey(), closed: round.closedAt !== null },
    notice: notices.find((one) => one === asked.get('done')) ?? null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('extensions.crumb') },
    ],
    pageTitle: t('extensions.title', { number: round.number }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, roundId } = await roundToDecideOn(args)
  const form = await readForm(args.request, extensionForm)
  if ('errors' in form)
    return data({ typed: form.typed, errors: roundProblems(actor.locale, form.errors) }, 422)
  const outcome = answer(await changeExtension(actor, roundId, form.value))
  if (!('refusal' in outcome)) {
    const done = outcome.until === null ? 'takenBack' : 'given'
    return redirect(`/workbench/rounds/${roundId}/extensions?done=${done}`)
  }
  const typed: Record<string, unknown> = form.value
  return data({ typed, errors: [roundProblem(actor.locale, outcome)] }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Extensions() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.extensions')
  const heading = useTranslations('workbench.errors')
  const frame = useTranslations('frame')
  const { moment } = useDates()
  const { round, words, mayWrite, found, organisation, extended, total, log, logged } = page
  const base = `/workbench/rounds/${round.id}/extensions`
  const pageCount = Math.max(1, Math.ceil(Math.max(total, logged) / extensionsPerPage))
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={t('lead', { at: moment(round.deadlineAt) })}
        actions={<a href={`/workbench/rounds/${round.id}/rules`}>{t('rules')}</a>}
      />
      <div className="in-stack" id="form">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`done.${page.notice}`)}</p>
          </Alert>
        )}
        {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
        {!mayWrite && <p className="in-muted">{t(page.closed ? 'closed' : 'readOnly')}</p>}
        {mayWrite && organisation && (
          <ExtensionForm
            {...{ base, organisation, ordinary: page.ordinary, counts: page.counts }}
            takingBack={page.takingBack}
            formKey={page.formKey}
            filled={{ typed: refused?.typed ?? null, errors: refused?.errors ?? [] }}
          />
        )}
        {mayWrite && !organisation && (
          <Panel id="find" heading={t('find')}>
            <div className="in-stack in-stack--3">
              <SearchForm
                action={base}
                label={t('findLabel')}
                buttonLabel={t('findButton')}
                defaultValue={words}
                help={t('findHelp')}
              />
              {words !== '' && found.length === 0 && (
                <Empty heading={t('notFound', { words })} level={3}>
                  {t('notFoundText')}
                </Empty>
              )}
              {found.length > 0 && <ExtendedBodies bodies={found} {...{ base, mayWrite }} />}
              {found.length === mostFound && <p className="in-meta">{t('more', { count: mostFound })}</p>}
            </div>
          </Panel>
        )}
        <Panel id="standing" heading={t('standing', { count: total })}>
          {extended.length > 0 ? (
            <ExtendedBodies bodies={extended} {...{ base, mayWrite }} />
          ) : (
            <Empty heading={t('none')} level={3} />
          )}
        </Panel>
        <ExtensionLog log={log} />
        <Pagination
          label={t('pages')}
          page={page.page}
          pageCount={pageCount}
          href={(number) => `${base}?page=${number}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
      </div>
    </>
  )
}
