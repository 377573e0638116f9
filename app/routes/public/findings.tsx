import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { PublishedFindings } from '#app/features/findings/components/published-findings.tsx'
import {
  countPublishedFindings,
  findingsPerPage,
  listPublishedFindings,
} from '#app/features/findings/published.server.ts'
import { findingsPath, inputsPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
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
  const page = pageParam(url)
  const [findings, total] = await Promise.all([
    listPublishedFindings(round.id, page),
    countPublishedFindings(round.id),
  ])
  const locale = localeOfPath(url.pathname)
  const t = translator(locale, 'public')
  return {
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    ...{ findings, total, page, pageCount: Math.ceil(total / findingsPerPage) },
    crumbs: [
      ...roundSteps(round, t('round.name', { number: round.number }), locale),
      { label: t('finding.crumb') },
    ],
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: trailTitle(data?.crumbs.slice(1)) }]

export default function Findings() {
  const { round, findings, total, page, pageCount } = useLoaderData<typeof loader>()
  const t = useTranslations('public.finding')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const base = pathIn(locale, findingsPath(round.strategy.slug, round.slug))
  return (
    <>
      <PageHead
        title={t('title', { number: round.number })}
        lead={t('lead')}
        meta={total > 0 && t('total', { total })}
      />
      {findings.length > 0 ? (
        <PublishedFindings findings={findings} level={2} />
      ) : (
        <Empty
          heading={t('none')}
          action={{
            href: pathIn(locale, inputsPath(round.strategy.slug, round.slug)),
            label: t('readInputs'),
          }}
        >
          {t('noneText')}
        </Empty>
      )}
      <Pagination
        label={frame('pages')}
        page={page}
        pageCount={pageCount}
        href={(n) => (n > 1 ? `${base}?page=${n}` : base)}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(n) => frame('pageOf', { page: n, pages: pageCount })}
      />
    </>
  )
}
