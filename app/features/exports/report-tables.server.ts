import { countTable } from '#app/features/tables/counting.server.ts'
import { layoutOf } from '#app/features/tables/subject.ts'
import { ALL, tableOf } from '#app/features/tables/table.ts'
import type { TableKey } from '#app/features/tables/table-key.ts'
import { findSubject, listAskedQuestions, type TableRound } from '#app/features/tables/tables.server.ts'
import { type WrittenTable, writtenTable } from '#app/features/tables/wording.ts'
import { translator } from '#app/messages/translator.ts'
import type { ReportLanguage, ReportScope, ReportTable } from './report.ts'
import { type PublicNames, readVoices } from './report-voices.server.ts'

/** A table that a report is to hold. */
type Planned = { group: ReportTable['group']; key: TableKey }

/** The tables of a round's report: who answered, what each question got, positions, themes, and the counties. */
export async function planTables(roundId: string): Promise<Planned[]> {
  const questions = await listAskedQuestions(roundId)
  const chosen = questions.filter(({ options }) => options !== null)
  return [
    { group: 'received', key: { kind: 'received' } },
    ...(questions.length > 0 ? [{ group: 'answers' as const, key: { kind: 'questions' as const } }] : []),
    ...chosen.map(({ id }) => ({
      group: 'answers' as const,
      key: { kind: 'question' as const, questionId: id },
    })),
    ...questions.map(({ id }) => ({
      group: 'positions' as const,
      key: { kind: 'question-positions' as const, questionId: id },
    })),
    { group: 'themes', key: { kind: 'themes' } },
    { group: 'themes', key: { kind: 'positions' } },
    { group: 'counties', key: { kind: 'counties' } },
  ]
}

type Asked = {
  lang: ReportLanguage
  scope: ReportScope
  now: Date
  /** The themes of the findings in the report. */
  themeIds: ReadonlySet<string>
  /** What anyone may call those who sent. */
  names: PublicNames
}

const positionColumns = ['supports', 'supports-with-remarks', 'against', 'neutral', 'unclear']

/**
 * A table counted now and written; null where it says nothing. For everybody it names only the themes that published
 * findings are of: the rest of the codebook is how staff read.
 */
export async function readReportTable(
  { group, key }: Planned,
  round: TableRound,
  { lang, scope, now, themeIds, names }: Asked,
): Promise<ReportTable | null> {
  const subject = await findSubject(round, key)
  if ('refusal' in subject || 'mergedInto' in subject) return null
  const counted = { roundId: round.id, strategyId: round.strategyId }
  const { counts, facts } = await countTable(subject, counted)
  if (group === 'positions' && !counts.some(({ column }) => positionColumns.includes(column))) return null
  const table = tableOf(layoutOf(subject), counts)
  const written = writtenTable({ key, subject, table, facts }, round, lang, now)
  const voices = async (rows: WrittenTable['rows']) =>
    key.kind === 'themes' ? { voices: await readVoices(subject, counted, { rows }, names) } : {}
  if (group !== 'themes' || scope === 'draft')
    return hasRows(written) ? { group, table: written, ...(await voices(written.rows)) } : null
  const rows = written.rows.filter(({ key: row }) => row === 'answered' || row === ALL || themeIds.has(row))
  if (!rows.some(({ theme }) => theme)) return null
  return {
    group,
    table: { ...written, rows },
    note: translator(lang, 'workbench')('report.paper.themesShown'),
    ...(await voices(rows)),
  }
}

const hasRows = ({ rows }: WrittenTable) => rows.some(({ key }) => key !== ALL)
