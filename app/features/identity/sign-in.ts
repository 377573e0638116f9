import { type Locale, pathIn } from '../../platform/locale.ts'

/** A link works for a quarter of an hour. */
export const linkLifetimeMs = 15 * 60_000

/** At most this many links per person within the window, however often the form is sent. */
export const maxLinksPerPerson = 6
export const linkWindowMs = 15 * 60_000

/** Where to go after signing in: only an address on this site, else the fallback. */
export function safeReturn(to: string | null | undefined, fallback: string): string {
  if (!to || !/^\/(?![/\\])[^\s\\]*$/.test(to) || pathIn('nb', to).startsWith('/sign-in')) return fallback
  return to
}

/** The address of a one-time link, and where it leads on to. Without a token: the page to ask for one. */
export function signInPath(locale: Locale, token: string | null, to: string | null): string {
  const path = pathIn(locale, token === null ? '/sign-in' : `/sign-in/${token}`)
  return to === null ? path : `${path}?to=${encodeURIComponent(to)}`
}

/** Where somebody works, and hence arrives when they were not on their way anywhere else. */
export function homeOf(person: { staff: boolean; member: boolean; administrator: boolean }): string {
  if (person.staff) return '/workbench'
  if (person.administrator && !person.member) return '/admin'
  return '/workspace'
}
