/** How relevant each judged passage is to a query: 0 is not at all. */
export type Grades = ReadonlyMap<string, number>

/**
 * Normalised discounted cumulative gain of the first `depth` answers: 1 when no order could be better, 0 when none of
 * them is relevant. Gains are the grades themselves.
 */
export function ndcg(ranked: readonly string[], grades: Grades, depth = 10): number {
  const gained = ranked.map((id) => grades.get(id) ?? 0)
  const ideal = [...grades.values()].sort((a, b) => b - a)
  const most = discounted(ideal.slice(0, depth))
  return most === 0 ? 0 : discounted(gained.slice(0, depth)) / most
}

/** The share of the most relevant passages that is among the first `depth` answers, of as many as could be there. */
export function recall(ranked: readonly string[], grades: Grades, depth = 100): number {
  const best = Math.max(0, ...grades.values())
  const relevant = new Set([...grades].flatMap(([id, grade]) => (grade === best && best > 0 ? [id] : [])))
  if (relevant.size === 0) return 0
  const found = new Set(ranked.slice(0, depth).filter((id) => relevant.has(id)))
  return found.size / Math.min(depth, relevant.size)
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
}
