import { useTranslations } from 'use-intl/react'
import type { FoundOrganisation } from '#app/features/organisations/search.server.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'

type Invited = Pick<FoundOrganisation, 'id' | 'name' | 'county'> & {
  invitedAt: Date | null
  toldAt: Date | null
  members: boolean
}

/** The invited of a round, and whether their letter has left. */
export function InvitedTable({ invited, total }: { invited: readonly Invited[]; total: number }) {
  const t = useTranslations('workbench.invitations')
  const { day, moment } = useDates()
  if (invited.length === 0)
    return (
      <Panel id="invited" heading={t('invited', { total })}>
        <Empty heading={t('nobody')} level={3}>
          {t('nobodyText')}
        </Empty>
      </Panel>
    )
  const letter = ({ members, toldAt }: Invited) => {
    if (!members) return t('noMembers')
    return toldAt ? t('told', { moment: moment(toldAt) }) : t('notTold')
  }
  return (
    <Panel id="invited" heading={t('invited', { total })}>
      <DataTable
        caption={t('caption')}
        captionHidden
        columns={[
          { key: 'name', label: t('name') },
          { key: 'invited', label: t('invitedAt') },
          { key: 'letter', label: t('letter') },
        ]}
        rows={invited.map((body) => ({
          key: body.id,
          cells: [
            body.county ? `${body.name} (${body.county})` : body.name,
            body.invitedAt ? day(body.invitedAt) : '',
            letter(body),
          ],
        }))}
      />
    </Panel>
  )
}
