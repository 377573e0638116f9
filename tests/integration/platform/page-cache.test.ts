import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Page } from '#app/platform/http/page-cache/page.server.ts'
import { Store } from '#app/platform/http/page-cache/store.server.ts'
import { opened, page, tomorrow, words } from './page-house.ts'

test('a page is drawn once, for however many ask at once, and then comes from memory', async () => {
  const house = await opened()
  const { say } = house
  house.say = async (...given) => {
    await pause(50)
    return say(...given)
  }
  const ways = await Promise.all(Array.from({ length: 50 }, () => house.way({ path: '/' })))
  for (const way of ways) expect(['fwd=miss', 'hit']).toContain(way)
  expect(await house.way({ path: '/' })).toBe('hit')
  expect(house.drawn).toEqual(['http://innspill.test/'])
  expect(house.passed).toEqual([])
})

test('every form of a page has a tag of its own, and who has it gets nothing but the news', async () => {
  const house = await opened()
  const plain = await house.ask({ path: '/' })
  const tags = new Set<unknown>()
  for (const [accepted, encoding, read] of [
    ['identity', undefined, (bytes: Buffer) => bytes],
    ['gzip;q=1, br;q=0.9', 'gzip', gunzipSync],
    ['gzip, br', 'br', brotliDecompressSync],
  ] as const) {
    const headers = { 'accept-encoding': accepted }
    const { body, headers: said, status } = await house.ask({ path: '/', headers })
    expect([status, said['content-encoding'], said.vary]).toEqual([200, encoding, 'Accept-Encoding'])
    expect(Number(said['content-length'])).toBe(body.length)
    expect(read(body).equals(plain.body)).toBe(true)
    tags.add(said.etag)
    const again = await house.ask({
      path: '/',
      headers: { ...headers, 'if-none-match': `"x", W/${said.etag}` },
    })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, said.etag])
    expect(again.headers['cache-control']).toBe('public')
    const asked = await house.ask({ path: '/', method: 'HEAD', headers })
    const { date: _, ...same } = said
    expect(asked.headers).toMatchObject(same)
    expect([asked.status, asked.body.length]).toEqual([200, 0])
    const ranged = await house.ask({ path: '/', headers: { ...headers, range: 'bytes=0-9' } })
    expect([ranged.status, ranged.body.length]).toEqual([200, body.length])
    const nonsense = {
      ...headers,
      'if-none-match': 'nonsense',
      'if-modified-since': 'yesterday',
      'if-range': '"',
    }
    expect((await house.ask({ path: '/', headers: nonsense })).status).toBe(200)
  }
  expect(tags.size).toBe(3)
  expect((await house.ask({ path: '/', headers: { 'if-match': '"another"' } })).status).toBe(412)
})

test('who says who they are, sends something, or asks in another way is answered by the house itself', async () => {
  const house = await opened()
  await house.ask({ path: '/' })
  for (const headers of [
    { cookie: 'session=x' },
    { cookie: '' },
    { authorization: 'Bearer x' },
    { 'transfer-encoding': 'chunked' },
  ] as Record<string, string>[])
    expect((await house.ask({ path: '/', headers })).text, JSON.stringify(headers)).toBe('passed on')
  for (const method of ['POST', 'PUT', 'OPTIONS', 'DELETE'])
    expect(await house.way({ path: '/', method }), method).toBe('passed')
  for (const path of [
    '//',
    '/pages/a.data',
    '/_root.data',
    '/pages/a%2Fb',
    '/search',
    'http://evil.test/',
    '/list?page=0',
  ])
    expect(await house.way({ path }), path).toBe('passed')
  expect(house.drawn).toHaveLength(1)
})

test('a change makes gone what shows it, and nothing else', async () => {
  const house = await opened()
  expect(await house.way({ path: '/' })).toBe('fwd=miss')
  house.gone = ['b:texts', 'all:texts']
  await pause(700)
  expect(await house.way({ path: '/' })).toBe('hit')
  house.gone = ['a:texts']
  await pause(700)
  expect(await house.way({ path: '/' })).toBe('fwd=miss')
  expect(await house.way({ path: '/' })).toBe('hit')
})

test('a page that was being drawn when it changed is not kept', async () => {
  const house = await opened()
  const { say } = house
  house.say = async (...given) => {
    const drawn = await say(...given)
    house.gone = ['a:texts']
    await pause(700)
    return drawn
  }
  expect(await house.way({ path: '/' })).toBe('fwd=miss')
  house.say = say
  expect(await house.way({ path: '/' })).toBe('fwd=miss')
  expect(await house.way({ path: '/' })).toBe('hit')
})

test('nobody is given a page whose drawing began long before they asked', async () => {
  const house = await opened()
  const { say } = house
  house.say = async (...given) => {
    await pause(900)
    return say(...given)
  }
  const first = house.ask({ path: '/' })
  await pause(600)
  const second = house.ask({ path: '/' })
  await Promise.all([first, second])
  expect(house.drawn).toHaveLength(2)
})

test('as soon as nothing is known of changes nothing comes from memory, until it is known what came meanwhile', async () => {
  const house = await opened()
  await house.ask({ path: '/' })
  house.looksFail = true
  await pause(1_300)
  expect([await house.way({ path: '/' }), await house.way({ path: '/' })]).toEqual(['fwd=miss', 'fwd=miss'])
  house.looksFail = false
  await pause(700)
  expect(await house.way({ path: '/' })).toBe('hit')
  house.looksFail = true
  house.gone = ['a:texts']
  await pause(700)
  house.looksFail = false
  await pause(700)
  expect([await house.way({ path: '/' }), await house.way({ path: '/' })]).toEqual(['fwd=miss', 'hit'])
})

test('an answer that comes late says how it was when it was asked, and is not trusted for longer', async () => {
  const house = await opened()
  await house.ask({ path: '/' })
  house.lookTakes = 1_500
  await pause(1_900)
  expect(await house.way({ path: '/' })).toBe('fwd=miss')
})

test('a page ends at its moment, and one drawn near it is not kept at all', async () => {
  const house = await opened()
  let until = new Date(Date.now() + 1_000)
  house.say = (_, drawing) => {
    drawing.kept = { keys: ['a:texts'], until }
    return page(words)
  }
  expect([await house.way({ path: '/' }), await house.way({ path: '/' })]).toEqual(['fwd=miss', 'hit'])
  await pause(1_000)
  expect(await house.way({ path: '/' })).toBe('fwd=miss')
  until = new Date(Date.now() + 200)
  expect([await house.way({ path: '/' }), await house.way({ path: '/' })]).toEqual(['fwd=miss', 'fwd=miss'])
})

test('what is not said to be kept, not found, somebody’s own, or another in each language is not kept', async () => {
  const house = await opened()
  const say = (response: () => Response, kept = true) => {
    house.say = (_, drawing) => {
      if (kept) drawing.kept = { keys: ['a:texts'], until: tomorrow() }
      return response()
    }
  }
  say(() => page(words), false)
  for (let turn = 0; turn < 2; turn++) expect(await house.way({ path: '/' })).toBe('fwd=miss')
  say(() => new Response('not found', { status: 404 }))
  for (let turn = 0; turn < 2; turn++) {
    const { status, headers, text } = await house.ask({ path: '/pages/x' })
    expect([status, headers['cache-control'], headers.etag && text]).toEqual([404, 'no-store', 'not found'])
  }
  const ownOnes: Record<string, string>[] = [
    { 'Set-Cookie': 'session=x' },
    { 'Cache-Control': 'no-store' },
    { 'Cache-Control': 'private' },
    { Vary: 'Accept-Encoding, Accept-Language' },
  ]
  for (const headers of ownOnes) {
    say(() => page(words, headers))
    expect((await house.ask({ path: '/' })).text).toBe('passed on')
    expect((await house.ask({ path: '/' })).text).toBe('passed on')
  }
  house.say = () => Promise.reject(new Error('It broke.'))
  expect((await house.ask({ path: '/' })).text).toBe('passed on')
})

test('however many parameters and pages are asked for, what everybody reads stays, and no more is kept than was given', async () => {
  const house = await opened({ megabytes: 1 })
  await house.ask({ path: '/' })
  for (let at = 0; at < 2_000; at += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, one) =>
        house.ask({
          path: at % 100 ? `/list?page=${(at + one) % 999}&kind=k${at}` : `/?x${at + one}=${one}`,
        }),
      ),
    )
  // What nobody reads of the query is one page however it is asked for.
  expect(house.drawn.filter((url) => url === 'http://innspill.test/')).toHaveLength(1)
  expect(await house.way({ path: '/' })).toBe('hit')
  const store = new Store(1024 * 1024)
  const kept = await Page.of(page(words), [], ['a:texts'])
  for (let at = 0; at < 10_000; at++)
    for (const key of [`/pages/${at}`, `/list?page=${at}`])
      store.set(key, { page: kept, keys: ['a:texts'], look: 1, until: Number.POSITIVE_INFINITY })
  expect(store.bytes).toBeLessThanOrEqual(1024 * 1024)
  expect(store.bytes).toBeGreaterThan(512 * 1024)
}, 60_000)

test('a page is for the host it was asked at, for no more hosts than a few, and for none that is no host', async () => {
  const house = await opened()
  const at = (host: string, more = {}) => house.ask({ path: '/', headers: { host, ...more } })
  expect((await at('a.test')).text).toContain('http://a.test/')
  expect(
    (await at('b.test', { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' })).text,
  ).toContain('http://b.test/')
  expect((await at('a.test')).text).toContain('http://a.test/')
  for (const host of ['a b', 'a.test/x', '"', 'A.TEST', '-'])
    expect((await at(host)).text, host).toBe('passed on')
  for (let one = 0; one < 100; one++) await at(`h${one}.test`)
  expect((await at('h99.test')).text).toBe('passed on')
  expect(house.drawn.length).toBeLessThanOrEqual(8)
  expect((await at('b.test')).headers['cache-status']).toBe('innspill; hit')
})

test('where the house knows its own origin, pages are drawn for that, wherever they are asked', async () => {
  const house = await opened({ publicUrl: 'https://innspill.example/', filesUrl: 'https://filer.example' })
  for (const host of ['evil.test', 'a b', 'innspill.example']) {
    const { text } = await house.ask({ path: '/', headers: { host, 'x-forwarded-host': 'evil.test' } })
    expect(text).toContain('https://innspill.example/')
    expect(text).not.toContain('evil.test')
  }
  expect(house.drawn).toHaveLength(1)
  expect((await house.ask({ path: '/', headers: { host: 'filer.example' } })).text).toBe('passed on')
})

test('behind a proxy whose word is taken, without an origin of its own, the house is asked what it calls itself', async () => {
  const house = await opened({ trustProxy: 1 })
  expect(await house.way({ path: '/', headers: { 'x-forwarded-proto': 'https' } })).toBe('passed')
  expect(await house.way({ path: '/', headers: { 'x-forwarded-host': 'evil.test' } })).toBe('passed')
  expect(await house.way({ path: '/' })).toBe('fwd=miss')
})

test('a page too large to be worth it is drawn each time', async () => {
  const house = await opened({ megabytes: 1 })
  house.say = (_, drawing) => {
    drawing.kept = { keys: ['a:texts'], until: tomorrow() }
    return page(words.repeat(20))
  }
  for (let turn = 0; turn < 2; turn++) expect(await house.way({ path: '/' })).toBe('fwd=miss')
})
