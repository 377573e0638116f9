import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { OwnRequest } from '../requests.server.ts'

const tones = { open: 'info', consented: 'success', declined: 'neutral' } as const

/** What one has asked for, and what became of it. */
export function OwnRequests({ requests }: { requests: readonly OwnRequest[] }) {
  const t = useTranslations('workspace.join')
  const { day } = useDates()
  return (
    <Panel id="requests" heading={t('requests')}>
      <ul className="in-list">
        {requests.map(({ id, organisation, county, createdAt, state }) => (
          <li key={id} className="in-list__row">
            <div>
              <p>{organisation}</p>
              <p className="in-meta">
                {[county, t('askedOn', { day: day(createdAt) })].filter(Boolean).join(' · ')}
              </p>
            </div>
            <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
