import { arrayOverlaps, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { searchDocuments } from '#db/schema/index.ts'
import { isUuid } from '../document.ts'
import { type AccessScope, type FacetName, facetNames, type SearchFilter } from '../port.ts'
import type { Plan } from './planner.ts'

/**
 * Everything a row must meet: the scope first, then the words, then the filter, less one facet's own selection
 * when that facet is being counted. Every value is a bind parameter.
 */
export function conditionsOf(scope: AccessScope, plan: Plan, filter: SearchFilter, counted?: FacetName): SQL {
  const selected = facetNames.flatMap((name) => {
    const values = filter.selected?.[name]
    return values && name !== counted ? [facetCondition(name, values)] : []
  })
  return sql.join(
    [
      scopeCondition(scope),
      ...(plan.kind === 'none' ? [sql`false`] : []),
      ...(plan.kind === 'tsquery' ? [matching(plan.text)] : []),
      ...(filter.strategyIds ? [anyId(searchDocuments.strategyId, filter.strategyIds)] : []),
      ...(filter.roundIds ? [anyId(searchDocuments.roundId, filter.roundIds)] : []),
      ...(filter.inputIds ? [anyId(searchDocuments.inputId, filter.inputIds)] : []),
      ...selected,
    ],
    sql` and `,
  )
}

// As a query of its own the words are unknown to the planner, which then always takes the text index. Knowing that a
// word is common it would read the table and unpack every text's tsvector, at many times the cost it believes in.
function matching(tsquery: string): SQL {
  return sql`${searchDocuments.tsv} @@ (select ${tsquery}::tsquery)`
}

/** What anyone in this scope may see at all. */
export function scopeCondition(scope: AccessScope): SQL {
  const audience = sql`${searchDocuments.audience} = ${scope.audience}`
  if (scope.audience === 'public') return audience
  return sql`${audience} and ${anyId(searchDocuments.strategyId, scope.strategyIds)}`
}

function facetCondition(name: FacetName, values: readonly string[]): SQL {
  switch (name) {
    case 'organisationKind':
      return anyText(searchDocuments.organisationKind, values)
    case 'county':
      return anyText(searchDocuments.countyNumber, values)
    case 'language':
      return anyText(searchDocuments.lang, values)
    case 'round':
      return anyId(searchDocuments.roundId, values)
    case 'question':
      return anyId(searchDocuments.questionId, values)
    case 'theme': {
      const ids = values.filter(isUuid)
      return ids.length > 0 ? arrayOverlaps(searchDocuments.themeIds, ids) : sql`false`
    }
    case 'position': {
      const positions = storable(values)
      return positions.length > 0 ? arrayOverlaps(searchDocuments.positions, positions) : sql`false`
    }
    case 'tagged':
      return inValues(tagged, storable(values))
  }
}

// What Postgres cannot store as text it cannot have stored.
const storable = (values: readonly string[]) => values.filter((value) => !/[\0\p{Surrogate}]/u.test(value))

function anyText(column: PgColumn, values: readonly string[]): SQL {
  return inValues(column, storable(values))
}

function inValues(column: PgColumn | SQL, values: readonly string[]): SQL {
  return values.length > 0 ? inArray(sql`${column}`, [...values]) : sql`false`
}

/** `taggedOf` a document, of its row. */
export const tagged = sql<string>`case when cardinality(${searchDocuments.themeIds}) > 0
  or cardinality(${searchDocuments.positions}) > 0 then 'yes' else 'no' end`

function anyId(column: PgColumn, values: readonly string[]): SQL {
  const ids = values.filter(isUuid)
  return ids.length > 0 ? inArray(column, ids) : sql`false`
}
