import { type SQL, sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import type { FacetName, FacetValue, Unit } from '../port.ts'

/** The exact number of matches, and per facet each value with its number. */
export type Counts = { readonly total: number; readonly facets: ReadonlyMap<FacetName, FacetValue[]> }

type Row = { facet: FacetName | 'total'; value: string | null; count: string }

const columns: Record<Exclude<FacetName, 'theme'>, SQL> = {
  organisationKind: sql`organisation_kind`,
  county: sql`county_number`,
  question: sql`question_id`,
  language: sql`lang`,
}

/** Counts in one pass over the matches, whatever the number of facets. */
export async function countMatches(
  db: Database,
  where: SQL,
  facets: readonly FacetName[],
  unit: Unit,
): Promise<Counts> {
  const number = unit === 'input' ? sql`count(distinct input_id)` : sql`count(*)`
  const plain = [...new Set(facets)].flatMap((name) =>
    name === 'theme' ? [] : [{ name, column: columns[name] }],
  )
  const sets = sql.join([sql`()`, ...plain.map(({ column }) => sql`(${column})`)], sql`, `)
  const rows = await db.execute<Row>(sql`
    with matches as materialized (
      select organisation_kind, county_number, question_id, lang, theme_ids, input_id from ${searchDocuments} where ${where})
    select ${nameOfSet(plain)} as facet, ${valueOfSet(plain)} as value, ${number} as count
    from matches group by grouping sets (${sets})
    ${
      facets.includes('theme')
        ? sql`union all select 'theme', theme::text, ${number} from matches, unnest(theme_ids) as theme group by theme`
        : sql``
    }`)
  return {
    total: Number(rows.find((row) => row.facet === 'total')?.count ?? 0),
    facets: new Map(facets.map((name) => [name, valuesOf(name, rows)])),
  }
}

type Grouped = { name: FacetName; column: SQL }

function nameOfSet(grouped: readonly Grouped[]): SQL {
  if (grouped.length === 0) return sql`'total'`
  const cases = grouped.map(({ name, column }) => sql`when grouping(${column}) = 0 then ${name}::text`)
  return sql`case ${sql.join(cases, sql` `)} else 'total' end`
}

function valueOfSet(grouped: readonly Grouped[]): SQL {
  if (grouped.length === 0) return sql`null::text`
  const cases = grouped.map(({ column }) => sql`when grouping(${column}) = 0 then ${column}::text`)
  return sql`case ${sql.join(cases, sql` `)} end`
}

function valuesOf(name: FacetName, rows: readonly Row[]): FacetValue[] {
  return rows
    .flatMap(({ facet, value, count }) =>
      facet === name && value !== null ? [{ value, count: Number(count) }] : [],
    )
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
