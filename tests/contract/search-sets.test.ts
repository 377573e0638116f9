import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchDocument } from '#search/document.ts'
import { type AccessScope, facetNames, maxRanked, publicScope, type SearchFilter } from '#search/port.ts'
import type { QueryNode } from '#search/tree.ts'
import {
  anyCorpus,
  anyFilter,
  anyQuery,
  corpus,
  inScope,
  matches,
  passes,
  scopeOf,
  strategyIds,
  valuesOf,
} from './corpus.ts'
import { engines, openEngine, type TriedEngine } from './engines.ts'

const [first, second] = strategyIds
const anyScope = fc.constantFrom(scopeOf(first, second), scopeOf(first), publicScope())

for (const { name, title, missing } of engines) {
  describe.skipIf(missing)(`the sets of ${title}`, () => {
    const docs = corpus(400)
    let engine: TriedEngine

    beforeAll(async () => {
      engine = await openEngine(name)
      await engine.put(docs)
    })
    afterAll(() => engine?.end())

    test('keys, total and facet counts are those of reading every document', async () => {
      await fc.assert(
        fc.asyncProperty(anyQuery, anyFilter, anyScope, async (query, filter, scope) => {
          expect(await answered(engine, query, filter, scope)).toEqual(read(docs, query, filter, scope))
        }),
        { numRuns: 150 },
      )
    })

    test('whichever other documents there are', async () => {
      const other = await openEngine(name)
      const questions = fc.array(fc.tuple(anyQuery, anyFilter, anyScope), { minLength: 10, maxLength: 10 })
      let present: readonly SearchDocument[] = []
      await fc.assert(
        fc.asyncProperty(anyCorpus, questions, async (written, asked) => {
          await other.remove(present)
          await other.put(written)
          present = written
          for (const [query, filter, scope] of asked) {
            expect(await answered(other, query, filter, scope)).toEqual(read(written, query, filter, scope))
          }
        }),
        { numRuns: 8 },
      )
      await other.end()
    }, 60_000)

    test('candidates are chosen among the matches without changing what is counted', async () => {
      await fc.assert(
        fc.asyncProperty(anyQuery, anyQuery, anyFilter, anyScope, async (query, narrower, filter, scope) => {
          const candidates: QueryNode = { kind: 'and', children: [query, narrower] }
          const request = { unit: 'passage', query, filter, facets: facetNames, candidates } as const
          const { total, keys } = await engine.matcher.match(request, scope)
          expect(total).toBe(read(docs, query, filter, scope).total)
          expect(keys).toEqual(read(docs, candidates, filter, scope).keys)
        }),
        { numRuns: 40 },
      )
    })

    test('windows by age are parts of the whole, in the same order', async () => {
      const anyWindow = fc.record({ offset: fc.nat(150), limit: fc.nat(50) })
      await fc.assert(
        fc.asyncProperty(anyQuery, anyFilter, anyScope, anyWindow, async (query, filter, scope, window) => {
          const { keys } = read(docs, query, filter, scope)
          const given = await engine.matcher.newest(query, filter, scope, window)
          expect(given).toEqual(keys.slice(window.offset, window.offset + window.limit))
        }),
        { numRuns: 80 },
      )
    })
  })
}

/** What an engine says of a query, in the shape of `read`. */
async function answered(engine: TriedEngine, query: QueryNode, filter: SearchFilter, scope: AccessScope) {
  const request = { unit: 'passage', query, filter, facets: facetNames, candidates: query } as const
  const { total, keys, facets } = await engine.matcher.match(request, scope)
  return { total, keys, facets }
}

/** What reading every document says. */
function read(docs: readonly SearchDocument[], query: QueryNode, filter: SearchFilter, scope: AccessScope) {
  const seen = docs.filter((doc) => inScope(scope, doc) && matches(query, doc))
  const wanted = seen.filter((doc) => passes(filter, doc)).sort(byAge)
  const facets = facetNames.map((name) => {
    const values = seen.filter((doc) => passes(filter, doc, name)).flatMap((doc) => valuesOf(doc, name))
    const counts = [...new Set(values)].map((value) => ({
      value,
      count: values.filter((other) => other === value).length,
    }))
    return [name, counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))]
  })
  return {
    total: wanted.length,
    keys: wanted.slice(0, maxRanked).map(({ docKey }) => docKey),
    facets: Object.fromEntries(facets),
  }
}

function byAge(a: SearchDocument, b: SearchDocument): number {
  const younger = (b.submittedAt?.getTime() ?? -1) - (a.submittedAt?.getTime() ?? -1)
  return younger || (a.docKey < b.docKey ? -1 : 1)
}
