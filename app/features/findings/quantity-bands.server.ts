import { inArray } from 'drizzle-orm'
import type { Reading } from '#app/platform/database.server.ts'
import { strategies } from '#db/schema/index.ts'
import { DEFAULT_BANDS, type QuantityBand } from './quantity-words.ts'

/** What the words of quantity mean in some strategies. */
export async function bandsOf(
  reading: Reading,
  strategyIds: readonly string[],
): Promise<Map<string, readonly QuantityBand[]>> {
  if (strategyIds.length === 0) return new Map()
  const rows = await reading
    .select({ id: strategies.id, bands: strategies.quantityBands })
    .from(strategies)
    .where(inArray(strategies.id, [...strategyIds]))
    .limit(strategyIds.length)
  return new Map(rows.map(({ id, bands }) => [id, bands ?? DEFAULT_BANDS]))
}
