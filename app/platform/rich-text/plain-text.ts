import { cleanText } from './clean-text.ts'
import { emptyDoc, type RichTextDoc, type RichTextNode } from './document.ts'

const BULLET = /^\s*[-•]\s+(?=\S)/
const NUMBERED = /^\s*(\d{1,3})\.\s+(?=\S)/

/** The text everything else counts in: text blocks and hard breaks as lines, marks ignored, NFC. Empty text is ''. */
export function canonicalText(doc: RichTextDoc): string {
  const blocks: string[] = []
  collectBlocks(doc, blocks)
  const text = blocks.join('\n').normalize('NFC')
  return /^\s*$/.test(text) ? '' : text
}

function collectBlocks(node: RichTextNode, blocks: string[]): void {
  if (isTextBlock(node)) blocks.push(inlineText(node))
  else for (const child of node.content ?? []) collectBlocks(child, blocks)
}

function isTextBlock(node: RichTextNode): boolean {
  return node.type === 'paragraph' || node.type === 'heading'
}

function inlineText(node: RichTextNode): string {
  return (node.content ?? [])
    .map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? '')))
    .join('')
}

/** A text written without the editor: each line a paragraph; lines with dashes, or counted from 1, become lists. */
export function docFromPlainText(text: string): RichTextDoc {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd())
  const content: RichTextNode[] = []
  for (let at = 0; at < lines.length; ) {
    const bullets = runOfBullets(lines, at)
    const numbers = runOfNumbers(lines, at)
    if (bullets > 0) content.push(list('bulletList', lines.slice(at, at + bullets), BULLET))
    else if (numbers > 0) content.push(list('orderedList', lines.slice(at, at + numbers), NUMBERED))
    else if (lines[at]?.trim()) content.push(paragraph(lines[at] ?? ''))
    at += Math.max(bullets, numbers, 1)
  }
  return content.length > 0 ? { type: 'doc', content } : emptyDoc()
}

function runOfBullets(lines: string[], from: number): number {
  let length = 0
  while (BULLET.test(lines[from + length] ?? '')) length += 1
  return length
}

/** One counted line alone stays a paragraph: "1. januar trer planen i kraft" must keep its date. */
function runOfNumbers(lines: string[], from: number): number {
  let length = 0
  while (NUMBERED.exec(lines[from + length] ?? '')?.[1] === String(length + 1)) length += 1
  return length >= 2 ? length : 0
}

function list(type: 'bulletList' | 'orderedList', lines: string[], marker: RegExp): RichTextNode {
  const items = lines.map((line) => ({
    type: 'listItem',
    content: [paragraph(line.replace(marker, ''))],
  }))
  return type === 'orderedList'
    ? { type, attrs: { start: 1, type: null }, content: items }
    : { type, content: items }
}

function paragraph(line: string): RichTextNode {
  const text = line.trim()
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }
}

/** What a plain textarea shows for a stored text: paragraphs apart, lists with their marks. */
export function textareaText(doc: RichTextDoc): string {
  return doc.content
    .map((node) => plainBlock(node))
    .filter((block) => block !== '')
    .join('\n\n')
}

function plainBlock(node: RichTextNode): string {
  if (isTextBlock(node)) return inlineText(node).trim()
  if (node.type === 'bulletList') return plainItems(node, () => '- ')
  if (node.type === 'orderedList') {
    const start = typeof node.attrs?.start === 'number' ? node.attrs.start : 1
    return plainItems(node, (index) => `${start + index}. `)
  }
  return (node.content ?? [])
    .map(plainBlock)
    .filter((block) => block !== '')
    .join('\n')
}

function plainItems(node: RichTextNode, marker: (index: number) => string): string {
  return (node.content ?? [])
    .map((item, index) => {
      const text = plainBlock(item)
      return text === '' ? '' : marker(index) + text
    })
    .filter((line) => line !== '')
    .join('\n')
}

/**
 * What a textarea without script sends back. Unchanged text keeps the stored formatting; changed text is read as
 * plain text, and `simplified` says that formatting was lost by it.
 */
export function docFromTextarea(
  submitted: string,
  stored: RichTextDoc | null,
): { doc: RichTextDoc; simplified: boolean } {
  const shown = stored ? textareaText(stored) : ''
  if (stored && cleanText(submitted).trim() === cleanText(shown).trim()) {
    return { doc: stored, simplified: false }
  }
  const simplified = stored !== null && outline(docFromPlainText(shown)) !== outline(stored)
  return { doc: docFromPlainText(submitted), simplified }
}

/** A text's structure and formatting as one comparable string; empty blocks and empty attributes do not count. */
function outline(node: RichTextNode): string {
  const inner = (node.content ?? []).map(outline).join('')
  if (node.type === 'paragraph' && inner.trim() === '') return ''
  const marks = (node.marks ?? []).map((mark) => mark.type + String(mark.attrs?.href ?? ''))
  const start = node.type === 'orderedList' ? String(node.attrs?.start ?? 1) : ''
  const text = node.text ? JSON.stringify(node.text.normalize('NFC')) : ''
  return `(${node.type}${start}${marks.sort().join('+')}${text}${inner})`
}
