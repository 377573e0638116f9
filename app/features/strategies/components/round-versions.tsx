import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { StaffRoundRevision } from '../round-revisions.server.ts'
import { type PhaseNames, RoundChangeList } from './round-change-list.tsx'

type VersionsProps = { revisions: readonly StaffRoundRevision[]; total: number; phases: PhaseNames }

/** A round as it has stood since it was published: every version with who, when, why and what. */
export function RoundVersions({ revisions, total, phases }: VersionsProps) {
  const t = useTranslations('workbench.roundVersions')
  const locale = useLocale()
  const { moment } = useDates()
  if (total === 0) return null
  return (
    <Panel id="versions" heading={t('heading', { total })}>
      <ol className="in-list">
        {revisions.map(({ number, at, by, reason, changes }) => (
          <li key={number} className="in-stack in-stack--3">
            <div>
              <h3 className="in-h3">{number === 1 ? t('first') : t('number', { number })}</h3>
              <p className="in-meta">
                <time dateTime={at.toISOString()}>{moment(at)}</time>
                {by && ` · ${by}`}
              </p>
            </div>
            {number > 1 && (
              <p>{reason ? t('reason', { reason: pick(reason, locale).text }) : t('noReason')}</p>
            )}
            {changes.length > 0 && <RoundChangeList {...{ changes, phases }} />}
          </li>
        ))}
      </ol>
      {total > revisions.length && <p className="in-meta">{t('older', { count: revisions.length })}</p>}
    </Panel>
  )
}
