import type { LocalisedText } from '../../platform/localised-text.ts'
import { cleanLine } from '../../platform/rich-text/clean-text.ts'
import { NO_OPINION, type QuestionOption, type TableColumn } from './question.ts'

/** A part of a question (an alternative, a level, a row, a column) as a form has it. A new one has no key yet. */
export type WrittenPart = {
  key: string
  nb: string
  nn: string
  en: string
  sv: string
  /** Of columns only: words or amounts, and of what. */
  kind?: string
  unit?: string
}

/** The rows of a form by their place in it. */
export type WrittenParts = Record<string, WrittenPart>

const blank: WrittenPart = { key: '', nb: '', nn: '', en: '', sv: '' }

/** The rows in the order of the form, with and without words. */
export const rowsOf = (parts: WrittenParts): WrittenPart[] =>
  Object.entries(parts)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, part]) => part)

/** Rows as a form has them, with `more` empty ones after. */
export const formRows = (rows: readonly WrittenPart[], more: number): WrittenPart[] => [
  ...rows,
  ...Array.from({ length: more }, () => blank),
]

/** What a form shows of parts that are stored. */
export const writtenPart = ({
  key,
  label,
  ...column
}: QuestionOption & Partial<Pick<TableColumn, 'kind' | 'unit'>>): WrittenPart => ({
  ...{ key, nb: label.nb ?? '', nn: label.nn ?? '', en: label.en ?? '', sv: label.sv ?? '' },
  ...(column.kind && { kind: column.kind, unit: column.unit ?? '' }),
})

/** Rows rearranged in a form before it is saved: one of them up or down, or taken away, or room for more. */
export function rearranged(rows: readonly WrittenPart[], how: string, at: number): WrittenPart[] {
  const row = rows[at]
  if (how === 'more') return formRows(rows, 3)
  if (!row) return [...rows]
  const others = rows.filter((_, place) => place !== at)
  if (how === 'remove') return others
  const place = how === 'up' ? Math.max(0, at - 1) : at + 1
  return [...others.slice(0, place), row, ...others.slice(place)]
}

const hasWords = ({ nb, nn, en, sv }: WrittenPart) => [nb, nn, en, sv].some((text) => cleanLine(text) !== '')

/** A label as it is stored: the languages with words. */
function labelOf(part: WrittenPart): LocalisedText {
  const [nb, nn, en, sv] = [part.nb, part.nn, part.en, part.sv].map(cleanLine)
  return { ...(nb && { nb }), ...(nn && { nn }), ...(en && { en }), ...(sv && { sv }) }
}

/**
 * The parts of a question as they are stored. What was there keeps its key whatever becomes of its words and its place,
 * so that answers to copies can be compared; a new part gets a key of its words, never one that stood here before.
 * Rows without words are left out.
 */
export function partsFrom<P extends QuestionOption>(
  rows: readonly WrittenPart[],
  stored: readonly P[],
  word: string,
): (QuestionOption & { row: WrittenPart })[] {
  const used = new Set(stored.map(({ key }) => key))
  const kept = new Set<string>()
  return rows.filter(hasWords).map((row) => {
    const before = stored.find(({ key }) => key === row.key && !kept.has(key))
    const key = before?.key ?? freshKey(row, used, word)
    used.add(key)
    kept.add(key)
    return { key, label: labelOf(row), row }
  })
}

function freshKey({ nb, nn, en, sv }: WrittenPart, used: ReadonlySet<string>, word: string): string {
  const base = keyOf(nb) || keyOf(nn) || keyOf(en) || keyOf(sv) || word
  const free = (key: string) => !used.has(key) && key !== NO_OPINION
  if (free(base)) return base
  for (let number = 2; ; number += 1) if (free(`${base}-${number}`)) return `${base}-${number}`
}

const keyOf = (text: string) =>
  cleanLine(text)
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (gap) => (/^\p{M}+$/u.test(gap) ? '' : '-'))
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')

/** The alternatives of a choice, a ranking or an acceptance. */
export const optionsFrom = (rows: readonly WrittenPart[], stored: readonly QuestionOption[]) =>
  partsFrom(rows, stored, 'valg').map(({ key, label }) => ({ key, label }))

/**
 * The steps of a scale. They are numbers in a row: the place decides, from where the scale began (1, unless told
 * otherwise). "No opinion" is no row; where it has words of its own it keeps them.
 */
export function stepsFrom(rows: readonly WrittenPart[], stored: readonly QuestionOption[]): QuestionOption[] {
  const outside = stored.filter(({ key }) => key === NO_OPINION)
  const before = stored.filter(({ key }) => key !== NO_OPINION)
  const first = Number(before[0]?.key ?? 1)
  const steps = partsFrom(rows, before, 'trinn')
  return [
    ...steps.map(({ label }, at) => ({ key: String((Number.isInteger(first) ? first : 1) + at), label })),
    ...outside,
  ]
}

/** The columns of a table: words, or amounts of some unit. */
export const columnsFrom = (rows: readonly WrittenPart[], stored: readonly TableColumn[]): TableColumn[] =>
  partsFrom(rows, stored, 'kolonne').map(({ key, label, row }) => {
    const unit = cleanLine(row.unit ?? '')
    return row.kind === 'amount'
      ? { key, label, kind: 'amount' as const, ...(unit && { unit }) }
      : { key, label, kind: 'text' as const }
  })

const word = (value: unknown) => (typeof value === 'string' ? value : '')

/** Rows as they came back from a form that was not accepted, whatever they are. */
export function typedParts(typed: unknown): WrittenPart[] {
  if (typeof typed !== 'object' || typed === null) return []
  const rows = Object.entries(typed).filter(([place]) => /^\d{1,3}$/.test(place))
  return rowsOf(
    Object.fromEntries(
      rows.map(([place, row]) => {
        const { key, nb, nn, en, sv, kind, unit } = Object(row) as Record<string, unknown>
        const part = { key: word(key), nb: word(nb), nn: word(nn), en: word(en), sv: word(sv) }
        return [place, { ...part, kind: word(kind), unit: word(unit) }]
      }),
    ),
  )
}
