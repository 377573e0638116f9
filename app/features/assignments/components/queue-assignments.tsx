import { useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import { progressPath } from '../address.ts'
import { standingOf } from '../due.ts'
import type { OwnAssignment } from '../queue.server.ts'
import type { OwnRecheck } from '../rechecks.server.ts'
import { DueText, StandingTag, useAssignmentName } from './assignment-words.tsx'

/** One's own assignments, most urgent first, each with how far it has come. */
export function QueueAssignments({ own, today }: { own: readonly OwnAssignment[]; today: string }) {
  const t = useTranslations('workbench.queue')
  const words = useTranslations('workbench.assignments')
  const name = useAssignmentName()
  return (
    <Panel id="assignments" heading={t('assignments', { count: own.length })}>
      <ul className="in-list in-list--rows">
        {own.map((one) => {
          const standing = standingOf(one, today)
          return (
            <li key={one.id} className="in-list__row">
              <div className="in-stack in-stack--1">
                <p>
                  <strong>{name(one)}</strong>
                </p>
                <p className="in-meta">
                  <Localised text={one.strategyTitle} />,{' '}
                  <a href={progressPath(one.roundId)}>{words('round', { number: one.roundNumber })}</a>
                </p>
                <p className="in-meta">
                  {one.answers === 0
                    ? words('nothing')
                    : words('inputsRead', { read: one.inputs - one.inputsLeft, all: one.inputs })}
                  {one.dueOn && standing !== 'done' && (
                    <>
                      {' · '}
                      <DueText {...{ dueOn: one.dueOn, standing, today }} />
                    </>
                  )}
                </p>
                {one.note && (
                  <p className="in-small">
                    {one.note} <span className="in-muted">{t('from', { by: one.by })}</span>
                  </p>
                )}
              </div>
              <StandingTag standing={standing} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** Themes that came after one had read, each with a way to what is to be looked through. */
export function QueueRechecks({ rechecks }: { rechecks: readonly OwnRecheck[] }) {
  const t = useTranslations('workbench.queue')
  if (rechecks.length === 0) return null
  return (
    <Panel id="rechecks" heading={t('rechecks')}>
      <div className="in-stack in-stack--2">
        <p className="in-muted in-measure">{t('rechecksText')}</p>
        <ul className="in-list in-list--rows">
          {rechecks.map(({ themeId, strategyId, code, colour, title, count }) => (
            <li key={themeId} className="in-list__row">
              <ThemeTag code={code} color={colour}>
                <Localised text={title} />
              </ThemeTag>
              <a href={`/workbench/strategies/${strategyId}/codebook/rechecks?theme=${themeId}`}>
                {t('recheck', { count })}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
