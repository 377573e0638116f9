import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { useVersionKind } from '#app/features/analysis/components/input-status.tsx'
import { addressOf, ChosenFilters, Facets } from '#app/features/discovery/components/facets.tsx'
import { ResultList } from '#app/features/discovery/components/result-list.tsx'
import { filtersOf, parametersOf } from '#app/features/discovery/filters.ts'
import {
  listSearchableRounds,
  type StaffHit,
  searchAsStaff,
} from '#app/features/discovery/staff-search.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { Empty } from '#app/ui/empty.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Panes } from '#app/ui/panes.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'

const address = '/workbench/search'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { searchParams } = new URL(args.request.url)
  const filters = filtersOf(searchParams)
  const rounds = await listSearchableRounds(actor)
  const asked = z.uuid().safeParse(searchParams.get('round')).data
  const round = rounds.find(({ id }) => id === asked) ?? null
  const outcome = await searchAsStaff(actor, filters, round?.id ?? null)
  const refusal = 'refusal' in outcome ? outcome.refusal : null
  const page = {
    ...{ filters, rounds, roundId: round?.id ?? null, refusal },
    found: 'refusal' in outcome ? null : outcome,
    pageTitle: translator(actor.locale, 'workbench')('search.title'),
  }
  return data(page, { status: refusal ? 422 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function StaffSearch() {
  const { filters, rounds, roundId, refusal, found } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench')
  const kept: Record<string, string> = roundId ? { round: roundId } : {}
  const addressIn = (id: string | null) =>
    `${address}?${parametersOf({ ...filters, page: 1 }, id ? { round: id } : {})}`
  const several = new Set(rounds.map(({ strategy }) => JSON.stringify(strategy))).size > 1
  return (
    <>
      <WorkHead title={t('search.title')} />
      <div className="in-stack">
        <SearchForm
          action={address}
          label={t('search.label')}
          buttonLabel={t('search.button')}
          defaultValue={filters.text}
          keep={[...parametersOf({ ...filters, text: '', page: 1 }, kept)]}
          help={t('search.help')}
        />
        {rounds.length > 1 && (
          <LinkSwitch
            label={t('search.round')}
            links={[
              { href: addressIn(null), label: t('search.allRounds'), current: roundId === null },
              ...rounds.map(({ id, number, strategy }) => ({
                href: addressIn(id),
                label: (
                  <>
                    {t('overview.round', { number })}
                    {several && (
                      <>
                        , <Localised text={strategy} />
                      </>
                    )}
                  </>
                ),
                current: id === roundId,
              })),
            ]}
          />
        )}
        {refusal && (
          <Alert tone="danger" live>
            <p>{t(`search.refusals.${refusal}`)}</p>
          </Alert>
        )}
        {found && <Answer {...{ filters, found, kept }} />}
      </div>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type AnswerProps = Pick<Page, 'filters'> & { found: NonNullable<Page['found']>; kept: Record<string, string> }

function Answer({ filters, found, kept }: AnswerProps) {
  const t = useTranslations('workbench')
  const { total, facets, waiting, notices, hits } = found
  const heading = filters.text
    ? t('search.totalFor', { total, text: filters.text })
    : t('search.total', { total })
  const narrowed = filters.text !== '' || Object.keys(filters.selected).length > 0
  return (
    <>
      {waiting > 0 && (
        <Alert tone="info">
          <p>{t('search.behind', { waiting })}</p>
        </Alert>
      )}
      <ChosenFilters {...{ action: address, filters, facets, kept }} />
      <Panes
        label={t('search.panes')}
        layout="left"
        panes={[
          {
            id: 'filtre',
            label: t('search.filtersPane'),
            content: (
              <Panel
                id="filters"
                heading={t('search.filters')}
                beside={
                  narrowed && (
                    <a className="in-small" href={address}>
                      {t('search.reset')}
                    </a>
                  )
                }
              >
                <Facets {...{ action: address, filters, facets, kept }} />
              </Panel>
            ),
          },
          {
            id: 'treff',
            label: t('search.hitsPane', { total }),
            main: true,
            content:
              hits.length === 0 ? (
                <Panel>
                  <Empty heading={heading}>
                    {t(
                      notices.includes('PAGE_TOO_DEEP')
                        ? 'search.tooDeep'
                        : narrowed
                          ? 'search.none'
                          : 'search.noneNothing',
                    )}
                  </Empty>
                </Panel>
              ) : (
                <Hits {...{ filters, found, kept, heading }} />
              ),
          },
        ]}
      />
    </>
  )
}

function Hits({ filters, found, kept, heading }: AnswerProps & { heading: string }) {
  const t = useTranslations('workbench')
  const frame = useTranslations('frame')
  const kindOf = useVersionKind()
  const placeOf = (hit: StaffHit) =>
    [
      kindOf(hit),
      hit.lateAt && t('input.late').toLowerCase(),
      hit.withdrawnAt && t('input.withdrawn').toLowerCase(),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <Panel id="hits" heading={heading}>
        {found.notices.includes('RANKING_BOUNDED') && <p className="in-meta">{t('search.bounded')}</p>}
        <ResultList
          level={3}
          results={found.hits.map((hit) => ({
            key: hit.passageId,
            href: `/workbench/inputs/${hit.inputId}?version=${hit.version}&passage=${hit.passageId}`,
            sender: hit.senderName,
            place: (
              <>
                <Localised text={hit.question.title} /> ·{' '}
                {t('overview.round', { number: hit.round }).toLowerCase()} · {placeOf(hit)}
              </>
            ),
            lang: hit.lang,
            fragment: hit.fragment,
            aside: <HitThemes themes={hit.themes} />,
          }))}
        />
      </Panel>
      <Pagination
        label={t('nav.way')}
        page={filters.page}
        pageCount={found.pageCount}
        href={(page) => addressOf(address, { ...filters, page }, kept)}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(page) => frame('pageOf', { page, pages: found.pageCount })}
      />
    </>
  )
}

function HitThemes({ themes }: Pick<StaffHit, 'themes'>) {
  const t = useTranslations('workbench.search')
  if (themes.length === 0) return <p className="in-small in-muted">{t('notTagged')}</p>
  return (
    <p className="in-row">
      {themes.map(({ id, code, colour, title }) => (
        <ThemeTag key={id} code={code} color={colour}>
          <Localised text={title} />
        </ThemeTag>
      ))}
    </p>
  )
}
