import { useTranslations } from 'use-intl/react'
import { DataTable } from '#app/ui/table.tsx'
import { guidelines } from '../conformance.ts'

/** Every guideline of WCAG 2.2, its criteria, how we stand and why. */
export function ConformanceTable() {
  const t = useTranslations('public.accessibility.wcag')
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={[
        { key: 'guideline', label: t('guideline') },
        { key: 'criteria', label: t('criteria') },
        { key: 'state', label: t('state'), whole: true },
        { key: 'how', label: t('how') },
      ]}
      rows={guidelines.map(({ key, number, criteria, state }) => ({
        key,
        cells: [`${number} ${t(`guidelines.${key}`)}`, criteria.join(', '), t(state), t(`ways.${key}`)],
      }))}
    />
  )
}
