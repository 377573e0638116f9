/** What the sitemap lists, in the order of its parts; each row of one is a page or a few. */
export const SITEMAP_KINDS = ['site', 'strategy', 'round', 'version', 'meeting', 'finding', 'input'] as const

export type SitemapKind = (typeof SITEMAP_KINDS)[number]

/** How many rows there are of each. */
export type SitemapCounts = Record<SitemapKind, number>

/**
 * Rows in one part. A row is at most five pages, and each page stands there in four languages: far below the 50,000
 * addresses and the 50 MB that a part may have (sitemaps.org).
 */
export const rowsPerPart = 500

const totalOf = (counts: SitemapCounts) => SITEMAP_KINDS.reduce((sum, kind) => sum + counts[kind], 0)

/** How many parts that makes. */
export const partsOf = (counts: SitemapCounts): number =>
  Math.max(1, Math.ceil(totalOf(counts) / rowsPerPart))

/** Which rows of which kinds stand in a part, the first part being 1: every row in one, and none in two. */
export function slicesOf(
  counts: SitemapCounts,
  part: number,
): { kind: SitemapKind; offset: number; limit: number }[] {
  let [skip, left] = [(part - 1) * rowsPerPart, rowsPerPart]
  return SITEMAP_KINDS.flatMap((kind) => {
    const offset = Math.min(skip, counts[kind])
    const limit = Math.min(counts[kind] - offset, left)
    skip -= offset
    left -= limit
    return limit > 0 ? [{ kind, offset, limit }] : []
  })
}
