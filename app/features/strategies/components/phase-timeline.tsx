import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { timeZone } from '#app/messages/translator.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Timeline, type TimelineStep } from '#app/ui/timeline.tsx'
import { roundPath } from '../address.ts'
import type { PublicStrategy } from '../queries.server.ts'

/** The way of a strategy from start to end, and where it is today. */
export function PhaseTimeline({ strategy, now }: { strategy: PublicStrategy; now: Date }) {
  const t = useTranslations('public.phase')
  const locale = useLocale()
  const format = useFormatter()
  const day = (date: string, year = false) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), {
      day: 'numeric',
      month: 'short',
      year: year ? 'numeric' : undefined,
    })
  const isoToday = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
  const nextAt = strategy.phases.findIndex(({ startsOn }) => startsOn > isoToday)
  const steps = strategy.phases.map(({ id, title, startsOn, endsOn }, place): TimelineStep => {
    const at = endsOn < isoToday ? 'done' : startsOn > isoToday ? 'next' : 'now'
    const word = at === 'next' && place > nextAt ? 'later' : at
    const round = strategy.rounds.find(({ phaseId }) => phaseId === id)
    return {
      name: pick(title, locale).text,
      at,
      state: t(word, { from: day(startsOn, at === 'next'), to: day(endsOn) }),
      href: round && pathIn(locale, roundPath(strategy.slug, round.slug)),
    }
  })
  return <Timeline steps={steps} wide label={t('heading')} />
}
