import { useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { shareOf } from '#app/features/tables/rounding.ts'
import { DataTable } from '#app/ui/table.tsx'
import {
  type Coverage,
  type CoverageBy,
  type CoverageCounts,
  type CoverageGroup,
  groupsBy,
  type SizeClass,
} from '../coverage.ts'

/** "14 av 62", with the share where it is of enough. */
function useOf() {
  const t = useTranslations('public.coverage')
  return (count: number, of: number) => {
    const share = shareOf(count, of)
    return share === null ? t('of', { count, of }) : t('ofShare', { count, of, share: share / 100 })
  }
}

/** The round as a whole: inputs and passages, and how many have come how far. */
export function CoverageWhole({ coverage }: { coverage: Coverage }) {
  const t = useTranslations('public.coverage')
  const of = useOf()
  const steps = ['read', 'tagged', 'cited', 'answered'] as const
  const { inputs, passages } = coverage
  const lines = [
    { key: 'inputs', label: t('inputs'), of: inputs.inputs, counts: inputs },
    { key: 'passages', label: t('passages'), of: passages.passages, counts: passages },
  ]
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={[
        { key: 'what', label: t('group') },
        ...steps.map((step) => ({ key: step, label: t(`steps.${step}`), numeric: true })),
      ]}
      rows={lines.map((line) => ({
        key: line.key,
        cells: [line.label, ...steps.map((step) => of(line.counts[step], line.of))],
      }))}
    />
  )
}

type GroupsProps = {
  groups: readonly CoverageGroup[]
  total: CoverageCounts
  by: CoverageBy
  /** What the counties are called. */
  counties?: Record<string, string>
}

/** The inputs told apart by one thing; nothing where there is nothing to tell apart. */
export function CoverageGroups({ groups, total, by, counties = {} }: GroupsProps) {
  const t = useTranslations('public.coverage')
  const of = useOf()
  const name = useGroupName(counties)
  const shown = groupsBy(groups, by)
  if (shown.length === 0) return null
  const steps = ['read', 'cited', 'answered'] as const
  const cells = (counts: CoverageCounts) => steps.map((step) => of(counts[step], counts.inputs))
  // Not everybody has a size or a county, so there the whole is not the sum.
  const foot = by === 'size' || by === 'county' ? undefined : [t('all'), ...cells(total)]
  return (
    <div className="in-stack in-stack--2">
      <h3 className="in-h3">{t(`by.${by}`)}</h3>
      <DataTable
        caption={t(`by.${by}`)}
        captionHidden
        columns={[
          { key: 'group', label: t('group') },
          ...steps.map((step) => ({ key: step, label: t(`steps.${step}`), numeric: true })),
        ]}
        rows={shown.map((group) => ({ key: group.key, cells: [name(group), ...cells(group)] }))}
        foot={foot}
      />
    </div>
  )
}

/** What a group is called. */
export function useGroupName(counties: Record<string, string> = {}) {
  const t = useTranslations('public')
  return ({ by, key }: Pick<CoverageGroup, 'by' | 'key'>) => {
    if (by === 'kind') return t(senderKindKey(key))
    if (by === 'size') return t(`coverage.size.${key as SizeClass}`)
    return by === 'lang' ? t('language', { language: key }) : (counties[key] ?? key)
  }
}
