import { useFormatter, useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon, ClockIcon, PencilIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Progress as Bar } from '#app/ui/progress.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { writingPath } from '../address.ts'
import type { Progress } from '../progress.server.ts'

/** How far a draft has come: what is answered and missing, who is on it, and where it stands with its approvers. */
export function DraftProgress({ organisation, progress }: { organisation: string; progress: Progress }) {
  const t = useTranslations('workspace.overview')
  const format = useFormatter()
  const { moment } = useDates()
  const { asked, answered, missing, writers, presentNow, signOff, versions, changedSince } = progress
  const [latest] = writers
  const begun = writers.length > 0
  return (
    <div className="in-stack in-stack--2">
      {begun && (
        <Bar value={answered} max={asked}>
          {t('answered', { answered, asked })}
        </Bar>
      )}
      {begun && versions === 0 && missing.length > 0 && (
        <p className="in-small">
          {t('missing')}{' '}
          {missing.map(({ position, title }, place) => (
            <span key={position}>
              {place > 0 && ', '}
              <a href={`${writingPath(organisation, progress.inputId)}#question-${position}`}>
                {position}. <Localised text={title} />
              </a>
            </span>
          ))}
        </p>
      )}
      {latest && (
        <p className="in-small in-muted">
          {t('writers', { names: format.list(writers.map(({ name }) => name)), moment: moment(latest.at) })}{' '}
          {presentNow.length > 0 && t('presentNow', { names: format.list(presentNow) })}
        </p>
      )}
      {(signOff !== 'draft' || (versions > 0 && changedSince)) && (
        <p className="in-row">
          {signOff !== 'draft' && (
            <StatusTag
              tone={signOff === 'approved' ? 'success' : signOff === 'asked' ? 'info' : 'warning'}
              icon={signOff === 'approved' ? CheckCircleIcon : ClockIcon}
            >
              {t(`signOff.${signOff}`)}
            </StatusTag>
          )}
          {versions > 0 && changedSince && (
            <StatusTag tone="warning" icon={PencilIcon}>
              {t('changedSince')}
            </StatusTag>
          )}
        </p>
      )}
    </div>
  )
}
