import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { roundPath } from '../address.ts'
import type { listOpenRounds } from '../queries.server.ts'
import { roundState, timeLeft } from '../round.ts'
import { RoundStateTag } from './round-tags.tsx'

type OpenRound = Awaited<ReturnType<typeof listOpenRounds>>[number]

/** The rounds one can answer now, and until when. */
export function OpenRounds({ rounds, now }: { rounds: readonly OpenRound[]; now: Date }) {
  const t = useTranslations('public')
  const locale = useLocale()
  const { moment } = useDates()
  return (
    <ul className="in-list">
      {rounds.map((round) => {
        const left = timeLeft(round.deadlineAt, now)
        return (
          <li key={round.id}>
            <div className="in-list__row">
              <div>
                <a href={pathIn(locale, roundPath(round.strategy.slug, round.slug))}>
                  <strong>
                    <Localised text={round.strategy.title} />
                  </strong>
                </a>
                <p>
                  {t('round.name', { number: round.number })}: <Localised text={round.title} />
                </p>
                <p className="in-meta">
                  {t('deadline.is', { at: moment(round.deadlineAt) })}{' '}
                  {left && `${t('deadline.left', left)}.`}
                </p>
              </div>
              <RoundStateTag number={round.number} state={roundState(round, now)} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
