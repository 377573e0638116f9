import { sendersAddress } from '#app/features/tables/table-key.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import type { StandingNumber } from './components/number-list.tsx'
import { markersIn } from './finding-text.ts'
import { standingCountsOf } from './live-counts.server.ts'

/** The numbers of a finding for its page of them. `tablesAt`: where the round's tables are. The caller has asked the policy. */
export async function standingNumbers(
  finding: { id: string; text: LocalisedText },
  tablesAt: string,
): Promise<StandingNumber[]> {
  const standing = new Set(markersIn(Object.values(finding.text).join('\n\n')).counts)
  const counts = await standingCountsOf(database().db, [finding.id])
  return counts.map(({ number, label, seen, seenAt, live, merged, place, ...row }) => ({
    ...{ number, label, seen, seenAt, live, merged, inText: standing.has(number) },
    sendersAt: place && `${tablesAt}/${sendersAddress(place.table, place.row, place.column)}`,
    frozen: row.frozenAt && { count: row.frozenCount ?? 0, of: row.frozenOf ?? 0, at: row.frozenAt },
  }))
}
