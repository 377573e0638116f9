import { type Refused, refuse } from '#app/platform/refusal.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { parseRichText, type RichTextRefusal } from '#app/platform/rich-text/document-schema.ts'
import { canonicalText, docFromTextarea } from '#app/platform/rich-text/plain-text.ts'
import type { AnswerContent, Judged } from './answer-content.ts'

export type TextRefusal = RichTextRefusal | 'too-many-characters'

type Text = Extract<AnswerContent, { kind: 'rich-text' }>

/** A written text: the editor's document where script wrote one, else the words of a plain field. */
export function parseText(
  { settings }: Pick<Judged, 'settings'>,
  sent: unknown,
  stored: RichTextDoc | null,
): { answer: Text; simplified?: boolean } | Refused<TextRefusal> {
  const { doc: written, simplified } = plain(sent, stored)
  const outcome = parseRichText(written ?? formatted(sent))
  if ('refusal' in outcome) return outcome
  const most = settings?.mostCharacters
  if (most !== undefined && charactersIn(canonicalText(outcome.doc)) > most)
    return refuse('too-many-characters')
  return { answer: { kind: 'rich-text', body: outcome.doc }, ...(simplified && { simplified }) }
}

function plain(sent: unknown, stored: RichTextDoc | null): { doc?: RichTextDoc; simplified?: boolean } {
  if (typeof sent !== 'object' || sent === null || !('text' in sent) || 'type' in sent) return {}
  const document = 'document' in sent ? sent.document : undefined
  if ((document !== undefined && document !== '') || typeof sent.text !== 'string') return {}
  return docFromTextarea(sent.text, stored)
}

function formatted(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || 'type' in sent) return sent
  if ('document' in sent) return sent.document
  return 'body' in sent ? sent.body : null
}

/** How many characters a text has, as those who read it count: code points. */
export function charactersIn(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
