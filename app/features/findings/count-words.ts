import type { Facts } from '#app/features/tables/note.ts'
import { layoutOf, type Subject } from '#app/features/tables/subject.ts'
import type { TableKey } from '#app/features/tables/table-key.ts'
import { countingRule, headingWords, tableTitle } from '#app/features/tables/wording.ts'
import { translator } from '#app/messages/translator.ts'
import type { Locale } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import type { Cell } from './count.ts'

/** A number's place in a table, and that of what it is over. */
export type CountPlace = { cell: Cell; whole: Cell }

/** A table that numbers are read of, with what its counting rule says. */
export type CountTable = { key: TableKey; subject: Subject; facts: Facts }

/** What a row and a column of a table are called. */
export function cellWords(subject: Subject, locale: Locale) {
  const words = headingWords(subject, locale)
  const { rows, columns } = layoutOf(subject)
  const named = (list: typeof rows, key: string) =>
    words(list.find((heading) => heading.key === key) ?? { key }).label
  return { row: (key: string) => named(rows, key), column: (key: string) => named(columns, key) }
}

// The headings that a number stands under, and those of what it is over that are others.
function places(subject: Subject, { cell, whole }: CountPlace, locale: Locale) {
  const { row, column } = cellWords(subject, locale)
  const over = [
    ...(whole.row === cell.row ? [] : [row(whole.row)]),
    ...(whole.column === cell.column ? [] : [column(whole.column)]),
  ]
  return { row: row(cell.row), column: column(cell.column), whole: over.join(', ') }
}

const inBoth = (write: (locale: Locale) => string): LocalisedText => ({
  nb: write('nb'),
  nn: write('nn'),
})

/** What a number is of, in short: its row and column, and of which. In both written forms. */
export const countLabel = (subject: Subject, place: CountPlace) =>
  inBoth((locale) => translator(locale, 'workbench')('numbers.label', places(subject, place, locale)))

/** What was counted and by which rule, as it is frozen: a paragraph each, the first says which table and which places. */
export function countRule({ key, subject, facts }: CountTable, place: CountPlace): LocalisedText {
  return inBoth((locale) => {
    const what = translator(locale, 'workbench')('numbers.what', {
      table: tableTitle(subject, locale),
      ...places(subject, place, locale),
    })
    return [what, ...countingRule(key, subject, facts, locale)].join('\n\n')
  })
}
