import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type AccessScope,
  facetNames,
  publicScope,
  type SearchFilter,
  type SearchRequest,
  staffScope,
} from '#search/port.ts'
import { parseQuery } from '#search/query.ts'
import type { QueryNode, TypedQuery } from '#search/tree.ts'
import { corpus, documentOf, inScope, matches, scopeOf, strategyIds, uuid } from './corpus.ts'
import { engines, openEngine, type TriedEngine } from './engines.ts'

for (const { name, title, missing } of engines) {
  describe.skipIf(missing)(title, () => {
    const docs = corpus(400)
    const [first, second] = strategyIds
    const staff = scopeOf(first, second)
    let engine: TriedEngine

    beforeAll(async () => {
      engine = await openEngine(name)
      await engine.put(docs)
    })
    afterAll(() => engine?.end())

    test('a scope shows nothing of other strategies or audiences, in hits, totals, facets or words', async () => {
      const secret = documentOf(9_001, { body: 'hemmelighetsord', strategyId: strategyIds[2], lang: 'xx' })
      const masked = documentOf(9_002, {
        body: 'hemmelighetsord',
        audience: 'staff',
        strategyId: first,
        lang: 'yy',
      })
      await put([secret, masked])
      const guesses: TypedQuery[] = [
        word('hemmelighetsordd'),
        { kind: 'prefix', text: 'hemmeligh' },
        { kind: 'fuzzy', text: 'hemmelighetsor' },
        { kind: 'infix', text: 'emmelighetsor' },
        { kind: 'compounds', text: 'hemmelighets' },
      ]
      for (const scope of [publicScope(), scopeOf(second)]) {
        for (const query of [word('hemmelighetsord'), { kind: 'all' } as const, not(word('skole'))]) {
          const answer = await ask(query, { filter: { strategyIds: [...strategyIds] }, size: 100 }, scope)
          expect(answer.hits.filter((hit) => hit.body === 'hemmelighetsord')).toEqual([])
          expect(answer.facets.language?.filter(({ value }) => value === 'xx' || value === 'yy')).toEqual([])
        }
        expect((await ask(word('hemmelighetsord'), {}, scope)).total).toBe(0)
        for (const guess of guesses) {
          const { total, expansions, suggestions } = await ask(guess, {}, scope)
          expect(total).toBe(0)
          expect(JSON.stringify([expansions, suggestions])).not.toContain('hemmelighetsord')
        }
      }
      expect((await ask(word('hemmelighetsord'), {}, scopeOf(first))).total).toBe(1)
      await remove([secret, masked])
    })

    test('no strategies give no scope at all', () => {
      expect(staffScope([])).toBeNull()
    })

    test.each([
      ['nb', 'Alle kommunene svarte', 'kommune'],
      ['nn', 'Alle kommunane svarte', 'kommunar'],
      ['sv', 'Alla kommunerna svarade', 'kommunen'],
      ['fi', 'Kaikki koulut vastasivat', 'koulu'],
      ['en', 'All municipalities answered', 'municipality'],
      ['se', 'Kárášjohka vástidii', 'karasjohka'],
    ])('in %s, «%s» is found by «%s»', async (lang, body, typed) => {
      const doc = documentOf(9_010, { body, lang, inputId: uuid('i', 9_010) })
      await put([doc])
      const answer = await ask(parsed(typed), { filter: { inputIds: [doc.inputId] } })
      expect(answer.hits.map((hit) => hit.docKey)).toEqual([doc.docKey])
      expect(answer.hits[0]?.spans).toHaveLength(1)
      await remove([doc])
    })

    test('a phrase is found only where its words stand side by side as written', async () => {
      const together = documentOf(9_020, {
        body: 'Vi vil ha digital dømmekraft nå',
        strategyId: strategyIds[2],
      })
      const apart = documentOf(9_021, { body: 'Digital og god dømmekraft', strategyId: strategyIds[2] })
      const inflected = documentOf(9_022, { body: 'Digitale dømmekrafter', strategyId: strategyIds[2] })
      await put([together, apart, inflected])
      const found = async (typed: string) =>
        (await ask(parsed(typed), {}, scopeOf(strategyIds[2]))).hits.map((hit) => hit.docKey).sort()
      expect(await found('"digital dømmekraft"')).toEqual([together.docKey])
      expect(await found('dømmekraft digital')).toEqual([together, apart, inflected].map((doc) => doc.docKey))
      await remove([together, apart, inflected])
    })

    test('pages follow one another without repeating or leaving out', async () => {
      for (const query of [{ kind: 'all' } as const, parsed('skole'), not(parsed('digital'))]) {
        const whole = await ask(query, { size: 100 })
        const pages: string[] = []
        for (let number = 1; number <= Math.ceil(whole.total / 7); number++) {
          pages.push(...(await ask(query, { size: 7, number })).hits.map((hit) => hit.docKey))
        }
        expect(new Set(pages).size).toBe(whole.total)
        expect(pages.slice(0, 100)).toEqual(whole.hits.map((hit) => hit.docKey))
      }
    })

    test('a passage about the words ranks before one that mentions them apart', async () => {
      const near = documentOf(9_030, {
        body: 'Personvern i skolen. Personvern i skolen.',
        strategyId: strategyIds[2],
      })
      const far = documentOf(9_031, {
        body: `Personvern ${'og annet '.repeat(40)} skolen`,
        strategyId: strategyIds[2],
        submittedAt: new Date('2031-01-01'),
      })
      await put([near, far])
      const answer = await ask(parsed('personvern skole'), {}, scopeOf(strategyIds[2]))
      expect(answer.hits.map((hit) => hit.docKey)).toEqual([near.docKey, far.docKey])
      await remove([near, far])
    })

    test('a page outside reach is empty and says so, and an impossible page is the nearest possible', async () => {
      const deep = await ask({ kind: 'all' }, { number: 200, size: 100 })
      expect(deep.hits).toEqual([])
      expect(deep.notices).toContain('PAGE_TOO_DEEP')
      expect((await ask({ kind: 'all' }, { number: -3, size: 5_000 })).hits).toHaveLength(100)
      expect((await ask({ kind: 'all' }, { number: Number.NaN, size: 0.5 })).hits).toHaveLength(1)
    })

    test('a deleted document is gone, and an older change undoes nothing', async () => {
      const doc = documentOf(9_040, { body: 'flyktigord', rev: 10 })
      const bodies = async () => (await ask(word('flyktigord'))).hits.map((hit) => hit.body)
      await put([doc])
      await put([{ ...doc, body: 'flyktigord nyere', rev: 12 }])
      await put([{ ...doc, body: 'flyktigord eldre', rev: 11 }])
      expect(await bodies()).toEqual(['flyktigord nyere'])
      await apply([{ op: 'delete', docKey: doc.docKey, rev: 11 }])
      expect(await bodies()).toEqual(['flyktigord nyere'])
      await apply([{ op: 'delete', docKey: doc.docKey, rev: 13 }])
      expect(await bodies()).toEqual([])
    })

    test('whatever is typed or chosen gives an answer', async () => {
      const hostile = [
        "'",
        "\\'",
        "a':1 & !b",
        '<->',
        '(',
        '!*',
        ':*',
        '\0',
        '\uD800',
        "x'); drop table inputs--",
      ]
      const anything = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 60 }))
      await fc.assert(
        fc.asyncProperty(anything, anything, async (typed, chosen) => {
          const selected = Object.fromEntries(facetNames.map((name) => [name, [chosen]]))
          const tree: QueryNode = { kind: 'phrase', words: [typed, 'skole'], match: 'exact' }
          for (const query of [tree, { kind: 'not', child: word(typed) } as const, word(typed)]) {
            expect((await ask(query, { size: 5 })).total).toBe(
              docs.filter((doc) => inScope(staff, doc) && matches(query, doc)).length,
            )
          }
          expect((await ask(word(typed), { filter: { selected, roundIds: [chosen] } })).total).toBe(0)
        }),
        { numRuns: 60 },
      )
    })

    test('a list that is empty matches nothing, a list that is absent everything', async () => {
      expect((await ask({ kind: 'all' }, { filter: { roundIds: [] } })).total).toBe(0)
      expect((await ask({ kind: 'all' }, { filter: { inputIds: [uuid('i', 3)] } })).total).toBe(
        docs.filter((doc) => inScope(staff, doc) && doc.inputId === uuid('i', 3)).length,
      )
    })

    type Asked = { filter?: SearchFilter; size?: number; number?: number }

    function ask(
      query: TypedQuery,
      { filter, size = 20, number = 1 }: Asked = {},
      scope: AccessScope = staff,
    ) {
      const request: SearchRequest = {
        unit: 'passage',
        query,
        facets: facetNames,
        page: { number, size },
        ...(filter ? { filter } : {}),
      }
      return engine.search.search(request, scope)
    }

    const apply: TriedEngine['apply'] = (changes) => engine.apply(changes)
    const put: TriedEngine['put'] = (documents) => engine.put(documents)
    const remove: TriedEngine['remove'] = (documents) => engine.remove(documents)
  })
}

function word(text: string): QueryNode {
  return { kind: 'term', text, match: 'inflected' }
}

function not(child: TypedQuery): TypedQuery {
  return { kind: 'not', child }
}

function parsed(typed: string): TypedQuery {
  const outcome = parseQuery(typed)
  if (!('query' in outcome)) throw new Error(outcome.refusal)
  return outcome.query
}
