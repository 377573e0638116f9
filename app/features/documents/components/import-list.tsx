import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'

type ListedImport = {
  id: string
  fileName: string
  lang: string
  at: Date
  by: string
  versionId: string | null
  discardedAt: Date | null
}

/** The files that have been read for a document, and what became of each. */
export function ImportList({ imports, base }: { imports: readonly ListedImport[]; base: string }) {
  const t = useTranslations('workbench.import')
  const { moment } = useDates()
  if (imports.length === 0) return null
  return (
    <Panel id="imports" heading={t('earlier')}>
      <ul className="in-list">
        {imports.map(({ id, fileName, lang, at, by, versionId, discardedAt }) => (
          <li key={id}>
            <a href={`${base}/${id}`} className="in-break">
              {fileName}
            </a>
            <p className="in-meta">
              {t(`langs.${lang === 'nn' ? 'nn' : 'nb'}`)}. {t('readBy', { name: by, at: moment(at) })}{' '}
              {t(versionId ? 'wasTaken' : discardedAt ? 'wasDiscarded' : 'waits')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
