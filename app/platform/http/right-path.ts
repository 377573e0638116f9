/**
 * The one way a page's address is written, where it was written in another: without slashes that part nothing, and in small
 * letters where it says no name of ours. Null when it is written so, or names no page. `params` are the names in it.
 */
export function rightPath(path: string, params: Readonly<Record<string, string | undefined>>): string | null {
  if ('*' in params) return null
  const names = new Set(Object.values(params))
  const parts = path.split('/').filter((part) => part !== '')
  const right = `/${parts.map((part) => (names.has(decoded(part)) ? part : part.toLowerCase())).join('/')}`
  return right === path ? null : right
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
