/** A published version as succession sees it. */
export type Edition = { number: number; adoptedAt: Date | null }

const highest = <E extends Edition>(editions: readonly E[]): E | null =>
  editions.reduce<E | null>((best, one) => (best && best.number > one.number ? best : one), null)

/**
 * The version that stands for its document where none is named: the last adopted, for a draft of a new edition does
 * not take the place of what is in force; where none is adopted, the last published.
 */
export function standingEdition<E extends Edition>(published: readonly E[]): E | null {
  return highest(published.filter(({ adoptedAt }) => adoptedAt)) ?? highest(published)
}

/** How a version stands among the published versions of its document. */
export type Standing<E extends Edition> = {
  /** In force, adopted but replaced, or not adopted. */
  state: 'adopted' | 'superseded' | 'not-adopted'
  /** The version that has taken its place: an adopted one of an adopted one, any later one of a draft. */
  replacedBy: E | null
  /** The version whose place it took. */
  replaces: E | null
  /** A later version that has not been adopted: what may come instead of it. */
  draft: E | null
}

/** Where a version stands: an adopted one is replaced by the last that is adopted after it, never by a draft. */
export function standingOf<E extends Edition>(version: E, published: readonly E[]): Standing<E> {
  const later = published.filter(({ number }) => number > version.number)
  const earlier = published.filter(({ number }) => number < version.number)
  const adoptedLater = highest(later.filter(({ adoptedAt }) => adoptedAt))
  if (!version.adoptedAt)
    return {
      state: 'not-adopted',
      replacedBy: adoptedLater ?? highest(later),
      replaces: highest(earlier),
      draft: null,
    }
  return {
    state: adoptedLater ? 'superseded' : 'adopted',
    replacedBy: adoptedLater,
    replaces: highest(earlier.filter(({ adoptedAt }) => adoptedAt)),
    draft: adoptedLater ? null : highest(later),
  }
}
