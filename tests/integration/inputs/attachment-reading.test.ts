import { rm } from 'node:fs/promises'
import path from 'node:path'
import { and, eq, isNotNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { analysisHandlers } from '#app/features/analysis/jobs.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { removeAttachment } from '#app/features/inputs/attaching.server.ts'
import { freezeAttachmentTexts } from '#app/features/inputs/attachment-answers.server.ts'
import { readWaitingAttachments } from '#app/features/inputs/attachment-reading.server.ts'
import {
  addressOf,
  findOwnAttachment,
  findSentAttachment,
  listAttachments,
  listVersionAttachments,
} from '#app/features/inputs/attachments.server.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { recomputedHash } from '#app/features/inputs/verification.server.ts'
import { fileAtAddress } from '#app/platform/files/file-address.server.ts'
import { answers, attachments, passages, versionAttachments } from '#db/schema/index.ts'
import { aDocx } from '#tests/factories/docx.ts'
import { noise } from '#tests/factories/evil-files.ts'
import { aPdf, aPng } from '#tests/factories/files.ts'
import { only } from '#tests/factories/people.ts'
import { pretendedScanner } from '../platform/pretended-scanner.ts'
import { appDatabase, aReadyDraft } from './room.ts'
import { added, aStorage } from './uploading.ts'

const t = appDatabase()
const { root } = await aStorage()
beforeEach(() => {
  delete process.env.CLAMD_URL
})

const errors: unknown[] = []
const read = () =>
  readWaitingAttachments({ signal: new AbortController().signal, onError: (error) => errors.push(error) })

const words = ['Kommunestyret mener at bistanden må vare i to år.', 'Lærerne må få tid til å øve seg.']

async function sent(submitter: Actor, inputId: string): Promise<string> {
  const outcome = await submitInput(submitter, inputId, v7())
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.receipt.versionId
}

const hear = (type: string, subjectId: string) =>
  analysisHandlers[type]?.({ id: v7(), type, subjectId, data: {} })
const saidIn = (versionId: string) =>
  t.db
    .select()
    .from(answers)
    .where(and(eq(answers.versionId, versionId), isNotNull(answers.attachmentId)))

test('what a file says becomes an answer of every version it went with, whichever of reading and sending comes first', async () => {
  for (const order of ['read first', 'sent first', 'told twice'] as const) {
    const { writer, submitter, input } = await aReadyDraft(t.db)
    const id = await added(writer, input.id, aDocx([...words, order]))
    if (order === 'read first') await read()
    const versionId = await sent(submitter, input.id)
    const { storedHash, recomputedHash: now } = (await recomputedHash(versionId)) ?? {}
    await hear('input.submitted', versionId)
    await read()
    await hear('attachment.read', id)
    if (order === 'told twice')
      await Promise.all([
        hear('attachment.read', id),
        hear('input.submitted', versionId),
        freezeAttachmentTexts(versionId),
      ])
    const said = only(await saidIn(versionId))
    expect(said, order).toMatchObject({
      attachmentId: id,
      canonicalText: [...words, order].join('\n'),
      digest: null,
    })
    expect(now).toBe(storedHash)
    expect((await recomputedHash(versionId))?.recomputedHash, 'the hash covers the file').toBe(storedHash)
  }
})

test('a file that went with two versions says the same in both, and one that was removed in the first only', async () => {
  const { writer, submitter, input } = await aReadyDraft(t.db)
  const stays = await added(writer, input.id, aDocx(['Blir']))
  const goes = await added(writer, input.id, aDocx(['Går']))
  const first = await sent(submitter, input.id)
  await removeAttachment(writer, input.id, goes, v7())
  const second = await sent(submitter, input.id)
  await read()
  for (const id of [stays, goes]) await hear('attachment.read', id)
  expect((await saidIn(first)).map(({ canonicalText }) => canonicalText).sort()).toEqual(['Blir', 'Går'])
  expect((await saidIn(second)).map(({ canonicalText }) => canonicalText)).toEqual(['Blir'])
  expect((await listVersionAttachments(first)).files).toHaveLength(2)
  expect(await findOwnAttachment(input.id, goes)).not.toBeNull()
  const unsent = await added(writer, input.id, aDocx(['Utkast']))
  expect(await findSentAttachment(input.id, unsent)).toBeNull()
  expect(await findSentAttachment(input.id, goes)).not.toBeNull()
  await removeAttachment(writer, input.id, unsent, v7())
  expect(await findOwnAttachment(input.id, unsent)).toBeNull()
})

test('passages are cut from what a file says', async () => {
  const { writer, submitter, input } = await aReadyDraft(t.db)
  await added(writer, input.id, await aPdf(words))
  await read()
  const versionId = await sent(submitter, input.id)
  await hear('input.submitted', versionId)
  const cut = await t.db
    .select({ text: passages.text })
    .from(passages)
    .where(eq(passages.versionId, versionId))
  expect(cut.map(({ text }) => text)).toEqual(expect.arrayContaining(words))
})

test('a file that cannot be read says why, is read once, and holds back no other', async () => {
  const { writer, input } = await aReadyDraft(t.db)
  const locked = await added(writer, input.id, await aPdf(words, { userPassword: 'x' }))
  const missing = await added(writer, input.id, aDocx(['Borte']))
  const row = only(await t.db.select().from(attachments).where(eq(attachments.id, missing)))
  const place = path.join(root, row.sha256.slice(0, 2), row.sha256.slice(2, 4))
  await rm(place, { recursive: true })
  const picture = await added(writer, input.id, aPng())
  const good = await added(writer, input.id, aDocx(['God']))
  errors.length = 0
  await read()
  const stateOf = new Map((await listAttachments(input.id)).map(({ id, state }) => [id, state]))
  expect([locked, missing, picture, good].map((id) => stateOf.get(id))).toEqual([
    ...['unread-locked', 'waiting', 'picture', 'read'],
  ])
  expect(errors).toHaveLength(1)
  const readAt = async () =>
    only(await t.db.select().from(attachments).where(eq(attachments.id, good))).readAt?.getTime()
  const first = await readAt()
  await read()
  expect(await readAt()).toBe(first)
})

test('with a scanner nobody gets a file before it was looked at, and an infected one never', async () => {
  const { writer, input } = await aReadyDraft(t.db)
  const clean = await added(writer, input.id, aDocx(['Rent']))
  const bad = await added(writer, input.id, Buffer.concat([aPng(), Buffer.from('VIRUS')]))
  process.env.CLAMD_URL = 'tcp://127.0.0.1:1'
  errors.length = 0
  await read()
  expect(errors.length).toBeGreaterThanOrEqual(2)
  const states = async () =>
    (await listAttachments(input.id)).map(({ state, handedOut }) => [state, handedOut])
  expect(await states()).toEqual([
    ['unscanned', false],
    ['unscanned', false],
  ])
  const address = async (id: string) => {
    const file = await findOwnAttachment(input.id, id)
    return file && addressOf(file, new Date())
  }
  expect(await address(clean)).toBeNull()
  const scanner = await pretendedScanner('VIRUS')
  process.env.CLAMD_URL = scanner.url
  await read()
  expect(await states()).toEqual([
    ['read', true],
    ['infected', false],
  ])
  expect(await address(clean)).toContain('/files/')
  expect(await address(bad)).toBeNull()
  const seen = scanner.seen.length
  await read()
  expect(scanner.seen.length, 'each file once').toBe(seen)
  await scanner.stop()
  delete process.env.CLAMD_URL
  expect(await address(bad), 'also where the scanner is taken away').toBeNull()
})

test('an address is for one file under one name for two minutes, and nobody can make another of it', async () => {
  const { writer, input } = await aReadyDraft(t.db)
  const id = await added(writer, input.id, aDocx(['Adresse']), { name: 'Vedtak & sak.docx' })
  const file = await findOwnAttachment(input.id, id)
  if (!file) throw new Error('Not there')
  const now = new Date('2026-06-01T10:00:00Z')
  const address = `http://innspill.example${await addressOf(file, now)}`
  const { sha256 } = file
  expect(await fileAtAddress(address, now)).toEqual({ sha256, kind: 'docx', name: 'Vedtak & sak.docx' })
  expect(await fileAtAddress(address, new Date(now.getTime() + 119_000))).toMatchObject({ sha256 })
  expect(await fileAtAddress(address, new Date(now.getTime() + 121_000))).toEqual({ refusal: 'too-late' })
  const other = 'f'.repeat(64)
  const changed = [
    address.replace(sha256, other),
    address.replace('kind=docx', 'kind=pdf'),
    address.replace('kind=docx', 'kind=html'),
    address.replace(/until=\d+/, 'until=99999999999'),
    address.replace(/name=[^&]+/, 'name=virus.exe'),
    address.replace(/sum=./, 'sum=_'),
    address.replace(/&sum=.*/, ''),
    `${address}x`,
    'http://innspill.example/files/..%2f..%2fetc',
  ]
  for (const one of changed) expect(await fileAtAddress(one, now), one).toEqual({ refusal: 'not-found' })
})

test('a very long file is read in part, and becomes passages within the time a command has', async () => {
  const { writer, submitter, input } = await aReadyDraft(t.db)
  const long = noise(200_000).match(/.{1,90}/g) ?? []
  const id = await added(writer, input.id, aDocx(long))
  await read()
  expect((await listAttachments(input.id))[0]).toMatchObject({ id, state: 'in-part' })
  const versionId = await sent(submitter, input.id)
  await hear('input.submitted', versionId)
  expect(await t.db.$count(versionAttachments, eq(versionAttachments.versionId, versionId))).toBe(1)
  expect(await t.db.$count(passages, eq(passages.versionId, versionId))).toBeGreaterThan(2_500)
}, 60_000)
