import { NO_OPINION, scaleSteps } from '#app/features/questionnaires/question.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import type { AnswerContent, Judged } from './answer-content.ts'
import { charactersIn } from './answer-texts.ts'
import { keysIn, partOf, wordsIn } from './sent-parts.ts'

export type ChoiceRefusal =
  | 'unknown-choice'
  | 'not-on-the-scale'
  | 'too-few-chosen'
  | 'too-many-chosen'
  | 'not-a-rank'
  | 'rank-twice'
  | 'too-many-characters'

type Of<Kind extends AnswerContent['kind']> =
  | { answer: Extract<AnswerContent, { kind: Kind }> }
  | Refused<ChoiceRefusal>

type Asked = Pick<Judged, 'options' | 'settings'>

const LONGEST_NOTE = 20_000

/** One of the options. */
export function parseChoice({ options }: Asked, sent: unknown): Of<'single-choice'> {
  const key = keyIn(sent, 'choice')
  if (key === '') return { answer: { kind: 'single-choice', choice: '' } }
  const choice = options?.find((option) => option.key === key)?.key
  return choice === undefined ? refuse('unknown-choice') : { answer: { kind: 'single-choice', choice } }
}

/** A step of the scale, or no opinion. */
export function parseStep(question: Asked, sent: unknown): Of<'scale'> {
  const key = keyIn(sent, 'value', 'choice')
  if (key === '') return { answer: { kind: 'scale', value: '' } }
  if (key === NO_OPINION) return { answer: { kind: 'scale', value: NO_OPINION } }
  const value = scaleSteps(question).find((step) => String(step) === key)
  return value === undefined ? refuse('not-on-the-scale') : { answer: { kind: 'scale', value } }
}

/** Several of the options, in the order they are asked. None is no answer, whatever the least number is. */
export function parseChoices({ options, settings }: Asked, sent: unknown): Of<'multiple-choice'> {
  const keys = keysIn(sent, 'choices')
  const known = (options ?? []).map(({ key }) => key)
  if (keys === null || keys.some((key) => !known.includes(key))) return refuse('unknown-choice')
  const choices = known.filter((key) => keys.includes(key))
  const refusal = countRefusal(choices, settings)
  return refusal ?? { answer: { kind: 'multiple-choice', choices } }
}

/** Options in the order the sender puts them, the first first. Not all need be ranked unless the question says so. */
export function parseRanking({ options, settings }: Asked, sent: unknown): Of<'ranking'> {
  const known = (options ?? []).map(({ key }) => key)
  const order = orderIn(known, sent)
  if ('refusal' in order) return order
  return countRefusal(order.keys, settings) ?? { answer: { kind: 'ranking', order: order.keys } }
}

/** Yes, no or what else is offered, and words to it. Words without a choice are kept as they are. */
export function parseAcceptance(question: Asked, sent: unknown): Of<'acceptance'> {
  const chosen = parseChoice(question, sent)
  if ('refusal' in chosen) return chosen
  const { choice } = chosen.answer
  const note = cleanText(wordsIn(sent, 'note')).trim()
  if (note === '') return { answer: { kind: 'acceptance', choice } }
  if (charactersIn(note) > (question.settings?.mostCharacters ?? LONGEST_NOTE))
    return refuse('too-many-characters')
  return { answer: { kind: 'acceptance', choice, note } }
}

function orderIn(known: readonly string[], sent: unknown): { keys: string[] } | Refused<ChoiceRefusal> {
  const given = keysIn(sent, 'order')
  if (given !== null && given.length > 0) {
    if (given.some((key) => !known.includes(key))) return refuse('unknown-choice')
    return new Set(given).size < given.length ? refuse('rank-twice') : { keys: given }
  }
  const ranks = partOf(sent, 'ranks')
  const ranked: { key: string; rank: number }[] = []
  for (const key of known) {
    const rank = wordsIn(ranks, key).trim()
    if (rank === '') continue
    if (!/^\d{1,3}$/.test(rank) || Number(rank) < 1 || Number(rank) > known.length)
      return refuse('not-a-rank')
    ranked.push({ key, rank: Number(rank) })
  }
  if (new Set(ranked.map(({ rank }) => rank)).size < ranked.length) return refuse('rank-twice')
  return { keys: ranked.sort((one, other) => one.rank - other.rank).map(({ key }) => key) }
}

function countRefusal(
  keys: readonly string[],
  settings: Judged['settings'],
): Refused<'too-few-chosen' | 'too-many-chosen'> | null {
  if (keys.length > 0 && keys.length < (settings?.fewest ?? 0)) return refuse('too-few-chosen')
  return keys.length > (settings?.most ?? keys.length) ? refuse('too-many-chosen') : null
}

// A key sent alone as the answer itself, or in one of these parts. Anything else is a key that no question has.
function keyIn(sent: unknown, ...names: string[]): string {
  if (typeof sent === 'string' || typeof sent === 'number') return String(sent)
  const name = names.find((name) => partOf(sent, name) !== undefined)
  if (name === undefined) return partOf(sent, 'importance') === undefined ? UNKNOWN : ''
  const given = partOf(sent, name)
  return typeof given === 'string' || typeof given === 'number' ? String(given) : UNKNOWN
}

const UNKNOWN = '\u0000'
