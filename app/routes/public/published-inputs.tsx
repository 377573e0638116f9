import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { InputFilterForm } from '#app/features/inputs/components/input-filter-form.tsx'
import { PublishedList } from '#app/features/inputs/components/published-list.tsx'
import {
  countPublishedInputs,
  inputsPerPage,
  listPublishedInputs,
} from '#app/features/inputs/published-list.server.ts'
import { countyNames } from '#app/features/organisations/queries.server.ts'
import { inputsPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { publishedInputsShown } from '#app/features/strategies/round.ts'
import { roundSteps, trailTitle } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const url = new URL(request.url)
  const filter = {
    kind: url.searchParams.get('kind') || null,
    county: url.searchParams.get('county') || null,
    page: pageParam(url),
  }
  const now = new Date()
  const [inputs, groups] = await Promise.all([
    listPublishedInputs(round, filter, now),
    countPublishedInputs(round, now),
  ])
  const counties = await countyNames(groups.flatMap(({ county }) => county ?? []))
  const matching = groups
    .filter(({ kind }) => filter.kind === null || kind === filter.kind)
    .filter(({ county }) => filter.county === null || county === filter.county)
    .reduce((sum, group) => sum + group.inputs, 0)
  const locale = localeOfPath(url.pathname)
  const t = translator(locale, 'public')
  return {
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    shown: publishedInputsShown(round, now),
    ...{ filter, inputs, groups, matching, pageCount: Math.ceil(matching / inputsPerPage) },
    counties: [...counties],
    crumbs: [
      ...roundSteps(round, t('round.name', { number: round.number }), locale),
      { label: t('inputs.crumb') },
    ],
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: trailTitle(data?.crumbs.slice(1)) }]

export default function PublishedInputs() {
  const { round, shown, filter, inputs, groups, matching, pageCount, counties } =
    useLoaderData<typeof loader>()
  const t = useTranslations('public.inputs')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const { strategy } = round
  const base = pathIn(locale, inputsPath(strategy.slug, round.slug))
  const all = groups.reduce((sum, group) => sum + group.inputs, 0)
  const withdrawn = groups.reduce((sum, group) => sum + group.withdrawn, 0)
  const href = (page: number) => {
    const search = new URLSearchParams()
    if (filter.kind) search.set('kind', filter.kind)
    if (filter.county) search.set('county', filter.county)
    if (page > 1) search.set('page', String(page))
    return search.size > 0 ? `${base}?${search}` : base
  }
  return (
    <>
      <PageHead
        title={t('title', { number: round.number })}
        lead={shown ? t('lead', { all, withdrawn }) : t('notYet')}
        meta={
          <a href={pathIn(locale, `/search?round=${round.slug}&strategy=${strategy.slug}`)}>{t('search')}</a>
        }
      />
      {all > 0 && (
        <InputFilterForm action={base} filter={filter} groups={groups} counties={new Map(counties)} />
      )}
      {all > 0 && (filter.kind || filter.county) && (
        <p className="in-meta" role="status">
          {t('matching', { matching, all })}
        </p>
      )}
      {inputs.length > 0 ? (
        <PublishedList
          strategy={strategy.slug}
          round={round.slug}
          inputs={inputs}
          counties={new Map(counties)}
        />
      ) : (
        <Empty
          heading={t(all > 0 ? 'noMatch' : 'none')}
          action={all > 0 ? { href: base, label: t('showAll') } : undefined}
        >
          {t(all > 0 ? 'noMatchText' : 'noneText')}
        </Empty>
      )}
      <Pagination
        label={frame('pages')}
        page={filter.page}
        pageCount={pageCount}
        href={href}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(page) => frame('pageOf', { page, pages: pageCount })}
      />
    </>
  )
}
