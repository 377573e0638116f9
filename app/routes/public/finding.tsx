import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { chainOfFinding } from '#app/features/responses/chain.server.ts'
import { passagesPerPage } from '#app/features/responses/chain-passages.server.ts'
import { FindingAside, FindingChain } from '#app/features/responses/components/chain-finding.tsx'
import { GoneSince, PassageList } from '#app/features/responses/components/chain-passages.tsx'
import { DispositionTag } from '#app/features/responses/components/disposition-tag.tsx'
import { findingPath, findingsPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { roundSteps, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, pageParam, slugParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { labelled } from '#app/platform/localised-text.ts'
import { addressLinks, pageAddresses } from '#app/platform/page-addresses.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['page'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const url = new URL(request.url)
  const page = pageParam(url)
  const chain = answer(await chainOfFinding(round, slugParam(params.finding), new Date(), page))
  const locale = localeOfPath(url.pathname)
  const t = translator(locale, 'public')
  const pageCount = Math.ceil(chain.behind.total / passagesPerPage)
  await keptList({ params, context }, { page, pageCount }, 'texts', 'inputs', 'work')
  return {
    ...{ ...chain, page, pageCount },
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    ...trail(
      [
        ...roundSteps(round, t('round.name', { number: round.number }), locale),
        { label: t('heard.crumb'), href: pathIn(locale, findingsPath(round.strategy.slug, round.slug)) },
        labelled(chain.finding.title, locale),
      ],
      [labelled(chain.finding.title, locale), { label: t('round.name', { number: round.number }) }],
    ),
    addresses: pageAddresses(ownOrigin(request), url.pathname, page),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => addressLinks(data?.addresses)

export default function FindingPage() {
  const { round, finding, behind, titles, page, pageCount } = useLoaderData<typeof loader>()
  const t = useTranslations('public')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const { day } = useDates()
  const whole = finding.responses.find(({ citationId }) => citationId === null)
  const strategy = round.strategy.slug
  const base = pathIn(locale, findingPath(strategy, round.slug, finding.slug))
  return (
    <>
      <PageHead
        kicker={
          <>
            {whole ? (
              <DispositionTag disposition={whole.disposition} />
            ) : (
              <StatusTag line>{t('heard.noResponse')}</StatusTag>
            )}
            <span className="in-meta">
              {t('finding.tag', { number: round.number })}.{' '}
              {t('finding.published', { date: day(finding.publishedAt) })}
            </span>
          </>
        }
        title={<Localised text={finding.title} />}
      >
        <FallbackNote texts={[finding.title, finding.text]} />
      </PageHead>
      <div className="in-cols">
        <FindingChain finding={finding} />
        <FindingAside {...{ finding, behind, titles }} />
      </div>
      <Section id="utdrag" heading={t('heard.behind')} className="in-behind">
        <div className="in-stack in-stack--5 in-measure">
          <div>
            <p className="in-meta">{t('heard.behindText', { total: behind.total, inputs: behind.inputs })}</p>
            <GoneSince behind={behind} />
          </div>
          <PassageList strategy={strategy} passages={behind.passages} />
        </div>
        <Pagination
          label={t('heard.pages')}
          page={page}
          pageCount={pageCount}
          href={(n) => `${n > 1 ? `${base}?page=${n}` : base}#utdrag`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(n) => frame('pageOf', { page: n, pages: pageCount })}
        />
      </Section>
    </>
  )
}
