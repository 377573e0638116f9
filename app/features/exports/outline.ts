/** Words of a paragraph that look alike; `lang` where they are not in the report's own language. */
export type Span = {
  text: string
  look?: 'strong' | 'emphasis' | 'added' | 'removed'
  lang?: string
  href?: string
}

/** A table as it is drawn: the first cell of a row names it. `numbers`: the others are figures and stand to the right. */
export type OutlineTable = {
  kind: 'table'
  caption: string
  corner: string
  columns: readonly string[]
  rows: readonly { head: string; cells: readonly string[] }[]
  numbers: boolean
}

/** A piece of a report, from top to bottom. Levels of headings: a chapter, a part of it, a part of that. */
export type OutlineBlock =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'text' | 'quiet'; spans: readonly Span[] }
  | { kind: 'quote'; spans: readonly Span[]; by: readonly Span[] }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  | OutlineTable

/** A line of the front page. */
export type Fact = { term: string; description: string }

/** A report before it is drawn: what stands in a Word file and in a PDF alike. */
export type Outline = {
  lang: 'nb' | 'nn'
  title: string
  subtitle: string
  /** What is told beside the title of a report that is not for everybody, and stands on every page of it. */
  draft: { mark: string; text: string } | null
  front: readonly Fact[]
  /** What is told on the front page below that. */
  below: readonly OutlineBlock[]
  contents: string
  /** At the foot of every page. */
  foot: string
  page: (page: number, pages: number) => string
  blocks: readonly OutlineBlock[]
}

/** A paragraph of words that all look alike. */
export const textBlock = (text: string): OutlineBlock => ({ kind: 'text', spans: [{ text }] })

/** The same for what is told beside. */
export const quietBlock = (text: string): OutlineBlock => ({ kind: 'quiet', spans: [{ text }] })

/** Columns that a page of paper has room for beside the first. */
export const MOST_COLUMNS = 6

/**
 * A table in parts that fit on paper, each with what the rows are called and, where there is one, the column that the others
 * are to be read beside, by its place.
 */
export function inWidth(table: OutlineTable, beside: number | null, continued: string): OutlineTable[] {
  if (table.columns.length <= MOST_COLUMNS) return [table]
  const others = table.columns.map((_, at) => at).filter((at) => at !== beside)
  const fixed = beside === null ? [] : [beside]
  const parts = Math.ceil(others.length / (MOST_COLUMNS - fixed.length))
  const each = Math.ceil(others.length / parts)
  return Array.from({ length: parts }, (_, part) => {
    const places = [...fixed, ...others.slice(part * each, (part + 1) * each)]
    return {
      ...table,
      caption: part === 0 ? table.caption : `${table.caption} ${continued}`,
      columns: places.map((at) => table.columns[at] ?? ''),
      rows: table.rows.map(({ head, cells }) => ({ head, cells: places.map((at) => cells[at] ?? '') })),
    }
  })
}

/** All the words of a block in the order they are read, for whoever compares. */
export function wordsOf(block: OutlineBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'text':
    case 'quiet':
      return block.spans.map(({ text }) => text).join('')
    case 'quote':
      return `${block.spans.map(({ text }) => text).join('')} ${block.by.map(({ text }) => text).join('')}`
    case 'list':
      return block.items.join(' ')
    case 'facts':
      return block.facts.map(({ term, description }) => `${term} ${description}`).join(' ')
    case 'table':
      return [
        block.caption,
        block.corner,
        ...block.columns,
        ...block.rows.flatMap(({ head, cells }) => [head, ...cells]),
      ].join(' ')
  }
}
