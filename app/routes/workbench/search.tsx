import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { buildingOf } from '#app/features/discovery/building.ts'
import { AlsoSearched } from '#app/features/discovery/components/also-searched.tsx'
import { Chosen } from '#app/features/discovery/components/chosen.tsx'
import { Facets } from '#app/features/discovery/components/facets.tsx'
import { NothingFound } from '#app/features/discovery/components/nothing-found.tsx'
import { Notices } from '#app/features/discovery/components/notices.tsx'
import { OpenedSearchNote } from '#app/features/discovery/components/opened-search.tsx'
import { QueryBuilder } from '#app/features/discovery/components/query-builder.tsx'
import { Results } from '#app/features/discovery/components/result-list.tsx'
import { SearchBox } from '#app/features/discovery/components/search-box.tsx'
import { useStaffResult } from '#app/features/discovery/components/staff-result.tsx'
import { ViewSwitch } from '#app/features/discovery/components/view-switch.tsx'
import { addressOf, type Filters, filtersOf, isLimited } from '#app/features/discovery/filters.ts'
import {
  type OpenedSearch,
  openSavedSearch,
  withStandingThemes,
} from '#app/features/discovery/saved-searches.server.ts'
import type { ReadRefusal } from '#app/features/discovery/search-form.ts'
import { type StaffSearch, searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, isId } from '#app/platform/http/answer.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Panes } from '#app/ui/panes.tsx'

const address = '/workbench/search'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { searchParams } = new URL(args.request.url)
  const saved = searchParams.get('saved')
  const outcomeOfOpening = saved && isId(saved) ? answer(await openSavedSearch(actor, saved)) : null
  const filters =
    outcomeOfOpening && 'filters' in outcomeOfOpening
      ? outcomeOfOpening.filters
      : await withStandingThemes(actor, filtersOf(searchParams))
  const building = buildingOf(searchParams, filters)
  // What the rows say is searched for at an address of its own.
  if (building && 'text' in building)
    throw redirect(
      addressOf(address, { ...filters, text: building.text, any: false, page: 1 }, { build: '1' }),
    )
  const outcome = await searchAsStaff(actor, filters)
  const refusal = ('refusal' in outcome && outcome.refusal) || null
  const page = {
    ...{ filters, refusal, building },
    opened: outcomeOfOpening && toldOf(outcomeOfOpening),
    found: 'refusal' in outcome ? null : outcome,
    pageTitle: translator(actor.locale, 'workbench')('search.title'),
  }
  const wrong = refusal || (building && (building.problems.length > 0 || building.whole))
  return data(page, { status: wrong ? 422 : 200 })
}

const toldOf = (outcome: OpenedSearch | { refusal: ReadRefusal }) =>
  'refusal' in outcome ? { refusal: outcome.refusal } : { name: outcome.name, changes: outcome.changes }

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function WorkbenchSearch() {
  const { filters, refusal, found, building, opened } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench')
  const kept: Record<string, string> = building ? { build: '1' } : {}
  return (
    <>
      <WorkHead title={t('search.title')} />
      <div className="in-stack in-stack--3">
        {opened && <OpenedSearchNote opened={opened} />}
        <SearchBox action={address} {...{ filters, kept, refusal }} label={t('search.label')} />
        <ul className="in-row in-plain in-noprint">
          {!building && (
            <li>
              <a href={addressOf(address, filters, { build: '1' })}>{t('builder.open')}</a>
            </li>
          )}
          {found && narrowed(filters) && (
            <li>
              <a href={addressOf(`${address}/saved`, { ...filters, page: 1 })}>{t('saved.saveThis')}</a>
            </li>
          )}
          <li>
            <a href={`${address}/saved`}>{t('saved.title')}</a>
          </li>
        </ul>
        {building && <QueryBuilder action={address} filters={filters} {...building} />}
        {found && <AlsoSearched action={address} {...{ filters, kept }} told={found.told} />}
        {found && <Answer {...{ filters, found, kept }} />}
      </div>
    </>
  )
}

const narrowed = (filters: Filters) => filters.text !== '' || isLimited(filters)

type AnswerProps = { filters: Filters; found: StaffSearch; kept: Record<string, string> }

function Answer({ filters, found, kept }: AnswerProps) {
  const t = useTranslations('workbench')
  const common = useTranslations('public.search')
  const { total, facets, waiting, within } = found
  return (
    <>
      {waiting > 0 && (
        <Alert tone="info">
          <p>{t('search.behind', { waiting })}</p>
        </Alert>
      )}
      <Chosen action={address} {...{ filters, facets, kept, within }} />
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
                className="in-noprint"
                heading={t('search.filters')}
                beside={
                  narrowed(filters) && (
                    <a className="in-small" href={address}>
                      {t('search.reset')}
                    </a>
                  )
                }
              >
                <Facets action={address} {...{ filters, facets, kept }} />
              </Panel>
            ),
          },
          {
            id: 'treff',
            label: common('total', { total, text: '', words: 'no', show: filters.show }),
            main: true,
            content:
              total === 0 ? (
                <Panel>
                  {narrowed(filters) ? (
                    <NothingFound
                      action={address}
                      {...{ filters, kept }}
                      told={found.told}
                      advice={t('search.noneText')}
                    />
                  ) : (
                    <Empty heading={common('none', { text: '', words: 'no', show: filters.show })}>
                      {t('search.noneNothing')}
                    </Empty>
                  )}
                </Panel>
              ) : (
                <Hits {...{ filters, found, kept }} />
              ),
          },
        ]}
      />
    </>
  )
}

function Hits({ filters, found, kept }: AnswerProps) {
  const t = useTranslations('workbench')
  const common = useTranslations('public.search')
  const frame = useTranslations('frame')
  const format = useFormatter()
  const resultOf = useStaffResult()
  const { hits, total, pageCount, told } = found
  const { text, show, page } = filters
  return (
    <>
      <Panel
        id="hits"
        heading={common('total', { total, text, words: text ? 'yes' : 'no', show })}
        beside={
          narrowed(filters) && (
            <LinkButton
              variant="secondary"
              size="sm"
              className="in-noprint"
              href={addressOf(`${address}/tagging`, { ...filters, show: 'passages', page: 1 })}
            >
              {t('tagHits.open')}
            </LinkButton>
          )
        }
      >
        <div className="in-stack in-stack--3">
          <ViewSwitch action={address} {...{ filters, kept }} />
          <Notices notices={told.notices} />
          {hits.length > 0 ? (
            <Results level={3} action={address} {...{ filters, kept }} results={hits.map(resultOf)} />
          ) : (
            <Empty
              level={3}
              heading={common('pastEnd', { page: format.number(page) })}
              action={{ href: addressOf(address, { ...filters, page: 1 }, kept), label: common('firstPage') }}
            />
          )}
        </div>
      </Panel>
      <Pagination
        label={t('nav.way')}
        page={page}
        pageCount={pageCount}
        href={(number) => addressOf(address, { ...filters, page: number }, kept)}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
      />
    </>
  )
}
