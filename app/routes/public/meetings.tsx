import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { MeetingList } from '#app/features/meetings/components/meeting-list.tsx'
import { listMeetings, pastPerPage } from '#app/features/meetings/published.server.ts'
import { FollowLink } from '#app/features/open-data/components/follow.tsx'
import { followLinks } from '#app/features/open-data/follow.ts'
import { meetingsPath, strategyPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { strategyStep, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['page'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const strategy = await strategyAt({ request, params })
  const url = new URL(request.url)
  const [now, page] = [new Date(), pageParam(url)]
  const locale = localeOfPath(url.pathname)
  const listed = await listMeetings(strategy.id, page, now)
  const pageCount = Math.ceil(listed.pastCount / pastPerPage)
  await keptList({ params, context }, { page, pageCount }, 'texts')
  return {
    ...listed,
    ...{ slug: strategy.slug, now, page, pageCount },
    ...trail([strategyStep(strategy, locale), { label: translator(locale, 'public')('meetings.crumb') }]),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  ...(data ? followLinks(localeOfPath(location.pathname), ['calendar'], data.slug) : []),
]

export default function Meetings() {
  const { slug, now, page, pageCount, coming, past, pastCount } = useLoaderData<typeof loader>()
  const t = useTranslations('public.meetings')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const base = pathIn(locale, meetingsPath(slug))
  if (coming.length === 0 && pastCount === 0)
    return (
      <>
        <PageHead title={t('title')} />
        <Empty
          heading={t('none')}
          action={{ href: pathIn(locale, strategyPath(slug)), label: t('toStrategy') }}
        >
          {t('noneText')}
        </Empty>
      </>
    )
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} meta={<FollowLink what="calendar" strategy={slug} />} />
      <Section id="kommende" heading={t('coming')}>
        {coming.length > 0 ? (
          <MeetingList strategy={slug} meetings={coming} now={now} />
        ) : (
          <Empty heading={t('noneComing')} level={3}>
            {t('noneComingText')}
          </Empty>
        )}
      </Section>
      {pastCount > 0 && (
        <Section id="tidligere" heading={t('past')}>
          {past.length > 0 ? (
            <MeetingList strategy={slug} meetings={past} now={now} />
          ) : (
            <Empty heading={t('noMore')} level={3} action={{ href: base, label: t('firstPage') }} />
          )}
          <Pagination
            label={frame('pages')}
            page={page}
            pageCount={pageCount}
            href={(number) => (number > 1 ? `${base}?page=${number}#tidligere` : base)}
            previousLabel={frame('previous')}
            nextLabel={frame('next')}
            pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
          />
        </Section>
      )}
    </>
  )
}
