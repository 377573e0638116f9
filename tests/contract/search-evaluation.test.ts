import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesQuery } from '#search/evaluation.ts'
import { lexemesOfDocument } from '#search/lexemes.ts'
import { anyQuery, corpus, matches } from './corpus.ts'

test('what lexemes say of a query is what reading the text says', () => {
  const docs = corpus(200).map((doc) => ({ doc, lexemes: lexemesOfDocument(doc) }))
  let matched = 0
  fc.assert(
    fc.property(anyQuery, (query) => {
      for (const { doc, lexemes } of docs) {
        const wanted = matches(query, doc)
        expect(matchesQuery(query, lexemes)).toBe(wanted)
        if (wanted) matched++
      }
    }),
    { numRuns: 500 },
  )
  expect(matched).toBeGreaterThan(1_000)
})
