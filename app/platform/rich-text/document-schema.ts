import { getSchema } from '@tiptap/core'
import { cleanText } from './clean-text.ts'
import { emptyDoc, type RichTextDoc, type RichTextMark, type RichTextNode } from './document.ts'
import { richTextExtensions } from './extensions.ts'
import { safeHref } from './link.ts'

/** Why a text sent to us is not taken in. */
export type RichTextRefusal = 'not-rich-text' | 'unknown-formatting' | 'forbidden-link' | 'too-long'

const schema = getSchema(richTextExtensions)
const MOST_CHARACTERS = 200_000
const LONGEST_JSON = 4_000_000
const MOST_NODES = 20_000
const DEEPEST = 24
const MOST_ITEMS_COUNTED_FROM = 9999

/** Walks a text once: counts what it costs, drops what the schema does not know, stops at the first refusal. */
class Reader {
  refusal: RichTextRefusal | null = null
  private nodes = 0
  private characters = 0

  children(raw: unknown, depth: number): RichTextNode[] {
    if (raw === undefined || raw === null) return []
    if (!Array.isArray(raw)) return this.refuse('not-rich-text', [])
    const read: RichTextNode[] = []
    for (const child of raw) {
      const node = this.node(child, depth)
      if (this.refusal) return []
      if (node) read.push(node)
    }
    return read
  }

  private node(raw: unknown, depth: number): RichTextNode | null {
    this.nodes += 1
    if (depth > DEEPEST || this.nodes > MOST_NODES) return this.refuse('too-long', null)
    if (!isRecord(raw) || typeof raw.type !== 'string') return this.refuse('not-rich-text', null)
    if (!Object.hasOwn(schema.nodes, raw.type) || raw.type === 'doc')
      return this.refuse('unknown-formatting', null)
    if (raw.type === 'text') return this.text(raw)
    const attrs = this.attributes(raw.type, isRecord(raw.attrs) ? raw.attrs : {})
    const marks = raw.type === 'hardBreak' ? this.marks(raw.marks) : []
    const content = this.children(raw.content, depth + 1)
    return {
      type: raw.type,
      ...(attrs && { attrs }),
      ...(content.length > 0 && { content }),
      ...(marks.length > 0 && { marks }),
    }
  }

  private text(raw: Record<string, unknown>): RichTextNode | null {
    if (typeof raw.text !== 'string') return this.refuse('not-rich-text', null)
    this.characters += raw.text.length
    if (this.characters > MOST_CHARACTERS) return this.refuse('too-long', null)
    // A line break inside a text node would look like a new text block in the canonical text.
    const text = cleanText(raw.text).replace(/\n+/g, ' ')
    const marks = this.marks(raw.marks)
    if (text === '') return null
    return { type: 'text', text, ...(marks.length > 0 && { marks }) }
  }

  private marks(raw: unknown): RichTextMark[] {
    if (raw === undefined || raw === null) return []
    if (!Array.isArray(raw)) return this.refuse('not-rich-text', [])
    const read = new Map<string, RichTextMark>()
    for (const mark of raw) {
      if (!isRecord(mark) || typeof mark.type !== 'string') return this.refuse('not-rich-text', [])
      if (!Object.hasOwn(schema.marks, mark.type)) return this.refuse('unknown-formatting', [])
      if (read.has(mark.type)) continue
      if (mark.type !== 'link') read.set(mark.type, { type: mark.type })
      else {
        const href = safeHref(isRecord(mark.attrs) ? mark.attrs.href : null)
        if (href === null) return this.refuse('forbidden-link', [])
        read.set('link', { type: 'link', attrs: { href } })
      }
    }
    return [...read.values()]
  }

  private attributes(type: string, raw: Record<string, unknown>): Record<string, unknown> | null {
    if (type === 'heading') return raw.level === 3 ? { level: 3 } : this.refuse('unknown-formatting', null)
    if (type !== 'orderedList') return null
    const start = raw.start
    const counts = typeof start === 'number' && Number.isInteger(start) && start >= 0
    return counts && start <= MOST_ITEMS_COUNTED_FROM ? { start } : null
  }

  private refuse<Value>(reason: RichTextRefusal, value: Value): Value {
    this.refusal ??= reason
    return value
  }
}

/** Takes in a text somebody sent: checked against the editor's own schema, cleaned, or refused with a reason. */
export function parseRichText(json: unknown): { doc: RichTextDoc } | { refusal: RichTextRefusal } {
  if (typeof json === 'string' && json.length > LONGEST_JSON) return { refusal: 'too-long' }
  const raw = typeof json === 'string' ? fromJson(json) : json
  if (!isRecord(raw) || raw.type !== 'doc') return { refusal: 'not-rich-text' }
  const reader = new Reader()
  const content = reader.children(raw.content, 1)
  if (reader.refusal) return { refusal: reader.refusal }
  if (content.length === 0) return { doc: emptyDoc() }
  try {
    const node = schema.nodeFromJSON({ type: 'doc', content })
    node.check()
    return { doc: JSON.parse(JSON.stringify(node.toJSON())) }
  } catch {
    return { refusal: 'unknown-formatting' }
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
