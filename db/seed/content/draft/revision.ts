import type { BlockContent, BothForms, ChapterContent } from '../content.ts'

/** What happened to the draft between two versions; every block not named here is unchanged. */
export type Revision = {
  changed: Record<string, BothForms>
  /** New blocks, each placed after the block whose key is given. */
  added: { after: string; block: BlockContent }[]
  removed: string[]
  /** Blocks that stand elsewhere, each after the block whose key is given. */
  moved: { key: string; after: string }[]
  /** Blocks that became several, by the key of what they were. */
  split: Record<string, BlockContent[]>
}

const reviseBlock = (block: BlockContent, revision: Revision, all: BlockContent[]): BlockContent[] => {
  const own = { ...block, text: revision.changed[block.key] ?? block.text }
  const elsewhere =
    revision.removed.includes(block.key) || revision.moved.some(({ key }) => key === block.key)
  const kept = elsewhere ? [] : (revision.split[block.key] ?? [own])
  const arrived = revision.moved.flatMap(({ key, after }) =>
    after === block.key ? all.filter((other) => other.key === key) : [],
  )
  return [
    ...kept,
    ...arrived.map((other) => ({ ...other, text: revision.changed[other.key] ?? other.text })),
    ...revision.added.filter((addition) => addition.after === block.key).map((a) => a.block),
  ]
}

/** The chapters as they stand after the revision. */
export function revise(chapters: ChapterContent[], revision: Revision): ChapterContent[] {
  const all = chapters.flatMap(({ blocks }) => blocks)
  return chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.flatMap((block) => reviseBlock(block, revision, all)),
  }))
}

/** Which block became which, by key: what an editor would confirm. Chapters keep their headings. */
export function lineageOf(chapters: ChapterContent[], revision: Revision) {
  const kept = chapters.flatMap(({ key, blocks }) => [key, ...blocks.map((block) => block.key)])
  return [
    ...kept.flatMap((from): { from: string | null; to: string | null }[] => {
      if (revision.removed.includes(from)) return [{ from, to: null }]
      return (revision.split[from] ?? [{ key: from }]).map(({ key: to }) => ({ from, to }))
    }),
    ...revision.added.map(({ block }) => ({ from: null, to: block.key })),
  ]
}
