import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { MeetingArticle } from '#app/features/meetings/components/meeting-article.tsx'
import { MeetingTags } from '#app/features/meetings/components/meeting-tags.tsx'
import { findMeeting } from '#app/features/meetings/published.server.ts'
import { FollowLink } from '#app/features/open-data/components/follow.tsx'
import { followLinks } from '#app/features/open-data/follow.ts'
import { meetingsPath, roundPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { strategyStep, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, slugParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { labelled, pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const strategy = await strategyAt({ request, params })
  const now = new Date()
  const meeting = answer(await findMeeting(strategy.id, slugParam(params.meeting), now))
  const locale = localeOfPath(new URL(request.url).pathname)
  await keptPage({ params, context }, 'texts', 'inputs')
  return {
    ...{ meeting, now, slug: strategy.slug },
    ...trail([
      strategyStep(strategy, locale),
      {
        label: translator(locale, 'public')('meetings.crumb'),
        href: pathIn(locale, meetingsPath(strategy.slug)),
      },
      labelled(meeting.title, locale),
    ]),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  ...(data ? followLinks(localeOfPath(location.pathname), ['calendar'], data.slug) : []),
]

export default function Meeting() {
  const { meeting, now, slug } = useLoaderData<typeof loader>()
  const t = useTranslations('public.meeting')
  const locale = useLocale()
  const { title, intro } = meeting
  return (
    <>
      <PageHead
        kicker={<MeetingTags meeting={{ ...meeting, summarised: meeting.summaryAt !== null }} now={now} />}
        title={<Localised text={title} />}
        meta={
          <>
            {meeting.round && (
              <>
                <a href={pathIn(locale, roundPath(slug, meeting.round.slug))}>
                  {t('round', { number: meeting.round.number })}
                </a>
                {' · '}
              </>
            )}
            <a href={pathIn(locale, meetingsPath(slug))}>{t('allMeetings')}</a>
            {' · '}
            <FollowLink what="calendar" strategy={slug} />
          </>
        }
        lead={pick(intro, locale).text === '' ? undefined : <Localised text={intro} />}
      >
        <FallbackNote texts={[title, intro]} />
      </PageHead>
      <MeetingArticle strategy={slug} meeting={meeting} now={now} />
    </>
  )
}
