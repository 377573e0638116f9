import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, expect, test } from 'vitest'
import { guard } from '#app/platform/http/guard.server.ts'

const app = express()
app.use(guard({ production: true, publicUrl: undefined, demo: false }))
app.all(
  '*',
  (_request, response) =>
    void response.json({
      flooded: response.locals.signInFlooded === true,
      takedownFlooded: response.locals.takedownFlooded === true,
    }),
)
const server = app.listen(0)
const { port } = server.address() as AddressInfo
const here = `http://localhost:${port}`
afterAll(() => server.close())

const post = (headers: Record<string, string>, path = '/workspace', body = 'a=1') =>
  fetch(here + path, { method: 'POST', headers, body })

test('a form from another site, or from nowhere, is refused with a sentence', async () => {
  const strangers: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, {}]
  for (const headers of strangers) {
    const answer = await post(headers)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Skjemaet ble ikke sendt fra Innspill')
  }
  expect((await post({ origin: here })).status).toBe(200)
})

const asked = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const sending = ask(here + path, { method, headers }, (answer) => {
        let text = ''
        answer.on('data', (piece) => {
          text += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }))
      })
      sending.on('error', reject).end()
    },
  )

test('nothing is done to an address but asking for it and sending it a form, and to open data only the first', async () => {
  for (const method of ['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'PURGE'])
    for (const path of ['/', '/sign-in', '/api/v1/strategies', '/nn/feed.atom'])
      for (const origin of [here, 'https://evil.example']) {
        const answer = await asked(method, path, { origin, 'accept-language': 'sv' })
        expect([method, path, answer.status]).toEqual([method, path, 405])
        expect(answer.headers.allow).toMatch(/^GET, HEAD, /)
        expect(JSON.parse(answer.text)).toMatchObject({ status: 405, title: 'Metoden är inte tillåten' })
      }
  for (const path of ['/api/v1/strategies', '/strategies/a/rounds/b/inputs.csv', '/catalog.ttl'])
    expect((await asked('POST', path, { origin: here })).status).toBe(405)
  expect((await asked('HEAD', '/')).status).toBe(200)
})

test('a program of another site may say which open answer it has, and nothing of ours else', async () => {
  const preflight = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' }
  const open = await asked('OPTIONS', '/api/v1/strategies', preflight)
  expect([open.status, open.headers['access-control-allow-origin']]).toEqual([204, '*'])
  expect(open.headers['access-control-allow-headers']).toContain('If-None-Match')
  for (const path of ['/', '/workspace', '/admin/audit.csv', '/apis']) {
    const page = await asked('OPTIONS', path, preflight)
    expect([path, page.status, page.headers['access-control-allow-origin'], page.text]).toEqual([
      ...[path, 204, undefined, ''],
    ])
  }
})

test('what is too large to be an input is refused before it is read', async () => {
  const answer = await post({ origin: here }, '/workspace', 'x'.repeat(4 * 1024 * 1024 + 1))
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('4\u00a0MB')
})

test('a Word file may be larger, there and nowhere else, and one that is too large is refused with a sentence', async () => {
  const upload = '/workbench/documents/0197f1de-0000-7000-8000-000000000000/import'
  const sent = (path: string, megabytes: number) =>
    post({ origin: here }, path, 'x'.repeat(megabytes * 1024 * 1024))
  expect((await sent(upload, 10)).status).toBe(200)
  expect((await sent(`${upload}.data`, 10)).status).toBe(200)
  const answer = await sent(upload, 11)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('høyst 10\u00a0MB')
  for (const elsewhere of [`${upload}/x`, `/nn${upload}`, upload.replace('-8000-', '-8000x'), '/import'])
    expect((await sent(elsewhere, 5)).status, elsewhere).toBe(413)
})

test('a file sent along with an input may come as far as the page that says it is too large; beyond that a sentence says so', async () => {
  const files = '/workspace/fjordvik/inputs/0197f1de-0000-7000-8000-000000000000/attachments'
  const sent = (path: string, megabytes: number, lang = 'nb') =>
    post({ origin: here, 'accept-language': lang }, path, 'x'.repeat(megabytes * 1024 * 1024))
  expect((await sent(files, 25)).status).toBe(200)
  expect((await sent(files.replace('fjordvik', 'personal'), 25)).status).toBe(200)
  for (const elsewhere of [`${files}/x`, files.replace('/inputs', '/inputs/x'), `/nn${files}`])
    expect((await sent(elsewhere, 5)).status, elsewhere).toBe(413)
  const announced = (lang: string) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const headers = { origin: here, 'content-length': '900000000', 'accept-language': lang }
      const sending = ask(here + files, { method: 'POST', headers }, (answer) => {
        let text = ''
        answer.on('data', (piece) => {
          text += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode, text }))
      })
      sending.on('error', reject)
      sending.flushHeaders()
    })
  expect(await announced('nb')).toMatchObject({
    status: 413,
    text: expect.stringContaining('høyst 20\u00a0MB'),
  })
  expect((await announced('nn-NO,nn;q=0.9')).text).toContain('lang="nn"')
  expect((await announced('en-GB')).text).toContain('at most 20\u00a0MB')
  expect((await announced('fr')).text).toContain('Filen er for stor')
})

test('files are no pages; on an origin of their own they are all there is there, and only there', async () => {
  const apart = express()
  apart.use(
    guard({
      production: true,
      publicUrl: undefined,
      demo: false,
      filesUrl: 'https://filer.innspill.example',
    }),
  )
  apart.all('*', (_request, response) => void response.json({}))
  const listening = apart.listen(0)
  const at = (listening.address() as AddressInfo).port
  const status = (host: string, path: string) =>
    new Promise((resolve) => {
      ask({ port: at, path, headers: { host } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      }).end()
    })
  expect(await status('filer.innspill.example', '/files/abc')).toBe(200)
  expect(await status('filer.innspill.example', '/workspace')).toBe(404)
  expect(await status('innspill.example', '/files/abc')).toBe(404)
  expect(await status('innspill.example', '/workspace')).toBe(200)
  expect(await status('filer.innspill.example', '/files/abc.data')).toBe(404)
  listening.close()
  expect((await fetch(`${here}/files/abc.data`)).status).toBe(404)
  expect((await fetch(`${here}/files/abc`)).status).toBe(200)
})

test('a body of unknown length is refused', async () => {
  const status = await new Promise((resolve) => {
    const sent = ask(`${here}/workspace`, {
      method: 'POST',
      headers: { origin: here, 'transfer-encoding': 'chunked' },
    })
    sent.on('response', (answer) => resolve(answer.statusCode))
    sent.write('a=1')
    sent.end()
  })
  expect(status).toBe(411)
})

test('every answer forbids script, frames and guessing at types', async () => {
  const { headers } = await fetch(here)
  expect(headers.get('content-security-policy')).toContain("script-src 'none'")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
})

test('nobody keeps an answer that does not say it may be kept', async () => {
  expect((await fetch(here)).headers.get('cache-control')).toBe('no-store')
})

test('one address that floods signing in is told so, and reading goes on', async () => {
  const flooded: boolean[] = []
  for (let i = 0; i < 62; i++) flooded.push((await (await post({ origin: here }, '/sign-in')).json()).flooded)
  expect(flooded.slice(0, 60)).not.toContain(true)
  expect(flooded.slice(60)).toEqual([true, true])
  expect((await fetch(`${here}/sign-in`)).status).toBe(200)
  expect((await (await post({ origin: here }, '/nn/sign-in')).json()).flooded).toBe(true)
})

test('requests to take something down are counted by themselves, however its address is written', async () => {
  const written = ['/takedown', '/nn/takedown', '/Takedown/', '/t%61kedown', '/takedown.data']
  const answers = []
  for (let sent = 0; sent < 21; sent += 1)
    answers.push(await (await post({ origin: here }, written[sent % written.length])).json())
  expect(answers.map(({ takedownFlooded }) => takedownFlooded).indexOf(true)).toBe(20)
  expect(answers.some(({ flooded }) => flooded)).toBe(false)
})
