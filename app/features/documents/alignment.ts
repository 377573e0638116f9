import { type LocalisedText, pick, type TextLanguage } from '../../platform/localised-text.ts'
import { type LineageBlock, type Link, tellKinds } from './lineage.ts'
import {
  type Bag,
  bagOf,
  indexOfTraits,
  remainder,
  resemblance,
  sharedWeight,
  weighWords,
  wordsIn,
} from './similarity.ts'

/** A proposed link; `sure` is one nobody needs to look at: same or lightly reworded, and in its place. */
export type ProposedLink = Link & { sure: boolean }

/** Above the first, two blocks are taken for the same wherever they stand; above the second, between the same neighbours. */
const alikeAnywhere = 0.5
const alikeInPlace = 0.33

/** How much of a block must be found in what is left of another to be a part of it: anywhere, and beside its other parts. */
const partAnywhere = 0.7
const partBeside = 0.5

/** Fewer words than this may stand in many blocks by chance. */
const fewestWordsOfPart = 4

const groups: Record<string, string> = { heading: 'title', subheading: 'title', signature: 'signature' }
const groupOf = (block: LineageBlock) => groups[block.kind] ?? 'text'

type Side = { blocks: readonly LineageBlock[]; texts: string[]; words: string[][]; bags: Bag[] }

/** What has been linked so far, by place. `closed` are blocks somebody has said have no counterpart. */
type Weave = {
  from: Side
  to: Side
  toOf: number[][]
  fromOf: number[][]
  closed: ReadonlySet<string>
  likeness(start: number, end: number): number
  weightOf(word: string): number
}

/**
 * Proposes how two versions belong together, the same way every time: what reads alike, then what the editor copied,
 * then what resembles, then what was split or merged; the rest is new or deleted. What is `settled` is kept.
 */
export function proposeAlignment(
  from: readonly LineageBlock[],
  to: readonly LineageBlock[],
  settled: readonly Link[] = [],
): ProposedLink[] {
  const weave = weaveOf(from, to, settled)
  linkWhatReadsAlike(weave, (block, text) => `${block.kind} ${text}`)
  linkWhatReadsAlike(weave, (block, text) => `${groupOf(block)} ${text}`)
  linkCopies(weave)
  linkWhatResembles(weave, alikeAnywhere, false)
  linkWhatResembles(weave, alikeInPlace, true)
  linkHeadingsInPlace(weave)
  linkParts(weave)
  linkParts(turned(weave))
  return proposed(weave)
}

function weaveOf(
  from: readonly LineageBlock[],
  to: readonly LineageBlock[],
  settled: readonly Link[],
): Weave {
  const language = commonLanguage(from, to)
  const texts = [from, to].map((blocks) => blocks.map(({ text }) => textIn(text, language)))
  const words = texts.map((side) => side.map(wordsIn))
  const weightOf = weighWords(words.flat())
  const side = (blocks: readonly LineageBlock[], at: number): Side => ({
    ...{ blocks, texts: texts[at] ?? [], words: words[at] ?? [] },
    bags: (words[at] ?? []).map((own) => bagOf(own, weightOf)),
  })
  const [before, after] = [side(from, 0), side(to, 1)]
  const weave: Weave = {
    ...{ from: before, to: after, toOf: from.map(() => []), fromOf: to.map(() => []), weightOf },
    closed: new Set(
      settled.flatMap(({ from, to }) => (from === null || to === null ? [from ?? to ?? ''] : [])),
    ),
    likeness: (start, end) => {
      const [one, other] = [before.bags[start], after.bags[end]]
      return one && other ? resemblance(one, other, weightOf) : 0
    },
  }
  const [starts, ends] = [from, to].map((blocks) => new Map(blocks.map(({ id }, at) => [id, at])))
  for (const link of settled) join(weave, starts?.get(link.from ?? ''), ends?.get(link.to ?? ''))
  return weave
}

/** The language most blocks of both versions are written in: words are only compared with words of the same language. */
function commonLanguage(from: readonly LineageBlock[], to: readonly LineageBlock[]): TextLanguage {
  const written = (blocks: readonly LineageBlock[], language: TextLanguage) =>
    blocks.filter(({ text }) => text[language]?.trim()).length
  const shared = (['nb', 'nn', 'en', 'sv'] as const).map(
    (language) => [language, Math.min(written(from, language), written(to, language))] as const,
  )
  return shared.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

const textIn = (text: LocalisedText, language: TextLanguage) =>
  pick(text, language).text.replace(/\s+/g, ' ').trim()

function join(weave: Weave, start: number | undefined, end: number | undefined) {
  if (start === undefined || end === undefined || weave.toOf[start]?.includes(end)) return
  weave.toOf[start]?.push(end)
  weave.fromOf[end]?.push(start)
}

const free = (side: Side, links: readonly number[][], closed: ReadonlySet<string>) =>
  side.blocks.flatMap(({ id }, at) => (links[at]?.length === 0 && !closed.has(id) ? [at] : []))
const freeFrom = (weave: Weave) => free(weave.from, weave.toOf, weave.closed)
const freeTo = (weave: Weave) => free(weave.to, weave.fromOf, weave.closed)

/**
 * Texts that stand once in both are each other. Those that stand several times ("Tiltak") go with their neighbours,
 * forwards and then backwards, and what is left of them is taken in order.
 */
function linkWhatReadsAlike(weave: Weave, keyOf: (block: LineageBlock, text: string) => string) {
  const keys = ({ blocks, texts }: Side) => blocks.map((block, at) => keyOf(block, texts[at] ?? ''))
  const [before, after] = [keys(weave.from), keys(weave.to)]
  const pairUp = (all: boolean) => {
    const ends = byKey(after, freeTo(weave))
    for (const [key, starts] of byKey(before, freeFrom(weave))) {
      const there = ends.get(key) ?? []
      if (all || (starts.length === 1 && there.length === 1))
        starts.slice(0, there.length).forEach((start, at) => void join(weave, start, there[at]))
    }
  }
  const alongside = (starts: readonly number[], step: 1 | -1) => {
    for (const start of starts) {
      const end = weave.toOf[start - step]?.[0]
      const next = end === undefined ? -1 : end + step
      if (weave.fromOf[next]?.length === 0 && before[start] === after[next]) join(weave, start, next)
    }
  }
  pairUp(false)
  alongside(freeFrom(weave), 1)
  alongside(freeFrom(weave).reverse(), -1)
  pairUp(true)
}

function byKey(keys: readonly string[], places: readonly number[]) {
  const found = new Map<string, number[]>()
  for (const at of places) {
    const key = keys[at] ?? ''
    const known = found.get(key)
    if (known) known.push(at)
    else found.set(key, [at])
  }
  return found
}

/** What the editor copied is the same block while it still resembles it; ids alone say nothing. */
function linkCopies(weave: Weave) {
  const places = new Map(freeFrom(weave).map((at) => [weave.from.blocks[at]?.id, at]))
  for (const end of freeTo(weave)) {
    const start = places.get(weave.to.blocks[end]?.copiedFromId ?? '')
    if (start === undefined || weave.toOf[start]?.length !== 0) continue
    if (weave.likeness(start, end) >= alikeInPlace) join(weave, start, end)
  }
}

/** Links the best pairs first; a pair of the same kind and between the same neighbours goes before another. */
function linkWhatResembles(weave: Weave, least: number, inPlace: boolean) {
  const starts = freeFrom(weave)
  const search = indexOfTraits(starts.map((at) => weave.from.words[at] ?? []))
  const between = placement(weave)
  const pairs = freeTo(weave).flatMap((end) => {
    const near = starts.filter((start) => inPlace && between(start, end)).slice(0, 12)
    const found = search(weave.to.words[end] ?? []).flatMap((at) => starts[at] ?? [])
    return [...new Set([...found, ...near])].flatMap((start) => {
      const [one, other] = [weave.from.blocks[start], weave.to.blocks[end]]
      if (!one || !other || groupOf(one) !== groupOf(other)) return []
      const placed = between(start, end)
      const likeness = weave.likeness(start, end)
      if (likeness < least || (inPlace && !placed)) return []
      const score = likeness + (one.kind === other.kind ? 0.05 : 0) + (placed ? 0.1 : 0)
      return [{ start, end, score }]
    })
  })
  for (const { start, end } of pairs.sort((a, b) => b.score - a.score || a.start - b.start || a.end - b.end))
    if (weave.toOf[start]?.length === 0 && weave.fromOf[end]?.length === 0) join(weave, start, end)
}

/** Whether two places stand after or before the same linked blocks, as things were when it was asked for. */
function placement(weave: Weave) {
  const reach = (links: readonly number[][], step: 1 | -1) => {
    const nearest: number[] = []
    let last = step === 1 ? -1 : links.length
    const order = links.map((_, at) => at)
    for (const at of step === 1 ? order : order.reverse()) {
      nearest[at] = last
      if (links[at]?.length) last = at
    }
    return nearest
  }
  const [earlier, later] = [1, -1].map((step) => reach(weave.toOf, step === 1 ? 1 : -1))
  const [above, below] = [1, -1].map((step) => reach(weave.fromOf, step === 1 ? 1 : -1))
  const meet = (start: number | undefined, end: number | undefined, edges: readonly [number, number]) =>
    start !== undefined &&
    end !== undefined &&
    (weave.toOf[start]?.includes(end) || (start === edges[0] && end === edges[1]))
  return (start: number, end: number) =>
    meet(earlier?.[start], above?.[end], [-1, -1]) ||
    meet(later?.[start], below?.[end], [weave.toOf.length, weave.fromOf.length])
}

/** A heading is the same, whatever it is called now, when it stands over the same block. */
function linkHeadingsInPlace(weave: Weave) {
  for (const start of freeFrom(weave)) {
    const end = (weave.toOf[start + 1]?.[0] ?? 0) - 1
    const [one, other] = [weave.from.blocks[start], weave.to.blocks[end]]
    if (one && other && one.kind === other.kind && groupOf(one) === 'title')
      if (weave.fromOf[end]?.length === 0 && !weave.closed.has(other.id)) join(weave, start, end)
  }
}

/** Blocks that are found in what is left of an earlier one, when its other parts are taken out of it, are parts of it. */
function linkParts(weave: Weave) {
  const { from, to, toOf, fromOf, weightOf } = weave
  const search = indexOfTraits(from.words)
  const gainOf = (start: number, end: number) => {
    const [whole, part] = [from.bags[start], to.bags[end]]
    if (!whole || !part || part.weight === 0) return 0
    const others = (toOf[start] ?? []).flatMap((at) => to.bags[at] ?? [])
    return sharedWeight(part, remainder(whole, others, weightOf), weightOf) / part.weight
  }
  const enough = (start: number, end: number) => {
    const beside = toOf[start]?.some((at) => Math.abs(at - end) <= 2)
    return gainOf(start, end) >= (beside ? partBeside : partAnywhere)
  }
  const candidates = freeTo(weave).flatMap((end) => {
    const words = to.words[end] ?? []
    if (words.length < fewestWordsOfPart || groupOf(to.blocks[end] ?? noBlock) !== 'text') return []
    return search(words).flatMap((start) =>
      groupOf(from.blocks[start] ?? noBlock) === 'text' && enough(start, end)
        ? [{ start, end, gain: gainOf(start, end) }]
        : [],
    )
  })
  for (const { start, end } of candidates.sort(
    (a, b) => b.gain - a.gain || a.start - b.start || a.end - b.end,
  )) {
    const untangled = (toOf[start] ?? []).every((at) => fromOf[at]?.length === 1)
    const open = !weave.closed.has(from.blocks[start]?.id ?? '') && fromOf[end]?.length === 0
    if (open && untangled && enough(start, end)) join(weave, start, end)
  }
}

const noBlock: LineageBlock = { id: '', kind: 'signature', text: {} }

/** The same weave seen from the other side: what is split one way is merged the other. */
function turned(weave: Weave): Weave {
  const { from, to, toOf, fromOf, likeness } = weave
  return {
    ...weave,
    ...{ from: to, to: from, toOf: fromOf, fromOf: toOf, likeness: (start, end) => likeness(end, start) },
  }
}

function proposed(weave: Weave): ProposedLink[] {
  const idOf = (side: Side, at: number) => side.blocks[at]?.id ?? null
  const links = weave.fromOf.flatMap((starts, end): (Link & { likeness: number })[] => {
    const to = idOf(weave.to, end)
    if (starts.length === 0) return [{ from: null, to, likeness: 0 }]
    return [...starts]
      .sort((a, b) => a - b)
      .map((start) => ({ from: idOf(weave.from, start), to, likeness: weave.likeness(start, end) }))
  })
  const gone = weave.toOf.flatMap((ends, start) =>
    ends.length === 0 ? [{ from: idOf(weave.from, start), to: null, likeness: 0 }] : [],
  )
  const all = [...links, ...gone]
  return tellKinds(all, weave.from.blocks, weave.to.blocks).map(({ from, to, kind }, at) => ({
    ...{ from, to },
    sure: kind === 'same' || (kind === 'changed' && (all[at]?.likeness ?? 0) >= 0.6),
  }))
}
