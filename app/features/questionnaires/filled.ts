import type { RichTextDoc } from '#app/platform/rich-text/document.ts'

/**
 * What the fields of one question hold, as they were typed or as a stored answer fills them in. `document` is the
 * editor's JSON as it was sent, `body` a stored text with its formatting; `files` are named, not sent.
 */
export type Filled = {
  text?: string
  document?: string
  body?: RichTextDoc
  choice?: string
  note?: string
  importance?: string
  choices?: string[]
  ranks?: Record<string, string>
  cells?: Record<string, Record<string, string>>
  people?: { name: string; role: string; leadership: string }[]
  files?: { id: string; name: string }[]
}

/** One field as a form sends it. */
export type Entry = [name: string, value: string]

/** The name of a part of an answer's fields: `answer-…` itself is the text, the choice or the step. */
export function partName(name: string, ...parts: (string | number)[]): string {
  return [name, ...parts].join('.')
}
