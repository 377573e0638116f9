import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { NumberRule, NumberSenders, NumberSince } from '#app/features/findings/components/number-behind.tsx'
import { countSenders, findPublishedNumber } from '#app/features/findings/published-number.server.ts'
import { findingPath, findingsPath, numberPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { roundSteps, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, pageParam, slugParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { labelled } from '#app/platform/localised-text.ts'
import { addressLinks, pageAddresses } from '#app/platform/page-addresses.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'

const pageSize = 100

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['page'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const slug = slugParam(params.finding)
  if (!/^[1-9]\d{0,5}$/.test(params.number ?? '')) throw denied('not-found')
  const found = answer(await findPublishedNumber(round.id, slug, Number(params.number)))
  const url = new URL(request.url)
  const page = pageParam(url)
  const senders = await countSenders(found, { page, size: pageSize, now: new Date() })
  const locale = localeOfPath(url.pathname)
  const t = translator(locale, 'public')
  const { title } = found.finding
  const strategy = round.strategy.slug
  const { number, frozen, frozenAt, rule, since, merged } = found
  const pageCount = Math.ceil(senders.totalNamed / pageSize)
  await keptList({ params, context }, { page, pageCount }, 'texts', 'inputs', 'work')
  return {
    ...{ number, frozen, frozenAt, rule, since, merged, senders, page },
    finding: { title, slug },
    round: { slug: round.slug, number: round.number, strategy },
    ...trail(
      [
        ...roundSteps(round, t('round.name', { number: round.number }), locale),
        { label: t('heard.crumb'), href: pathIn(locale, findingsPath(strategy, round.slug)) },
        { ...labelled(title, locale), href: pathIn(locale, findingPath(strategy, round.slug, slug)) },
        { label: t('number.crumb', frozen) },
      ],
      [{ label: t('number.crumb', frozen) }, labelled(title, locale)],
    ),
    addresses: pageAddresses(ownOrigin(request), url.pathname, page),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => addressLinks(data?.addresses)

export default function NumberBehind() {
  const { number, frozen, frozenAt, rule, since, merged, senders, page, finding, round } =
    useLoaderData<typeof loader>()
  const t = useTranslations('public.number')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const { day } = useDates()
  const pageCount = Math.ceil(senders.totalNamed / pageSize)
  const base = pathIn(locale, numberPath(round.strategy, round.slug, finding.slug, number))
  return (
    <>
      <PageHead
        kicker={<span className="in-meta">{t('tag', { number: round.number })}</span>}
        title={t('title', frozen)}
        lead={t.rich('of', {
          finding: () => (
            <a href={pathIn(locale, findingPath(round.strategy, round.slug, finding.slug))}>
              <Localised text={finding.title} />
            </a>
          ),
        })}
        meta={`${t('frozen', { date: day(frozenAt) })}${since || merged ? '' : ` ${t('same')}`}`}
      >
        <FallbackNote texts={[rule]} />
      </PageHead>
      <div className="in-stack in-stack--6 in-measure">
        <NumberSince since={since} merged={merged} />
        <NumberRule rule={rule} />
      </div>
      <Section id="avsendere" heading={t('who')} className="in-behind">
        {frozen.count === 0 ? (
          <Empty heading={t('nobody')}>{t('nobodyText')}</Empty>
        ) : (
          <div className="in-stack in-measure">
            <NumberSenders
              {...{ senders, count: frozen.count, strategy: round.strategy, round: round.slug }}
            />
          </div>
        )}
        <Pagination
          label={t('pages')}
          page={page}
          pageCount={pageCount}
          href={(n) => `${n > 1 ? `${base}?page=${n}` : base}#avsendere`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(n) => frame('pageOf', { page: n, pages: pageCount })}
        />
      </Section>
    </>
  )
}
