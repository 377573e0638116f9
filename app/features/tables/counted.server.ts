import type { Actor } from '#app/features/identity/actor.ts'
import { isRefusal, type Refused, refuse } from '#app/platform/refusal.ts'
import { countTable, listSenders } from './counting.server.ts'
import { layoutOf, type Subject } from './subject.ts'
import { hasCell, tableOf } from './table.ts'
import { type TableKey, tableAddress, tableKey } from './table-key.ts'
import { findSubject, findTableRound, type TableRound } from './tables.server.ts'
import { headingWords, tableTitle, writtenTable } from './wording.ts'

type Found = { round: TableRound; key: TableKey; subject: Subject }

/** A table of a round, for those who work on its strategy; `movedTo` where its theme has become part of another. */
async function findTable(
  actor: Actor,
  roundId: string,
  address: string,
): Promise<Refused<'not-found'> | { movedTo: string } | Found> {
  const key = tableKey(address)
  if (!key) return refuse('not-found')
  const round = await findTableRound(actor, roundId)
  if (isRefusal(round)) return round
  const subject = await findSubject(round, key)
  if ('refusal' in subject) return subject
  if ('mergedInto' in subject)
    return { movedTo: tableAddress({ kind: 'theme-positions', themeId: subject.mergedInto }) }
  return { round, key, subject }
}

/** A table counted now, in the reader's words. */
export async function readTable(actor: Actor, roundId: string, address: string, now: Date) {
  const found = await findTable(actor, roundId, address)
  if ('refusal' in found || 'movedTo' in found) return found
  const { round, key, subject } = found
  const { counts, facts } = await countTable(subject, { roundId: round.id, strategyId: round.strategyId })
  const table = tableOf(layoutOf(subject), counts)
  return { round, key, table: writtenTable({ key, subject, table, facts }, round, actor.locale, now) }
}

/** One page of the senders behind a number of a table. Rows and columns it does not have are not found. */
export async function readSenders(
  actor: Actor,
  roundId: string,
  address: string,
  cell: { row: string; column: string; page: number; size: number },
) {
  const found = await findTable(actor, roundId, address)
  if ('refusal' in found || 'movedTo' in found) return found
  const { round, key, subject } = found
  const layout = layoutOf(subject)
  if (!hasCell(layout, cell.row, cell.column)) return refuse('not-found')
  const place = { roundId: round.id, strategyId: round.strategyId }
  const words = headingWords(subject, actor.locale)
  const named = (list: typeof layout.rows, wanted: string) =>
    words(list.find((heading) => heading.key === wanted) ?? { key: wanted }).label
  return {
    ...{ round, key, title: tableTitle(subject, actor.locale) },
    ...{ row: named(layout.rows, cell.row), column: named(layout.columns, cell.column) },
    ...(await listSenders(subject, place, cell)),
  }
}
