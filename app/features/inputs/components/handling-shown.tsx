import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { ADOPTION_LEVELS, chainOf } from '../handling.ts'
import type { Handling } from '../sending.ts'

/** How an answer was treated where it comes from: who adopted it, the chain before, or what is planned. */
export function HandlingShown({ handling, level = 3 }: { handling: Handling; level?: 3 | 4 }) {
  const t = useTranslations('public.handling')
  const { day } = useDates()
  const { adopted, planned } = handling
  const chain = chainOf(handling).map((step, at) => ({ ...step, place: at + 1 }))
  const Heading = level === 3 ? 'h3' : 'h4'
  const on = (date: string) => day(new Date(`${date}T12:00:00Z`))
  const known = ADOPTION_LEVELS.find((one) => one === adopted?.level)
  return (
    <div className="in-stack in-stack--2">
      {adopted && (
        <p>
          {t('adopted', { body: adopted.body, day: on(adopted.on), number: adopted.caseNumber })}{' '}
          {known && <span className="in-muted">{t(`level.${known}`)}</span>}
        </p>
      )}
      {chain.length > 1 && (
        <>
          <Heading className="in-h4">{t('chain')}</Heading>
          <ol className="in-numbered">
            {chain.map(({ place, body, on: date, caseNumber, decision }) => (
              <li key={place}>
                {caseNumber
                  ? t('stepNumbered', { body, day: on(date), number: caseNumber })
                  : t('step', { body, day: on(date) })}
                {decision && (
                  <>
                    <br />
                    <span className="in-lines">{t('decision', { decision })}</span>
                  </>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      {planned && (
        <p>
          {planned.on
            ? t('planned', { body: planned.body, day: on(planned.on) })
            : t('plannedSometime', { body: planned.body })}
        </p>
      )}
    </div>
  )
}
