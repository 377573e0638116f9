/** Longer addresses are not carried along: the way back is then the browser's own. */
const longestWay = 2000

/** What only tells of something that was just done. */
const told = ['notice', 'done', 'did']

/** Where somebody is, for a link that leads on from there; null where it cannot be carried along. */
export function placeOf(pathname: string, search: string, fragment: string): string | null {
  const asked = new URLSearchParams(search)
  for (const name of told) asked.delete(name)
  return wayBack(`${pathname}${asked.size > 0 ? `?${asked}` : ''}#${fragment}`)
}

/** The way back as an address carries it: a page of the workbench, or nothing. Whoever makes a link leads nobody elsewhere. */
export function wayBack(asked: string | null | undefined): string | null {
  if (!asked || asked.length > longestWay || !/^\/workbench[/?#]/.test(`${asked}/`)) return null
  // What goes up and out of it again is read as a browser reads it.
  const base = 'http://here.invalid'
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null
  return url && /^\/workbench(\/|$)/.test(url.pathname) ? `${url.pathname}${url.search}${url.hash}` : null
}

/** What takes a passage along to the findings of its round, and back to where it was found. */
export const takenAlong = (passage: string, from: string | null) =>
  new URLSearchParams({ passage, ...(from && { from }) })

/** Where one chooses the finding that is to cite a passage. */
export const citePath = (roundId: string, passage: string, from: string | null) =>
  `/workbench/rounds/${roundId}/findings?${takenAlong(passage, from)}`
