/** A chapter as it is read: its heading, if it has one, and what stands under it. */
export type Chapter<Block> = {
  heading: Block | null
  blocks: Block[]
  /** A part of its own, signed by somebody and not counted: a foreword (nordic-practice A3.7). */
  signed: boolean
}

/** The blocks of a version by chapter; what stands before the first heading is a chapter without one. */
export function chaptersOf<Block extends { kind: string; anchor: string }>(
  blocks: readonly Block[],
): Chapter<Block>[] {
  const chapters: Chapter<Block>[] = []
  for (const block of blocks) {
    const last = chapters.at(-1)
    if (block.kind === 'heading') chapters.push({ heading: block, blocks: [], signed: false })
    else if (last) last.blocks.push(block)
    else chapters.push({ heading: null, blocks: [block], signed: false })
  }
  return chapters.map((chapter) => ({
    ...chapter,
    signed:
      (chapter.heading ?? chapter.blocks[0])?.anchor.startsWith('u') === true &&
      chapter.blocks.some(({ kind }) => kind === 'signature'),
  }))
}

/** Who signed, and what they are: the first line of a signature is the name, the rest the title. */
export function signatoryOf(words: string): { name: string; title: string } {
  const [name = '', ...rest] = words.split('\n').map((line) => line.trim())
  return { name, title: rest.filter(Boolean).join(', ') }
}
