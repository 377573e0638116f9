import type { BlockContent, BothForms, ChapterContent } from '../content.ts'

/** What happened to the draft between two versions; every block not named here is unchanged. */
export type Revision = {
  changed: Record<string, BothForms>
  /** New blocks, each placed after the block whose key is given. */
  added: { after: string; block: BlockContent }[]
  removed: string[]
}

const reviseBlock = (block: BlockContent, revision: Revision): BlockContent[] => {
  const kept = revision.removed.includes(block.key)
    ? []
    : [{ ...block, text: revision.changed[block.key] ?? block.text }]
  return [...kept, ...revision.added.filter((addition) => addition.after === block.key).map((a) => a.block)]
}

/** The chapters as they stand after the revision. */
export const revise = (chapters: ChapterContent[], revision: Revision): ChapterContent[] =>
  chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.flatMap((block) => reviseBlock(block, revision)),
  }))
