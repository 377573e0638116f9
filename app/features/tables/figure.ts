import { ALL } from './table.ts'
import type { WrittenTable } from './wording.ts'

/** A stretch of a bar: so many senders, painted by what they stand for. */
export type Part = { key: string; label: string; senders: number; paint: string }

/** A bar from nothing to all. */
export type FigureBar = { key: string; label: string; of: number; parts: Part[] }

/** Bars with their key, where they stand on the sheet, and how large that is. One form: bars that lie (look.md § 13). */
export type Figure = {
  title: string
  legend: (Omit<Part, 'senders'> & { x: number; y: number })[]
  bars: (FigureBar & { y: number })[]
  width: number
  height: number
}

export const FIGURE_WIDTH = 720
/** On a narrow window the same letters stand on half the sheet. */
export const NARROW_WIDTH = 360
export const BAR_HEIGHT = 22
/** From one bar to the next: its label stands above it, so that long ones have room. */
const step = 58
const head = 40
// Wide enough for any letter of the fonts a browser may have; the figure is drawn without measuring.
const letter = 9
const keyGap = 26

/** What is painted how, in the order of the design: for, partly, against, none, not concerned. Others take a colour each. */
const paints: Record<string, string> = {
  ...{ supports: 'for', 'supports-with-remarks': 'part', against: 'against' },
  ...{ neutral: 'neutral', unclear: 'unclear', mentioned: 'mentioned' },
  ...{ 'with-remarks': 'for', answered: 'for' },
  ...{ 'no-remarks': 'none', 'not-touched': 'na', unanswered: 'na', silent: 'na', 'not-heard': 'na' },
}

/** A table as bars; null where there is nothing to draw. */
export function figureOf(table: WrittenTable, width = FIGURE_WIDTH): Figure | null {
  const bars = (table.parts.length > 0 ? ofParts(table) : ofShares(table)).filter(({ of }) => of > 0)
  if (bars.length === 0) return null
  const keys = table.parts.length > 0 ? (bars[0]?.parts ?? []) : []
  const { placed, bottom } = legendOf(keys, width)
  return {
    title: table.title,
    legend: placed,
    bars: bars.map((bar, at) => ({ ...bar, y: bottom + at * step })),
    width,
    height: bottom + bars.length * step,
  }
}

// Each line of the table is a bar of all its parts.
function ofParts({ rows, columns, parts, base }: WrittenTable): FigureBar[] {
  const drawn = columns.filter(({ key }) => parts.includes(key))
  return rows.map(({ key, label, cells }) => ({
    ...{ key, label, of: cells.find(({ column }) => column === base.key)?.number ?? 0 },
    parts: drawn.map((column, at) => ({
      ...{ key: column.key, label: column.label, paint: paints[column.key] ?? `o${(at % 7) + 1}` },
      senders: cells.find((cell) => cell.column === column.key)?.number ?? 0,
    })),
  }))
}

// Lines that overlap: one bar each, of all who could have stood in it.
function ofShares({ rows, columns, base }: WrittenTable): FigureBar[] {
  const bar = (key: string, label: string, cell: { number: number; of: number | null } | undefined) => ({
    ...{ key, label, of: cell?.of ?? 0 },
    parts: [{ key, label, senders: cell?.number ?? 0, paint: 'for' }],
  })
  if (base.in === 'row')
    return rows
      .filter(({ key }) => key !== base.key)
      .map(({ key, label, cells }) =>
        bar(
          key,
          label,
          cells.find(({ column }) => column === ALL),
        ),
      )
  const all = rows.find(({ key }) => key === ALL)?.cells ?? []
  return columns
    .filter(({ key }) => key !== base.key)
    .map(({ key, label }) =>
      bar(
        key,
        label,
        all.find(({ column }) => column === key),
      ),
    )
}

function legendOf(keys: readonly Part[], width: number) {
  let [x, y] = [0, head]
  const placed = keys.map(({ key, label, paint }) => {
    const wide = keyGap + label.length * letter
    if (x > 0 && x + wide > width) [x, y] = [0, y + 24]
    const here = { key, label, paint, x, y }
    x += wide + 14
    return here
  })
  return { placed, bottom: keys.length > 0 ? y + 34 : head + 4 }
}
