/** As many organisations as a search shows, and as many deadlines and log lines as a page. */
export const mostFound = 20
export const extensionsPerPage = 50

/** Why an organisation does not get a deadline of its own, or keeps the one it has. */
export type ExtensionRefusal =
  | 'round-closed'
  | 'not-later'
  | 'in-the-past'
  | 'earlier-than-given'
  | 'already-counts'
  | 'nothing-to-take-back'
  | 'reason-missing'

/** The deadline an organisation has of its own, beside the one it would have without. */
export type Extension = { ordinary: Date; extendedUntil: Date | null; closedAt: Date | null }

/**
 * Whether an organisation is given a deadline of its own (null takes it back). It is later than the ordinary one, and
 * not past. While the ordinary deadline has not passed it may be moved or taken back; after that the extension is what
 * the organisation works under, and it only gets longer.
 */
export function extensionRefusal(
  { ordinary, extendedUntil, closedAt }: Extension,
  until: Date | null,
  reason: string,
  now: Date,
): ExtensionRefusal | null {
  if (closedAt !== null) return 'round-closed'
  if (reason.trim() === '') return 'reason-missing'
  const counts = extendedUntil !== null && now > ordinary
  if (until === null) {
    if (extendedUntil === null) return 'nothing-to-take-back'
    return counts ? 'already-counts' : null
  }
  if (until <= ordinary) return 'not-later'
  if (until <= now) return 'in-the-past'
  return counts && until < extendedUntil ? 'earlier-than-given' : null
}
