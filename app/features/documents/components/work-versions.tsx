import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { CheckCircleIcon, PadlockIcon, PencilIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { noon } from './document-words.tsx'
import { StartVersion } from './start-version.tsx'
import { TextCheck } from './text-check.tsx'

export type WorkVersion = {
  id: string
  number: number
  title: LocalisedText
  publishedAt: Date | null
  adoptedAt: Date | null
  adoptedOn: string | null
  paragraphs: number
  check: 'matches' | 'differs' | null
}

type WorkVersionsProps = {
  base: string
  versions: readonly WorkVersion[]
  mayWrite: boolean
  /** What begins the next version, and the page that does; null while one is written already. */
  start: { documentId: string; formKey: string; action: string } | null
}

/** The versions of a document, newest first: how far each has come, and what can be done with it next. */
export function WorkVersions({ base, versions, mayWrite, start }: WorkVersionsProps) {
  const t = useTranslations('workbench.document')
  if (versions.length === 0)
    return (
      <Panel id="versions" heading={t('versions')}>
        <div className="in-stack">
          <Empty level={3} heading={t('noVersions')}>
            {t('noVersionsText')}
          </Empty>
          {start && <StartVersion {...start} next={1} />}
        </div>
      </Panel>
    )
  return (
    <Panel id="versions" heading={t('versions')}>
      <ul className="in-list in-list--last">
        {versions.map((version) => (
          <li key={version.id} className="in-stack in-stack--2">
            <VersionHead {...{ base, version }} />
            <NextSteps {...{ base, version, mayWrite }} first={version.number === versions.at(-1)?.number} />
            {version.check && <TextCheck outcome={version.check} />}
          </li>
        ))}
      </ul>
      {start && <StartVersion {...start} next={(versions[0]?.number ?? 0) + 1} />}
    </Panel>
  )
}

function VersionHead({ base, version }: { base: string; version: WorkVersion }) {
  const t = useTranslations('workbench.document')
  const { day } = useDates()
  const { id, title, publishedAt, adoptedOn, adoptedAt, paragraphs } = version
  return (
    <div className="in-list__row">
      <div>
        <h3 className="in-h3">
          <a href={`${base}/versions/${id}`}>
            <Localised text={title} />
          </a>
        </h3>
        <p className="in-meta">{t('size', { paragraphs })}</p>
      </div>
      {adoptedAt && adoptedOn ? (
        <StatusTag tone="success" icon={PadlockIcon}>
          {t('adopted', { day: day(noon(adoptedOn)) })}
        </StatusTag>
      ) : publishedAt ? (
        <StatusTag tone="info" icon={CheckCircleIcon}>
          {t('published', { day: day(publishedAt) })}
        </StatusTag>
      ) : (
        <StatusTag icon={PencilIcon}>{t('written')}</StatusTag>
      )}
    </div>
  )
}

type NextStepsProps = { base: string; version: WorkVersion; mayWrite: boolean; first: boolean }

function NextSteps({ base, version, mayWrite, first }: NextStepsProps) {
  const t = useTranslations('workbench.document')
  const at = `${base}/versions/${version.id}`
  const published = version.publishedAt !== null
  return (
    <p className="in-steps-on">
      <a href={at}>{t(published || !mayWrite ? 'read' : 'write')}</a>
      {!first && <a href={`${at}/alignment`}>{t('align')}</a>}
      {published && <a href={`${at}/notes`}>{t('notes')}</a>}
      {version.adoptedAt && <a href={`${at}/adoption`}>{t('decision')}</a>}
      {published && !version.adoptedAt && mayWrite && <a href={`${at}/adoption`}>{t('adopt')}</a>}
    </p>
  )
}
