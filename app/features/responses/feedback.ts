import { type Locale, localeOf } from '../../platform/locale.ts'
import { type RoundWindow, roundState } from '../strategies/round.ts'
import type { ChainResponse } from './chain.ts'

/** Why the senders of a round are not told now what became of what they said. */
export type FeedbackRefusal = 'round-open' | 'no-findings' | 'already-sent'

type Standing = {
  round: RoundWindow
  /** The last moment somebody has been given to answer, extensions and all. */
  lastDeadline: Date
  published: number
  sent: boolean
}

/**
 * Whether the feedback of a round may be sent: once, when nobody can answer any more, and when there is something to tell.
 * Findings that are not public, or not answered, do not stop it; they are told of before.
 */
export function feedbackRefusal(
  { round, lastDeadline, published, sent }: Standing,
  now: Date,
): FeedbackRefusal | null {
  if (sent) return 'already-sent'
  const ended = round.closedAt !== null && now >= round.closedAt
  if (!ended && (roundState(round, now) !== 'closed' || now <= lastDeadline)) return 'round-open'
  return published === 0 ? 'no-findings' : null
}

/** What decides which written form a sender is written to in. */
export type Writing = { person: boolean; writtenForm: string | null; locale: string | null; lang: string }

/**
 * The language of a sender's letter: English or Swedish for what was sent in it; else an organisation's own written form, and the
 * one a person works in.
 */
export function feedbackLocale({ person, writtenForm, locale, lang }: Writing): Locale {
  if (lang === 'en' || lang === 'sv') return lang
  return localeOf((person ? locale : writtenForm) ?? 'nb')
}

/** How many senders are alike in all that matters for sending. */
export type SenderGroup = Writing & {
  reachable: boolean
  state: 'sent' | 'nobody' | 'waiting'
  count: number
}

/** Who a round's feedback is for, and how far it has come. `waiting` of them have not been written to yet. */
export type FeedbackSums = {
  organisations: number
  people: number
  locales: Record<Locale, number>
  nobody: number
  sent: number
  waiting: number
}

/** The groups added up. Before it is sent, those nobody can be written to are the ones without an address. */
export function feedbackSums(groups: readonly SenderGroup[], begun: boolean): FeedbackSums {
  const sum = (which: (group: SenderGroup) => boolean) =>
    groups.reduce((count, group) => count + (which(group) ? group.count : 0), 0)
  const nobody = (group: SenderGroup) => (begun ? group.state === 'nobody' : !group.reachable)
  const told = (locale: Locale) => sum((group) => !nobody(group) && feedbackLocale(group) === locale)
  return {
    organisations: sum(({ person }) => !person),
    people: sum(({ person }) => person),
    locales: { nb: told('nb'), nn: told('nn'), en: told('en'), sv: told('sv') },
    nobody: sum(nobody),
    ...{ sent: sum(({ state }) => state === 'sent'), waiting: sum(({ state }) => state === 'waiting') },
  }
}

/** The beginning of somebody's words, cut between two words with the sign for it; whole where they are short. */
export function beginningOf(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const points = [...line]
  if (points.length <= most) return line
  const cut = points.slice(0, most + 1).join('')
  const space = cut.lastIndexOf(' ')
  const kept = space > most / 2 ? cut.slice(0, space) : points.slice(0, most).join('')
  return `${kept.trimEnd()} […]`
}

type Reached = {
  passages: readonly { input: { id: string } }[]
  quotes: readonly { key: string; input: { id: string } | null }[]
  responses: readonly ChainResponse[]
}

/** What is made of a finding for one of its senders: of all of it, and of its own words; of others' is told where those stand. */
export function responsesToSender({ passages, quotes, responses }: Reached): ChainResponse[] {
  const inputs = new Set(passages.map(({ input }) => input.id))
  const own = new Set(quotes.flatMap(({ key, input }) => (input && inputs.has(input.id) ? [key] : [])))
  return responses.filter(({ citationId }) => citationId === null || own.has(citationId))
}
