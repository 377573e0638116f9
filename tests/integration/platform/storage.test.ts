import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { receiveFile } from '#app/platform/files/receiving.server.ts'
import { clearAbandoned, fileStorage } from '#app/platform/files/storage.server.ts'
import { ScannerSilent, scanForViruses } from '#app/platform/files/virus-scan.server.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { pretendedS3 } from './pretended-s3.ts'
import { pretendedScanner } from './pretended-scanner.ts'

const root = await mkdtemp(path.join(tmpdir(), 'innspill-storage-'))
const s3 = await pretendedS3()
const scanner = await pretendedScanner('VIRUS')
const before = { ...process.env }
beforeEach(() => {
  process.env.DATA_DIR = root
  process.env.AWS_ACCESS_KEY_ID = 'AKIAEXAMPLE'
  process.env.AWS_SECRET_ACCESS_KEY = 'hemmelig'
})
afterEach(() => {
  process.env = { ...before }
})
afterAll(async () => {
  await Promise.all([s3.stop(), scanner.stop()])
  await rm(root, { recursive: true, force: true })
})

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function keep(text: string) {
  const storage = fileStorage()
  const pieces = (async function* () {
    yield Buffer.from(text)
  })()
  const file = await receiveFile('a.pdf', pieces, { folder: storage.incoming, largest: 1_000 })
  if (isRefusal(file)) throw new Error(file.refusal)
  await storage.keep(file.path, file.sha256)
  await file.discard()
  return { storage, sha256: file.sha256 }
}

test('in a folder a file lies under its sum two folders down, once, and is never written over', async () => {
  process.env.STORAGE_URL = pathToFileURL(path.join(root, 'egne filer')).href
  const { storage, sha256 } = await keep('Vedtak')
  expect(sha256).toBe(sumOf('Vedtak'))
  const place = path.join(root, 'egne filer', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  expect(await readFile(place, 'utf8')).toBe('Vedtak')
  const { ino } = await stat(place)
  await keep('Vedtak')
  expect((await stat(place)).ino).toBe(ino)
  expect(await readdir(storage.incoming)).toEqual([])
  expect((await buffer(await storage.read(sha256))).toString()).toBe('Vedtak')
  expect(await storage.lend(sha256, (at) => readFile(at, 'utf8'))).toBe('Vedtak')
  expect(await storage.has(sumOf('noe annet'))).toBe(false)
  await expect(storage.lend(sumOf('noe annet'), async () => 'x')).rejects.toThrow()
  await expect(storage.has('../../etc/passwd')).rejects.toThrow('Not a SHA-256')
})

test('what was left half received is cleared away after a day, and nothing else', async () => {
  process.env.STORAGE_URL = pathToFileURL(path.join(root, 'opprydding')).href
  const { storage, sha256 } = await keep('Behold')
  const [old, fresh] = ['gammel', 'ny'].map((name) => path.join(storage.incoming, name))
  for (const place of [old, fresh]) await writeFile(place ?? '', 'x')
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  await utimes(old ?? '', twoDaysAgo, twoDaysAgo)
  await clearAbandoned(new Date())
  expect(await readdir(storage.incoming)).toEqual(['ny'])
  expect(await storage.has(sha256)).toBe(true)
})

test('without a setting files lie with the other data', async () => {
  delete process.env.STORAGE_URL
  expect(fileStorage().incoming).toBe(path.join(root, 'files', 'incoming'))
})

test('with a service that speaks S3 the same holds, by the same sums', async () => {
  process.env.STORAGE_URL = s3.url
  const { storage, sha256 } = await keep('Vedtak i skyen')
  const key = `/innspill-filer/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  expect(s3.objects.get(key)?.toString()).toBe('Vedtak i skyen')
  await keep('Vedtak i skyen')
  expect(s3.asked.filter((line) => line === `PUT ${key}`)).toHaveLength(1)
  expect((await buffer(await storage.read(sha256))).toString()).toBe('Vedtak i skyen')
  expect(await storage.lend(sha256, (at) => readFile(at, 'utf8'))).toBe('Vedtak i skyen')
  expect(await readdir(storage.incoming)).toEqual([])
  expect(await storage.has(sumOf('noe annet'))).toBe(false)
})

test('a service that is away is no file that is away', async () => {
  process.env.STORAGE_URL = s3.url
  s3.fail(true)
  await expect(fileStorage().has(sumOf('Vedtak i skyen'))).rejects.toThrow()
  s3.fail(false)
})

test('the scanner is sent every byte, and says clean or infected', async () => {
  const large = Buffer.alloc(300_000, 'a')
  expect(await scanForViruses(scanner.url, Readable.from([large, Buffer.from('b')]))).toBe('clean')
  expect(scanner.seen.at(-1)?.equals(Buffer.concat([large, Buffer.from('b')]))).toBe(true)
  expect(await scanForViruses(scanner.url, Readable.from([Buffer.from('en VIRUS her')]))).toBe('infected')
})

test('a scanner that is away, silent, or says something else has given no verdict', async () => {
  const ask = (url: string, waitMs = 300) =>
    scanForViruses(url, Readable.from([Buffer.from('hei')]), { waitMs })
  await expect(ask('tcp://127.0.0.1:1')).rejects.toThrow(ScannerSilent)
  scanner.behaviour.silent = true
  await expect(ask(scanner.url)).rejects.toThrow(ScannerSilent)
  scanner.behaviour.silent = false
  for (const answer of ['INSTREAM size limit exceeded. ERROR\0', 'stream: OK', '']) {
    scanner.behaviour.answer = answer
    await expect(ask(scanner.url), answer).rejects.toThrow(ScannerSilent)
  }
  delete scanner.behaviour.answer
})
