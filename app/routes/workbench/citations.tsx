import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { wayBack } from '#app/features/analysis/citing.ts'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import { citePassage } from '#app/features/findings/citations.server.ts'
import { BackThere } from '#app/features/findings/components/back-there.tsx'
import { QuoteForm } from '#app/features/findings/components/quote-form.tsx'
import { type Source, SourceList } from '#app/features/findings/components/source-list.tsx'
import { findingToWrite } from '#app/features/findings/finding-desk.server.ts'
import { citationForm } from '#app/features/findings/forms.ts'
import { findSource, listAbout } from '#app/features/findings/sources.server.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'

const pageSize = 20
const chosenPassage = citationForm.shape.passage

export async function loader(args: LoaderFunctionArgs) {
  // Those who do not write it are told before anything is listed.
  const { actor, t, finding, round, theme, question, base, title, place, crumbs } = await findingToWrite(args)
  const { searchParams } = new URL(args.request.url)
  const filters = filtersOf(searchParams)
  const passageId = chosenPassage.safeParse(searchParams.get('passage')).data
  const [found, about, chosen] = await Promise.all([
    filters.text ? searchAsStaff(actor, { ...filters, selected: {} }, round.id) : null,
    (theme || question) && !filters.text
      ? listAbout(round.id, finding, { page: filters.page, size: pageSize })
      : null,
    passageId ? findSource(round.id, passageId) : null,
  ])
  return {
    ...{ base, title, place, formKey: newKey() },
    subject: theme?.title ?? question?.title ?? null,
    ...{ text: filters.text, page: filters.page, chosen, about, from: wayBack(searchParams.get('from')) },
    refusal: found && 'refusal' in found ? found.refusal : null,
    found:
      found && !('refusal' in found)
        ? {
            ...{ total: found.total, pageCount: found.pageCount },
            sources: found.hits.map(
              ({ passageId: id, lang, senderName, said, withdrawnAt, fragment }): Source => ({
                ...{ passageId: id, lang, senderName, said },
                ...{ withdrawn: withdrawnAt !== null, published: null },
                text: `${fragment.cutStart ? '… ' : ''}${fragment.text}${fragment.cutEnd ? ' …' : ''}`,
              }),
            ),
          }
        : null,
    crumbs: [...crumbs, { label: t('citing.title') }],
    pageTitle: t('citing.title'),
  }
}

const reasons = ['passageMissing', 'quoteTooLong'] as const

export async function action(args: ActionFunctionArgs) {
  const { actor, t, base, findingId } = await findingToWrite(args)
  const form = await readForm(args.request, citationForm)
  if ('errors' in form) {
    const errors = Object.entries(form.errors).map(([field, [reason]]) => {
      const known = reasons.find((one) => one === reason)
      return { field, message: known ? t(`errors.${known}`) : t('errors.unclear') }
    })
    const { quote = '', mode = '' } = form.typed
    return data({ errors, typed: { quote: String(quote), mode: String(mode) } }, 422)
  }
  const outcome = answer(await citePassage(actor, findingId, form.value))
  if ('refusal' in outcome) {
    const error = { field: 'quote', message: t(`errors.${outcome.refusal}`) }
    const { quote, mode } = form.value
    return data({ errors: [error], typed: { quote, mode } }, 422)
  }
  const notice = form.value.mode === 'quote' ? 'cited' : 'citedParaphrase'
  const from = wayBack(new URL(args.request.url).searchParams.get('from'))
  const told = { notice, number: String(outcome.number), ...(from && { from }) }
  return redirect(`${base}?${new URLSearchParams(told)}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Citations() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench')
  const refusals = useTranslations('public.search.refusal')
  const { base, title, chosen, text, refusal, from } = page
  const here = `${base}/citations`
  return (
    <>
      <WorkHead
        title={t('citing.title')}
        meta={t('citing.for', { finding: title })}
        actions={<a href={base}>{t('citing.back')}</a>}
      />
      <div className="in-stack">
        <BackThere from={from} />
        {chosen && (
          <QuoteForm
            key={chosen.passageId}
            source={{ ...chosen, withdrawn: chosen.withdrawnAt !== null }}
            formKey={page.formKey}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
          />
        )}
        {refused && !chosen && (
          <Alert tone="danger" live>
            <p>{t('errors.passageMissing')}</p>
          </Alert>
        )}
        <SearchForm
          action={here}
          label={t('citing.search')}
          buttonLabel={t('citing.searchButton')}
          defaultValue={text}
          keep={from ? [['from', from]] : []}
          help={t('citing.search')}
          error={refusal && refusals(refusal)}
        />
        <Sources {...page} here={here} />
      </div>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Sources({ here, text, from, page, found, about, subject, refusal }: Page & { here: string }) {
  const t = useTranslations('workbench')
  const frame = useTranslations('frame')
  const locale = useLocale()
  if (refusal) return null
  const named = subject ? pick(subject, locale).text : ''
  const addressOf = (parameters: Record<string, string>) =>
    `${here}?${new URLSearchParams({ ...(text && { q: text }), ...(from && { from }), ...parameters })}`
  const total = found?.total ?? about?.total ?? 0
  const pageCount = found?.pageCount ?? Math.ceil(total / pageSize)
  const heading = found
    ? t('citing.found', { total, text })
    : about
      ? t('citing.about', { total, subject: named })
      : t('citing.noTheme')
  const sources =
    found?.sources ??
    about?.rows.map((row): Source => ({ ...row, withdrawn: row.withdrawnAt !== null })) ??
    []
  if (sources.length === 0)
    return (
      <Panel>
        <Empty heading={heading}>
          {t(found ? 'citing.foundNone' : about ? 'citing.taggedNone' : 'citing.noThemeText')}
        </Empty>
      </Panel>
    )
  return (
    <>
      <Panel id="sources" heading={heading}>
        {about && !found && <p className="in-muted">{t('citing.queue', { left: about.left })}</p>}
        <SourceList
          sources={sources}
          hrefOf={({ passageId }) => addressOf({ page: String(page), passage: passageId })}
        />
      </Panel>
      <Pagination
        label={t('nav.way')}
        page={page}
        pageCount={pageCount}
        href={(number) => addressOf({ page: String(number) })}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
      />
    </>
  )
}
