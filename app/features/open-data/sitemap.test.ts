import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, rowsPerPart, SITEMAP_KINDS, type SitemapCounts, slicesOf } from './sitemap.ts'

const counts = fc
  .tuple(...SITEMAP_KINDS.map(() => fc.integer({ min: 0, max: 1_700 })))
  .map((numbers) => Object.fromEntries(SITEMAP_KINDS.map((kind, at) => [kind, numbers[at]])) as SitemapCounts)

test('every row stands in one part, in order, and none in two', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const parts = Array.from({ length: partsOf(all) }, (_, at) => slicesOf(all, at + 1))
      for (const part of parts)
        expect(part.reduce((sum, { limit }) => sum + limit, 0)).toBeLessThanOrEqual(rowsPerPart)
      for (const kind of SITEMAP_KINDS) {
        let next = 0
        for (const { offset, limit } of parts.flat().filter((slice) => slice.kind === kind)) {
          expect(offset).toBe(next)
          next += limit
        }
        expect(next).toBe(all[kind])
      }
      expect(slicesOf(all, parts.length + 1)).toEqual([])
    }),
  )
})
