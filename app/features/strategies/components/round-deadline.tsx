import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Deadline } from '#app/ui/deadline.tsx'
import { answerPath } from '../address.ts'
import { type RoundWindow, roundState, timeLeft } from '../round.ts'

/** Until when a round takes input, how long that is, and the way to answer while it does. */
export function RoundDeadline({
  strategy,
  round,
  now,
  note,
}: {
  strategy: string
  round: RoundWindow & { slug: string; number: number }
  now: Date
  note?: ReactNode
}) {
  const t = useTranslations('public.deadline')
  const { day, clock, moment } = useDates()
  const locale = useLocale()
  const state = roundState(round, now)
  const early =
    state === 'closed' && round.closedAt && round.closedAt < round.deadlineAt ? round.closedAt : null
  const at = state === 'announced' ? round.opensAt : (early ?? round.deadlineAt)
  const left = state === 'open' ? timeLeft(round.deadlineAt, now) : null
  const answerable = state === 'open' || state === 'accepting-late'
  return (
    <Deadline
      heading={t(early ? 'heading.early' : `heading.${state}`)}
      dateTime={at.toISOString()}
      date={day(at)}
      time={clock(at)}
      left={left ? t('left', left) : undefined}
      action={
        answerable
          ? {
              href: pathIn(locale, answerPath(strategy, round.slug)),
              label: t('answer', { number: round.number }),
            }
          : undefined
      }
      note={
        <>
          {early && <>{t('early', { deadline: moment(round.deadlineAt) })} </>}
          {state === 'accepting-late' && round.acceptsLateUntil && (
            <>{t('late', { until: moment(round.acceptsLateUntil) })} </>
          )}
          {note}
        </>
      }
    />
  )
}
