import { listSenders } from '#app/features/tables/counting.server.ts'
import type { Counted } from '#app/features/tables/placements.server.ts'
import type { Subject } from '#app/features/tables/subject.ts'
import { ALL } from '#app/features/tables/table.ts'
import type { WrittenTable } from '#app/features/tables/wording.ts'
import type { ReportVoices } from './report.ts'
import { voicesOf } from './report-senders.ts'

/** What anyone may call the sender of an input, by input; null for one without a name. */
export type PublicNames = ReadonlyMap<string, string | null>

/** Senders behind one number that are read; a round has fewer. */
const mostBehind = 5_000

/**
 * The senders behind the number of each theme in a table of themes (T4 of nordic-practice.md § C2), from the rows the
 * number is counted of. Named are those whose published input names them, in a draft as well: the others are a number.
 */
export async function readVoices(
  subject: Subject,
  round: Counted,
  { rows }: Pick<WrittenTable, 'rows'>,
  names: PublicNames,
): Promise<ReportVoices[]> {
  const found: ReportVoices[] = []
  for (const { key, theme, label } of rows) {
    if (!theme) continue
    const cell = { row: key, column: ALL, page: 1, size: mostBehind }
    const { total, senders } = await listSenders(subject, round, cell)
    const told = senders.map(({ inputId, kind }) => ({ kind, name: names.get(inputId ?? '') ?? null }))
    found.push({ code: theme.code, theme: label, total, ...voicesOf(told, total) })
  }
  return found
}
