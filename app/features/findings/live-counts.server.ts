import { asc, eq, inArray } from 'drizzle-orm'
import { successorOf } from '#app/features/analysis/codebook.ts'
import { type CurrentTable, currentTable } from '#app/features/tables/counted.server.ts'
import { layoutOf } from '#app/features/tables/subject.ts'
import { hasCell, numberIn } from '#app/features/tables/table.ts'
import { tableAddress } from '#app/features/tables/table-key.ts'
import { listThemes } from '#app/features/tables/tables.server.ts'
import { database, type Reading } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { findingCounts, findings, rounds } from '#db/schema/index.ts'
import { type Cell, type Ratio, sameRatio } from './count.ts'
import { type CountPlace, type CountTable, countLabel } from './count-words.ts'

/** Most counts of one finding that are read. */
export const mostCounts = 200

/** The counts of some findings by finding and number, with what it takes to count them anew; one query for all. */
export async function listCounts(reading: Reading, findingIds: readonly string[]) {
  if (findingIds.length === 0) return []
  return reading
    .select({
      ...{ id: findingCounts.id, findingId: findingCounts.findingId, number: findingCounts.number },
      ...{ table: findingCounts.table, row: findingCounts.row, column: findingCounts.column },
      ...{ ofRow: findingCounts.ofRow, ofColumn: findingCounts.ofColumn, seenAt: findingCounts.seenAt },
      seen: { count: findingCounts.seenCount, of: findingCounts.seenOf },
      ...{ frozenCount: findingCounts.frozenCount, frozenOf: findingCounts.frozenOf },
      ...{ frozenRule: findingCounts.frozenRule, frozenAt: findingCounts.frozenAt },
      round: { id: rounds.id, strategyId: rounds.strategyId, opensAt: rounds.opensAt },
    })
    .from(findingCounts)
    .innerJoin(findings, eq(findings.id, findingCounts.findingId))
    .innerJoin(rounds, eq(rounds.id, findings.roundId))
    .where(inArray(findingCounts.findingId, [...findingIds]))
    .orderBy(asc(findingCounts.findingId), asc(findingCounts.number))
    .limit(mostCounts * findingIds.length)
}

export type CountRow = Awaited<ReturnType<typeof listCounts>>[number]

/** Where a number stands, which a stored count and one that is chosen both have. */
export type CountAddress = Pick<CountRow, 'table' | 'row' | 'column' | 'ofRow' | 'ofColumn' | 'round'>

/**
 * A number as it is counted now: in which table and places, and `merged`, what the theme it was of has become part of
 * since it was put in.
 */
export type LiveCount = Ratio & CountPlace & CountTable & { merged: LocalisedText | null }

/**
 * What some numbers are now, in their order; null where the table, the row or the column is no more. One table is counted
 * once whatever the numbers of it, and outside a transaction kept until something changes.
 */
export async function liveCounts(
  reading: Reading,
  asked: readonly CountAddress[],
): Promise<(LiveCount | null)[]> {
  const tables = new Map<string, Promise<CurrentTable | null>>()
  const themes = new Map<string, ReturnType<typeof listThemes>>()
  return Promise.all(asked.map((count) => liveCount(count)))

  async function liveCount(count: CountAddress): Promise<LiveCount | null> {
    const { round, table: address } = count
    const current = await once(tables, `${round.id} ${address}`, () => currentTable(round, address, reading))
    if (!current) return null
    const has = (cell: Cell) => hasCell(layoutOf(current.subject), cell.row, cell.column)
    const given = placeOf(count)
    const place = has(given.cell) && has(given.whole) ? given : await successors(count, given)
    if (!has(place.cell) || !has(place.whole)) return null
    const merged = current.moved || place !== given ? themeOf(current, place) : null
    return { ...countIn(current, place), merged }
  }

  // A row that is a theme which has become part of another.
  async function successors({ round }: CountAddress, { cell, whole }: CountPlace): Promise<CountPlace> {
    const { strategyId } = round
    const listed = await once(themes, strategyId, () => listThemes(strategyId, reading))
    const now = (place: Cell) => ({ ...place, row: successorOf(listed, place.row)?.id ?? place.row })
    return { cell: now(cell), whole: now(whole) }
  }
}

function once<T>(kept: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const found = kept.get(key) ?? work()
  kept.set(key, found)
  return found
}

const placeOf = ({ row, column, ofRow, ofColumn }: CountAddress): CountPlace => ({
  cell: { row, column },
  whole: { row: ofRow, column: ofColumn },
})

/** What stands in two places of a table. */
export function countIn({ key, subject, facts, table }: CurrentTable, place: CountPlace) {
  const { cell, whole } = place
  const numbers = {
    count: numberIn(table, cell.row, cell.column),
    of: numberIn(table, whole.row, whole.column),
  }
  return { ...numbers, ...place, key, subject, facts }
}

function themeOf({ subject }: CurrentTable, { cell }: CountPlace): LocalisedText | null {
  if ('theme' in subject) return subject.theme.title
  return 'themes' in subject ? (subject.themes.find(({ id }) => id === cell.row)?.title ?? null) : null
}

/** Where a number stands now, as it is stored. */
export function storedPlace({ key, cell, whole }: Pick<LiveCount, 'key' | 'cell' | 'whole'>) {
  const over = { ofRow: whole.row, ofColumn: whole.column }
  return { table: tableAddress(key), row: cell.row, column: cell.column, ...over }
}

/** The counts of some findings as those who write them see them: what was seen, what they are now, what they are of. */
export async function standingCountsOf(reading: Reading, findingIds: readonly string[]) {
  const rows = await listCounts(reading, findingIds)
  const now = await liveCounts(reading, rows)
  return rows.map(({ frozenRule, ...row }, at) => {
    const live = now[at] ?? null
    const label = live ? countLabel(live.subject, live) : firstOf(frozenRule)
    return {
      ...row,
      ...{ label, merged: live?.merged ?? null, live: live && { count: live.count, of: live.of } },
      place: live && storedPlace(live),
    }
  })
}

const firstOf = (rule: LocalisedText | null): LocalisedText =>
  Object.fromEntries(
    Object.entries(rule ?? {}).map(([lang, words]) => [lang, (words ?? '').split('\n\n')[0] ?? '']),
  )

/** What the published numbers of a finding have become since, by number; those that are the same or gone are not there. */
export async function movedSince(findingId: string): Promise<Map<number, Ratio>> {
  const { db } = database()
  const rows = (await listCounts(db, [findingId])).filter(({ frozenAt }) => frozenAt !== null)
  const now = await liveCounts(db, rows)
  return new Map(
    rows.flatMap(({ number, frozenCount, frozenOf }, at) => {
      const live = now[at] ?? null
      const frozen = { count: frozenCount ?? 0, of: frozenOf ?? 0 }
      return live && !sameRatio(live, frozen) ? [[number, { count: live.count, of: live.of }] as const] : []
    }),
  )
}
