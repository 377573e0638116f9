import { matchRoutes } from '@remix-run/react'
import type { RouteConfigEntry } from '@remix-run/route-config'
import fc from 'fast-check'
import { expect, test } from 'vitest'

// The router sorts all routes and makes their expressions anew for every address it is asked about, several times for one
// page; with our mend (platform/http/patches) it does so once.
type Route = { id: string; path?: string; index?: true; children?: Route[] }

const entries = await (await import('#app/routes.ts')).default
const tree = (all: RouteConfigEntry[]): Route[] =>
  all.map(({ id, file, path, index, children }) => ({
    id: id ?? file,
    path,
    ...(index ? { index } : { children: children && tree(children) }),
  }))
const once = tree(entries)

const matched = (routes: Route[], address: string) =>
  matchRoutes(routes as Parameters<typeof matchRoutes>[0], address)?.map(({ route, params, pathname }) => ({
    ...{ id: (route as Route).id, params: { ...params }, pathname },
  }))

const word = fc.constantFrom(
  ...[
    'nn',
    'sv',
    'strategies',
    'rounds',
    'inputs',
    'findings',
    'documents',
    'workbench',
    'workspace',
    'api',
    'v1',
  ],
  ...[
    'admin',
    'search',
    'x',
    '1',
    'a.b',
    '%00',
    '%',
    'æ',
    'Rounds',
    '',
    '*',
    ':round',
    'changes',
    'document.pdf',
  ],
)

test('an address is the same page whether the routes were sorted for it or before', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const address = `/${words.join('/')}`
      expect(matched(once, address)).toEqual(matched(tree(entries), address))
    }),
    { numRuns: 400 },
  )
})

test('every address of ours is the page it is written for', () => {
  const addresses = (all: Route[], above = ''): [string, string][] =>
    all.flatMap((route) => {
      const here = [above, route.path].filter(Boolean).join('/')
      return [
        ...(route.path || route.index ? [[route.id, `/${here}`] as [string, string]] : []),
        ...addresses(route.children ?? [], here),
      ]
    })
  const known = addresses(once).filter(([id]) => !/layout/.test(id))
  expect(known.length).toBeGreaterThan(200)
  for (const [id, address] of known)
    expect(matched(once, address.replace(/:[a-z]+\??/g, 'x').replace('*', 'y'))?.at(-1)?.id, address).toBe(id)
})

test('the routes are looked through once, however many addresses are asked for', () => {
  let looks = 0
  const watched = tree(entries).map((route) => {
    const { path } = route
    return Object.defineProperty(route, 'path', {
      get: () => {
        looks += 1
        return path
      },
    })
  })
  matched(watched, '/search')
  const first = looks
  expect(first).toBeGreaterThan(0)
  for (const address of ['/', '/nn/search', '/workbench/queue', '/finst/ikkje']) matched(watched, address)
  expect(looks).toBe(first)
})
