import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { InputFilterForm } from '#app/features/inputs/components/input-filter-form.tsx'
import { PublishedList } from '#app/features/inputs/components/published-list.tsx'
import { WithheldNote } from '#app/features/inputs/components/withheld-note.tsx'
import {
  countAnsweredQuestions,
  countPublishedInputs,
  countWithheld,
  inputsPerPage,
  listPublishedInputs,
} from '#app/features/inputs/published-list.server.ts'
import { inputsMatching, LIST_ORDERS } from '#app/features/inputs/published-list.ts'
import { countyNames } from '#app/features/organisations/queries.server.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { inputsPath, invitedPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { publishedInputsShown } from '#app/features/strategies/round.ts'
import { roundSteps, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { inSentence } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['kind', 'county', 'question', 'order', 'page'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const url = new URL(request.url)
  const locale = localeOfPath(url.pathname)
  const [now, page] = [new Date(), pageParam(url)]
  const [whole, asked, withheld] = await Promise.all([
    countPublishedInputs(round, now),
    listQuestions(round.id),
    countWithheld(round, now),
  ])
  const param = (name: string) => url.searchParams.get(name) || null
  const chosen = asked.findIndex((_, place) => String(place + 1) === param('question'))
  const filter = {
    kind: whole.find(({ kind }) => kind === param('kind'))?.kind ?? null,
    county: whole.find(({ county }) => county === param('county'))?.county ?? null,
    question: asked[chosen]?.id ?? null,
    order: LIST_ORDERS.find((order) => order === param('order')) ?? LIST_ORDERS[0],
  }
  // What no input has, no input matches; no query need ask.
  const known = (['kind', 'county', 'question'] as const).every(
    (name) => !param(name) || filter[name] !== null,
  )
  const [groups, inputs, counties, answered] = await Promise.all([
    filter.question === null ? whole : countPublishedInputs(round, now, filter.question),
    known ? listPublishedInputs(round, { ...filter, page }, now, inputsPerPage, locale) : [],
    countyNames(whole.flatMap(({ county }) => county ?? [])),
    countAnsweredQuestions(round, filter, now),
  ])
  const matching = known ? inputsMatching(groups, filter) : 0
  const t = translator(locale, 'public')
  const pageCount = Math.ceil(matching / inputsPerPage)
  const ordered = [null, filter.order].includes(param('order') as typeof filter.order | null)
  if (known && ordered) await keptList({ params, context }, { page, pageCount }, 'texts', 'inputs')
  return {
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    shown: publishedInputsShown(round, now),
    all: inputsMatching(whole, { kind: null, county: null }),
    withdrawn: whole.reduce((sum, group) => sum + group.withdrawn, 0),
    filter: { ...filter, question: chosen < 0 ? null : chosen + 1, page },
    narrowed: ['kind', 'county', 'question'].some((name) => param(name) !== null),
    questions: asked.map(({ id, title }, place) => ({
      ...{ number: place + 1, title, inputs: answered.get(id) ?? 0 },
    })),
    ...{ inputs, groups, matching, withheld, pageCount },
    kinds: [...new Set(whole.map(({ kind }) => kind))],
    counties: [...counties],
    ...trail([
      ...roundSteps(round, t('round.name', { number: round.number }), locale),
      { label: t('inputs.crumb') },
    ]),
  }
}

export default function PublishedInputs() {
  const { round, shown, all, filter, matching, ...list } = useLoaderData<typeof loader>()
  const t = useTranslations('public.inputs')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const { strategy } = round
  const base = pathIn(locale, inputsPath(strategy.slug, round.slug))
  const question = list.questions.find(({ number }) => number === filter.question)
  const { pageCount } = list
  const href = (page: number) => {
    const { order, ...chosen } = { ...filter, page: page > 1 ? page : null }
    const said = Object.entries({ ...chosen, order: order === LIST_ORDERS[0] ? null : order })
    const search = new URLSearchParams(
      said.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    )
    return search.size > 0 ? `${base}?${search}` : base
  }
  const counties = new Map(list.counties)
  return (
    <>
      <PageHead
        title={t('title', { number: round.number })}
        lead={shown ? t('lead', { all, withdrawn: list.withdrawn }) : t('notYet')}
        meta={
          <>
            <a href={pathIn(locale, `/search?round=${round.slug}&strategy=${strategy.slug}`)}>
              {t('search')}
            </a>
            {' · '}
            <a href={pathIn(locale, invitedPath(strategy.slug, round.slug))}>{t('ledger')}</a>
            {all > 0 && (
              <>
                {' · '}
                <a href={`${base}.csv`}>{t('download')}</a>
              </>
            )}
          </>
        }
      >
        <WithheldNote withheld={list.withheld} />
      </PageHead>
      {all > 0 && (
        <InputFilterForm
          action={base}
          filter={filter}
          groups={list.groups}
          kinds={list.kinds}
          counties={counties}
          questions={list.questions}
        />
      )}
      {all > 0 && list.narrowed && (
        <p className="in-meta" role="status">
          {t('matching', { matching, all })}
          {question && <> {t.rich('answering', { title: inSentence(question.title) })}</>}
        </p>
      )}
      {list.inputs.length > 0 ? (
        <PublishedList strategy={strategy.slug} round={round.slug} inputs={list.inputs} counties={counties} />
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
