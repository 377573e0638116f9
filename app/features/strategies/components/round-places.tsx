import { useTranslations } from 'use-intl/react'
import { LocalNav } from '#app/ui/local-nav.tsx'

/** The pages of a round in the order of the work: made ready, received, read, summed up, answered for. */
const STAGES = {
  prepare: ['settings', 'questionnaire', 'invitations', 'rules', 'extensions', 'opening'],
  receive: ['inputs', 'intake'],
  read: ['assignments', 'progress'],
  sumUp: ['tables', 'findings', 'coverage'],
  answer: ['carried-forward', 'reports', 'feedback'],
} as const

/** The way about in one round, on every page of it. */
export function RoundPlaces({ roundId, pathname }: { roundId: string; pathname: string }) {
  const t = useTranslations('workbench.places')
  const base = `/workbench/rounds/${roundId}`
  const isHere = (place: string) =>
    place === 'inputs'
      ? pathname === base
      : pathname === `${base}/${place}` || pathname.startsWith(`${base}/${place}/`)
  const groups = Object.entries(STAGES).map(([stage, places]) => ({
    label: t(`stage.${stage as keyof typeof STAGES}`),
    links: places.map((place) => ({
      href: place === 'inputs' ? base : `${base}/${place}`,
      label: t(place),
      current: isHere(place),
    })),
  }))
  return <LocalNav label={t('label')} groups={groups} />
}
