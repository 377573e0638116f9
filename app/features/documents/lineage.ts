import type { LocalisedText, TextLanguage } from '../../platform/localised-text.ts'

/** A block of a version as lineage needs it. */
export type LineageBlock = { id: string; kind: string; text: LocalisedText; copiedFromId?: string | null }

/** One way from a block of one version to a block of another; null where there is no such block. */
export type Link = { from: string | null; to: string | null }

/** What can have become of a block. */
export const LINK_KINDS = ['same', 'changed', 'moved', 'split', 'merged', 'new', 'deleted'] as const

/** One of the kinds above. */
export type LinkKind = (typeof LINK_KINDS)[number]

/** A link with what it means. A moved block may be reworded as well, and a part of a split one may be word for word. */
export type ToldLink = Link & { kind: LinkKind; reworded: boolean }

const spaced = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim() ?? ''

/** The languages both blocks are written in. */
export const sharedLanguages = (one: LocalisedText, other: LocalisedText) =>
  (Object.keys(one) as TextLanguage[]).filter((language) => spaced(one[language]) && spaced(other[language]))

/** The languages two blocks read differently in. Spaces do not count, nor does a language only one of them has. */
export function languagesChanged(one: LocalisedText, other: LocalisedText): TextLanguage[] {
  return sharedLanguages(one, other).filter((language) => spaced(one[language]) !== spaced(other[language]))
}

/** Whether two blocks read alike. Blocks without a language in common cannot be told to. */
export function readsAlike(one: LineageBlock, other: LineageBlock): boolean {
  if (one.kind !== other.kind) return false
  const [written, rewritten] = [one, other].map(({ text }) => Object.values(text).some(spaced))
  if (!written && !rewritten) return true
  return (
    sharedLanguages(one.text, other.text).length > 0 && languagesChanged(one.text, other.text).length === 0
  )
}

/** Where each block leads, in both directions. */
export function neighbours(links: readonly Link[]) {
  const [toOf, fromOf] = [new Map<string, string[]>(), new Map<string, string[]>()]
  for (const { from, to } of links) {
    if (from === null || to === null) continue
    toOf.set(from, [...(toOf.get(from) ?? []), to])
    fromOf.set(to, [...(fromOf.get(to) ?? []), from])
  }
  const at = (map: Map<string, string[]>) => (id: string) => map.get(id) ?? []
  return { toOf: at(toOf), fromOf: at(fromOf) }
}

/** A heading that stays where it is outweighs a few paragraphs that change chapter. */
const weightOf = (block: LineageBlock) => (block.kind === 'heading' ? 3 : 1)

/**
 * The kinds that follow from the links: how many belong together (several to one merged, one to several split),
 * order (moved is what is not in the heaviest run that keeps its order), then words.
 */
export function tellKinds(
  links: readonly Link[],
  from: readonly LineageBlock[],
  to: readonly LineageBlock[],
): ToldLink[] {
  const [before, after] = [from, to].map((blocks) => new Map(blocks.map((block, at) => [block.id, at])))
  const { toOf, fromOf } = neighbours(links)
  const single = links.flatMap((link) => {
    const start = link.from === null ? undefined : before?.get(link.from)
    const end = link.to === null ? undefined : after?.get(link.to)
    if (start === undefined || end === undefined) return []
    const alone = toOf(link.from ?? '').length === 1 && fromOf(link.to ?? '').length === 1
    const [one, other] = [from[start], to[end]]
    return alone && one && other ? [{ link, start, end, weight: weightOf(one), one, other }] : []
  })
  const kept = new Set(heaviestRun(single.sort((a, b) => a.start - b.start)).map(({ link }) => link))
  const pairs = new Map(single.map((pair) => [pair.link, pair]))
  return links.map((link) => {
    const told = (kind: LinkKind, reworded: boolean) => ({ from: link.from, to: link.to, kind, reworded })
    if (link.from === null) return told('new', false)
    if (link.to === null) return told('deleted', false)
    const pair = pairs.get(link)
    if (!pair) return told(fromOf(link.to).length > 1 ? 'merged' : 'split', true)
    const reworded = !readsAlike(pair.one, pair.other)
    if (!kept.has(link)) return told('moved', reworded)
    return told(reworded ? 'changed' : 'same', reworded)
  })
}

/** The heaviest run of pairs, given in order of start, whose ends are in order too. */
function heaviestRun<Pair extends { end: number; weight: number }>(pairs: readonly Pair[]): Pair[] {
  const size = Math.max(0, ...pairs.map(({ end }) => end)) + 1
  // A Fenwick tree of the heaviest run that ends at or before a place.
  const best: number[] = new Array(size + 1).fill(-1)
  const total: number[] = []
  const previous: number[] = []
  pairs.forEach(({ end, weight }, at) => {
    let before = -1
    for (let place = end; place > 0; place -= place & -place) before = heavier(before, best[place] ?? -1)
    previous[at] = before
    total[at] = weight + (before < 0 ? 0 : (total[before] ?? 0))
    for (let place = end + 1; place <= size; place += place & -place)
      best[place] = heavier(best[place] ?? -1, at)
  })
  function heavier(one: number, other: number) {
    return (total[other] ?? 0) > (total[one] ?? 0) ? other : one
  }
  let last = pairs.reduce((one, _, other) => heavier(one, other), -1)
  const run: Pair[] = []
  for (; last >= 0; last = previous[last] ?? -1) run.push(...pairs.slice(last, last + 1))
  return run.reverse()
}

/** Why links cannot be confirmed as the lineage between two versions. */
export type AlignmentRefusal = 'unknown-block' | 'linked-twice' | 'block-missing' | 'tangled'

/**
 * Every block of both versions is told of exactly once: alone, as one that became several, or as several that became
 * one. Several that became several is no lineage anybody can follow.
 */
export function alignmentRefusal(
  links: readonly Link[],
  from: readonly { id: string }[],
  to: readonly { id: string }[],
): AlignmentRefusal | null {
  const [before, after] = [from, to].map((blocks) => new Set(blocks.map(({ id }) => id)))
  const known = links.every(
    (link) =>
      (link.from !== null || link.to !== null) &&
      (link.from === null || before?.has(link.from)) &&
      (link.to === null || after?.has(link.to)),
  )
  if (!known) return 'unknown-block'
  const { toOf, fromOf } = neighbours(links)
  const alone = links.filter((link) => link.from === null || link.to === null)
  const pairs = new Set(links.map((link) => `${link.from} ${link.to}`))
  const denied = alone.some((link) => toOf(link.from ?? '').length + fromOf(link.to ?? '').length > 0)
  if (pairs.size < links.length || denied) return 'linked-twice'
  const told = new Set(links.flatMap((link) => [link.from, link.to]))
  if (![...from, ...to].every(({ id }) => told.has(id))) return 'block-missing'
  const tangled = links.some(
    (link) =>
      link.from !== null && link.to !== null && toOf(link.from).length > 1 && fromOf(link.to).length > 1,
  )
  return tangled ? 'tangled' : null
}

/**
 * Two lineages in a row as one: what a block became through the version between. What was taken out stays taken out,
 * also when the same words come back later. A block split and then merged with another gives several to several here.
 */
export function composeLineage(first: readonly Link[], second: readonly Link[]): Link[] {
  const { toOf } = neighbours(second)
  const composed = new Map<string, Link>()
  for (const { from, to } of first)
    for (const end of from === null || to === null ? [] : toOf(to))
      composed.set(`${from} ${end}`, { from, to: end })
  const reached = [...composed.values()]
  const [starts, ends] = [new Set(reached.map(({ from }) => from)), new Set(reached.map(({ to }) => to))]
  const gone = new Set(first.flatMap(({ from }) => (from !== null && !starts.has(from) ? [from] : [])))
  const come = new Set(second.flatMap(({ to }) => (to !== null && !ends.has(to) ? [to] : [])))
  return [
    ...reached,
    ...[...come].map((to) => ({ from: null, to })),
    ...[...gone].map((from) => ({ from, to: null })),
  ]
}

/** What became of a paragraph that something was said about, and the blocks it leads to. */
export type Fate = {
  fate: 'kept' | 'changed' | 'moved' | 'split' | 'merged' | 'orphaned'
  to: string[]
}

/** Where a paragraph of the earlier version is now. Null when the links do not tell of it. */
export function fateOf(paragraphId: string, links: readonly ToldLink[]): Fate | null {
  const own = links.filter(({ from }) => from === paragraphId)
  const [first] = own
  if (!first) return null
  if (first.kind === 'deleted' || first.kind === 'new') return { fate: 'orphaned', to: [] }
  const to = own.flatMap((link) => (link.to === null ? [] : [link.to]))
  if (own.length > 1) return { fate: 'split', to }
  return { fate: first.kind === 'same' ? 'kept' : first.kind, to }
}
