import { typedOf } from '#search/query/writing.ts'
import { parseQuery, type QueryRefusal } from '#search/query.ts'
import type { TypedQuery } from '#search/tree.ts'

/** What a row of the builder looks for. */
export const rowKinds = [
  'word',
  'phrase',
  'near',
  'beginning',
  'part',
  'similar',
  'sender',
  'language',
] as const
export type RowKind = (typeof rowKinds)[number]

/**
 * One row: something a passage has or has not. `or` makes it another way of meeting the row above; rows joined by `and`
 * must all be met. `other` and `distance` are for two words near each other.
 */
export type BuilderRow = {
  join: 'and' | 'or'
  has: 'yes' | 'no'
  kind: RowKind
  text: string
  other: string
  distance: number
}

/** Why a row cannot be written: what it holds is several things, or is refused as typed text is. */
export type RowRefusal = QueryRefusal | 'not-one-thing'

/** More rows than this are not shown; such a search is typed. */
export const maxRows = 12

/** How far apart two words may stand when nothing is said, as in typed text. */
const usualDistance = 5

export const emptyRow: BuilderRow = {
  ...{ join: 'and', has: 'yes', kind: 'word' },
  ...{ text: '', other: '', distance: usualDistance },
}

type Written =
  | { text: string }
  | { refusals: { row: number; refusal: RowRefusal }[] }
  | { refusal: QueryRefusal }

/**
 * Rows as one could type them. Rows with nothing in them are left out. Refuses by row what is not one thing, and the
 * whole when it is too much.
 */
export function textOfRows(rows: readonly BuilderRow[], compounds: boolean): Written {
  const filled = rows.map((row, at) => ({ ...row, at })).filter((row) => !isEmpty(row))
  const refusals: { row: number; refusal: RowRefusal }[] = []
  const groups: TypedQuery[][] = []
  for (const row of filled) {
    const read = readRow(row, compounds)
    if ('refusal' in read) refusals.push({ row: row.at, refusal: read.refusal })
    else if (row.join === 'or' && groups.length > 0) groups.at(-1)?.push(read.query)
    else groups.push([read.query])
  }
  if (refusals.length > 0) return { refusals }
  const text = typedOf(
    joined(
      'and',
      groups.map((group) => joined('or', group)),
    ),
  )
  const parsed = parseQuery(text, { compounds })
  return 'refusal' in parsed ? { refusal: parsed.refusal } : { text }
}

/** A query as rows, or null when rows cannot say it: brackets in brackets, or a condition of several words left out. */
export function rowsOfQuery(query: TypedQuery): BuilderRow[] | null {
  if (query.kind === 'all') return []
  const conditions = query.kind === 'and' ? query.children : [query]
  const rows = conditions.flatMap((condition) => {
    const ways = condition.kind === 'or' ? condition.children : [condition]
    return ways.map((way, at): BuilderRow | null => {
      const leaf = rowOfLeaf(way.kind === 'not' ? way.child : way)
      const join = at === 0 ? 'and' : 'or'
      return leaf && { ...emptyRow, ...leaf, join, has: way.kind === 'not' ? 'no' : 'yes' }
    })
  })
  const known = rows.flatMap((row) => row ?? [])
  return known.length === rows.length && rows.length <= maxRows ? known : null
}

/** The rows of a posted or addressed form, in order. What is no choice there is the usual one. */
export function rowsOfForm(given: URLSearchParams): BuilderRow[] {
  const all = (name: string) => given.getAll(name)
  const [joins, has, kinds, texts] = [all('rowJoin'), all('rowHas'), all('rowKind'), all('rowText')]
  const [others, distances] = [all('rowOther'), all('rowNear')]
  return texts.slice(0, maxRows).map((text, at) => ({
    join: joins[at] === 'or' ? 'or' : 'and',
    has: has[at] === 'no' ? 'no' : 'yes',
    kind: rowKinds.find((kind) => kind === kinds[at]) ?? 'word',
    text: text.slice(0, 200),
    other: (others[at] ?? '').slice(0, 200),
    distance: distanceOf(distances[at]),
  }))
}

function distanceOf(typed: string | undefined): number {
  const distance = Number.parseInt(typed ?? '', 10)
  return distance >= 0 && distance <= 1_000 ? distance : usualDistance
}

const isEmpty = ({ kind, text, other }: BuilderRow) =>
  text.trim() === '' && (kind !== 'near' || other.trim() === '')

function readRow(row: BuilderRow, compounds: boolean): { query: TypedQuery } | { refusal: RowRefusal } {
  const parsed = parseQuery(typedRow(row), { compounds })
  if ('refusal' in parsed) return { refusal: parsed.refusal }
  const leaf = parsed.query
  // What can be shown as a row is one thing, also when it was typed with signs of its own.
  if (!rowOfLeaf(leaf)) return { refusal: 'not-one-thing' }
  return { query: row.has === 'no' ? { kind: 'not', child: leaf } : leaf }
}

function typedRow({ kind, text, other, distance }: BuilderRow): string {
  const words = text.trim()
  const unquoted = words.replace(/["“”„«»]/g, ' ').trim()
  switch (kind) {
    case 'word':
      return words
    case 'phrase':
      return `"${unquoted}"`
    case 'near':
      return `${words} NÆR/${distance} ${other.trim()}`
    case 'beginning':
      return `${words.replace(/\*+$/, '')}*`
    case 'part':
      return `*${words.replace(/^\*+|\*+$/g, '')}*`
    case 'similar':
      return `${words.replace(/~+$/, '')}~`
    case 'sender':
      return /\s/.test(unquoted) ? `avsender:"${unquoted}"` : `avsender:${unquoted}`
    case 'language':
      return `språk:${words}`
  }
}

type Shown = Pick<BuilderRow, 'kind' | 'text'> & Partial<BuilderRow>

function rowOfLeaf(leaf: TypedQuery): Shown | null {
  switch (leaf.kind) {
    case 'compounds':
      return { kind: 'word', text: leaf.text }
    case 'term':
      if (leaf.field === 'sender') return leaf.match === 'exact' ? null : { kind: 'sender', text: leaf.text }
      return { kind: leaf.match === 'exact' ? 'phrase' : 'word', text: leaf.text }
    case 'phrase': {
      const text = leaf.words.join(leaf.match === 'exact' ? ' ' : '-')
      if (leaf.field === 'sender') return { kind: 'sender', text }
      return { kind: leaf.match === 'exact' ? 'phrase' : 'word', text }
    }
    case 'near': {
      const [text, other] = leaf.words
      return leaf.match === 'exact' ? null : { kind: 'near', text, other, distance: leaf.distance }
    }
    case 'prefix':
      return leaf.field === 'sender'
        ? { kind: 'sender', text: `${leaf.text}*` }
        : { kind: 'beginning', text: leaf.text }
    case 'infix':
      return { kind: 'part', text: leaf.text }
    case 'fuzzy':
      return { kind: 'similar', text: leaf.text }
    case 'language':
      return { kind: 'language', text: leaf.lang }
    default:
      return null
  }
}

function joined(kind: 'and' | 'or', parts: readonly TypedQuery[]): TypedQuery {
  const [only, ...more] = parts
  if (!only) return { kind: 'all' }
  return more.length === 0 ? only : { kind, children: parts }
}
