import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { labelled } from '#app/platform/localised-text.ts'
import { useDateFormat } from '#app/ui/dates.tsx'
import { Timeline, type TimelineStep } from '#app/ui/timeline.tsx'
import { roundPath } from '../address.ts'
import type { PublicStrategy } from '../queries.server.ts'

/** The way of a strategy from start to end, and where it is: as people opened and ended the phases. */
export function PhaseTimeline({ strategy }: { strategy: PublicStrategy }) {
  const t = useTranslations('public.phase')
  const locale = useLocale()
  const day = usePhaseDays()
  const steps = strategy.phases.map(({ id, title, startsOn, endsOn, state }): TimelineStep => {
    const round = strategy.rounds.find(({ phaseId }) => phaseId === id)
    const { label: name, lang } = labelled(title, locale)
    return {
      ...{ name, lang },
      at: state === 'later' ? 'next' : state,
      state: t(state, { from: day(startsOn, state === 'next'), to: day(endsOn) }),
      href: round && pathIn(locale, roundPath(strategy.slug, round.slug)),
    }
  })
  return <Timeline steps={steps} wide label={t('heading')} />
}

/** Days of a phase in few words: «8. juni», with the year when asked for. */
export function usePhaseDays() {
  const format = useDateFormat()
  return (date: string, year = false) =>
    format(new Date(`${date}T12:00:00Z`), {
      day: 'numeric',
      month: 'short',
      year: year ? 'numeric' : undefined,
    })
}
