import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { removeAttachment } from '#app/features/inputs/attaching.server.ts'
import { listAttachments } from '#app/features/inputs/attachments.server.ts'
import { attachments, auditEvents, draftAnswers, inputs, questions } from '#db/schema/index.ts'
import { aDocx } from '#tests/factories/docx.ts'
import { unwelcomeFiles } from '#tests/factories/evil-files.ts'
import { aFileForm, aPdf, aPng } from '#tests/factories/files.ts'
import { aMember, anOrganisation, only } from '#tests/factories/people.ts'
import { appDatabase, aReadyDraft } from './room.ts'
import { added, aStorage, posted, upload } from './uploading.ts'

const t = appDatabase()
const { kept } = await aStorage()

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
  expect(await posted(writer, input.id, aFileForm({ key: v7() }))).toMatchObject({ refusal: 'no-file' })
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
