import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon, CircleIcon, ClockIcon, MinusCircleIcon } from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { LedgerEntry } from '../ledger.server.ts'

/** Bodies of a round by name, each with what came of asking it. Its input is linked where anyone may read that. */
export function LedgerList({
  strategy,
  round,
  entries,
  counties,
}: {
  strategy: string
  round: string
  entries: readonly LedgerEntry[]
  counties: ReadonlyMap<string, string>
}) {
  const t = useTranslations('public')
  const locale = useLocale()
  const { day } = useDates()
  return (
    <ul className="in-list in-list--rows">
      {entries.map((entry) => {
        const county = counties.get(entry.county ?? '')
        // Two bodies of one name are told apart where they are named, also in a list of links that is read out.
        const name =
          entry.namesake && county ? t('ledger.page.namesake', { name: entry.name, county }) : entry.name
        return (
          <li key={entry.id}>
            <div className="in-list__row">
              <div>
                {entry.inputId ? (
                  <a href={pathIn(locale, inputPath(strategy, round, entry.inputId))}>{name}</a>
                ) : (
                  <span>{name}</span>
                )}
                <p className="in-meta">
                  {t(senderKindKey(entry.kind))}.{county && ` ${county}.`}
                  {entry.extendedUntil && ` ${t('ledger.page.extended', { date: day(entry.extendedUntil) })}`}
                </p>
              </div>
              <div className="in-row">
                {entry.late && (
                  <StatusTag tone="warning" icon={ClockIcon}>
                    {t('input.late')}
                  </StatusTag>
                )}
                <EntryState entry={entry} />
              </div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function EntryState({ entry: { state, awaited } }: { entry: LedgerEntry }): ReactNode {
  const t = useTranslations('public.ledger.page.entry')
  if (state === 'answered')
    return (
      <StatusTag tone="success" icon={CheckCircleIcon}>
        {t('answered')}
      </StatusTag>
    )
  if (state === 'no-remarks')
    return (
      <StatusTag tone="info" icon={MinusCircleIcon}>
        {t('no-remarks')}
      </StatusTag>
    )
  return (
    <StatusTag line icon={CircleIcon}>
      {t(awaited ? 'awaited' : 'silent')}
    </StatusTag>
  )
}
