import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { PublishedReports } from '#app/features/exports/components/published-reports.tsx'
import { listPublishedReports } from '#app/features/exports/reports.server.ts'
import { findingsPerPage } from '#app/features/findings/published.server.ts'
import { chainOfRound } from '#app/features/responses/chain.server.ts'
import { ChainFindings } from '#app/features/responses/components/chain-findings.tsx'
import { coveragePath, findingsPath, heardPath, inputsPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { roundSteps, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { addressLinks, pageAddresses } from '#app/platform/page-addresses.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['page'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const url = new URL(request.url)
  const page = pageParam(url)
  const [{ findings, total }, reports] = await Promise.all([
    chainOfRound(round.id, new Date(), page),
    listPublishedReports(round.id),
  ])
  const locale = localeOfPath(url.pathname)
  const t = translator(locale, 'public')
  const pageCount = Math.ceil(total / findingsPerPage)
  await keptList({ params, context }, { page, pageCount }, 'texts', 'inputs')
  return {
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    ...{ findings, total, page, pageCount },
    reports: reports.map(({ id, format, lang, size, finishedAt }) => ({
      id,
      format,
      lang,
      size,
      finishedAt,
    })),
    ...trail([
      ...roundSteps(round, t('round.name', { number: round.number }), locale),
      { label: t('heard.crumb') },
    ]),
    addresses: pageAddresses(ownOrigin(request), url.pathname, page),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => addressLinks(data?.addresses)

export default function Findings() {
  const { round, findings, reports, total, page, pageCount } = useLoaderData<typeof loader>()
  const t = useTranslations('public')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const { slug } = round.strategy
  const base = pathIn(locale, findingsPath(slug, round.slug))
  return (
    <>
      <PageHead
        title={t('finding.title', { number: round.number })}
        lead={t('finding.listLead')}
        meta={total > 0 && t('finding.total', { total })}
      >
        {total > 0 && (
          <p className="in-row in-noprint">
            <a href={pathIn(locale, coveragePath(slug, round.slug))}>{t('heard.toCoverage')}</a>
            <a href={pathIn(locale, heardPath(slug))}>{t('heard.title')}</a>
          </p>
        )}
      </PageHead>
      <PublishedReports reports={reports} />
      {findings.length > 0 ? (
        <ChainFindings findings={findings} />
      ) : (
        <Empty
          heading={t('finding.none')}
          action={{ href: pathIn(locale, inputsPath(slug, round.slug)), label: t('finding.readInputs') }}
        >
          {t('finding.noneText')}
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
