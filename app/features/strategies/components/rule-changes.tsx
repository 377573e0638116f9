import { useFormatter, useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { listRuleChanges } from '../round-rules.server.ts'

type Change = Awaited<ReturnType<typeof listRuleChanges>>[number]

const words = {
  legalForm: 'legalForm',
  opensAt: 'opens',
  deadlineAt: 'deadline',
  groupDeadlines: 'groups',
  acceptsLateUntil: 'late',
  shortNoticeReason: 'reason',
  naming: 'naming',
  allowsCorrections: 'corrections',
  allowsWithdrawal: 'withdrawal',
  inputsShown: 'inputsShown',
} as const

/** What was changed about the rules, by whom and when, the latest first. */
export function RuleChanges({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('workbench.roundRules')
  const format = useFormatter()
  const { moment } = useDates()
  if (changes.length === 0) return null
  const nameOf = (name: string) => {
    const key = words[name as keyof typeof words]
    return key ? `«${t(key)}»` : name
  }
  return (
    <Panel id="log" heading={t('log')}>
      <DataTable
        caption={t('logList')}
        captionHidden
        columns={[
          { key: 'at', label: t('at') },
          { key: 'what', label: t('what') },
          { key: 'by', label: t('by') },
        ]}
        rows={changes.map(({ id, at, by, changed }) => ({
          key: id,
          cells: [moment(at), format.list(changed.map(nameOf)), by ?? t('unknown')],
        }))}
      />
    </Panel>
  )
}
