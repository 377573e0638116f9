import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon, PadlockIcon, PencilIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { DOCUMENT_KINDS } from '../facts.ts'
import { versionState } from '../version.ts'
import { StartVersion } from './start-version.tsx'

type WorkVersion = {
  id: string
  number: number
  title: LocalisedText
  publishedAt: Date | null
  adoptedAt: Date | null
  blocks: number
}

/** A document with its versions, newest first. */
export type WorkDocument = {
  id: string
  kind: string
  title: LocalisedText
  slug: string
  versions: readonly WorkVersion[]
}

const marks = { writing: PencilIcon, published: CheckCircleIcon, adopted: PadlockIcon } as const
const tones = { writing: 'neutral', published: 'success', adopted: 'success' } as const

/** Each document of a strategy: how far its versions have come, and what can be done next. */
export function DocumentList({
  documents,
  mayWrite,
  keys,
  action,
}: {
  documents: readonly WorkDocument[]
  mayWrite: boolean
  /** A form's key for each document. */
  keys: Record<string, string>
  action: string
}) {
  const t = useTranslations('workbench.documents')
  const { day } = useDates()
  return documents.map(({ id, kind, title, versions }) => {
    const base = `/workbench/documents/${id}`
    const writing = versions.find(({ publishedAt }) => publishedAt === null)
    return (
      <Panel
        key={id}
        id={`document-${id}`}
        heading={
          <a href={base}>
            <Localised text={title} />
          </a>
        }
        beside={<span className="in-small in-muted">{t(`kinds.${kindKey(kind)}`)}</span>}
      >
        {versions.length === 0 && <p>{t('noVersions')}</p>}
        <ul className="in-list">
          {versions.map((version) => {
            const state = versionState(version)
            return (
              <li key={version.id}>
                <div className="in-row in-row--between">
                  <a href={`${base}/versions/${version.id}`}>
                    <Localised text={version.title} />
                  </a>
                  <StatusTag tone={tones[state]} icon={marks[state]}>
                    {t(`state.${state}`)}
                  </StatusTag>
                </div>
                <p className="in-meta">
                  {t('size', { number: version.number, count: version.blocks })}{' '}
                  {version.publishedAt && t('publishedOn', { day: day(version.publishedAt) })}
                </p>
              </li>
            )
          })}
        </ul>
        {mayWrite &&
          (writing ? (
            <p>
              <a href={`${base}/versions/${writing.id}`}>{t('goOn', { number: writing.number })}</a>
            </p>
          ) : (
            <StartVersion
              {...{ action, documentId: id, formKey: keys[id] ?? '' }}
              next={(versions[0]?.number ?? 0) + 1}
            />
          ))}
      </Panel>
    )
  })
}

/** A kind of document as the key of its name; what is stored is text. */
export const kindKey = (kind: string) => DOCUMENT_KINDS.find((one) => one === kind) ?? 'draft'
