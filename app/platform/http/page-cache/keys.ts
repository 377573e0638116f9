/** What pages are kept under, and what changes make gone: a part of what one strategy shows, or that part of all of them. */
export type PageKey = `${string}:${string}`

/** The key of a part of a strategy; `all` is for pages that show that part of every strategy. */
export const pageKey = (strategyId: string, part: string): PageKey => `${strategyId}:${part}`

/** Under what a page is kept, and the moment at which what it shows becomes another by itself. */
export type KeptPage = { keys: readonly PageKey[]; until: Date }

/** A row of `noted_changes`: something of one strategy, or of no strategy in particular, in a table. */
export type NotedChange = { strategyId: string | null; what: string }

/** What pages cannot be shown any more: those under these keys, or all there are. */
export type Gone = readonly PageKey[] | 'everything'

/** Which pages some changes make gone, by the part each table belongs to. What concerns no strategy may stand on any page. */
export function goneBy(changes: readonly NotedChange[], parts: Readonly<Record<string, string>>): Gone {
  const keys = new Set<PageKey>()
  for (const { strategyId, what } of changes) {
    const part = parts[what]
    if (part === undefined) continue
    if (strategyId === null) return 'everything'
    keys.add(pageKey(strategyId, part)).add(pageKey('all', part))
  }
  return [...keys]
}
