/** A link works for a quarter of an hour. */
export const linkLifetimeMs = 15 * 60_000

/** At most this many links per person within the window, however often the form is sent. */
export const maxLinksPerPerson = 6
export const linkWindowMs = 15 * 60_000

/** Where to go after signing in: only an address on this site, else the fallback. */
export function safeReturn(to: string | null | undefined, fallback: string): string {
  if (!to || !/^\/(?![/\\])[^\s\\]*$/.test(to) || to.startsWith('/sign-in') || to.startsWith('/nn/sign-in'))
    return fallback
  return to
}
