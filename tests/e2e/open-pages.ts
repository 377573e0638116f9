import { matchRoutes } from '@remix-run/react'
import type { RouteConfigEntry } from '@remix-run/route-config'
import type { Locale } from '#app/platform/locale.ts'
import routes from '#app/routes.ts'

type Route = { id: string; path?: string; index?: true; children?: Route[] }

const tree = (all: RouteConfigEntry[]): Route[] =>
  all.map(({ id, file, path, index, children }) => ({
    ...{ id: id ?? file, path },
    ...(index ? { index } : { children: children && tree(children) }),
  }))

/** The pages of a language which anyone may read, by app/routes.ts, that none of these addresses is. */
export function pagesNotAmong(addresses: readonly string[], locale: Locale): string[] {
  const all = tree(routes)
  const pages = (entries: RouteConfigEntry[]): string[] =>
    entries.flatMap(({ id, file, children }) =>
      children ? pages(children) : id?.startsWith(`${locale}/`) && file.endsWith('.tsx') ? [id] : [],
    )
  const opened = new Set(
    addresses.map((address) => {
      const matches = matchRoutes(all as Parameters<typeof matchRoutes>[0], address.split('?')[0] ?? '')
      return (matches?.at(-1)?.route as Route | undefined)?.id
    }),
  )
  return pages(routes).filter((id) => !opened.has(id))
}
