import { eq } from 'drizzle-orm'
import { currentTable } from '#app/features/tables/counted.server.ts'
import { layoutOf } from '#app/features/tables/subject.ts'
import { ALL, type Heading, hasCell } from '#app/features/tables/table.ts'
import { OWN_TABLES, type TableKey, tableAddress } from '#app/features/tables/table-key.ts'
import { listAskedQuestions, listThemes } from '#app/features/tables/tables.server.ts'
import { tableTitle } from '#app/features/tables/wording.ts'
import { translator } from '#app/messages/translator.ts'
import { database, type Reading } from '#app/platform/database.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { rounds } from '#db/schema/index.ts'
import { type Cell, type WholeName, wholesOf } from './count.ts'
import { cellWords, countLabel, countRule } from './count-words.ts'
import { countIn, type LiveCount } from './live-counts.server.ts'

/** A number somebody chooses: a cell of a table, and over which other. */
export type ChosenCount = Cell & { table: string; over: WholeName }

/** A number of a table of the round as it is now; null where there is no such number. */
export async function chosenCount(
  reading: Reading,
  roundId: string,
  { table: address, row, column, over }: ChosenCount,
): Promise<LiveCount | null> {
  const [round] = await reading
    .select({ id: rounds.id, strategyId: rounds.strategyId, opensAt: rounds.opensAt })
    .from(rounds)
    .where(eq(rounds.id, roundId))
  const table = round && (await currentTable(round, address, reading))
  if (!table) return null
  const layout = layoutOf(table.subject)
  const cell = { row, column }
  if (!hasCell(layout, row, column)) return null
  const whole = wholesOf(table.subject.kind, layout, cell).find(({ name }) => name === over)
  return whole
    ? { ...countIn(table, { cell, whole: { row: whole.row, column: whole.column } }), merged: null }
    : null
}

type AskedTables = {
  round: { id: string; strategyId: string }
  about: { themeId: string | null; questionId: string | null }
}

/** The tables of a round by their names, those of what the finding is about first. */
export async function tableChoices({ round, about }: AskedTables, locale: Locale) {
  const { db } = database()
  const [questions, listed] = await Promise.all([
    listAskedQuestions(round.id, db),
    listThemes(round.strategyId, db),
  ])
  const t = translator(locale, 'workbench')
  const own = OWN_TABLES.map((kind) => named({ kind }, t(`tables.title.${kind}`)))
  const ofQuestions = questions.flatMap((question) =>
    (['question', 'question-positions'] as const).map((kind) =>
      named({ kind, questionId: question.id }, tableTitle({ kind, question }, locale)),
    ),
  )
  const ofThemes = listed
    .filter((theme) => !theme.retiredAt)
    .map((theme) => {
      const kind = 'theme-positions'
      return named({ kind, themeId: theme.id }, tableTitle({ kind, theme }, locale))
    })
  const isAbout = ({ key }: { key: TableKey }) =>
    ('questionId' in key && key.questionId === about.questionId) ||
    ('themeId' in key && key.themeId === about.themeId) ||
    (about.themeId !== null && key.kind === 'themes')
  const all = [...own, ...ofQuestions, ...ofThemes]
  const rest = (list: typeof all) => list.filter((table) => !isAbout(table)).map(drawn)
  return [
    { group: 'about' as const, tables: all.filter(isAbout).map(drawn) },
    { group: 'all' as const, tables: rest(own) },
    { group: 'themes' as const, tables: rest(ofThemes) },
    { group: 'questions' as const, tables: rest(ofQuestions) },
  ].filter(({ tables }) => tables.length > 0)
}

const named = (key: TableKey, title: string) => ({ key, title })
const drawn = ({ key, title }: { key: TableKey; title: string }) => ({ address: tableAddress(key), title })

/** What is asked for so far, as an address says it: anything, or nothing. */
export type Choosing = { table: string; row: string; column: string; over: string }

/**
 * How far somebody has come in choosing a number: the table with its rows and columns, then what the number can be over,
 * and the number as it is now with its rule. Null where there is no such table.
 */
export async function choosingCount(
  round: { id: string; strategyId: string; opensAt: Date },
  asked: Choosing,
  locale: Locale,
) {
  const current = await currentTable(round, asked.table, database().db)
  if (!current) return null
  const { key, subject } = current
  const layout = layoutOf(subject)
  const words = cellWords(subject, locale)
  const headings = (list: readonly Heading[], way: 'rows' | 'columns') => {
    const label = way === 'rows' ? words.row : words.column
    const keys = [...(layout.summed === way ? [ALL] : []), ...list.map((heading) => heading.key)]
    return keys.map((one) => ({ key: one, label: label(one) }))
  }
  const chosen = {
    ...{ address: tableAddress(key), title: tableTitle(subject, locale) },
    ...{ rows: headings(layout.rows, 'rows'), columns: headings(layout.columns, 'columns') },
  }
  const cell = { row: asked.row, column: asked.column }
  if (!hasCell(layout, cell.row, cell.column)) return { ...chosen, cell: null, wholes: [], preview: null }
  const wholes = wholesOf(subject.kind, layout, cell).map(({ name, ...whole }) => ({
    ...{ name, label: `${words.row(whole.row)}, ${words.column(whole.column)}` },
    live: countIn(current, { cell, whole }),
  }))
  const whole = wholes.find(({ name }) => name === asked.over) ?? wholes[0]
  const preview = whole && {
    ...{ count: whole.live.count, of: whole.live.of, over: whole.name },
    ...{ label: countLabel(subject, whole.live), rule: countRule(whole.live, whole.live) },
  }
  const named = wholes.map(({ name, label, live }) => ({ name, label, of: live.of }))
  return { ...chosen, cell, wholes: named, preview: preview ?? null }
}

/** A number being chosen, as its page draws it. */
export type ChoosingCount = NonNullable<Awaited<ReturnType<typeof choosingCount>>>
