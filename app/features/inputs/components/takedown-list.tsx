import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { isTakedownDecision, takedownReference } from '../takedown.ts'
import type { ListedTakedown } from '../takedowns.server.ts'

type TakedownListProps = { rows: readonly ListedTakedown[]; state: 'open' | 'decided'; showOpen: string }

/** Requests to take something down, with who decided what; what they say stands on the page of each. */
export function TakedownList({ rows, state, showOpen }: TakedownListProps) {
  const t = useTranslations('workbench.takedowns')
  const { moment } = useDates()
  if (rows.length === 0)
    return (
      <Panel>
        <Empty
          heading={t(`empty.${state}`)}
          action={state === 'decided' ? { href: showOpen, label: t('showOpen') } : undefined}
        >
          {t(`emptyText.${state}`)}
        </Empty>
      </Panel>
    )
  const decidedAs = (decision: string | null) =>
    decision && isTakedownDecision(decision) ? t(`decision.${decision}`) : ''
  return (
    <Panel>
      <ul className="in-list in-list--last" aria-label={t(state === 'open' ? 'list' : 'decidedList')}>
        {rows.map((row) => (
          <li key={row.id}>
            <p>
              <a href={`/workbench/takedowns/${row.id}`}>
                <strong>
                  {t('request', { reference: takedownReference(row.id), sender: row.senderName })}
                </strong>
              </a>
            </p>
            <p className="in-small in-muted">
              {t('came', { at: moment(row.createdAt) })}
              {row.wantsAnswer && state === 'open' && <> · {t('wantsAnswer')}</>}
              {row.decidedAt && (
                <>
                  {' · '}
                  {t('decided', {
                    decision: decidedAs(row.decision),
                    name: row.decidedBy ?? '–',
                    at: moment(row.decidedAt),
                  })}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
