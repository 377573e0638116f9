import { type Refused, refuse } from '../../platform/refusal.ts'
import type { QuestionKind } from './question.ts'

/** What decides whether a round's questions can still be written. */
export type Opening = { opensAt: Date; publishedAt: Date | null; frozenAt: Date | null }

/** As many questions as a page shows and a sender can be asked to read. */
export const MOST_QUESTIONS = 100

/**
 * Since when the questions stand as they are: from the moment a published round opened, so that everybody answers the
 * same ones. Null while they may be written. Nothing about a question changes after that, not even its help: whoever
 * answered first read it as it was.
 */
export function frozenSince({ opensAt, publishedAt, frozenAt }: Opening, now: Date): Date | null {
  if (frozenAt !== null) return frozenAt
  if (publishedAt === null || now < opensAt) return null
  return publishedAt > opensAt ? publishedAt : opensAt
}

/** Where a question goes: one place up or down, or right after the one with a number (0 puts it first). */
export type Move = 'up' | 'down' | number

/** The order after a question was moved. At the top it stays when moved up, at the end when moved down. */
export function moved(
  ids: readonly string[],
  id: string,
  to: Move,
): string[] | Refused<'gone'> | Refused<'no-such-number'> {
  const at = ids.indexOf(id)
  if (at < 0) return refuse('gone')
  if (typeof to === 'number' && !(Number.isInteger(to) && to >= 0 && to <= ids.length))
    return refuse('no-such-number')
  const others = ids.filter((one) => one !== id)
  const place = to === 'up' ? Math.max(0, at - 1) : to === 'down' ? at + 1 : to > at ? to - 1 : to
  return [...others.slice(0, place), id, ...others.slice(place)]
}

type InOrder = { id: string; kind: string }

/** The order with new questions in it: last, but before a general question that closes the list. */
export function withAdded(questions: readonly InOrder[], added: readonly string[]): string[] {
  const ids = questions.map(({ id }) => id)
  const last = questions.at(-1)
  return last?.kind === 'general' ? [...ids.slice(0, -1), ...added, last.id] : [...ids, ...added]
}

/** Why a question of a kind is not added: there is one general question, and the list ends somewhere. */
export function additionRefusal(
  questions: readonly InOrder[],
  kind: QuestionKind,
): 'two-general-questions' | 'too-many' | null {
  if (kind === 'general' && questions.some((one) => one.kind === 'general')) return 'two-general-questions'
  return questions.length >= MOST_QUESTIONS ? 'too-many' : null
}

/** Why a question is not taken away: what we did not ask about must always have a place. */
export const removalRefusal = (question: { kind: string }): 'general-stays' | null =>
  question.kind === 'general' ? 'general-stays' : null

/** A question of another round beside those there are, as copying sees them. */
export type Copyable = { id: string; kind: string }

/**
 * What copying does with chosen questions of another round: which are added, in their order, and which general question
 * lends its words to the one there is. Those that are copies here already are left out.
 */
export function copied<Q extends Copyable>(
  from: readonly Q[],
  chosen: readonly string[],
  here: readonly { kind: string; copiedFromId: string | null }[],
): { added: Q[]; general: Q | null } | Refused<'nothing-chosen'> | Refused<'too-many'> {
  const already = new Set(here.map(({ copiedFromId }) => copiedFromId))
  const wanted = from.filter(({ id }) => chosen.includes(id) && !already.has(id))
  if (wanted.length === 0) return refuse('nothing-chosen')
  const added = wanted.filter(({ kind }) => kind !== 'general')
  if (here.length + added.length > MOST_QUESTIONS) return refuse('too-many')
  return { added, general: wanted.find(({ kind }) => kind === 'general') ?? null }
}
