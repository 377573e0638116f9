import { Fragment, type ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { CheckCircleFillIcon, CircleIcon, WarningIcon } from '#app/ui/icons.tsx'
import type { OpeningCheck, OpeningSays } from '../opening-checklist.ts'

const marks = {
  done: CheckCircleFillIcon,
  note: CircleIcon,
  warns: WarningIcon,
  hinders: WarningIcon,
} as const

/** Where each thing is mended. */
const places: Partial<Record<OpeningSays, Place | readonly Place[]>> = {
  'strategy-not-public': 'register',
  'case-number-missing': 'register',
  'phase-not-open': 'phases',
  'phase-ended': ['settings', 'phases'],
  'intro-missing': 'settings',
  'contact-missing': 'settings',
  'questions-missing': 'questionnaire',
  'questions-general': 'questionnaire',
  'one-form': ['settings', 'questionnaire'],
  'rules-broken': 'rules',
  'deadline-past': 'rules',
  'short-notice': 'rules',
  'under-three-months': 'rules',
  'times-off': 'rules',
  'documents-missing': 'documents',
  'documents-unpublished': 'documents',
  'nobody-invited': 'invitations',
}

type Place = 'register' | 'phases' | 'settings' | 'questionnaire' | 'rules' | 'documents' | 'invitations'

type OpeningListProps = {
  checks: readonly OpeningCheck[]
  values: Record<'deadline' | 'broken' | 'ofState', string> &
    Record<'days' | 'questions' | 'oneForm' | 'waiting' | 'invited', number>
  roundId: string
  strategyId: string
  /** Texts in one form only, to show which they are. */
  lacking: readonly string[]
}

/** What a round lacks before it can be public; each line says in words whether it stops, and leads to where it is mended. */
export function OpeningList({ checks, values, roundId, strategyId, lacking }: OpeningListProps) {
  const t = useTranslations('workbench.opening')
  const [strategy, round] = [`/workbench/strategies/${strategyId}`, `/workbench/rounds/${roundId}`]
  const hrefs: Record<Place, string> = {
    ...{ register: strategy, phases: `${strategy}/phases`, documents: `${strategy}/documents` },
    ...{ settings: `${round}/settings`, questionnaire: `${round}/questionnaire`, rules: `${round}/rules` },
    invitations: `${round}/invitations`,
  }
  const way = (says: OpeningSays): ReactNode => {
    const found = places[says] ?? []
    return [found].flat().map((place) => (
      <Fragment key={place}>
        <a href={hrefs[place]}>{t(`link.${place}`)}</a>{' '}
      </Fragment>
    ))
  }
  return (
    <ul className="in-checklist">
      {checks.map(({ says, state }) => {
        const Mark = marks[state]
        return (
          <li key={says} data-state={state}>
            <Mark />
            <div>
              <p>
                {state === 'hinders' || state === 'warns' ? (
                  <strong>{t(`state.${state}`)} </strong>
                ) : (
                  <span className="in-sr">{t(`state.${state}`)} </span>
                )}
                {t(`check.${says}`, values)} {state !== 'done' && way(says)}
              </p>
              {says === 'one-form' && lacking.length > 0 && (
                <ul className="in-small in-muted">
                  {lacking.map((text) => (
                    <li key={text}>«{text}»</li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
