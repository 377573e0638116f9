import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { organisationsAdminPath } from '../address.ts'

type Kin = { slug: string; name: string; number: string | null; county: string | null; on: string }

/** What an organisation took over after, and what took over after it. Nothing when there is neither. */
export function OrganisationKin({ before, after }: { before: readonly Kin[]; after: readonly Kin[] }) {
  const t = useTranslations('workspace.keeping')
  if (before.length + after.length === 0) return null
  return (
    <Panel id="kin" heading={t('kin')}>
      <div className="in-stack in-stack--3">
        <KinList heading={t('before')} all={before} />
        <KinList heading={t('after')} all={after} />
      </div>
    </Panel>
  )
}

function KinList({ heading, all }: { heading: string; all: readonly Kin[] }) {
  const t = useTranslations('workspace.keeping')
  const { day } = useDates()
  if (all.length === 0) return null
  return (
    <div className="in-stack in-stack--1">
      <h3 className="in-h3">{heading}</h3>
      <ul className="in-list">
        {all.map(({ slug, name, number, county, on }) => (
          <li key={slug} className="in-list__row">
            <div>
              <a href={organisationsAdminPath(slug)}>{name}</a>
              <p className="in-meta">
                {[number, county, t('turnedOn', { day: day(new Date(on)) })].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
