import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { AlsoSearched } from '#app/features/discovery/components/also-searched.tsx'
import { Chosen } from '#app/features/discovery/components/chosen.tsx'
import { Facets } from '#app/features/discovery/components/facets.tsx'
import { NothingFound } from '#app/features/discovery/components/nothing-found.tsx'
import { Notices } from '#app/features/discovery/components/notices.tsx'
import { Results } from '#app/features/discovery/components/result-list.tsx'
import { SearchBox } from '#app/features/discovery/components/search-box.tsx'
import { ViewSwitch } from '#app/features/discovery/components/view-switch.tsx'
import { addressOf, type Filters, filtersOf } from '#app/features/discovery/filters.ts'
import { type PublicSearch, searchPublished } from '#app/features/discovery/public-search.server.ts'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { SenderName } from '#app/features/inputs/components/sender-name.tsx'
import { NumberedStrategies } from '#app/features/strategies/components/numbered-strategies.tsx'
import { listByNumber } from '#app/features/strategies/published-register.server.ts'
import { translator } from '#app/messages/translator.ts'
import { slugParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Columns } from '#app/ui/panes.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const filters = filtersOf(url.searchParams)
  const strategy = url.searchParams.get('strategy')
  const round = url.searchParams.get('round')
  const place = strategy && round ? { strategy: slugParam(strategy), round: slugParam(round) } : null
  const locale = localeOfPath(url.pathname)
  const [outcome, numbered] = await Promise.all([
    searchPublished(filters, place, locale),
    listByNumber(filters.text),
  ])
  return data({ filters, place, outcome, numbered }, { status: 'refusal' in outcome ? 422 : 200 })
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
  const { filters, place, outcome, numbered } = useLoaderData<typeof loader>()
  const t = useTranslations('public.search')
  const locale = useLocale()
  const action = pathIn(locale, '/search')
  const kept: Record<string, string> = { ...place }
  const refusal = outcome.refusal ?? null
  return (
    <>
      <PageHead title={t('title')} />
      <div className="in-narrow in-stack in-stack--2">
        <SearchBox {...{ action, filters, kept, refusal }} label={t('label')} />
        {!outcome.refusal && <AlsoSearched {...{ action, filters, kept }} told={outcome.told} />}
        <NumberedStrategies strategies={numbered} />
      </div>
      {!outcome.refusal && <Answer {...{ action, filters, kept, outcome }} />}
    </>
  )
}

type AnswerProps = { action: string; filters: Filters; kept: Record<string, string>; outcome: PublicSearch }

function Answer({ action, filters, kept, outcome }: AnswerProps) {
  const t = useTranslations('public.search')
  const { facets, waiting, round, within } = outcome
  const found = (
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
      <Chosen {...{ action, filters, facets, kept, within }} />
      <Found {...{ action, filters, kept, outcome }} />
    </div>
  )
  if (facets.length === 0) return found
  return (
    <Columns
      aside={
        <section className="in-stack in-stack--3 in-noprint" id="filtre" aria-labelledby="filtre-heading">
          <h2 className="in-h4" id="filtre-heading">
            {t('filters')}
          </h2>
          <Facets {...{ action, filters, facets, kept }} />
        </section>
      }
    >
      {found}
    </Columns>
  )
}

function Found({ action, filters, kept, outcome }: AnswerProps) {
  const t = useTranslations('public.search')
  const frame = useTranslations('frame')
  const format = useFormatter()
  const locale = useLocale()
  const { hits, total, pageCount, told, facets } = outcome
  if (total === 0) return <NothingFound {...{ action, filters, kept, told }} advice={t('noneText')} />
  const { text, show, page } = filters
  return (
    <>
      <div className="in-row in-row--between">
        <p className="in-meta" role="status">
          <strong>{t('total', { total, text, words: text ? 'yes' : 'no', show })}</strong>{' '}
          {facets.length > 0 && (
            <a className="in-link in-tofilters in-noprint" href="#filtre">
              {t('toFilters')}
            </a>
          )}
        </p>
        <ViewSwitch {...{ action, filters, kept }} />
      </div>
      <Notices notices={told.notices} />
      {hits.length > 0 ? (
        <Results
          {...{ action, filters, kept }}
          results={hits.map(({ path, senderName, senderKind, round, said, ...hit }) => ({
            ...hit,
            href: pathIn(locale, path),
            sender: <SenderName name={senderName} kind={senderKind} />,
            place: (
              <>
                {t('round', { number: round.number })} <SaidToName said={said} />
              </>
            ),
            shortPlace: t('round', { number: round.number }),
          }))}
        />
      ) : (
        <Empty
          heading={t('pastEnd', { page: format.number(page) })}
          action={{ href: addressOf(action, { ...filters, page: 1 }, kept), label: t('firstPage') }}
        />
      )}
      <Pagination
        label={frame('pages')}
        page={page}
        pageCount={pageCount}
        href={(number) => addressOf(action, { ...filters, page: number }, kept)}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
      />
    </>
  )
}
