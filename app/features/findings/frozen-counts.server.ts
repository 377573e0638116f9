import { and, eq, notInArray } from 'drizzle-orm'
import { listSenders } from '#app/features/tables/counting.server.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { findingCounts } from '#db/schema/index.ts'
import { sameRatio } from './count.ts'
import { countRule } from './count-words.ts'
import { markersIn } from './finding-text.ts'
import { listCounts, liveCounts } from './live-counts.server.ts'

/** More senders than any round has. */
const mostSenders = 100_000

/**
 * Freezes the numbers that stand in the text that is published: what they are, by which rule, and who is behind them. Those
 * that stood in an earlier text and do no more are public no more. Refused where one is not what was seen last
 * ('problems'), so that number, list and text never say different things.
 */
export async function freezeCounts(
  tx: Transaction,
  finding: { id: string; text: LocalisedText },
  at: Date,
): Promise<Refused<'problems'> | { frozen: number }> {
  const numbers = markersIn(Object.values(finding.text).join('\n\n')).counts
  const standing = (await listCounts(tx, [finding.id])).filter(({ number }) => numbers.includes(number))
  const live = await liveCounts(tx, standing)
  const frozen = []
  for (const [place, row] of standing.entries()) {
    const now = live[place] ?? null
    if (!now || !sameRatio(now, row.seen)) return refuse('problems')
    const { id: roundId, strategyId } = row.round
    const cell = { ...now.cell, page: 1, size: mostSenders }
    const { total, senders } = await listSenders(now.subject, { roundId, strategyId }, cell, tx)
    if (total !== now.count) return refuse('problems')
    frozen.push({ row, rule: countRule(now, now), senders: senders.map(countedSender) })
  }
  for (const { row, rule, senders } of frozen) {
    await tx
      .update(findingCounts)
      .set({
        ...{ frozenCount: row.seen.count, frozenOf: row.seen.of, frozenRule: rule },
        ...{ frozenSenders: senders, frozenAt: at },
      })
      .where(eq(findingCounts.id, row.id))
  }
  const ids = frozen.map(({ row }) => row.id)
  await tx
    .update(findingCounts)
    .set({ frozenCount: null, frozenOf: null, frozenRule: null, frozenSenders: null, frozenAt: null })
    .where(
      and(
        eq(findingCounts.findingId, finding.id),
        ids.length > 0 ? notInArray(findingCounts.id, ids) : undefined,
      ),
    )
  return { frozen: ids.length }
}

type Listed = Awaited<ReturnType<typeof listSenders>>['senders'][number]

// What a private person is called stands with the input alone, and is asked there whenever the list is shown.
const countedSender = ({ inputId, organisationId, name, kind }: Listed) => ({
  ...{ inputId, organisationId, kind },
  name: organisationId === null ? '' : name,
})
