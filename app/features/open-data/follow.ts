import { translator } from '../../messages/translator.ts'
import { type Locale, pathIn } from '../../platform/locale.ts'
import { calendarPath, feedPath } from '../strategies/address.ts'

/** What can be followed of a strategy, or of all of them. */
export type Followed = 'feed' | 'calendar'

const forms = {
  feed: { type: 'application/atom+xml', path: feedPath },
  calendar: { type: 'text/calendar', path: calendarPath },
} as const

/** Where it is followed in a reader's language. */
export const followHref = (what: Followed, locale: Locale, strategy?: string) =>
  pathIn(locale, forms[what].path(strategy))

/** The same for programs that look for it in the head of a page. */
export const followLinks = (locale: Locale, what: readonly Followed[], strategy?: string) =>
  what.map((one) => ({
    ...{ tagName: 'link' as const, rel: 'alternate', type: forms[one].type },
    ...{ title: translator(locale, 'public')(`follow.${one}`), href: followHref(one, locale, strategy) },
  }))
