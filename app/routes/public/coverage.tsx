import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { listUnansweredFindings } from '#app/features/responses/chain.server.ts'
import { CoverageGroups, CoverageWhole } from '#app/features/responses/components/coverage-tables.tsx'
import { coverageOf, listUnanswered, unansweredPerPage } from '#app/features/responses/coverage.server.ts'
import { coveragePath, findingPath, findingsPath, inputPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { roundSteps, strategyStep, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { addressLinks, pageAddresses } from '#app/platform/page-addresses.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['page'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const url = new URL(request.url)
  const page = pageParam(url)
  const locale = localeOfPath(url.pathname)
  const [coverage, unanswered, findings] = await Promise.all([
    coverageOf(round, 'published'),
    listUnanswered(round, new Date(), page, locale),
    listUnansweredFindings(round.id),
  ])
  const t = translator(locale, 'public')
  const pageCount = Math.ceil(unanswered.total / unansweredPerPage)
  await keptList({ params, context }, { page, pageCount }, 'texts', 'inputs', 'work')
  return {
    ...{ coverage, unanswered, findings, page },
    pageCount,
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    ...trail(
      [
        ...roundSteps(round, t('round.name', { number: round.number }), locale),
        { label: t('heard.crumb'), href: pathIn(locale, findingsPath(round.strategy.slug, round.slug)) },
        { label: t('coverage.crumb') },
      ],
      [{ label: t('coverage.title', { number: round.number }) }, strategyStep(round.strategy, locale)],
    ),
    addresses: pageAddresses(ownOrigin(request), url.pathname, page),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => addressLinks(data?.addresses)

export default function CoveragePage() {
  const { coverage, unanswered, findings, page, pageCount, round } = useLoaderData<typeof loader>()
  const t = useTranslations('public.coverage')
  const kinds = useTranslations('public')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const strategy = round.strategy.slug
  const base = pathIn(locale, coveragePath(strategy, round.slug))
  const toFindings = pathIn(locale, findingsPath(strategy, round.slug))
  const { inputs, groups } = coverage
  if (inputs.inputs + coverage.withoutText === 0)
    return (
      <>
        <PageHead title={t('title', { number: round.number })} lead={t('lead')} />
        <Empty heading={t('none')} action={{ href: toFindings, label: t('toFindings') }}>
          {t('noneText')}
        </Empty>
      </>
    )
  return (
    <>
      <PageHead
        title={t('title', { number: round.number })}
        lead={t('lead')}
        meta={<a href={toFindings}>{t('toFindings')}</a>}
      />
      <Section id="samlet" heading={t('whole')}>
        <div className="in-stack in-stack--5 in-even">
          <CoverageWhole coverage={coverage} />
          <p className="in-measure">
            {t('findings', coverage.findings)} {t('withoutText', { count: coverage.withoutText })}
          </p>
          <CoverageGroups groups={groups} total={inputs} by="kind" />
          <CoverageGroups groups={groups} total={inputs} by="size" />
          <CoverageGroups groups={groups} total={inputs} by="lang" />
          <p className="in-meta in-measure">
            {t('rule')} {t('rounding')}
          </p>
        </div>
      </Section>
      <Section id="ubesvart" heading={t('unanswered')}>
        <div className="in-stack in-stack--5">
          <div className="in-stack in-stack--2">
            <h3 className="in-h3">{t('unansweredFindings')}</h3>
            {findings.length === 0 ? (
              <p>
                {coverage.findings.all === 0 ? t('findings', coverage.findings) : t('unansweredFindingsNone')}
              </p>
            ) : (
              <ul className="in-list in-list--rows">
                {findings.map(({ slug, title }) => (
                  <li key={slug}>
                    <a href={pathIn(locale, findingPath(strategy, round.slug, slug))}>
                      <Localised text={title} />
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
          <div className="in-stack in-stack--2" id="innspill">
            <h3 className="in-h3">{t('unansweredInputs')}</h3>
            <p>{t('unansweredTotal', { total: unanswered.total, others: unanswered.others })}</p>
            {unanswered.inputs.length > 0 && (
              <ul className="in-list in-list--rows">
                {unanswered.inputs.map(({ id, sender, cited }) => (
                  <li key={id}>
                    <a href={pathIn(locale, inputPath(strategy, round.slug, id))}>
                      {sender.name ?? kinds(senderKindKey(sender.kind))}
                    </a>
                    {cited && <p className="in-meta">{t('citedOnly')}</p>}
                  </li>
                ))}
              </ul>
            )}
            <Pagination
              label={t('pages')}
              page={page}
              pageCount={pageCount}
              href={(n) => `${n > 1 ? `${base}?page=${n}` : base}#innspill`}
              previousLabel={frame('previous')}
              nextLabel={frame('next')}
              pageLabel={(n) => frame('pageOf', { page: n, pages: pageCount })}
            />
          </div>
        </div>
      </Section>
    </>
  )
}
