import { useTranslations } from 'use-intl/react'
import type { FoundOrganisation } from '../search.server.ts'
import { senderKindKey } from '../sender-kind.ts'

/** Organisations to choose among. Two may have one name, so the county and what sort of body it is always stand there. */
export function OrganisationList({
  organisations,
  href,
}: {
  organisations: readonly FoundOrganisation[]
  href: (organisation: FoundOrganisation) => string
}) {
  return (
    <ul className="in-list">
      {organisations.map((organisation) => (
        <li key={organisation.id} className="in-list__row">
          <div>
            <a href={href(organisation)}>{organisation.name}</a>
            <WhichOrganisation organisation={organisation} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What tells an organisation from another of its name. */
export function WhichOrganisation({ organisation }: { organisation: FoundOrganisation }) {
  const t = useTranslations('workspace.join')
  const kinds = useTranslations('public')
  const { officialName, name, county, kind, municipalityNumber, organisationNumber, listed } = organisation
  const facts = [
    officialName && officialName !== name && officialName,
    kinds(senderKindKey(kind)),
    county,
    municipalityNumber && t('municipalityNumber', { number: municipalityNumber }),
    !municipalityNumber && organisationNumber && t('organisationNumber', { number: organisationNumber }),
    !listed && t('unlisted'),
  ]
  return <p className="in-meta">{facts.filter(Boolean).join(' · ')}</p>
}
