import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { FindingFacts } from '../finding.ts'
import type { SavedVersion } from '../history.server.ts'

type VersionListProps = { base: string; versions: readonly SavedVersion[]; facts: FindingFacts }

/** Every time a finding was saved: by whom, when, and the way to what was changed then. */
export function VersionList({ base, versions, facts }: VersionListProps) {
  const t = useTranslations('workbench.findingHistory')
  const { moment } = useDates()
  return (
    <ul className="in-list">
      {versions.map(({ revision, at, by }) => (
        <li key={revision}>
          <div className="in-list__row">
            <div>
              <p>
                <strong>{t('revision', { revision })}</strong>
              </p>
              <p className="in-small in-muted">{t('saved', { at: moment(at), name: by ?? '–' })}</p>
            </div>
            <div className="in-row">
              {revision === facts.publishedRevision && <StatusTag tone="success">{t('published')}</StatusTag>}
              {revision === facts.approvedRevision && <StatusTag tone="info">{t('approved')}</StatusTag>}
              {revision === facts.revision && <StatusTag>{t('current')}</StatusTag>}
              {revision > 1 && (
                <a href={`${base}?from=${revision - 1}&to=${revision}#changes`}>{t('what')}</a>
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
