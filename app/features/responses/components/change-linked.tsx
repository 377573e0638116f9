import { useTranslations } from 'use-intl/react'
import { shownNumber } from '#app/features/documents/paragraph.ts'
import { Localised } from '#app/ui/localised.tsx'
import type { LinkedIn } from '../changes.server.ts'

/** Which paragraphs of a version responses are linked to, for those who write in it. Nothing where there are none. */
export function LinkedChanges({ linked }: { linked: readonly LinkedIn[] }) {
  const t = useTranslations('workbench.response.linkedIn')
  if (linked.length === 0) return null
  const count = new Set(linked.map(({ findingId, citationId }) => `${findingId} ${citationId}`)).size
  return (
    <details>
      <summary>{t('summary', { count })}</summary>
      <p className="in-small">{t('text')}</p>
      <ul>
        {linked.map(({ findingId, roundId, citationId, title, anchor }) => (
          <li key={`${findingId} ${citationId} ${anchor}`}>
            {anchor ? t('at', { number: shownNumber(anchor) ?? anchor }) : t('gone')}:{' '}
            <a
              href={`/workbench/rounds/${roundId}/findings/${findingId}/changes${citationId ? `?citation=${citationId}` : ''}`}
            >
              <Localised text={title} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
