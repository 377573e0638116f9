import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { receiveForm } from '#app/platform/files/upload.server.ts'
import { aFileForm } from '#tests/factories/files.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'innspill-upload-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(async () => expect(await readdir(folder), 'nothing is left behind').toEqual([]))

const schema = z.object({ key: z.string().min(3), words: z.string().optional() })
const upload = { field: 'file', folder, largest: 1_000_000 }

const asked = (type: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) =>
  new Request('http://innspill.example/', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: Readable.toWeb(Readable.from(pieces)) as BodyInit,
    duplex: 'half',
  } as RequestInit)

/** What a form came to: its fields, and its file's name, bytes and sum, which is then thrown away. */
async function received(request: Request, more: Partial<typeof upload> & { idleMs?: number } = {}) {
  const outcome = await receiveForm(request, schema, { ...upload, ...more })
  if (!('value' in outcome)) return outcome
  const { value, file } = outcome
  if (!file) return { value, file }
  const bytes = await readFile(file.path)
  await file.discard()
  return { value, file: { name: file.name, size: file.size, sha256: file.sha256, bytes } }
}

const fields = { key: 'abcdef', words: 'Vi vil ha mer tid.' }
const form = (bytes: Uint8Array, name = 'vedtak.pdf') => aFileForm(fields, { name, bytes })

test('a form and its file come through byte for byte, however the body is cut into pieces', async () => {
  // Bytes that look like the boundary, and line ends, are what a reader of forms gets wrong.
  const tricky = fc.array(
    fc.constantFrom('\r\n', '\r', '\n', '--', '\r\n--', '\r\n------WebKitFormBoundary7MA4YWxkTrZu0g', 'æøå'),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(tricky, fc.integer({ min: 1, max: 90 }), async (parts, step) => {
      const bytes = Buffer.from(parts.join(''))
      const { body, type } = form(bytes)
      const pieces = Array.from({ length: Math.ceil(body.length / step) }, (_, at) =>
        body.subarray(at * step, (at + 1) * step),
      )
      const outcome = await received(asked(type, pieces))
      expect(outcome).toMatchObject({ value: fields, file: { name: 'vedtak.pdf', size: bytes.length } })
      expect('file' in outcome && outcome.file?.bytes.equals(bytes)).toBe(true)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect('file' in outcome && outcome.file?.sha256).toBe(sha256)
    }),
    { numRuns: 150 },
  )
})

test('no file chosen is no file, and names come as they were written', async () => {
  const none = form(Buffer.alloc(0), '')
  expect(await received(asked(none.type, [none.body]))).toEqual({ value: fields, file: null })
  const without = aFileForm(fields)
  expect(await received(asked(without.type, [without.body]))).toEqual({ value: fields, file: null })
  const quoted = form(Buffer.from('x'), 'Høring %22skole%22.pdf')
  expect(await received(asked(quoted.type, [quoted.body]))).toMatchObject({
    file: { name: 'Høring "skole".pdf' },
  })
})

test('a file that is too large is let pass unwritten, and what was typed beside it comes back', async () => {
  const { body, type } = form(Buffer.alloc(1_000_001))
  expect(await received(asked(type, [body]))).toMatchObject({ refusal: 'file-too-large', typed: fields })
  const exactly = form(Buffer.alloc(1_000_000))
  expect(await received(asked(exactly.type, [exactly.body]))).toMatchObject({ file: { size: 1_000_000 } })
})

test('two files, a body that breaks off and one that is no form are refused, and nothing is kept', async () => {
  const { body, type } = form(Buffer.from('hei'))
  const end = body.lastIndexOf('------')
  const again = body.subarray(body.indexOf('------WebKit', body.indexOf('mer tid')), end)
  const twice = Buffer.concat([body.subarray(0, end), again, body.subarray(end)])
  expect(await received(asked(type, [twice]))).toMatchObject({ refusal: 'several-files' })
  for (const cut of [10, 200, end - 3, end])
    expect(await received(asked(type, [body.subarray(0, cut)])), String(cut)).toMatchObject({
      refusal: 'interrupted',
    })
  expect(await received(asked('multipart/form-data', [body]))).toMatchObject({ refusal: 'interrupted' })
  expect(await received(asked('text/plain', [body]))).toMatchObject({ refusal: 'interrupted' })
  expect(await received(asked(type, [Buffer.alloc(100_000)]))).toMatchObject({ refusal: 'interrupted' })
})

test('a thousand parts, endless headers and endless words are refused without being kept', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => [`f${at}`, 'x'])
  const parts = aFileForm(Object.fromEntries(many), { name: 'a.pdf', bytes: Buffer.from('x') })
  expect(await received(asked(parts.type, [parts.body]))).toMatchObject({ refusal: 'interrupted' })
  const headers = form(Buffer.from('x'), 'a'.repeat(50_000))
  expect(await received(asked(headers.type, [headers.body]))).toMatchObject({ refusal: 'interrupted' })
  const words = aFileForm({ ...fields, words: 'x'.repeat(50_000) })
  expect(await received(asked(words.type, [words.body]))).toMatchObject({ refusal: 'interrupted' })
})

test('fields that are not as they should be refuse the form, and its file is not kept', async () => {
  const { body, type } = aFileForm({ key: 'a' }, { name: 'a.pdf', bytes: Buffer.from('x') })
  expect(await received(asked(type, [body]))).toMatchObject({ errors: { key: [expect.any(String)] } })
})

test('a body that stands still is given up', async () => {
  const { body, type } = form(Buffer.alloc(50_000))
  async function* slow() {
    yield body.subarray(0, 30_000)
    await pause(5_000)
    yield body.subarray(30_000)
  }
  const begun = Date.now()
  expect(await received(asked(type, slow()), { idleMs: 200 })).toMatchObject({ refusal: 'interrupted' })
  expect(Date.now() - begun).toBeLessThan(3_000)
})

test('receiving 20 MB holds a few pieces of it and never the whole', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const megabyte = 1024 * 1024
  const { body, type } = form(Buffer.from('HER'))
  const at = body.indexOf('HER')
  let most = 0
  async function* large() {
    yield body.subarray(0, at)
    for (let sent = 0; sent < 20 * megabyte; sent += 65_536) {
      yield Buffer.alloc(65_536, 1)
      if ((sent / 65_536) % 16 !== 15) continue
      collect()
      const { arrayBuffers, heapUsed } = process.memoryUsage()
      most = Math.max(most, arrayBuffers + heapUsed)
    }
    yield body.subarray(at + 3)
  }
  collect()
  const before = process.memoryUsage()
  const outcome = await receiveForm(asked(type, large()), schema, { ...upload, largest: 20 * megabyte })
  if (!('value' in outcome) || !outcome.file) throw new Error('It was not received')
  expect(outcome.file.size).toBe(20 * megabyte)
  await outcome.file.discard()
  expect((most - before.arrayBuffers - before.heapUsed) / megabyte).toBeLessThan(4)
})
