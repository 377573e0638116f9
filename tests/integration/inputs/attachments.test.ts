import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { and, eq, isNotNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { analysisHandlers } from '#app/features/analysis/jobs.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { removeAttachment } from '#app/features/inputs/attaching.server.ts'
import { freezeAttachmentTexts } from '#app/features/inputs/attachment-answers.server.ts'
import { readWaitingAttachments } from '#app/features/inputs/attachment-reading.server.ts'
import { uploadAttachment } from '#app/features/inputs/attachment-upload.server.ts'
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
import {
  answers,
  attachments,
  auditEvents,
  draftAnswers,
  inputs,
  passages,
  questions,
  versionAttachments,
} from '#db/schema/index.ts'
import { aDocx } from '#tests/factories/docx.ts'
import { noise, unwelcomeFiles } from '#tests/factories/evil-files.ts'
import { aFileForm, aPdf, aPng } from '#tests/factories/files.ts'
import { aMember, anOrganisation, only } from '#tests/factories/people.ts'
import { pretendedScanner } from '../platform/pretended-scanner.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()
const root = await mkdtemp(path.join(tmpdir(), 'innspill-attachments-'))
process.env.STORAGE_URL = pathToFileURL(path.join(root, 'files')).href
afterAll(() => rm(root, { recursive: true, force: true }))
beforeEach(() => {
  delete process.env.CLAMD_URL
})

async function kept(): Promise<string[]> {
  const found = await readdir(path.join(root, 'files'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return found.filter((entry) => entry.isFile()).map(({ name }) => name)
}

type Sent = { key?: string; question?: string; name?: string }

function upload(actor: Actor, inputId: string, bytes: Uint8Array, sent: Sent = {}) {
  const { key = v7(), question, name = 'vedtak.pdf' } = sent
  const form = aFileForm({ key, ...(question && { question }) }, { name, bytes })
  const headers = { 'Content-Type': form.type }
  return uploadAttachment(
    actor,
    inputId,
    new Request('http://innspill.example/', { method: 'POST', headers, body: new Uint8Array(form.body) }),
  )
}

async function added(actor: Actor, inputId: string, bytes: Uint8Array, sent: Sent = {}): Promise<string> {
  const outcome = await upload(actor, inputId, bytes, sent)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.attachmentId
}

const errors: unknown[] = []
const read = () =>
  readWaitingAttachments({ signal: new AbortController().signal, onError: (error) => errors.push(error) })

async function aDraftWithFileQuestion() {
  const ready = await aReadyDraft(t.db)
  const [first] = ready.questions
  if (!first) throw new Error('No questions')
  await t.sql`alter table questions disable trigger user`
  const question = only(
    await t.db
      .insert(questions)
      .values({
        ...{ strategyId: ready.round.strategyId, roundId: ready.round.id, position: 90, kind: 'file' },
        ...{
          questionnaireId: first.questionnaireId,
          title: { nb: 'Legg ved vedtaket' },
          settings: { most: 2 },
        },
      })
      .returning(),
  )
  await t.sql`alter table questions enable trigger user`
  return { ...ready, question }
}

const inputOf = async (id: string) => only(await t.db.select().from(inputs).where(eq(inputs.id, id)))
const words = ['Kommunestyret mener at bistanden må vare i to år.', 'Lærerne må få tid til å øve seg.']

test('a file is kept under its sum, listed by its real kind, and the draft knows that it was changed', async () => {
  const { writer, input } = await aReadyDraft(t.db)
  const before = await inputOf(input.id)
  const id = await added(writer, input.id, aDocx(words), { name: '../../Høring\u202e.pdf' })
  const [file, ...others] = await listAttachments(input.id)
  expect(others).toEqual([])
  expect(file).toMatchObject({ id, name: 'Høring.pdf.docx', kind: 'docx', state: 'waiting', handedOut: true })
  const row = only(await t.db.select().from(attachments).where(eq(attachments.id, id)))
  expect(await kept()).toContain(row.sha256)
  expect((await inputOf(input.id)).draftRevision).toBe(before.draftRevision + 1)
  const event = only(await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id)))
  expect(event).toMatchObject({ type: 'attachment.added', data: { inputId: input.id, type: 'docx' } })
})

test('the same form sent many times at once adds the file once; the same file again is told so', async () => {
  const { writer, input } = await aReadyDraft(t.db)
  const bytes = await aPdf(words)
  const key = v7()
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => upload(writer, input.id, bytes, { key })),
  )
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  expect(await listAttachments(input.id)).toHaveLength(1)
  expect(await upload(writer, input.id, bytes)).toMatchObject({ refusal: 'already-attached' })
  const other = await aReadyDraft(t.db)
  const before = await kept()
  await added(other.writer, other.input.id, bytes)
  expect((await kept()).length).toBe(before.length)
})

test('only who may write adds and removes; to others the input does not exist, and nothing is written', async () => {
  const { writer, submitter, input } = await aReadyDraft(t.db)
  const stranger = await aMember(t.db, await anOrganisation(t.db), 'contributor')
  const bytes = await aPdf(['Ikke lov'])
  expect(await upload(stranger, input.id, bytes)).toMatchObject({ refusal: 'not-found' })
  expect(await upload(submitter, input.id, bytes)).toMatchObject({ refusal: 'forbidden' })
  const id = await added(writer, input.id, bytes)
  expect(await removeAttachment(stranger, input.id, id, v7())).toEqual({ refusal: 'not-found' })
  expect(await removeAttachment(submitter, input.id, id, v7())).toEqual({ refusal: 'forbidden' })
  const elsewhere = await aReadyDraft(t.db)
  expect(await removeAttachment(elsewhere.writer, elsewhere.input.id, id, v7())).toEqual({
    refusal: 'not-found',
  })
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await upload(writer, input.id, aPng())).toMatchObject({ refusal: 'withdrawn' })
  expect(await removeAttachment(writer, input.id, id, v7())).toEqual({ refusal: 'withdrawn' })
})

test('what is no file of ours is refused with its reason; nothing is kept and nothing is written', async () => {
  const { writer, input } = await aReadyDraft(t.db)
  const before = await kept()
  const one = new Map((await unwelcomeFiles()).map(([refusal, , bytes]) => [refusal, bytes]))
  for (const [refusal, bytes] of one)
    expect(await upload(writer, input.id, bytes), refusal).toMatchObject({ refusal })
  const form = aFileForm({ key: v7() })
  const request = new Request('http://innspill.example/', {
    ...{ method: 'POST', headers: { 'Content-Type': form.type }, body: new Uint8Array(form.body) },
  })
  expect(await uploadAttachment(writer, input.id, request)).toMatchObject({ refusal: 'no-file' })
  expect(await upload(writer, input.id, aPng(), { question: 'ikke en id' })).toMatchObject({
    refusal: 'try-again',
  })
  expect(await upload(writer, input.id, aPng(), { question: v7() })).toMatchObject({
    refusal: 'no-such-question',
  })
  expect(await listAttachments(input.id)).toEqual([])
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await upload(writer, input.id, aPng())).toMatchObject({ refusal: 'withdrawn' })
  expect(await kept()).toEqual(before)
}, 60_000)

test('the answer to a question of files is the files that stand at it, in step with every change', async () => {
  const { writer, input, question } = await aDraftWithFileQuestion()
  const answer = async () =>
    (
      await t.db
        .select()
        .from(draftAnswers)
        .where(and(eq(draftAnswers.inputId, input.id), eq(draftAnswers.questionId, question.id)))
    )[0]
  const one = await added(writer, input.id, await aPdf(['En']), { question: question.id })
  expect(await answer()).toMatchObject({ data: { attachments: [one] }, answered: true, revision: 1 })
  const two = await added(writer, input.id, await aPdf(['To']), { question: question.id })
  const both = await answer()
  expect(both).toMatchObject({ data: { attachments: [one, two] }, revision: 2 })
  expect(await upload(writer, input.id, await aPdf(['Tre']), { question: question.id })).toMatchObject({
    refusal: 'too-many-at-question',
  })
  await removeAttachment(writer, input.id, one, v7())
  const after = await answer()
  expect(after).toMatchObject({ data: { attachments: [two] }, revision: 3 })
  expect(after?.digest).not.toBe(both?.digest)
  await removeAttachment(writer, input.id, two, v7())
  expect(await answer()).toMatchObject({ data: null, answered: false, revision: 4 })
  expect(await removeAttachment(writer, input.id, two, v7())).toEqual({ attachmentId: two })
  expect(await answer()).toMatchObject({ revision: 4 })
})

test('there is room for so many files, and not for adding and removing all day', async () => {
  process.env.MAX_FILES = '2'
  try {
    const { writer, input } = await aReadyDraft(t.db)
    const numbered = (at: number) => Buffer.concat([aPng(), Buffer.from(String(at))])
    await added(writer, input.id, numbered(1))
    await added(writer, input.id, numbered(2))
    const before = await kept()
    expect(await upload(writer, input.id, numbered(3))).toMatchObject({ refusal: 'too-many-attachments' })
    expect(await kept()).toEqual(before)
    for (let at = 3; at <= 20; at += 1) {
      const [oldest] = await listAttachments(input.id)
      await removeAttachment(writer, input.id, oldest?.id ?? '', v7())
      await added(writer, input.id, numbered(at))
    }
    const [oldest] = await listAttachments(input.id)
    await removeAttachment(writer, input.id, oldest?.id ?? '', v7())
    expect(await upload(writer, input.id, numbered(21))).toMatchObject({ refusal: 'too-many-tries' })
  } finally {
    delete process.env.MAX_FILES
  }
})

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
  const place = path.join(root, 'files', row.sha256.slice(0, 2), row.sha256.slice(2, 4))
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
