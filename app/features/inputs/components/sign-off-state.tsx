import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleFillIcon, CircleIcon, ClockIcon, MinusCircleIcon, WarningIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { SignOffView } from '../sign-off.server.ts'

const looks = {
  draft: { tone: 'neutral', icon: CircleIcon },
  asked: { tone: 'info', icon: ClockIcon },
  approved: { tone: 'success', icon: CheckCircleFillIcon },
  changed: { tone: 'warning', icon: WarningIcon },
  'sent-back': { tone: 'warning', icon: MinusCircleIcon },
} as const

/** Where a draft stands with its approvers, in a word and a mark. */
export function SignOffTag({ state }: { state: SignOffView['state'] }) {
  const t = useTranslations('workspace.signOff.state')
  return <StatusTag {...looks[state]}>{t(state)}</StatusTag>
}

/** The same in a sentence: who did what when, and what it means. */
export function useSignOffSentence() {
  const t = useTranslations('workspace.signOff')
  const { moment } = useDates()
  return ({ state, steps }: Pick<SignOffView, 'state' | 'steps'>): string => {
    const [latest] = steps
    if (state === 'draft' || !latest) return t('draftText')
    return t(`${state}Text`, { name: latest.byName, moment: moment(latest.at) })
  }
}

/** Every step that was taken, the newest first. */
export function SignOffHistory({ steps }: { steps: SignOffView['steps'] }) {
  const t = useTranslations('workspace.signOff')
  const { moment } = useDates()
  return (
    <Panel id="history" heading={t('history')}>
      {steps.length === 0 ? (
        <p className="in-muted">{t('noHistory')}</p>
      ) : (
        <ol className="in-list">
          {steps.map(({ id, kind, byName, at, comment }) => (
            <li key={id} className="in-stack in-stack--2">
              <p>
                {t(`step.${kind}`, { name: byName })}{' '}
                <time className="in-small in-muted" dateTime={at.toISOString()}>
                  {moment(at)}
                </time>
              </p>
              {comment && <p className="in-lines">{t('quoted', { comment })}</p>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
