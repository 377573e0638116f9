/** Formatting on a stretch of text: bold, italic or a link. */
export type RichTextMark = { type: string; attrs?: Record<string, unknown> }

/** A node of a written text, in the JSON shape the editor produces. */
export type RichTextNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: RichTextNode[]
  marks?: RichTextMark[]
  text?: string
}

/** A written text as it is stored. */
export type RichTextDoc = { type: 'doc'; content: RichTextNode[] }

/** The text nobody has written yet: what an empty editor holds. */
export function emptyDoc(): RichTextDoc {
  return { type: 'doc', content: [{ type: 'paragraph' }] }
}
