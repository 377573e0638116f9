import { type LocalisedText, pick, type TextLanguage } from '../../platform/localised-text.ts'
import {
  type LineageBlock,
  type Link,
  type LinkKind,
  languagesChanged,
  neighbours,
  type ToldLink,
  tellKinds,
} from './lineage.ts'
import {
  aPagesEffort,
  type Effort,
  mergedChanges,
  splitChanges,
  type WordChange,
  wordChanges,
} from './word-changes.ts'

/** A block with its address, as a comparison shows it. */
export type ComparedBlock = LineageBlock & { anchor: string }

/**
 * One block of a comparison, in the order of the later version; what was taken out stands where it stood. `anchor` is
 * its address in the later version, or in the earlier when it is deleted.
 */
export type ComparisonRow = {
  id: string
  kind: LinkKind
  /** Moved and reworded as well. */
  reworded: boolean
  blockKind: string
  /** What kind of block it was before, when that is another. */
  wasKind: string | null
  anchor: string
  /** Its addresses in the earlier version. */
  from: string[]
  /** Where the other parts of a split block are now. */
  besides: string[]
  changes: WordChange[]
  lang: TextLanguage
  fallback: boolean
  /** The languages it is changed in, when the one shown is not among them. */
  elsewhere: TextLanguage[]
}

/** A chapter of the later version; what stands before the first heading has none. */
export type ComparedChapter = { heading: ComparisonRow | null; rows: ComparisonRow[]; changed: number }

/** How many of the later version's numbered paragraphs are what, how many of the earlier's are gone, and other blocks touched. */
export type ComparisonCounts = Record<LinkKind, number> & { of: number; others: number }

/** Two versions side by side, for a reader of `locale`. */
export function compareVersions(
  links: readonly Link[],
  from: readonly ComparedBlock[],
  to: readonly ComparedBlock[],
  locale: TextLanguage,
): { chapters: ComparedChapter[]; counts: ComparisonCounts } {
  const told = tellKinds(links, from, to)
  const rows = inOrder(told, from, to, rowDrawer(told, from, to, locale))
  return { chapters: chaptersOf(rows), counts: countsOf(rows) }
}

/** Runs of blocks that are the same, to be folded together; every other row alone. */
export function foldSame<Row extends { kind: LinkKind }>(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (row.kind === 'same' && last?.[0]?.kind === 'same') last.push(row)
    else runs.push([row])
  }
  return runs
}

/** Draws the row of a block of the later version, or of the earlier when nothing became of it. */
function rowDrawer(
  told: readonly ToldLink[],
  from: readonly ComparedBlock[],
  to: readonly ComparedBlock[],
  locale: TextLanguage,
) {
  const byId = new Map([...from, ...to].map((block) => [block.id, block]))
  const blocksOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const { toOf, fromOf } = neighbours(told)
  const kinds = new Map(told.map((link) => [link.to ?? link.from, link]))
  const effort = aPagesEffort()
  const cuts = new Map<string, WordChange[][]>()
  return (block: ComparedBlock): ComparisonRow => {
    const link = kinds.get(block.id)
    const kind = link?.kind ?? 'new'
    const origins = blocksOf(fromOf(block.id))
    const parts = kind === 'split' ? blocksOf(toOf(origins[0]?.id ?? '')) : [block]
    const shown = languageFor([...origins, ...parts], locale)
    const textOf = ({ text }: ComparedBlock) => (shown ? (text[shown] ?? '') : pick(text, locale).text)
    const own = pick(shown ? { [shown]: block.text[shown] } : block.text, locale)
    const [origin] = origins
    const differs = origin && origins.length === 1 ? languagesChanged(origin.text, block.text) : []
    const changes = () => {
      if (kind === 'split' && origin) {
        const cut = cuts.get(origin.id) ?? splitChanges(textOf(origin), parts.map(textOf), effort)
        cuts.set(origin.id, cut)
        return cut[parts.indexOf(block)] ?? []
      }
      return changesOf(kind, origins.map(textOf), textOf(block), effort)
    }
    return {
      ...{ id: block.id, kind, reworded: link?.reworded ?? false, blockKind: block.kind },
      wasKind: origin && origins.length === 1 && origin.kind !== block.kind ? origin.kind : null,
      anchor: block.anchor,
      from: origins.map(({ anchor }) => anchor),
      besides: parts.filter((part) => part !== block).map(({ anchor }) => anchor),
      changes: changes(),
      ...{ lang: own.lang, fallback: own.fallback },
      elsewhere: shown && !differs.includes(shown) && kind !== 'split' ? differs : [],
    }
  }
}

function changesOf(kind: LinkKind, before: readonly string[], after: string, effort: Effort): WordChange[] {
  if (kind === 'deleted') return [{ kind: 'removed', text: after }]
  if (kind === 'new') return [{ kind: 'added', text: after }]
  if (kind === 'merged') return mergedChanges(before, after, effort)
  const [one = ''] = before
  // What differs in spaces only is the same text.
  const alike = one.replace(/\s+/g, ' ').trim() === after.replace(/\s+/g, ' ').trim()
  return alike ? [{ kind: 'same', text: after }] : wordChanges(one, after, effort)
}

/** The language to compare in: the reader's, or the nearest that all of the blocks have; null when they share none. */
function languageFor(blocks: readonly ComparedBlock[], locale: TextLanguage): TextLanguage | null {
  const shared: LocalisedText = {}
  for (const language of ['nb', 'nn', 'en', 'sv'] as const)
    if (blocks.every(({ text }) => text[language]?.trim())) shared[language] = language
  const { text, lang } = pick(shared, locale)
  return text ? lang : null
}

/** The later version's blocks, and each deleted one after what stood before it and is still in its place. */
function inOrder(
  told: readonly ToldLink[],
  from: readonly ComparedBlock[],
  to: readonly ComparedBlock[],
  draw: (block: ComparedBlock) => ComparisonRow,
): ComparisonRow[] {
  const [places, kinds] = [new Map(to.map(({ id }, at) => [id, at])), new Map<string, number>()]
  for (const { from: start, to: end, kind } of told)
    if (start !== null && end !== null && kind !== 'moved')
      kinds.set(start, Math.max(kinds.get(start) ?? -1, places.get(end) ?? -1))
  const gone = new Set(told.flatMap((link) => (link.kind === 'deleted' ? [link.from] : [])))
  const after = new Map<number, ComparedBlock[]>()
  let place = -1
  for (const block of from) {
    if (gone.has(block.id)) after.set(place, [...(after.get(place) ?? []), block])
    else place = kinds.get(block.id) ?? place
  }
  const deletedAt = (at: number) => (after.get(at) ?? []).map(draw)
  return [...deletedAt(-1), ...to.flatMap((block, at) => [draw(block), ...deletedAt(at)])]
}

function chaptersOf(rows: readonly ComparisonRow[]): ComparedChapter[] {
  const chapters: ComparedChapter[] = []
  for (const row of rows) {
    const opens = row.blockKind === 'heading' && row.kind !== 'deleted'
    if (opens) chapters.push({ heading: row, rows: [], changed: 0 })
    else if (chapters.length === 0) chapters.push({ heading: null, rows: [], changed: 0 })
    const chapter = chapters.at(-1)
    if (!opens) chapter?.rows.push(row)
    if (chapter && row.kind !== 'same') chapter.changed += 1
  }
  return chapters
}

function countsOf(rows: readonly ComparisonRow[]): ComparisonCounts {
  const counts = { same: 0, changed: 0, moved: 0, split: 0, merged: 0, new: 0, deleted: 0, of: 0, others: 0 }
  for (const { kind, blockKind } of rows) {
    if (blockKind !== 'paragraph') {
      if (kind !== 'same') counts.others += 1
      continue
    }
    counts[kind] += 1
    if (kind !== 'deleted') counts.of += 1
  }
  return counts
}
