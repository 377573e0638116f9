/** A stretch of a text in UTF-16 units, `end` not included. */
export type Span = { start: number; end: number }

/** Where a pattern with the g flag matches. */
export const spansOf = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
