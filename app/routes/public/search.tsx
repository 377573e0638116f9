import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { addressOf, ChosenFilters, Facets } from '#app/features/discovery/components/facets.tsx'
import { ResultList } from '#app/features/discovery/components/result-list.tsx'
import { type Filters, filtersOf } from '#app/features/discovery/filters.ts'
import { type PublicSearch, searchPublished } from '#app/features/discovery/public-search.server.ts'
import { SenderName } from '#app/features/inputs/components/sender-name.tsx'
import { translator } from '#app/messages/translator.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Columns } from '#app/ui/panes.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const filters = filtersOf(url.searchParams)
  const strategy = url.searchParams.get('strategy')
  const round = url.searchParams.get('round')
  const place = strategy && round ? { strategy, round } : null
  const locale = localeOfPath(url.pathname)
  const outcome = await searchPublished(filters, place, locale)
  return data({ filters, place, outcome }, { status: 'refusal' in outcome ? 422 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const t = translator(localeOfPath(location.pathname), 'public')
  const text = page?.filters.text
  return [
    { title: `${text ? t('search.titleOf', { text }) : t('search.title')} – Innspill` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function Search() {
  const { filters, place, outcome } = useLoaderData<typeof loader>()
  const t = useTranslations('public.search')
  const locale = useLocale()
  const action = pathIn(locale, '/search')
  const kept: Record<string, string> = { ...place }
  const error = outcome.refusal ? t(`refusal.${outcome.refusal}`) : null
  const chosen = Object.entries(kept)
  return (
    <>
      <PageHead title={t('title')} />
      <div className="in-measure in-stack in-stack--2">
        <SearchForm
          action={action}
          label={t('label')}
          buttonLabel={t('button')}
          defaultValue={filters.text}
          keep={chosen}
          help={t('help')}
        />
        {error && (
          <div role="status">
            <FieldError id="q-error">{error}</FieldError>
          </div>
        )}
      </div>
      {!outcome.refusal && <Answer {...{ action, filters, kept, outcome }} />}
    </>
  )
}

type AnswerProps = { action: string; filters: Filters; kept: Record<string, string>; outcome: PublicSearch }

function Answer({ action, filters, kept, outcome }: AnswerProps) {
  const t = useTranslations('public.search')
  const frame = useTranslations('frame')
  const format = useFormatter()
  const locale = useLocale()
  const { facets, hits, total, pageCount, waiting, round } = outcome
  const named = { text: filters.text, words: filters.text ? 'yes' : 'no' }
  return (
    <Columns
      aside={
        <section className="in-stack in-stack--3" id="filtre" aria-labelledby="filtre-heading">
          <h2 className="in-h4" id="filtre-heading">
            {t('filters')}
          </h2>
          <Facets {...{ action, filters, facets, kept }} />
        </section>
      }
    >
      <div className="in-stack in-stack--3 in-page">
        {waiting > 0 && (
          <Alert tone="warning">
            <p>{t('waiting', { inputs: waiting })}</p>
          </Alert>
        )}
        {round && (
          <p className="in-meta">
            {t('inRound', { number: round.number })} <Localised text={round.strategy.title} />.{' '}
            <a href={addressOf(action, { ...filters, page: 1 })}>{t('everywhere')}</a>
          </p>
        )}
        <ChosenFilters {...{ action, filters, facets, kept }} />
        {total > 0 && (
          <p className="in-meta" role="status">
            {t('total', { total, ...named })} <a href="#filtre">{t('toFilters')}</a>
          </p>
        )}
        {hits.length > 0 && (
          <ResultList
            results={hits.map((hit) => ({
              key: hit.key,
              href: pathIn(locale, hit.path),
              sender: <SenderName name={hit.senderName} kind={hit.senderKind} />,
              place: (
                <>
                  {t('round', { number: hit.round.number })} <Localised text={hit.question.title} />
                </>
              ),
              lang: hit.lang,
              fragment: hit.fragment,
            }))}
          />
        )}
        {total === 0 && (
          <Empty heading={t('none', named)} action={{ href: action, label: t('startOver') }}>
            {t('noneText')}
          </Empty>
        )}
        {total > 0 && hits.length === 0 && (
          <Empty
            heading={t('pastEnd', { page: format.number(filters.page) })}
            action={{ href: addressOf(action, { ...filters, page: 1 }, kept), label: t('firstPage') }}
          />
        )}
        <Pagination
          label={frame('pages')}
          page={filters.page}
          pageCount={pageCount}
          href={(page) => addressOf(action, { ...filters, page }, kept)}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(page) => frame('pageOf', { page, pages: pageCount })}
        />
      </div>
    </Columns>
  )
}
