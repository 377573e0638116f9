import { useTranslations } from 'use-intl/react'
import type { DescribedSearch } from '../staff-names.server.ts'

/** A search in a few words: what was typed, and what was chosen. */
export function SearchSummary({ search }: { search: DescribedSearch }) {
  const t = useTranslations('workbench.search')
  const facet = useTranslations('public.search.facet')
  const { text, compounds, inOneInput, chosen } = search
  const limits = [
    ...chosen.map(({ name, labels }) => t('chose', { facet: facet(name), labels: labels.join(', ') })),
    ...(compounds ? [t('withCompounds')] : []),
    ...(inOneInput ? [t('inOneInput')] : []),
  ]
  return (
    <>
      {text === '' ? t('anyWords') : <q className="in-asTyped">{text}</q>}
      {limits.length > 0 && ` · ${limits.join(' · ')}`}
    </>
  )
}
