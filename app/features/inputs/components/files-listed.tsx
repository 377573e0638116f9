import { useTranslations } from 'use-intl/react'
import { FilesIcon } from '#app/ui/icons.tsx'
import { groupedHash } from '../receipt.ts'
import type { SentFile } from '../sent-version.server.ts'

/** The files that go or went with an input. `sums` shows the checksum that each file is kept under. */
export function FilesListed({
  files,
  href,
  sums,
}: {
  files: readonly SentFile[]
  href: (file: SentFile) => string
  sums?: boolean
}) {
  const t = useTranslations('workspace.files')
  const size = (bytes: number) =>
    bytes < 1_000_000
      ? t('kilobytes', { size: Math.max(1, Math.round(bytes / 1_000)) })
      : t('megabytes', { size: Math.round(bytes / 100_000) / 10 })
  return (
    <ul className="in-list">
      {files.map((file) => (
        <li key={file.id} className="in-stack in-stack--2">
          <p>
            <FilesIcon /> <a href={href(file)}>{file.name}</a>{' '}
            <span className="in-small in-muted">{size(file.size)}</span>
          </p>
          {sums ? (
            <p className="in-small">
              <span className="in-muted">{t('sum')}</span>{' '}
              <span className="in-hash">{groupedHash(file.sha256)}</span>
            </p>
          ) : (
            <>
              {file.problem !== null && <p className="in-small">{t('problem')}</p>}
              {file.readAt === null && <p className="in-small in-muted">{t('reading')}</p>}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
