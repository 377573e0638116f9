import type { LocalisedText } from '../../platform/localised-text.ts'
import { refuse } from '../../platform/refusal.ts'
import { type ParagraphKind, shownNumber } from './paragraph.ts'
import { partsOf, type WrittenBlock } from './writing-notation.ts'

/** Most characters one block holds, and a heading: a heading of more is a paragraph in the wrong style. */
export const longestBlock = 10_000
export const longestHeading = 300

/** A block without a place, in both written forms. Without an id it has not been saved yet. */
export type DraftBlock = {
  id?: string
  kind: ParagraphKind
  unnumbered?: true
  text: LocalisedText
  copiedFromId?: string | null
}

/** What a person writes in one block: kind and words. */
export type BlockWords = { kind: ParagraphKind; unnumbered?: true; nb: string; nn: string }

/** Whether a stored block is a chapter that is not counted: only its address says so. */
export const isUncounted = (kind: string, anchor: string) =>
  kind === 'heading' && shownNumber(anchor) === null

const isHeading = (kind: ParagraphKind) => kind === 'heading' || kind === 'subheading'

/** Whether a text is too long for its kind. */
export const isTooLong = (kind: ParagraphKind, text: string) =>
  text.length > (isHeading(kind) ? longestHeading : longestBlock)

/**
 * Lays two written forms of the same text beside each other. Where both are given they must have the same number and
 * kinds of blocks; `at` says the first place, counted from 1, where they part.
 */
export function pairBlocks(nb: readonly WrittenBlock[], nn: readonly WrittenBlock[]) {
  if (nb.length === 0 && nn.length === 0) return refuse('no-text')
  if (nb.length === 0 || nn.length === 0) {
    const language = nb.length > 0 ? 'nb' : 'nn'
    const given = nb.length > 0 ? nb : nn
    return {
      blocks: given.map(({ text, ...block }): DraftBlock => ({ ...block, text: { [language]: text } })),
    }
  }
  const at = firstDifference(nb, nn)
  if (at !== null) return { ...refuse('forms-differ'), at }
  return {
    blocks: nb.map(
      ({ text, ...block }, place): DraftBlock => ({
        ...block,
        text: { nb: text, nn: nn[place]?.text ?? '' },
      }),
    ),
  }
}

/** The first place, counted from 1, where two texts differ in kind or one of them ends; null when they agree. */
export function firstDifference(
  some: readonly Pick<DraftBlock, 'kind' | 'unnumbered'>[],
  others: readonly Pick<DraftBlock, 'kind' | 'unnumbered'>[],
): number | null {
  const length = Math.max(some.length, others.length)
  for (let place = 0; place < length; place += 1) {
    const [one, other] = [some[place], others[place]]
    if (one?.kind !== other?.kind || Boolean(one?.unnumbered) !== Boolean(other?.unnumbered)) return place + 1
  }
  return null
}

/** New blocks after a block, or first of all when `after` is null. 'gone' when somebody has taken that block away. */
export function insertAfter<Given extends DraftBlock>(
  blocks: readonly Given[],
  after: string | null,
  made: readonly Given[],
) {
  const place = after === null ? 0 : blocks.findIndex(({ id }) => id === after) + 1
  if (after !== null && place === 0) return refuse('gone')
  return { blocks: blocks.toSpliced(place, 0, ...made) }
}

/**
 * Writes a block anew. A blank line splits it: the first part stays the block, the others are new ones that began as
 * a copy of the same. With both written forms given, both must fall into the same number of parts.
 */
export function editBlock(blocks: readonly DraftBlock[], id: string, words: BlockWords) {
  const place = blocks.findIndex((block) => block.id === id)
  const block = blocks[place]
  if (!block) return refuse('gone')
  const { kind } = words
  const [nb, nn] = [partsOf(kind, words.nb), partsOf(kind, words.nn)]
  if (nb.length === 0 && nn.length === 0) return refuse('no-text')
  if (nb.length > 0 && nn.length > 0 && nb.length !== nn.length) return refuse('parts-differ')
  const { nb: _nb, nn: _nn, ...others } = block.text
  const { unnumbered: _unnumbered, ...same } = block
  const made = {
    kind,
    ...(kind === 'heading' && words.unnumbered && { unnumbered: true as const }),
    ...{ copiedFromId: block.copiedFromId ?? null },
  }
  const parts = Array.from({ length: Math.max(nb.length, nn.length) }, (_, at): DraftBlock => {
    const text = { ...(nb[at] && { nb: nb[at] }), ...(nn[at] && { nn: nn[at] }) }
    return at === 0 ? { ...same, ...made, text: { ...others, ...text } } : { ...made, text }
  })
  return { blocks: blocks.toSpliced(place, 1, ...parts) }
}

/** A block changes places with its neighbour. The first cannot go up nor the last down: nothing happens. */
export function moveBlock<Given extends DraftBlock>(
  blocks: readonly Given[],
  id: string,
  way: 'up' | 'down',
) {
  const place = blocks.findIndex((block) => block.id === id)
  const block = blocks[place]
  if (!block) return refuse('gone')
  const to = Math.min(blocks.length - 1, Math.max(0, place + (way === 'up' ? -1 : 1)))
  return { blocks: blocks.toSpliced(place, 1).toSpliced(to, 0, block) }
}

/** A block goes to right after another, named by its address as readers see it. */
export function moveAfter<Given extends DraftBlock & { anchor: string }>(
  blocks: readonly Given[],
  id: string,
  anchor: string,
) {
  const block = blocks.find((one) => one.id === id)
  if (!block) return refuse('gone')
  const others = blocks.filter((one) => one !== block)
  const after = others.findIndex((one) => one.anchor === anchor.trim())
  if (after < 0) return refuse('no-such-paragraph')
  return { blocks: others.toSpliced(after + 1, 0, block) }
}

/** Whether a block can become one with the one after it: only texts of one kind are one text. */
export const mayJoin = (block: { kind: string }, next: { kind: string } | undefined) =>
  next !== undefined && next.kind === block.kind

/** A block and the next of the same kind become one, in every language either has. */
export function joinBlocks(blocks: readonly DraftBlock[], id: string) {
  const place = blocks.findIndex((block) => block.id === id)
  const [block, next] = [blocks[place], blocks[place + 1]]
  if (!block) return refuse('gone')
  if (!next || !mayJoin(block, next)) return refuse('kinds-differ')
  const languages = [...new Set([...Object.keys(block.text), ...Object.keys(next.text)])] as ('nb' | 'nn')[]
  const text: LocalisedText = {}
  for (const language of languages)
    text[language] = joined(block.kind, block.text[language], next.text[language])
  return { blocks: blocks.toSpliced(place, 2, { ...block, text }) }
}

// Lines stay lines, such as a list; sentences go on after each other.
function joined(kind: ParagraphKind, first = '', second = ''): string {
  const asLines =
    !isHeading(kind) && (first.includes('\n') || second.includes('\n') || second.startsWith('– '))
  return [first, second].filter((text) => text !== '').join(asLines ? '\n' : ' ')
}

/** A block is taken away. */
export function removeBlock<Given extends DraftBlock>(blocks: readonly Given[], id: string) {
  const place = blocks.findIndex((block) => block.id === id)
  if (place < 0) return refuse('gone')
  return { blocks: blocks.toSpliced(place, 1) }
}

/** How many blocks lack each written form: both are owed to the readers (språklova). */
export function missingForms(blocks: readonly { text: LocalisedText }[]): { nb: number; nn: number } {
  const lacking = (language: 'nb' | 'nn') => blocks.filter(({ text }) => !text[language]?.trim()).length
  return { nb: lacking('nb'), nn: lacking('nn') }
}
