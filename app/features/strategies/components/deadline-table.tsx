import { useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { LookedAt } from '../deadline-advice.ts'

/** Deadlines to choose between, as days. */
export type Suggested = { opens: Date; sixWeeks: Date; threeMonths: Date }

/** How long each deadline gives, what to know of it, and what could be chosen instead. */
export function DeadlineTable({ looked, suggested }: { looked: readonly LookedAt[]; suggested: Suggested }) {
  const t = useTranslations('workbench.deadlines')
  const kinds = useTranslations('public')
  const { day, moment } = useDates()
  const { opens, sixWeeks, threeMonths } = suggested
  const warned = looked.filter(({ warnings }) => warnings.length > 0)
  const nameOf = (kind: string | null) => {
    if (kind !== null) return kinds(senderKindKey(kind))
    return t(looked.length > 1 ? 'everyone' : 'all')
  }
  return (
    <Panel id="notice" heading={t('heading')}>
      <div className="in-stack in-stack--3">
        <DataTable
          caption={t('caption')}
          captionHidden
          columns={[
            { key: 'who', label: t('who') },
            { key: 'deadline', label: t('deadline') },
            { key: 'days', label: t('days'), numeric: true },
            { key: 'working', label: t('working'), numeric: true },
          ]}
          rows={looked.map(({ kind, at, days, workingDays }) => ({
            key: kind ?? 'all',
            cells: [nameOf(kind), moment(at), days, workingDays],
          }))}
        />
        {warned.length > 0 && (
          <ul className="in-warned">
            {warned.map(({ kind, warnings }) => (
              <li key={kind ?? 'all'}>
                {looked.length > 1 && `${nameOf(kind)}: `}
                {warnings.map((warning) => t(`warning.${warning}`)).join(' ')}
              </li>
            ))}
          </ul>
        )}
        <p className="in-meta">
          {t('suggested', { opens: day(opens), sixWeeks: day(sixWeeks), threeMonths: day(threeMonths) })}
        </p>
      </div>
    </Panel>
  )
}
