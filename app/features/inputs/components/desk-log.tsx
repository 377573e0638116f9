import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Decision } from '../decisions.server.ts'
import { isTakedownDecision } from '../takedown.ts'
import { useLegalBasis } from './legal-basis.tsx'

/** Who decided what about the version, when, by which law and why; newest first. */
export function DeskLog({ decisions, mayDecide }: { decisions: readonly Decision[]; mayDecide: boolean }) {
  const t = useTranslations('workbench.publication')
  const { full } = useLegalBasis()
  const { moment } = useDates()
  const told = ({ what, count, takedown }: Decision) =>
    takedown && isTakedownDecision(takedown.decision)
      ? t('log.takedown', { decision: t(`log.takedownAs.${takedown.decision}`) })
      : t(`log.${what === 'takedown' ? 'published' : what}`, { count })
  return (
    <Panel id="log" heading={t('log.title')}>
      {decisions.length === 0 ? (
        <p className="in-muted">{t('log.none')}</p>
      ) : (
        <ol className="in-list in-list--last">
          {decisions.map((decision) => (
            <li key={`${decision.what} ${decision.at.getTime()} ${decision.legalBasis}`}>
              <p>
                {decision.takedown && mayDecide ? (
                  <a href={`/workbench/takedowns/${decision.takedown.id}`}>{told(decision)}</a>
                ) : (
                  told(decision)
                )}
              </p>
              {decision.legalBasis && <p className="in-small">{full(decision.legalBasis)}</p>}
              {decision.reason && <p className="in-small">{t('reasonWas', { reason: decision.reason })}</p>}
              <p className="in-small in-muted">{t('byAt', { name: decision.by, at: moment(decision.at) })}</p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
