import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import { type FacetName, type FacetValue, maxRanked, UnsupportedQuery } from '../port.ts'
import { both, type Condition, depthOf, filterText, maxDepth } from './condition.ts'
import { docKeyOf, type IndexedDocument } from './document.ts'
import { attributeOf, type Plan } from './planner.ts'
import { maxFacetValues } from './settings.ts'
import { unspelt } from './spelling.ts'

/** A document that was found, and what it is put in order by. */
export type Found = { readonly docKey: string; readonly submittedAt: number | null }

/** One question to the index: which documents match within this, by age, and how their facets are distributed. */
export type Question = {
  readonly within: Condition
  readonly plan: Plan
  readonly offset?: number
  readonly limit: number
  readonly facets?: readonly FacetName[]
}

/**
 * The answer: those that match for certain, counted exactly unless an offset was asked for, and the keys of all that
 * must be read before anything can be said of them.
 */
export type Answer = {
  readonly total: number
  readonly found: readonly Found[]
  readonly facets: ReadonlyMap<FacetName, readonly FacetValue[]>
  readonly unread: readonly string[]
}

const newestFirst = ['submittedAt:desc', 'id:asc']
const retrieved: (keyof Hit)[] = ['id', 'submittedAt']

type Hit = Pick<IndexedDocument, 'id' | 'submittedAt'>
type Part = { readonly condition: Condition; readonly query: Omit<MultiSearchQuery, 'indexUid' | 'filter'> }

/** Asks an index everything in one request; what nothing can meet is not asked about. */
export async function askAll(
  client: Meilisearch,
  uid: string,
  questions: readonly Question[],
): Promise<Answer[]> {
  const parts = questions.map((question) => [certain(question), undecided(question)] as const)
  const asked = parts.flat().filter(({ condition }) => condition.kind !== 'none')
  const queries = asked.map(({ condition, query }) => ({ indexUid: uid, ...filtering(condition), ...query }))
  const { results } =
    queries.length === 0
      ? { results: [] }
      : await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries })
  return questions.map(({ facets = [] }, at) => {
    const [sure, open] = (parts[at] ?? []).map((part) => results[asked.indexOf(part)])
    if ((open?.totalHits ?? 0) > maxRanked) throw new UnsupportedQuery('too-many-to-verify')
    return {
      total: sure?.totalHits ?? 0,
      found: (sure?.hits ?? []).map(({ id, submittedAt }) => ({ docKey: docKeyOf(id), submittedAt })),
      facets: new Map(facets.map((name) => [name, valuesOf(sure?.facetDistribution?.[attributeOf[name]])])),
      unread: (open?.hits ?? []).map(({ id }) => docKeyOf(id)),
    }
  })
}

/** The newest first, the key settling ties: the order in which the server and Postgres give documents too. */
export function byAge(a: Found, b: Found): number {
  const younger = (b.submittedAt ?? Number.NEGATIVE_INFINITY) - (a.submittedAt ?? Number.NEGATIVE_INFINITY)
  return younger || (a.docKey < b.docKey ? -1 : 1)
}

/** The commonest first. */
export function inOrder(values: readonly FacetValue[]): FacetValue[] {
  return [...values].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

// Asked for a page the server counts all matches; asked from an offset it only estimates.
function certain({ within, plan, offset, limit, facets = [] }: Question): Part {
  return {
    condition: both(within, plan.sure),
    query: {
      ...(limit > 0 ? { sort: [...newestFirst] } : {}),
      ...(offset === undefined ? { page: 1, hitsPerPage: limit } : { offset, limit }),
      ...(facets.length > 0 ? { facets: facets.map((name) => attributeOf[name]) } : {}),
      attributesToRetrieve: [...retrieved],
    },
  }
}

function undecided({ within, plan }: Question): Part {
  return {
    condition: both(within, plan.open),
    query: { page: 1, hitsPerPage: maxRanked, attributesToRetrieve: ['id'] },
  }
}

function filtering(condition: Condition) {
  if (depthOf(condition) > maxDepth) throw new UnsupportedQuery('too-deep')
  return { filter: filterText(condition) }
}

function valuesOf(distribution: Readonly<Record<string, number>> = {}): FacetValue[] {
  const values = Object.entries(distribution)
  if (values.length >= maxFacetValues) throw new UnsupportedQuery('too-many-values')
  return inOrder(values.map(([value, count]) => ({ value: unspelt(value), count })))
}
