import { type SQL, sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import type { FacetName, FacetValue, Unit } from '../port.ts'
import { tagged } from './conditions.server.ts'

/** The exact number of matches, and per facet each value with its number. */
export type Counts = { readonly total: number; readonly facets: ReadonlyMap<FacetName, FacetValue[]> }

type Row = { facet: FacetName | 'total'; value: string | null; count: string }

const columns: Record<FacetName, SQL> = {
  round: sql`round_id`,
  organisationKind: sql`organisation_kind`,
  county: sql`county_number`,
  question: sql`question_id`,
  language: sql`lang`,
  theme: sql`theme_ids`,
  position: sql`positions`,
  tagged,
}

/** Facets of which a passage can have several values at once. */
const lists = ['theme', 'position'] as const

/**
 * Counts in one pass over the matches, whatever the number of facets. Passages are first put together by what they
 * have in common, so that lists of values are taken apart, and inputs told from passages, once per group and not per passage.
 */
export async function countMatches(
  db: Database,
  where: SQL,
  facets: readonly FacetName[],
  unit: Unit,
): Promise<Counts> {
  const names = [...new Set(facets)]
  const grouped = names.map((name) => columns[name])
  const inputs = unit === 'input'
  const sets = [[], ...grouped.map((column) => [column])].map(
    (set) => sql`(${sql.join(inputs ? [...set, sql`input_id`] : set, sql`, `)})`,
  )
  const rows = await db.execute<Row>(sql`
    with groups as materialized (
      select ${nameOfSet(names)} as facet, ${valueOfSet(names)} as value, ${listOfSet(names)} as list,
        ${inputs ? sql`input_id, 1` : sql`null::uuid as input_id, count(*)`} as passages
      from ${searchDocuments} where ${where} group by grouping sets (${sql.join(sets, sql`, `)}))
    select facet, value, sum(passages) as count from groups where list is null group by facet, value
    union all
    select facet, one, ${inputs ? sql`count(distinct input_id)` : sql`sum(passages)`}
    from groups, unnest(list) as one where list is not null group by facet, one`)
  return {
    total: Number(rows.find((row) => row.facet === 'total')?.count ?? 0),
    facets: new Map(names.map((name) => [name, valuesOf(name, rows)])),
  }
}

function nameOfSet(names: readonly FacetName[]): SQL {
  return caseOf(names, (name) => sql`${name}::text`, sql`'total'`)
}

const isList = (name: FacetName) => lists.some((one) => one === name)

function valueOfSet(names: readonly FacetName[]): SQL {
  return caseOf(
    names.filter((name) => !isList(name)),
    (name) => sql`(${columns[name]})::text`,
    sql`null::text`,
  )
}

function listOfSet(names: readonly FacetName[]): SQL {
  return caseOf(names.filter(isList), (name) => sql`${columns[name]}::text[]`, sql`null::text[]`)
}

// The one column that is grouped by says which facet a group is of.
function caseOf(names: readonly FacetName[], value: (name: FacetName) => SQL, otherwise: SQL): SQL {
  if (names.length === 0) return otherwise
  const cases = names.map((name) => sql`when grouping(${columns[name]}) = 0 then ${value(name)}`)
  return sql`case ${sql.join(cases, sql` `)} else ${otherwise} end`
}

function valuesOf(name: FacetName, rows: readonly Row[]): FacetValue[] {
  return rows
    .flatMap(({ facet, value, count }) =>
      facet === name && value !== null ? [{ value, count: Number(count) }] : [],
    )
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
