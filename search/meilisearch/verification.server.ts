import { and, inArray } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { taggedOf } from '../document.ts'
import { matchesQuery } from '../evaluation.ts'
import { lexemesOfDocument } from '../lexemes.ts'
import type { AccessScope, FacetName, FacetValue } from '../port.ts'
import { scopeCondition } from '../postgres/conditions.server.ts'
import type { QueryNode } from '../tree.ts'
import { type Found, inOrder } from './asking.server.ts'

/** A document that was read, and what it was found to match. */
export type Reading = {
  readonly found: Found
  readonly values: { readonly [name in FacetName]: readonly string[] }
  readonly matches: ReadonlySet<QueryNode>
}

/** What was read, by key. */
export type Readings = ReadonlyMap<string, Reading>

/** Reads documents as they are now and tells which of the queries each matches. Those out of scope are left out. */
export async function readOneByOne(
  db: Database,
  docKeys: readonly string[],
  queries: readonly QueryNode[],
  scope: AccessScope,
): Promise<Readings> {
  if (docKeys.length === 0) return new Map()
  const t = searchDocuments
  const rows = await db
    .select({
      ...{
        docKey: t.docKey,
        body: t.body,
        senderName: t.senderName,
        lang: t.lang,
        submittedAt: t.submittedAt,
      },
      ...{ organisationKind: t.organisationKind, countyNumber: t.countyNumber },
      ...{ roundId: t.roundId, questionId: t.questionId, themeIds: t.themeIds, positions: t.positions },
    })
    .from(t)
    .where(and(scopeCondition(scope), inArray(t.docKey, [...docKeys])))
  return new Map(
    rows.map((row) => {
      const lexemes = lexemesOfDocument(row)
      const reading: Reading = {
        found: { docKey: row.docKey, submittedAt: row.submittedAt?.getTime() ?? null },
        values: {
          round: [row.roundId],
          organisationKind: [row.organisationKind],
          county: row.countyNumber === null ? [] : [row.countyNumber],
          question: row.questionId === null ? [] : [row.questionId],
          language: [row.lang],
          theme: row.themeIds,
          position: row.positions,
          tagged: [taggedOf(row)],
        },
        matches: new Set(queries.filter((query) => matchesQuery(query, lexemes))),
      }
      return [row.docKey, reading]
    }),
  )
}

/** Counts with those of more documents added. */
export function withReadings(
  counted: readonly FacetValue[],
  readings: readonly Reading[],
  name: FacetName,
): FacetValue[] {
  const counts = new Map(counted.map(({ value, count }) => [value, count]))
  for (const value of readings.flatMap((reading) => reading.values[name])) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return inOrder(Array.from(counts, ([value, count]) => ({ value, count })))
}
