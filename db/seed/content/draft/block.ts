import type { BlockContent } from '../content.ts'

/** A numbered paragraph of the draft. */
export const paragraph = (key: string, nb: string, nn: string): BlockContent => ({
  key,
  kind: 'paragraph',
  text: { nb, nn },
})

/** A subheading between paragraphs. */
export const subheading = (key: string, nb: string, nn: string): BlockContent => ({
  key,
  kind: 'subheading',
  text: { nb, nn },
})

/** The box that opens a chapter. */
export const ambition = (key: string, nb: string, nn: string): BlockContent => ({
  key,
  kind: 'ambition',
  text: { nb, nn },
})
