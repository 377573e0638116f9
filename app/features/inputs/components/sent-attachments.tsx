import { useTranslations } from 'use-intl/react'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ListedAttachment } from '../attachment.ts'
import { toneOf } from './attachment-list.tsx'

type SentAttachmentsProps = {
  files: readonly ListedAttachment[]
  /** Whether files are looked through for viruses here; staff are told when they are not. */
  scanned: boolean
  href: (id: string) => string
}

/** The files a version was sent with, for those who received it. Nothing where there are none. */
export function SentAttachments({ files, scanned, href }: SentAttachmentsProps) {
  const t = useTranslations('workbench.attachments')
  if (files.length === 0) return null
  const size = (bytes: number) =>
    bytes < 1_000_000
      ? t('size.kilobytes', { size: Math.max(1, Math.round(bytes / 1_000)) })
      : t('size.megabytes', { size: Math.round(bytes / 100_000) / 10 })
  return (
    <Panel id="vedlegg" heading={t('title', { count: files.length })}>
      <div className="in-stack in-stack--3">
        {!scanned && <p className="in-small in-muted">{t('notScanned')}</p>}
        <ul className="in-list">
          {files.map((file) => (
            <li key={file.id} className="in-stack in-stack--1">
              <p className="in-break">
                {file.handedOut ? <a href={href(file.id)}>{file.name}</a> : file.name}{' '}
                <StatusTag tone={toneOf(file.state)}>{t(`state.${file.state}`)}</StatusTag>
              </p>
              {file.state !== 'read' && file.state !== 'picture' && (
                <p className="in-small">{t(`stateText.${file.state}`)}</p>
              )}
              <p className="in-meta">
                {t(`kind.${file.kind}`)}, {size(file.size)}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
