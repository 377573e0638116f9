/** The blocks a document version is made of. A heading opens a chapter. */
export const PARAGRAPH_KINDS = ['heading', 'subheading', 'paragraph', 'ambition', 'signature'] as const

/** One of the kinds above. */
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number]

/** A block before it has a place; a foreword is a heading that is not counted. */
export type Block = { kind: ParagraphKind; unnumbered?: boolean }

/** Where a block stands: the number readers cite it by, if it has one, and its address within the version. */
export type Place = { number: string | null; anchor: string }

const LETTERS: Record<Exclude<ParagraphKind, 'heading' | 'paragraph'>, string> = {
  subheading: 's',
  ambition: 'a',
  signature: 'u',
}

/**
 * Gives each block its place: chapters 1, 2, 3, paragraphs 4.1, 4.2 within them. The other kinds have an address
 * (4.a1) but no number, so that adding an ambition does not renumber what people have cited. Chapters that are not
 * counted, and what stands before the first heading, are addressed u1, u2.
 */
export function numberParagraphs<Given extends Block>(blocks: readonly Given[]): (Given & Place)[] {
  let chapters = 0
  let uncounted = 0
  let chapter = ''
  const within = new Map<string, number>()
  return blocks.map((block) => {
    if (block.kind === 'heading' || chapter === '') {
      const counted = block.kind === 'heading' && !block.unnumbered
      chapter = counted ? String(++chapters) : `u${++uncounted}`
    }
    if (block.kind === 'heading') return placed(block, chapter)
    const prefix = `${chapter}.${block.kind === 'paragraph' ? '' : LETTERS[block.kind]}`
    const ordinal = (within.get(prefix) ?? 0) + 1
    within.set(prefix, ordinal)
    return placed(block, `${prefix}${ordinal}`)
  })
}

function placed<Given extends Block>(block: Given, anchor: string): Given & Place {
  return { ...block, number: shownNumber(anchor), anchor }
}

/** The number shown at a block with this address, or null where only the address exists. */
export function shownNumber(anchor: string): string | null {
  return /^\d+(\.\d+)?$/.test(anchor) ? anchor : null
}

/** The id of a block's element on the page; what comes after # in its address. */
export function elementId(anchor: string): string {
  return `avsnitt-${anchor}`
}

/** The table of contents: the headings in order, each with its number and address. */
export function contentsOf<Given extends { kind: string; anchor: string; text: unknown }>(
  paragraphs: readonly Given[],
): { number: string | null; anchor: string; text: Given['text'] }[] {
  return paragraphs
    .filter((paragraph) => paragraph.kind === 'heading')
    .map(({ anchor, text }) => ({ number: shownNumber(anchor), anchor, text }))
}

/** Whether a paragraph came from something that was heard, only was changed later because of it, or was spoken of. */
export type Story = 'led' | 'became' | 'said'
