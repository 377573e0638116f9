import type { Actor } from '#app/features/identity/actor.ts'
import { keptUntilChanged } from '#app/platform/changes/kept.server.ts'
import { database, type Reading } from '#app/platform/database.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { isRefusal, type Refused, refuse } from '#app/platform/refusal.ts'
import {
  counties,
  inputs,
  inputVersions,
  invitations,
  organisations,
  passages,
  questions,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { passagesBehind } from './behind.server.ts'
import { countTable, listSenders } from './counting.server.ts'
import type { Facts } from './note.ts'
import { layoutOf, type Subject } from './subject.ts'
import { hasCell, type Table, tableOf } from './table.ts'
import { type TableKey, tableAddress, tableKey } from './table-key.ts'
import { findSubject, findTableRound, type TableRound } from './tables.server.ts'
import { headingWords, tableTitle, writtenTable } from './wording.ts'

/** Every table that is read for a number, a heading or a list of senders. */
export const TABLES_REST_ON = [
  ...[inputVersions, inputs, passages, taggings, themes, questions],
  ...[invitations, organisations, counties],
]

/** What of a round decides its tables. */
export type CountedRound = Pick<TableRound, 'id' | 'strategyId' | 'opensAt'>

type Asked<Round extends CountedRound = TableRound> = { round: Round; key: TableKey }

async function findRound(
  actor: Actor,
  roundId: string,
  address: string,
): Promise<Refused<'not-found'> | Asked> {
  const key = tableKey(address)
  if (!key) return refuse('not-found')
  const round = await findTableRound(actor, roundId)
  return isRefusal(round) ? round : { round, key }
}

type CountedOf<T> = Refused<'not-found'> | { movedTo: string } | { subject: Subject; found: T }

/** What a table is of, and what `count` finds of it; kept for as long as nothing it rests on has changed. */
function counted<T>(asked: Asked<CountedRound>, part: string, count: (subject: Subject) => Promise<T>) {
  const { round, key } = asked
  const grounds = { strategyIds: [round.strategyId], tables: TABLES_REST_ON }
  // The day belongs to the name: the round was looked up before.
  const name = `${part} ${round.id} ${tableAddress(key)} ${osloDate(round.opensAt)}`
  return keptUntilChanged(name, grounds, () => countedNow(asked, count, database().db))
}

async function countedNow<T>(
  { round, key }: Asked<CountedRound>,
  count: (subject: Subject) => Promise<T>,
  reading: Reading,
): Promise<CountedOf<T>> {
  const subject = await findSubject(round, key, reading)
  if ('refusal' in subject) return subject
  // A theme that has become part of another.
  if ('mergedInto' in subject)
    return { movedTo: tableAddress({ kind: 'theme-positions', themeId: subject.mergedInto }) }
  return { subject, found: await count(subject) }
}

/** A table to read numbers of; `moved` where its theme has become part of another, which it then is of. */
export type CurrentTable = { key: TableKey; subject: Subject; table: Table; facts: Facts; moved: boolean }

/**
 * A table of a round as it is counted now; null where there is none. Asks no policy: the caller has. Outside a transaction
 * it is kept like the page's own.
 */
export async function currentTable(
  round: CountedRound,
  address: string,
  reading: Reading,
  moved = false,
): Promise<CurrentTable | null> {
  const key = tableKey(address)
  if (!key) return null
  const asked = { round, key }
  const count = (subject: Subject) => countTable(subject, placeOf(asked), reading)
  const found = await (reading === database().db
    ? counted(asked, 'table', count)
    : countedNow(asked, count, reading))
  if ('refusal' in found) return null
  if ('movedTo' in found) return moved ? null : currentTable(round, found.movedTo, reading, true)
  const { subject } = found
  return {
    key,
    subject,
    table: tableOf(layoutOf(subject), found.found.counts),
    facts: found.found.facts,
    moved,
  }
}

const placeOf = ({ round }: Asked<CountedRound>) => ({ roundId: round.id, strategyId: round.strategyId })

/** A table as it is now, in the reader's words; `movedTo` where its theme has become part of another. */
export async function readTable(actor: Actor, roundId: string, address: string, now: Date) {
  const asked = await findRound(actor, roundId, address)
  if (isRefusal(asked)) return asked
  const kept = await counted(asked, 'table', (subject) => countTable(subject, placeOf(asked)))
  if ('refusal' in kept || 'movedTo' in kept) return kept
  const { subject, found } = kept
  const { round, key } = asked
  const table = tableOf(layoutOf(subject), found.counts)
  const written = { key, subject, table, facts: found.facts }
  return { round, key, table: writtenTable(written, round, actor.locale, now) }
}

/** One page of the senders behind a number of a table. Rows and columns it does not have are not found. */
export async function readSenders(
  actor: Actor,
  roundId: string,
  address: string,
  cell: { row: string; column: string; page: number; size: number },
) {
  const asked = await findRound(actor, roundId, address)
  if (isRefusal(asked)) return asked
  const { row, column, page, size } = cell
  const kept = await counted(asked, `senders ${row} ${column} ${page} ${size}`, async (subject) => {
    if (!hasCell(layoutOf(subject), row, column)) return null
    const list = await listSenders(subject, placeOf(asked), cell)
    const inputIds = list.senders.flatMap(({ inputId }) => inputId ?? [])
    return { ...list, said: await passagesBehind(subject, row, inputIds) }
  })
  if ('refusal' in kept || 'movedTo' in kept) return kept
  const { subject, found } = kept
  if (!found) return refuse('not-found')
  const layout = layoutOf(subject)
  const words = headingWords(subject, actor.locale)
  const named = (list: typeof layout.rows, wanted: string) =>
    words(list.find((heading) => heading.key === wanted) ?? { key: wanted }).label
  return {
    ...{ ...asked, title: tableTitle(subject, actor.locale) },
    ...{ row: named(layout.rows, row), column: named(layout.columns, column) },
    ...found,
  }
}
