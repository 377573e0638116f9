import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isUuid } from '#search/document.ts'
import { facetNames, type SearchFilter } from '#search/port.ts'
import type { QueryNode } from '#search/tree.ts'
import { corpus, documentOf, matches, scopeOf, strategyIds, vocabulary } from './corpus.ts'
import { engines, openEngine, type TriedEngine } from './engines.ts'

const strategy = strategyIds[0]
const scope = scopeOf(strategy)
const exact = { match: 'exact' } as const
const word = (text: string): QueryNode => ({ kind: 'term', text, ...exact })

const docs = [
  documentOf(1, { body: 'Klimaplanen gjelder skolen', senderName: 'Nordvik kommune' }),
  documentOf(2, { body: 'Skolen har ingen plan for klima', senderName: 'Fjellvik kommune' }),
  documentOf(3, { body: 'Plan. Og så noe om det store og vide klima', senderName: 'Klimarådet i Nordvik' }),
  documentOf(4, { body: 'Skulen treng ein klimaplan', senderName: '', lang: 'nn' }),
  documentOf(5, { body: 'x\u00B2 \u2167 \u03A9 \uFB01n' }),
]
const others = corpus(150).map((doc, at) =>
  documentOf(1_000 + at, { body: doc.body, strategyId: strategyIds[1] }),
)

for (const { name, title, missing } of engines) {
  describe.skipIf(missing)(`queries on ${title}`, () => {
    let engine: TriedEngine

    beforeAll(async () => {
      engine = await openEngine(name)
      await engine.put([...docs, ...others])
    })
    afterAll(() => engine?.end())

    test('a beginning is of the form as written, wherever the word stands', async () => {
      expect(await found({ kind: 'prefix', text: 'klima' })).toEqual([1, 2, 3, 4])
      expect(await found({ kind: 'prefix', text: 'klimap' })).toEqual([1, 4])
      expect(await found({ kind: 'prefix', text: 'limaplan' })).toEqual([])
      expect(await found({ kind: 'prefix', text: 'Skó' })).toEqual([1, 2])
    })

    test('nearness counts places, in either order', async () => {
      const near = (one: string, other: string, distance: number): QueryNode => ({
        kind: 'near',
        words: [one, other],
        distance,
        ...exact,
      })
      expect(await found(near('plan', 'klima', 2))).toEqual([2])
      expect(await found(near('klima', 'plan', 2))).toEqual([2])
      expect(await found(near('plan', 'klima', 8))).toEqual([2])
      expect(await found(near('plan', 'klima', 9))).toEqual([2, 3])
      expect(await found({ kind: 'not', child: near('plan', 'klima', 2) })).toEqual([1, 3, 4, 5])
    })

    test('a phrase is words side by side in their order, in the text or in the name of the sender', async () => {
      const phrase = (words: string[], field: 'body' | 'sender' = 'body'): QueryNode => ({
        kind: 'phrase',
        words,
        field,
        ...exact,
      })
      expect(await found(phrase(['gjelder', 'skolen']))).toEqual([1])
      expect(await found(phrase(['skolen', 'gjelder']))).toEqual([])
      expect(await found(phrase(['nordvik', 'kommune'], 'sender'))).toEqual([1, 5])
      expect(await found(phrase(['nordvik'], 'sender'))).toEqual([1, 3, 5])
      expect(await found(phrase(['nordvik', 'kommune']))).toEqual([])
      expect(await found({ kind: 'term', text: 'fjellvik', field: 'sender', match: 'inflected' })).toEqual([
        2,
      ])
      expect(await found({ kind: 'prefix', text: 'klima', field: 'sender' })).toEqual([3])
    })

    test('a language is the whole of it', async () => {
      expect(await found({ kind: 'language', lang: 'nn' })).toEqual([4])
      expect(await found({ kind: 'language', lang: 'n' })).toEqual([])
    })

    test('letters that look alike are the same on every engine', async () => {
      for (const text of ['x2', 'x\u00B2', 'viii', '\u2167', '\u03C9', '\u03A9', 'fin', '\uFB01n']) {
        const wanted = docs.flatMap((doc, at) => (matches(word(text), doc) ? [at + 1] : []))
        expect([text, await found(word(text))]).toEqual([text, wanted])
      }
    })

    test('sixty-four words are as well answered as one', async () => {
      const children = Array.from({ length: 64 }, (_, at) => word(at === 63 ? 'klimaplan' : `ord${at}`))
      expect(await found({ kind: 'or', children })).toEqual([4])
      expect(await found({ kind: 'and', children })).toEqual([])
      const none = children.slice(0, 63).map((child): QueryNode => ({ kind: 'not', child }))
      expect(await found({ kind: 'and', children: [...none, word('klimaplan')] })).toEqual([4])
      expect(await found({ kind: 'phrase', words: children.map(() => 'skolen'), ...exact })).toEqual([])
    })

    test('nothing typed or chosen is taken for anything but a value', async () => {
      const anything = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 40 }))
      await fc.assert(
        fc.asyncProperty(anything, fc.constantFrom(...vocabulary), async (text, known) => {
          for (const query of [
            word(text),
            { kind: 'prefix', text } as const,
            { kind: 'phrase', words: [text, known], ...exact } as const,
            { kind: 'language', lang: text } as const,
          ]) {
            const wanted = docs.flatMap((doc, at) => (matches(query, doc) ? [at + 1] : []))
            expect(await found(query)).toEqual(wanted)
          }
          for (const facet of facetNames) {
            expect(await found({ kind: 'all' }, { selected: { [facet]: [text] } })).toEqual([])
          }
          for (const ids of ['strategyIds', 'roundIds', 'inputIds'] as const) {
            expect(isUuid(text) || (await found({ kind: 'all' }, { [ids]: [text] }))).toEqual([])
          }
        }),
        { numRuns: 60 },
      )
    })

    /** Numbers of the documents found, as they are numbered above. */
    async function found(query: QueryNode, filter: SearchFilter = {}): Promise<number[]> {
      const request = { unit: 'passage', query, filter, facets: facetNames, candidates: query } as const
      const { keys, total } = await engine.matcher.match(request, scope)
      expect(total).toBe(keys.length)
      return keys.map((key) => docs.findIndex(({ docKey }) => docKey === key) + 1).sort((a, b) => a - b)
    }
  })
}

const hostile = [
  "'",
  '"',
  '\\',
  '\\"',
  '" OR audience = "public',
  'x") OR (audience EXISTS',
  '_geoRadius(1, 2, 3)',
  '\\u{22}',
  '] OR id EXISTS',
  'NOT',
  'TO',
  'nb, nn',
  "a':1 & !b",
  '<->',
  ':*',
  '\0',
  '\uD800',
  '\uFFFD',
  '*',
  '%',
]
