import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon, PencilIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import type { listFindings } from '../queries.server.ts'

type Listed = Awaited<ReturnType<typeof listFindings>>['rows'][number]

/** A round's findings, with where each stands and who was there last. */
export function FindingList({ base, findings }: { base: string; findings: readonly Listed[] }) {
  const t = useTranslations('workbench.findings')
  const { moment } = useDates()
  return (
    <ul className="in-list">
      {findings.map((finding) => (
        <li key={finding.id}>
          <div className="in-list__row">
            <div className="in-stack in-stack--1">
              <p>
                <a href={`${base}/${finding.id}`}>
                  <strong>
                    <Localised text={finding.title} />
                  </strong>
                </a>
              </p>
              <p className="in-small in-muted">
                {t('citations', { count: finding.citations })} ·{' '}
                {t('changed', { at: moment(finding.updatedAt), name: finding.updatedBy ?? '–' })}
              </p>
              {finding.code && finding.colour && (
                <p>
                  <ThemeTag code={finding.code} color={finding.colour}>
                    <Localised text={finding.themeTitle} />
                  </ThemeTag>
                </p>
              )}
            </div>
            <FindingState published={finding.publishedAt !== null} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function FindingState({ published }: { published: boolean }) {
  const t = useTranslations('workbench.findings')
  return published ? (
    <StatusTag tone="success" icon={CheckCircleIcon}>
      {t('published')}
    </StatusTag>
  ) : (
    <StatusTag icon={PencilIcon}>{t('draft')}</StatusTag>
  )
}
