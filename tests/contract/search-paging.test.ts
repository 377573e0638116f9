import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tokensOf } from '#search/analyser.ts'
import { maxRanked, type SearchHit, type Unit } from '#search/port.ts'
import { parseQuery } from '#search/query.ts'
import { rankedText } from '#search/ranked-text.ts'
import { searchWith } from '#search/search.server.ts'
import { countWords } from '#search/vocabulary.server.ts'
import { documentOf, scopeOf, strategyIds, uuid } from './corpus.ts'
import { engines, openEngine, type TriedEngine } from './engines.ts'

// More than are ranked: the word of all stands in every passage, the other in every fourth.
const passages = maxRanked + 250
const docs = Array.from({ length: passages }, (_, at) =>
  documentOf(at, {
    body: at % 4 === 0 ? 'alminnelig og sjelden' : 'alminnelig tekst',
    inputId: uuid('i', Math.floor(at / 2)),
    submittedAt: new Date(Date.UTC(2030, 1, 1) + at * 1_000),
  }),
)
const scope = scopeOf(strategyIds[0])

for (const { name, title, missing } of engines) {
  describe.skipIf(missing)(`pages beyond what is ranked, on ${title}`, () => {
    let engine: TriedEngine
    beforeAll(async () => {
      engine = await openEngine(name)
      for (let from = 0; from < passages; from += 500) await engine.put(docs.slice(from, from + 500))
      await countWords(engine.db, 'staff')
    })
    afterAll(() => engine?.end())

    test.each(['alminnelig', 'alminnelig ELLER sjelden', '-finnesikke'])(
      'every match of «%s» stands on one page and no other',
      async (typed) => {
        const keys = (await everyPage(typed, 'passage')).map(({ docKey }) => docKey)
        expect(keys).toHaveLength(passages)
        expect(new Set(keys)).toEqual(new Set(docs.map(({ docKey }) => docKey)))
      },
    )

    test('of two words the rare one comes first, however old, and the reader is told where ranking ends', async () => {
      const first = await ask('alminnelig ELLER sjelden', 1, 'passage')
      expect(new Set(first.hits.map(({ body }) => body))).toEqual(new Set(['alminnelig og sjelden']))
      expect((await ask('alminnelig', 1, 'passage')).notices).toContain('RANKING_BOUNDED')
      expect((await ask('sjelden', 1, 'passage')).notices).not.toContain('RANKING_BOUNDED')
    })

    test('what is beyond stands by age, the newest first', async () => {
      const keys = (await everyPage('alminnelig', 'passage')).slice(maxRanked).map(({ docKey }) => docKey)
      expect(keys).toEqual(
        docs
          .slice(0, passages - maxRanked)
          .map(({ docKey }) => docKey)
          .reverse(),
      )
    })

    test.each([true, false])(
      'an engine that names what the reader may not see shows nothing of it (words read by the engine: %s)',
      async (reads) => {
        const named = docs.slice(0, 3)
        const rankable = named.map(({ docKey, inputId, body, lang }) => {
          const words = tokensOf(body, lang)
          return { docKey, inputId, wordCount: words.length, stems: rankedText(words) }
        })
        const leaky = searchWith(engine.db, {
          engine: name,
          match: async () => ({
            ...{ total: 3, facets: {}, keys: named.map(({ docKey }) => docKey), notices: [] },
            ...(reads ? { rankable } : {}),
          }),
          newest: async () => [],
        })
        const page = { number: 1, size: 5 }
        const request = { unit: 'passage', query: queryOf('alminnelige'), facets: [], page } as const
        const answer = await leaky.search(request, scopeOf(strategyIds[1]))
        expect([answer.hits, answer.expansions]).toEqual([[], []])
        const own = await leaky.search(request, scope)
        expect(own.hits).toHaveLength(3)
        expect(own.expansions.map(({ words }) => words)).toEqual([['alminnelig']])
      },
    )

    if (name === 'postgres') {
      test('inputs are paged through likewise, each once, with the number of its passages', async () => {
        const hits = await everyPage('alminnelig', 'input')
        expect(hits).toHaveLength(passages / 2)
        expect(new Set(hits.map(({ inputId }) => inputId)).size).toBe(passages / 2)
        expect(new Set(hits.map(({ passagesInInput }) => passagesInInput))).toEqual(new Set([2]))
      })
    }

    async function everyPage(typed: string, unit: Unit): Promise<SearchHit[]> {
      const hits: SearchHit[] = []
      for (let number = 1; ; number++) {
        const page = await ask(typed, number, unit)
        if (page.hits.length === 0) return hits
        hits.push(...page.hits)
      }
    }

    function ask(typed: string, number: number, unit: Unit) {
      return engine.search.search(
        { unit, query: queryOf(typed), facets: [], page: { number, size: 70 } },
        scope,
      )
    }
  })
}

function queryOf(typed: string) {
  const parsed = parseQuery(typed)
  if (!('query' in parsed)) throw new Error(parsed.refusal)
  return parsed.query
}
