import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { LedgerFilterForm } from '#app/features/inputs/components/ledger-filter-form.tsx'
import { LedgerList } from '#app/features/inputs/components/ledger-list.tsx'
import { LedgerByCounty, LedgerByKind } from '#app/features/inputs/components/ledger-totals.tsx'
import {
  bodiesPerPage,
  countLedger,
  countPersons,
  listLedgerEntries,
} from '#app/features/inputs/ledger.server.ts'
import { LEDGER_CHOICES, ledgerMatches, ledgerTotal } from '#app/features/inputs/ledger.ts'
import { countyNames } from '#app/features/organisations/queries.server.ts'
import { invitedPath, roundPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { roundState } from '#app/features/strategies/round.ts'
import { roundSteps, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'

const shownUninvited = 10

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['state', 'kind', 'county', 'page'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const url = new URL(request.url)
  const locale = localeOfPath(url.pathname)
  const [now, page] = [new Date(), pageParam(url)]
  const [groups, persons] = await Promise.all([countLedger(round.id), countPersons(round.id)])
  const counties = await countyNames(groups.flatMap(({ county }) => county ?? []))
  const asked = (name: string) => url.searchParams.get(name) || null
  const filter = {
    state: LEDGER_CHOICES.find((choice) => choice === asked('state')) ?? null,
    kind: groups.find(({ kind }) => kind === asked('kind'))?.kind ?? null,
    county: groups.find(({ county }) => county === asked('county'))?.county ?? null,
  }
  // What nobody is, nobody matches; no query need ask.
  const known = (['state', 'kind', 'county'] as const).every((name) => asked(name) === filter[name])
  const matching = known ? ledgerMatches(groups, filter) : 0
  const list = (own: typeof filter, at: number, size: number) =>
    listLedgerEntries(round, { ...own, page: at, size }, now, locale)
  const uninvited = ledgerMatches(groups, { state: 'uninvited', kind: null, county: null })
  const [entries, uninvitedEntries] = await Promise.all([
    matching > 0 ? list(filter, page, bodiesPerPage) : [],
    uninvited > 0 && filter.state !== 'uninvited'
      ? list({ state: 'uninvited', kind: null, county: null }, 1, shownUninvited)
      : [],
  ])
  const t = translator(locale, 'public')
  const pageCount = Math.ceil(matching / bodiesPerPage)
  if (known) await keptList({ params, context }, { page, pageCount }, 'texts', 'inputs')
  return {
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    over: roundState(round, now) === 'closed',
    narrowed: ['state', 'kind', 'county'].some((name) => asked(name) !== null),
    ...{ groups, persons, filter, matching, page, entries, uninvited, uninvitedEntries },
    pageCount,
    counties: [...counties],
    ...trail([
      ...roundSteps(round, t('round.name', { number: round.number }), locale),
      { label: t('ledger.page.crumb') },
    ]),
  }
}

export default function Invited() {
  const { round, over, groups, persons, uninvited, ...shown } = useLoaderData<typeof loader>()
  const t = useTranslations('public.ledger.page')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const { filter, matching, page, pageCount } = shown
  const { strategy, slug } = round
  const total = ledgerTotal(groups)
  const { invited, answered, noRemarks } = total
  const heard = answered + noRemarks
  const counties = new Map(shown.counties)
  const base = pathIn(locale, invitedPath(strategy.slug, slug))
  const href = (number: number) => {
    const chosen = Object.entries({ ...filter, page: number > 1 ? String(number) : null })
    const search = new URLSearchParams(chosen.flatMap(([name, value]) => (value ? [[name, value]] : [])))
    return `${base}${search.size > 0 ? `?${search}` : ''}#liste`
  }
  const list = { strategy: strategy.slug, round: slug, counties }
  const apart = filter.state === 'uninvited'
  return (
    <>
      <PageHead
        title={t('title', { number: round.number })}
        lead={invited > 0 ? t('lead', { heard, invited, noRemarks }) : t('none')}
        meta={
          <>
            {t('everybody')} {groups.length > 0 && <a href="#liste">{t('toList')}</a>}
          </>
        }
      />
      {invited > 0 && (
        <>
          <Section id="typer" heading={t('byKind')}>
            <div className="in-stack in-stack--3">
              <LedgerByKind groups={groups} over={over} />
              <p className="in-meta in-measure">{t('rule')}</p>
              <p className="in-meta in-measure">{t('persons', { persons })}</p>
            </div>
          </Section>
          {groups.some(({ invited, kind }) => invited && kind === 'municipality') && (
            <Section id="fylker" heading={t('byCounty')}>
              <LedgerByCounty groups={groups} over={over} counties={counties} />
            </Section>
          )}
        </>
      )}
      <Section id="liste" heading={t(apart ? 'uninvited' : 'list')}>
        {groups.length > 0 && (
          <LedgerFilterForm action={`${base}#liste`} filter={filter} groups={groups} counties={counties} />
        )}
        {shown.narrowed && (
          <p className="in-meta" role="status">
            {apart
              ? t('matchingUninvited', { matching, all: uninvited })
              : t('matching', { matching, all: invited })}
          </p>
        )}
        {shown.entries.length > 0 ? (
          <LedgerList {...list} entries={shown.entries} />
        ) : (
          <Empty
            heading={t(groups.length > 0 && invited > 0 ? 'noMatch' : 'none')}
            level={3}
            action={
              shown.narrowed || page > 1
                ? { href: `${base}#liste`, label: t('showAll') }
                : { href: pathIn(locale, roundPath(strategy.slug, slug)), label: t('toRound') }
            }
          >
            {t(invited > 0 ? 'noMatchText' : 'noneText')}
          </Empty>
        )}
        <Pagination
          label={frame('pages')}
          page={page}
          pageCount={pageCount}
          href={href}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
      </Section>
      {uninvited > 0 && !apart && (
        <Section
          id="uten-invitasjon"
          heading={t('uninvited')}
          link={
            uninvited > shown.uninvitedEntries.length
              ? { href: `${base}?state=uninvited#liste`, label: t('showUninvited', { count: uninvited }) }
              : undefined
          }
        >
          <div className="in-stack in-stack--3">
            <p className="in-measure">{t('uninvitedText', { count: uninvited })}</p>
            <LedgerList {...list} entries={shown.uninvitedEntries} />
          </div>
        </Section>
      )}
    </>
  )
}
