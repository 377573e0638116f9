/** A page that may be kept: its path as routes write it, and which of its query's names it reads. */
export type KeptRoute = { path: string; reads: readonly string[] }

type Matcher = { path: RegExp; reads: readonly string[] }

const longest = 2_000

// Names of strategies, rounds, ids, numbers, paragraphs. Whatever has other signs in it is asked of the server itself.
const name = '[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,119}'
const value = /^[\p{L}\p{N}._~-]{1,60}$/u
const pageNumber = /^[1-9]\d{0,2}$/

/** The addresses of pages that may be kept. */
export class Addresses {
  readonly #matchers: readonly Matcher[]

  constructor(routes: readonly KeptRoute[]) {
    this.#matchers = routes.map(({ path, reads }) => ({ path: patternOf(path), reads }))
  }

  /**
   * The one address for all that lead to the same page: parameters that the page does not read are left out, the others are
   * in order. Null when it is no such page, or asks in a way that is not worth keeping an answer to.
   */
  normal(url: string): string | null {
    if (url.length > longest) return null
    const at = url.indexOf('?')
    const path = at < 0 ? url : url.slice(0, at)
    if (path.endsWith('.data')) return null
    const page = this.#matchers.find((matcher) => matcher.path.test(path))
    if (!page) return null
    if (at < 0) return path
    const asked = new URLSearchParams(url.slice(at + 1))
    const query = new URLSearchParams()
    for (const reads of page.reads) {
      const said = asked.get(reads) ?? ''
      if (said === '' || (reads === 'page' && said === '1')) continue
      if (!(reads === 'page' ? pageNumber : value).test(said)) return null
      query.set(reads, said)
    }
    return query.size > 0 ? `${path}?${query}` : path
  }
}

/** A route's path as a pattern: `:name` is one name, `:name?` none or one. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').filter(Boolean)
  const pattern = parts.map((part) => {
    if (!part.startsWith(':')) return `/${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`
    return part.endsWith('?') ? `(?:/${name})?` : `/${name}`
  })
  return new RegExp(`^${pattern.join('') || '/'}$`)
}

/** A host as a request names it, in small letters; null when it is none. */
export function hostOf(header: string | undefined): string | null {
  const host = header?.toLowerCase() ?? ''
  return /^([a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/.test(host) ? host : null
}

/** A route as the server's build has it. */
export type BuiltRoute = { parentId?: string; path?: string; module: { handle?: unknown } }

/** The routes that say in their handle, as `kept`, what they read of the query: pages that may be kept. */
export function keptRoutes(routes: Readonly<Record<string, BuiltRoute | undefined>>): KeptRoute[] {
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    return route ? [pathOf(route.parentId), route.path].filter(Boolean).join('/') : ''
  }
  return Object.entries(routes).flatMap(([id, route]) => {
    const { kept } = (route?.module.handle ?? {}) as { kept?: readonly string[] }
    return kept ? [{ path: pathOf(id), reads: kept }] : []
  })
}
