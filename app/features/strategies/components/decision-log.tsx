import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { listDecisions } from '../phases.server.ts'

type Decision = Awaited<ReturnType<typeof listDecisions>>[number]

const words = {
  'phase.opened': 'opened',
  'phase.outcome-recorded': 'outcome-recorded',
  'phase.outcome-corrected': 'outcome-corrected',
} as const

/** What was decided at the gates, by whom and when, the latest first. */
export function DecisionLog({ decisions }: { decisions: readonly Decision[] }) {
  const t = useTranslations('workbench.phases')
  const locale = useLocale()
  const { moment } = useDates()
  const wordOf = (type: string) => words[type as keyof typeof words] ?? 'opened'
  return (
    <Panel id="log" heading={t('log')}>
      {decisions.length === 0 ? (
        <p>{t('noDecisions')}</p>
      ) : (
        <DataTable
          caption={t('logList')}
          captionHidden
          columns={[
            { key: 'when', label: t('when') },
            { key: 'what', label: t('what') },
            { key: 'who', label: t('who') },
          ]}
          rows={decisions.map(({ id, type, at, by, title }) => ({
            key: id,
            cells: [
              moment(at),
              t(`types.${wordOf(type)}`, { phase: pick(title, locale).text }),
              by ?? t('unknown'),
            ],
          }))}
        />
      )}
    </Panel>
  )
}
