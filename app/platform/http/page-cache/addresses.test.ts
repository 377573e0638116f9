import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Addresses, hostOf, keptRoutes } from './addresses.ts'

const addresses = new Addresses([
  { path: '', reads: [] },
  { path: 'nn', reads: [] },
  { path: 'strategies/:strategy', reads: [] },
  { path: 'strategies/:strategy/documents/:document/:version?', reads: [] },
  { path: 'strategies/:strategy/rounds/:round/inputs', reads: ['kind', 'county', 'page'] },
])
const list = '/strategies/a/rounds/runde-1/inputs'

test('pages that may be kept are known by their address', () => {
  for (const path of [
    '/',
    '/nn',
    '/strategies/a',
    '/strategies/a/documents/d',
    '/strategies/a/documents/d/2',
    list,
  ])
    expect(addresses.normal(path), path).toBe(path)
})

test('whatever a page does not read is left out, and what it reads has one order', () => {
  expect(addresses.normal('/?utm_source=x&fbclid=y')).toBe('/')
  expect(addresses.normal(`${list}?page=2&x=1&kind=municipality`)).toBe(`${list}?kind=municipality&page=2`)
  expect(addresses.normal(`${list}?kind=municipality&page=2`)).toBe(`${list}?kind=municipality&page=2`)
  expect(addresses.normal(`${list}?page=1&kind=&county=`)).toBe(list)
  expect(addresses.normal(`${list}?page=2&page=3`)).toBe(`${list}?page=2`)
})

test('what it is asked for that is no name or number is not kept an answer to', () => {
  for (const query of [
    'page=0',
    'page=-1',
    'page=1000',
    'page=2x',
    'page=02',
    'kind=a%20b',
    'kind=%00',
    `kind=${'a'.repeat(61)}`,
  ])
    expect(addresses.normal(`${list}?${query}`), query).toBeNull()
})

test('another way of writing an address is none of these pages', () => {
  for (const url of [
    ...[
      '//',
      '/nn/',
      '/NN',
      '/Strategies/a',
      '/strategies/',
      '/strategies/a/',
      '/strategies//a',
      '/strategies/..',
      '/strategies/.',
    ],
    ...[
      '/strategies/%61',
      '/strategies/a%2Fb',
      '/strategies/a.data',
      '/_root.data',
      'http://x/strategies/a',
      '*',
      '',
    ],
    ...[
      '/strategies/a#b',
      '/strategies/a;b',
      '/strategies/a/rounds/r',
      '/search',
      `/strategies/${'a'.repeat(121)}`,
    ],
    `/?${'a'.repeat(100_000)}`,
  ])
    expect(addresses.normal(url), url.slice(0, 60)).toBeNull()
})

test('an address once made normal is its own', () => {
  const queries = fc.array(
    fc.tuple(fc.constantFrom('page', 'kind', 'county', 'x'), fc.string({ unit: 'binary' })),
  )
  fc.assert(
    fc.property(queries, (query) => {
      const normal = addresses.normal(`${list}?${new URLSearchParams(query)}`)
      if (normal !== null) expect(addresses.normal(normal)).toBe(normal)
    }),
  )
})

test('a host is a name or a number with or without a port', () => {
  for (const host of ['innspill.example', 'localhost:3000', '127.0.0.1', '[::1]:80', 'a'])
    expect(hostOf(host)).toBe(host)
  expect(hostOf('INNSPILL.example')).toBe('innspill.example')
  for (const host of [
    undefined,
    '',
    'a b',
    'a/b',
    'a@b',
    'a:b',
    '"a"',
    'a..:80x',
    '-a',
    `${'a'.repeat(300)}`,
  ])
    expect(hostOf(host), host).toBeNull()
})

test('a route says itself that its page may be kept; its path is that of all it stands in', () => {
  const routes = {
    root: { path: '', module: {} },
    layout: { parentId: 'root', module: {} },
    home: { parentId: 'layout', path: undefined, module: { handle: { kept: [] } } },
    nn: { parentId: 'layout', path: 'nn', module: { handle: { kept: [] } } },
    list: { parentId: 'layout', path: 'nn/strategies/:strategy', module: { handle: { kept: ['page'] } } },
    form: { parentId: 'layout', path: 'search', module: { handle: { scripted: true } } },
    plain: { parentId: 'layout', path: 'check', module: {} },
  }
  expect(keptRoutes(routes)).toEqual([
    { path: '', reads: [] },
    { path: 'nn', reads: [] },
    { path: 'nn/strategies/:strategy', reads: ['page'] },
  ])
})
