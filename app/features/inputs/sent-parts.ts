// What was sent is anything at all until it is read: only a part's own value counts, whatever hides behind its name.

/** A part of what was sent; undefined where there is none. */
export function partOf(sent: unknown, name: string): unknown {
  if (typeof sent !== 'object' || sent === null || !Object.hasOwn(sent, name)) return undefined
  return (sent as Record<string, unknown>)[name]
}

/** A part as the words it was sent as; numbers are words too, all else is ''. */
export function wordsIn(sent: unknown, name: string): string {
  const part = partOf(sent, name)
  return typeof part === 'string' ? part : typeof part === 'number' ? String(part) : ''
}

const MOST_IN_A_LIST = 200

/** A part as the list it was sent as; [] where there is none, null where it is no list or far too long. */
export function listIn(sent: unknown, name: string): unknown[] | null {
  const part = partOf(sent, name)
  if (part === undefined || part === null) return []
  return Array.isArray(part) && part.length <= MOST_IN_A_LIST ? part : null
}

/** A part as a list of keys, without empty ones. */
export function keysIn(sent: unknown, name: string): string[] | null {
  const list = listIn(sent, name)
  if (list === null) return null
  const keys = list.filter((key) => typeof key === 'string')
  return keys.length < list.length ? null : keys.filter((key) => key !== '')
}
