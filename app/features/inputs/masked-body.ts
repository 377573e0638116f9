import type { RichTextDoc, RichTextNode } from '#app/platform/rich-text/document.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { signIn } from '#search/public-text.ts'
import { type Mask, perLine } from './masking.ts'

/**
 * A written text as the public gets it: the masked stretches replaced by signs with the mark `masked`, and everything
 * else as it was. Its canonical text is the public text. A link goes where its words are masked or its address repeats them.
 */
export function publicBody(doc: RichTextDoc, masks: readonly Mask[], lang: string): RichTextDoc {
  if (masks.length === 0) return doc
  const points = [...canonicalText(doc)]
  const pieces = perLine(points, masks)
  const masked = pieces.flatMap(({ startCp, endCp }) => told(points.slice(startCp, endCp).join('')))
  const walk = new Walk(pieces, signIn(lang))
  const content = doc.content.map((node) => walk.block(node))
  const mustGo = (href: unknown) => walk.cutLinks.has(href) || repeats(href, masked)
  return { type: 'doc', content: content.map((node) => withoutLinks(node, mustGo)) }
}

/** Goes through a text in the order of its canonical text and counts code points as it does. */
class Walk {
  readonly cutLinks = new Set<unknown>()
  private at = 0
  private begun = false

  constructor(
    private readonly masks: readonly Mask[],
    private readonly sign: string,
  ) {}

  block(node: RichTextNode): RichTextNode {
    if (node.type !== 'paragraph' && node.type !== 'heading')
      return node.content ? { ...node, content: node.content.map((child) => this.block(child)) } : node
    if (this.begun) this.at += 1
    this.begun = true
    if (!node.content) return node
    const content: RichTextNode[] = []
    for (const child of composed(node.content)) content.push(...this.inline(child))
    return { ...node, content: withOneSignEach(content) }
  }

  private inline(node: RichTextNode): RichTextNode[] {
    if (node.type === 'hardBreak') this.at += 1
    if (node.text === undefined) return [node]
    const points = [...node.text]
    const from = this.at
    const end = from + points.length
    this.at = end
    const touching = this.masks.filter(({ startCp, endCp }) => startCp < end && endCp > from)
    if (touching.length === 0) return [node]
    for (const mark of node.marks ?? []) if (mark.type === 'link') this.cutLinks.add(mark.attrs?.href)
    const out: RichTextNode[] = []
    let read = from
    for (const mask of touching) {
      const start = Math.max(mask.startCp, from)
      if (start > read) out.push({ ...node, text: points.slice(read - from, start - from).join('') })
      out.push(signOf(mask, this.sign))
      read = Math.min(mask.endCp, end)
    }
    if (read < end) out.push({ ...node, text: points.slice(read - from).join('') })
    return out
  }
}

type Sign = RichTextNode & { mask?: Mask }

const signOf = (mask: Mask, text: string): Sign => ({
  type: 'text',
  text,
  marks: [{ type: 'masked', attrs: { basis: mask.legalBasis } }],
  mask,
})

// A mask over bold and plain words meets several nodes of one line, and gets one sign.
function withOneSignEach(nodes: readonly Sign[]): RichTextNode[] {
  return nodes
    .filter((node, at) => node.mask === undefined || node.mask !== nodes[at - 1]?.mask)
    .map(({ mask: _, ...node }) => node)
}

// Where a letter and its accent lie in two nodes the canonical text has them as one: the accent moves to its letter.
function composed(nodes: readonly RichTextNode[]): RichTextNode[] {
  const out: RichTextNode[] = []
  for (const node of nodes) {
    const before = out.at(-1)
    if (node.text === undefined || before?.text === undefined) {
      out.push(node.text === undefined ? node : { ...node, text: node.text.normalize('NFC') })
      continue
    }
    const rest = [...node.text.normalize('NFC')]
    let kept = before.text
    while (
      rest.length > 0 &&
      (kept + rest.join('')).normalize('NFC') !== kept.normalize('NFC') + rest.join('').normalize('NFC')
    )
      kept += rest.shift()
    out[out.length - 1] = { ...before, text: kept.normalize('NFC') }
    if (rest.length > 0) out.push({ ...node, text: rest.join('') })
  }
  return out
}

function withoutLinks(node: RichTextNode, mustGo: (href: unknown) => boolean): RichTextNode {
  const marks = node.marks?.filter((mark) => mark.type !== 'link' || !mustGo(mark.attrs?.href))
  const { marks: _, ...rest } = node
  return {
    ...rest,
    ...(marks && marks.length > 0 && { marks }),
    ...(node.content && { content: node.content.map((child) => withoutLinks(child, mustGo)) }),
  }
}

const FEWEST_LETTERS = 4

// Addresses are written without our letters: Åse Bjørnstad is aase.bjornstad, or ase-bjoernstad.
const spellings = [
  { æ: 'ae', ø: 'o', å: 'a' },
  { æ: 'ae', ø: 'oe', å: 'aa' },
] as const

function letters(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFC')
  return spellings.map((spelling) =>
    plain
      .replace(/[æøå]/g, (letter) => spelling[letter as keyof typeof spelling])
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
}

const MOST_IN_A_NAME = 6

/** What an address may tell of masked words: all of them in a row, or one of those of a name, as a surname does. */
function told(words: string): string[] {
  const apart = words.split(/[^\p{L}\p{M}]+/u).filter(Boolean)
  return [words, ...(apart.length <= MOST_IN_A_NAME ? apart : [])].flatMap(letters)
}

function repeats(href: unknown, masked: readonly string[]): boolean {
  if (typeof href !== 'string') return false
  const addresses = letters(decoded(href))
  return masked.some(
    (words) => words.length >= FEWEST_LETTERS && addresses.some((address) => address.includes(words)),
  )
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href).normalize('NFC')
  } catch {
    return href
  }
}
