import type { LocalisedText, TextLanguage } from '../../platform/localised-text.ts'
import { refuse } from '../../platform/refusal.ts'
import { type ParagraphKind, shownNumber } from './paragraph.ts'
import { partsOf, type WrittenBlock } from './writing-notation.ts'

/** Most characters one block holds, and a heading: a heading of more is a paragraph in the wrong style. */
export const longestBlock = 10_000
export const longestHeading = 300

/** The languages a text of ours can be in: the two written forms it is owed in, and those it may have besides. */
const OWED = ['nb', 'nn'] as const
const OTHERS = ['en', 'sv'] as const
const LANGUAGES = [...OWED, ...OTHERS] as const

/** A block without a place, in the languages it has. Without an id it has not been saved yet. */
export type DraftBlock = {
  id?: string
  kind: ParagraphKind
  unnumbered?: true
  text: LocalisedText
  copiedFromId?: string | null
}

/** What a person writes in one block: kind and words. A language that is not written in stays as it was. */
export type BlockWords = {
  kind: ParagraphKind
  unnumbered?: true
  nb: string
  nn: string
  en?: string | undefined
  sv?: string | undefined
}

/** Whether a stored block is a chapter that is not counted: only its address says so. */
export const isUncounted = (kind: string, anchor: string) =>
  kind === 'heading' && shownNumber(anchor) === null

const isHeading = (kind: ParagraphKind) => kind === 'heading' || kind === 'subheading'

/** Whether a text is too long for its kind. */
export const isTooLong = (kind: ParagraphKind, text: string) =>
  text.length > (isHeading(kind) ? longestHeading : longestBlock)

/** Whether a text is too long in one of its languages. */
export const isAnywhereTooLong = ({ kind, text }: Pick<DraftBlock, 'kind' | 'text'>) =>
  LANGUAGES.some((language) => isTooLong(kind, text[language] ?? ''))

/**
 * Lays the languages of one text beside each other; bokmål or nynorsk is among them. All that are given must have the same
 * number and kinds of blocks; `at` says the first place, counted from 1, where they part.
 */
export function pairBlocks(given: { [language in TextLanguage]?: readonly WrittenBlock[] }) {
  const [first, ...others] = LANGUAGES.flatMap((language) => {
    const blocks = given[language] ?? []
    return blocks.length > 0 ? [{ language, blocks }] : []
  })
  if (!first || !isOwed(first.language)) return refuse('no-text')
  const at = others.map(({ blocks }) => firstDifference(first.blocks, blocks)).find((place) => place !== null)
  if (at) return { ...refuse('forms-differ'), at }
  return {
    blocks: first.blocks.map(({ text, ...block }, place): DraftBlock => {
      const said = others.map(({ language, blocks }) => [language, blocks[place]?.text ?? ''])
      return { ...block, text: { [first.language]: text, ...Object.fromEntries(said) } }
    }),
  }
}

const isOwed = (language: TextLanguage) => OWED.some((one) => one === language)

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
 * a copy of the same. All languages that are written must fall into the same number of parts.
 */
export function editBlock(blocks: readonly DraftBlock[], id: string, words: BlockWords) {
  const place = blocks.findIndex((block) => block.id === id)
  const block = blocks[place]
  if (!block) return refuse('gone')
  const { kind } = words
  const written = LANGUAGES.flatMap((language) => {
    const parts = partsOf(kind, words[language] ?? '')
    return parts.length > 0 ? [{ language, parts }] : []
  })
  const [first] = written
  if (!first || !isOwed(first.language)) return refuse('no-text')
  if (written.some(({ parts }) => parts.length !== first.parts.length)) return refuse('parts-differ')
  const kept = Object.entries(block.text).filter(
    ([language]) => words[language as TextLanguage] === undefined,
  )
  const { unnumbered: _unnumbered, ...same } = block
  const made = {
    kind,
    ...(kind === 'heading' && words.unnumbered && { unnumbered: true as const }),
    ...{ copiedFromId: block.copiedFromId ?? null },
  }
  const parts = first.parts.map((_, at): DraftBlock => {
    const text = Object.fromEntries(written.map(({ language, parts }) => [language, parts[at]]))
    return at === 0 ? { ...same, ...made, text: { ...Object.fromEntries(kept), ...text } } : { ...made, text }
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
  const text: LocalisedText = {}
  for (const language of LANGUAGES) {
    const words = joined(block.kind, block.text[language], next.text[language])
    if (words) text[language] = words
  }
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

/** How many blocks are translated to each of the languages that a text may have besides. */
export function translatedBlocks(blocks: readonly { text: LocalisedText }[]): { en: number; sv: number } {
  const said = (language: 'en' | 'sv') => blocks.filter(({ text }) => text[language]?.trim()).length
  return { en: said('en'), sv: said('sv') }
}
