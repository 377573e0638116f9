import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { roundPath } from '../address.ts'
import type { PublicStrategy } from '../queries.server.ts'
import { FallbackNote } from './fallback-note.tsx'
import { Paragraphs } from './paragraphs.tsx'
import { usePhaseDays } from './phase-timeline.tsx'

type Phase = PublicStrategy['phases'][number]

/** What is done and what came of it, what goes on, and what comes: made from the phases (nordic-practice A0.14). */
export function WayForward({ strategy }: { strategy: PublicStrategy }) {
  const t = useTranslations('public.phase')
  const { phases } = strategy
  if (phases.length === 0) return <p>{t('none')}</p>
  const groups = [
    { key: 'done', phases: phases.filter(({ state }) => state === 'done'), nothing: t('nothingDone') },
    { key: 'now', phases: phases.filter(({ state }) => state === 'now'), nothing: t('nothingNow') },
    {
      key: 'next',
      phases: phases.filter(({ state }) => state === 'next' || state === 'later'),
      nothing: t('nothingNext'),
    },
  ] as const
  return (
    <div className="in-stack in-stack--5">
      <FallbackNote texts={phases.flatMap(({ outcome, purpose }) => [outcome, purpose])} />
      {groups.map(({ key, phases: own, nothing }) => (
        <div key={key} id={`fase-${key}`}>
          <h3 className="in-h3">{t(`groups.${key}`)}</h3>
          {own.length === 0 ? (
            <p className="in-meta">{nothing}</p>
          ) : (
            <ul className="in-steps">
              {own.map((phase, at) => (
                <li key={phase.id}>
                  <PhaseStep {...{ phase, strategy }} open={key === 'done' && at === own.length - 1} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  )
}

/** One phase. What goes on is said at once; what came of the last one too; the others open on request. */
function PhaseStep({ phase, strategy, open }: { phase: Phase; strategy: PublicStrategy; open: boolean }) {
  const t = useTranslations('public.phase')
  const strategyWords = useTranslations('public.strategy')
  const locale = useLocale()
  const day = usePhaseDays()
  const { day: whole } = useDates()
  const { title, purpose, startsOn, endsOn, state, outcome, outcomeAt } = phase
  const rounds = strategy.rounds.filter(({ phaseId }) => phaseId === phase.id).reverse()
  const name = (
    <>
      <strong>
        <Localised text={title} />
      </strong>{' '}
      <span className="in-meta">{t('window', { from: day(startsOn), to: day(endsOn, true) })}</span>
    </>
  )
  const more = (
    <>
      {outcome ? (
        <>
          <Paragraphs text={outcome} fold={false} />
          {outcomeAt && <p className="in-meta">{t('outcomeAt', { day: whole(outcomeAt) })}</p>}
        </>
      ) : state === 'done' ? (
        <p className="in-meta">{t('noOutcome')}</p>
      ) : (
        Object.keys(purpose).length > 0 && <Paragraphs text={purpose} fold={false} />
      )}
      {rounds.length > 0 && (
        <p className="in-row">
          {rounds.map(({ slug, number }) => (
            <a key={slug} href={pathIn(locale, roundPath(strategy.slug, slug))}>
              {strategyWords('round', { number })}
            </a>
          ))}
        </p>
      )}
    </>
  )
  if (state === 'now')
    return (
      <>
        <p>{name}</p>
        {more}
      </>
    )
  return (
    <details className="in-fold in-fold--phase" open={open}>
      <summary>{name}</summary>
      {more}
    </details>
  )
}
