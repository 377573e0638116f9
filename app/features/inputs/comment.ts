import { type Refused, refuse } from '../../platform/refusal.ts'
import { cleanText } from '../../platform/rich-text/clean-text.ts'
import type { RichTextDoc, RichTextNode } from '../../platform/rich-text/document.ts'
import { canonicalText, docFromPlainText } from '../../platform/rich-text/plain-text.ts'

/** How one stands to a paragraph of the draft: agree, disagree, or propose other wording (M3 of the product paper). */
export const STANCES = ['agree', 'disagree', 'change'] as const

export type Stance = (typeof STANCES)[number]

/** Whether a word is one of the stances. */
export const isStance = (word: unknown): word is Stance => STANCES.some((stance) => stance === word)

/** What a comment says: the stance, the wording proposed instead, and why. */
export type CommentWords = { stance: Stance; proposal: string; reason: string }

/** A comment's own words apart from its place: what is stored as `data` of the frozen answer. */
export type CommentData = { proposal: string; reason: string }

/** Why a comment is not taken in. */
export type CommentRefusal =
  | 'stance-missing'
  | 'reason-missing'
  | 'proposal-missing'
  | 'proposal-without-change'
  | 'proposal-too-long'
  | 'reason-too-long'

/** Signs in a proposal or a reason; a whole chapter of a draft is shorter. */
export const LONGEST_WORDS = 20_000

/** Comments in one draft; a draft of 150 paragraphs with three on each has fewer. */
export const MOST_COMMENTS = 1_000

/**
 * Takes in what was typed. Agreeing says something by itself; disagreeing takes a reason and a change takes the words. A
 * proposal with another stance is asked about and not thrown away.
 */
export function readComment(typed: {
  stance: string
  proposal: string
  reason: string
}): CommentWords | Refused<CommentRefusal> {
  const { stance } = typed
  const [proposal, reason] = [cleanText(typed.proposal).trim(), cleanText(typed.reason).trim()]
  if (!isStance(stance)) return refuse('stance-missing')
  if ([...proposal].length > LONGEST_WORDS) return refuse('proposal-too-long')
  if ([...reason].length > LONGEST_WORDS) return refuse('reason-too-long')
  if (stance === 'change' && proposal === '') return refuse('proposal-missing')
  if (stance !== 'change' && proposal !== '') return refuse('proposal-without-change')
  if (stance === 'disagree' && reason === '') return refuse('reason-missing')
  return { stance, proposal, reason }
}

/** What stands over the proposal and over the reason when they are written out, in the sender's language. */
export type CommentHeadings = { proposal: string; reason: string }

/**
 * A comment written out as a text, so that passages, masks, quotes and search read it as they read every other answer.
 * The proposal comes first, under a heading, and then the reason has one too. Null when the stance says it all.
 */
export function commentBody(
  { proposal, reason }: CommentData,
  headings: CommentHeadings,
): RichTextDoc | null {
  if (proposal === '') return reason === '' ? null : docFromPlainText(reason)
  const content = [heading(headings.proposal), ...docFromPlainText(proposal).content]
  if (reason !== '') content.push(heading(headings.reason), ...docFromPlainText(reason).content)
  return { type: 'doc', content }
}

const heading = (text: string): RichTextNode => ({
  type: 'heading',
  attrs: { level: 3 },
  content: [{ type: 'text', text }],
})

/**
 * What a written-out comment says, read back from it, also where something in it is masked: our headings are the only
 * ones there can be, for no heading is made of what is typed. With one heading it is the proposal's.
 */
export function commentParts(body: RichTextDoc | null): { proposal: RichTextDoc; reason: RichTextDoc } {
  const blocks = body?.content ?? []
  const headings = blocks.flatMap(({ type }, at) => (type === 'heading' ? [at] : []))
  const [first, second = blocks.length] = headings
  const doc = (content: RichTextNode[]): RichTextDoc => ({ type: 'doc', content })
  if (first === undefined) return { proposal: doc([]), reason: doc(blocks) }
  return { proposal: doc(blocks.slice(first + 1, second)), reason: doc(blocks.slice(second + 1)) }
}

/** Where our headings in a written-out comment begin, in code points of its canonical text: nobody has said those words. */
export function headingStarts(body: RichTextDoc): Set<number> {
  const before = (at: number) =>
    [...canonicalText({ type: 'doc', content: body.content.slice(0, at) })].length
  return new Set(
    body.content.flatMap(({ type }, at) => (type !== 'heading' ? [] : [at === 0 ? 0 : before(at) + 1])),
  )
}

/** A comment read back from the columns of an answer; null when they hold none. */
export function commentFromRow(row: { choice: string | null; data: unknown }): CommentWords | null {
  if (!isStance(row.choice)) return null
  const data: Record<string, unknown> =
    typeof row.data === 'object' && row.data !== null ? { ...row.data } : {}
  const word = (name: keyof CommentData) => (typeof data[name] === 'string' ? data[name] : '')
  return { stance: row.choice, proposal: word('proposal'), reason: word('reason') }
}

/** Whether two comments say the same. */
export const sameComment = (one: CommentWords, other: CommentWords) =>
  one.stance === other.stance && one.proposal === other.proposal && one.reason === other.reason
