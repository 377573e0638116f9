import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessScope, facetNames, publicScope, type SearchFilter } from '#search/port.ts'
import type { TypedQuery } from '#search/tree.ts'
import { anyFilter, anyQuery, corpus, scopeOf, strategyIds } from './corpus.ts'
import { noServer, openEngine, type TriedEngine } from './engines.ts'

const anyOpenLeaf: fc.Arbitrary<TypedQuery> = fc.oneof(
  fc.record({ kind: fc.constant('fuzzy' as const), text: fc.constantFrom('skolr', 'komune', 'digitel') }),
  fc.record({ kind: fc.constant('infix' as const), text: fc.constantFrom('kommun', 'skol', 'plan') }),
  fc.record({ kind: fc.constant('compounds' as const), text: fc.constantFrom('plan', 'skole', 'hage') }),
)
const anyTyped: fc.Arbitrary<TypedQuery> = fc.oneof(
  anyQuery,
  anyOpenLeaf,
  fc.record({ kind: fc.constant('and' as const), children: fc.tuple(anyOpenLeaf, anyQuery) }),
)
const anyScope = fc.constantFrom(scopeOf(...strategyIds), scopeOf(strategyIds[0]), publicScope())

describe.skipIf(noServer)(`both engines${noServer ? ` (skipped: ${noServer})` : ''}`, () => {
  let both: TriedEngine[] = []

  beforeAll(async () => {
    const docs = corpus(400)
    both = await Promise.all([openEngine('postgres'), openEngine('meilisearch')])
    await Promise.all(both.map((engine) => engine.put(docs)))
  })
  afterAll(() => Promise.all(both.map((engine) => engine.end())))

  test('give the same hits in the same order, with the same counts and the same words', async () => {
    const anyPage = fc.record({ number: fc.integer({ min: 1, max: 4 }), size: fc.constantFrom(5, 30, 100) })
    await fc.assert(
      fc.asyncProperty(anyTyped, anyFilter, anyScope, anyPage, async (query, filter, scope, page) => {
        const [one, other] = await Promise.all(
          both.map((engine) => answer(engine, query, filter, scope, page)),
        )
        expect(other).toEqual(one)
      }),
      { numRuns: 60 },
    )
  })
})

async function answer(
  { search }: TriedEngine,
  query: TypedQuery,
  filter: SearchFilter,
  scope: AccessScope,
  page: { number: number; size: number },
) {
  const request = { unit: 'passage', query, filter, facets: facetNames, page } as const
  const { hits, total, facets, expansions, suggestions } = await search.search(request, scope)
  return { hits, total, facets, expansions, suggestions }
}
