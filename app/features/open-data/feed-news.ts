import type { LocalisedText } from '../../platform/localised-text.ts'

/** What became public in a strategy, and when; `updated` is when what it says last became another. */
export type News = {
  /** The row it tells of; with `kind` it is the same news for ever. */
  id: string
  at: Date
  updated: Date
  /** Its page, in bokmål. */
  path: string
  strategy: { slug: string; title: LocalisedText; organisers: readonly string[] }
  title: LocalisedText
  body: LocalisedText | null
} & (
  | { kind: 'opened'; number: number; deadlineAt: Date }
  | { kind: 'closed'; number: number; from: Date; to: Date }
  | { kind: 'version'; document: LocalisedText }
  | { kind: 'adopted'; document: LocalisedText; day: Date; by: LocalisedText | null }
  | { kind: 'finding'; responded: boolean }
  | { kind: 'meeting'; cancelled: boolean; startsAt: Date; place: LocalisedText | null }
  | { kind: 'summary' }
)

/** Most news one feed tells. */
export const mostNews = 100

/** The newest news of some lists, the newest first; nothing that has not come yet. */
export function newestOf(news: readonly News[], now: Date): News[] {
  return news
    .filter(({ at }) => at <= now)
    .sort(
      (a, b) =>
        b.updated.getTime() - a.updated.getTime() || a.id.localeCompare(b.id) || a.kind.localeCompare(b.kind),
    )
    .slice(0, mostNews)
}

type Round = {
  opensAt: Date
  publishedAt: Date
  deadlineAt: Date
  acceptsLateUntil: Date | null
  closedAt: Date | null
  /** When its last public version came. */
  revisedAt: Date | null
}

/** When a round opened for everybody to see, and when it was over: nobody could send any longer. */
export function timesOf(round: Round): { opened: Date; over: Date } {
  const end = latestOf(round.deadlineAt, round.acceptsLateUntil)
  const over = round.closedAt !== null && round.closedAt < end ? round.closedAt : end
  return { opened: latestOf(round.opensAt, round.publishedAt), over }
}

/** The latest of some moments, those that are none left out. */
export const latestOf = (first: Date, ...others: readonly (Date | null)[]): Date =>
  others.reduce<Date>((latest, at) => (at === null || at <= latest ? latest : at), first)
