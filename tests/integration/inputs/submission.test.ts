import { createHash } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { receiptPayload } from '#app/features/inputs/receipt.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { answers, auditEvents, draftAnswers, inputVersions, invitations } from '#db/schema/index.ts'
import { aDraft, written } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

const versionsOf = (inputId: string) =>
  t.db
    .select()
    .from(inputVersions)
    .where(eq(inputVersions.inputId, inputId))
    .orderBy(asc(inputVersions.number))

async function received(outcome: ReturnType<typeof submitInput>) {
  const known = await outcome
  if ('refusal' in known) throw new Error(`Refused: ${known.refusal}`)
  return known.receipt
}

test('the same key gives the same receipt', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const key = v7()
  const first = await received(submitInput(submitter, input.id, key))
  const again = await received(submitInput(submitter, input.id, key))
  expect(again).toEqual(first)
  expect(await versionsOf(input.id)).toHaveLength(1)
})

test('two posts at once with the same key give one version and one receipt', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const key = v7()
  const receipts = await Promise.all([1, 2, 3, 4].map(() => received(submitInput(submitter, input.id, key))))
  expect(new Set(receipts.map(({ receiptNumber }) => receiptNumber)).size).toBe(1)
  expect(await versionsOf(input.id)).toHaveLength(1)
})

test('another key while the round takes input gives a correction, and everything is kept', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const first = await received(submitInput(submitter, input.id, v7()))
  const second = await received(submitInput(submitter, input.id, v7()))
  expect(second.receiptNumber).not.toBe(first.receiptNumber)
  const versions = await versionsOf(input.id)
  expect(versions.map(({ number, kind }) => [number, kind])).toEqual([
    [1, 'administrative'],
    [2, 'correction'],
  ])
})

test('what is received is frozen with sender, canonical text and a hash that can be computed again', async () => {
  const { submitter, input, organisation, questions } = await aReadyDraft(t.db)
  const receipt = await received(submitInput(submitter, input.id, v7()))
  const [version] = await versionsOf(input.id)
  if (!version) throw new Error('No version')
  const frozen = await t.db.select().from(answers).where(eq(answers.versionId, version.id))
  expect(frozen.map(({ questionId, canonicalText }) => [questionId, canonicalText])).toEqual([
    [questions[0]?.id, 'Bistanden må vare i to år.'],
  ])
  expect(version.senderName).toBe(organisation.name)
  expect(version.receiptNumber).toMatch(/^20\d\d-\d{6}$/)
  expect(version.receiptNumber).toBe(receipt.receiptNumber)
  const payload = receiptPayload({ ...version, kind: 'administrative', answers: frozen })
  expect(version.contentHash).toBe(createHash('sha256').update(payload).digest('hex'))
})

test('what was received is on record in the same transaction', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const { versionId } = await received(submitInput(submitter, input.id, v7()))
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, versionId))
  expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([
    ['input.submitted', submitter.personId],
  ])
  expect(await t.sql`select 1 from event_outbox where event_id = ${events[0]?.id ?? ''}`).toHaveLength(1)
})

test('a version and its answers are never updated and never deleted', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const { versionId } = await received(submitInput(submitter, input.id, v7()))
  await expect(t.sql`update input_versions set lang = 'en' where id = ${versionId}`).rejects.toThrow(
    /append-only/,
  )
  await expect(t.sql`delete from input_versions where id = ${versionId}`).rejects.toThrow(/append-only/)
  await expect(t.sql`update answers set choice = 'x' where version_id = ${versionId}`).rejects.toThrow(
    /append-only/,
  )
  await expect(t.sql`delete from answers where version_id = ${versionId}`).rejects.toThrow(/append-only/)
})

test('a required question without an answer is refused, and so is an empty one', async () => {
  const { submitter, input, required } = await aReadyDraft(t.db)
  await t.db
    .update(draftAnswers)
    .set({ body: { type: 'doc', content: [{ type: 'paragraph' }] }, digest: null })
    .where(eq(draftAnswers.questionId, required))
  expect(await submitInput(submitter, input.id, v7())).toEqual({ refusal: 'unanswered-questions' })
  await t.db.delete(draftAnswers).where(eq(draftAnswers.questionId, required))
  expect(await submitInput(submitter, input.id, v7())).toEqual({ refusal: 'unanswered-questions' })
  expect(await versionsOf(input.id)).toHaveLength(0)
})

test('an input with nothing in it is refused', async () => {
  const round = await aRound(t.db)
  await aQuestionnaire(t.db, round, [{ kind: 'general', title: { nb: 'Noe mer?' } }])
  const organisation = await anOrganisation(t.db)
  const submitter = await aMember(t.db, organisation, 'submitter')
  const input = await aDraft(t.db, round, organisation)
  expect(await submitInput(submitter, input.id, v7())).toEqual({ refusal: 'nothing-written' })
})

test('before the round opens and after it is closed nothing is received', async () => {
  const early = await aReadyDraft(t.db, { opensAt: daysFromNow(1) })
  expect(await submitInput(early.submitter, early.input.id, v7())).toEqual({ refusal: 'round-not-open' })
  const late = await aReadyDraft(t.db, { deadlineAt: daysFromNow(-0.1) })
  expect(await submitInput(late.submitter, late.input.id, v7())).toEqual({ refusal: 'round-closed' })
})

test('after the deadline, while the round takes late input, late is recorded with the deadline that counted', async () => {
  const deadlineAt = daysFromNow(-0.1)
  const { submitter, input } = await aReadyDraft(t.db, { deadlineAt, acceptsLateUntil: daysFromNow(1) })
  const { lateAt, submittedAt } = await received(submitInput(submitter, input.id, v7()))
  expect(lateAt).toEqual(submittedAt)
  const [version] = await versionsOf(input.id)
  expect(version?.deadlineAt).toEqual(deadlineAt)
})

test("an organisation's own extension is the deadline that counts for it", async () => {
  const { submitter, input, round, organisation } = await aReadyDraft(t.db, { deadlineAt: daysFromNow(-0.1) })
  const extendedUntil = daysFromNow(2)
  await t.db.insert(invitations).values({
    ...{ strategyId: round.strategyId, roundId: round.id, organisationId: organisation.id },
    extendedUntil,
  })
  const { lateAt } = await received(submitInput(submitter, input.id, v7()))
  expect(lateAt).toBeNull()
  expect((await versionsOf(input.id))[0]?.deadlineAt).toEqual(extendedUntil)
})

test("a neighbour's member is told nothing exists; a contributor may read but not send", async () => {
  const { input, writer } = await aReadyDraft(t.db)
  const neighbour = await aMember(t.db, await anOrganisation(t.db), 'contributor', 'approver', 'submitter')
  expect(await submitInput(neighbour, input.id, v7())).toEqual({ refusal: 'not-found' })
  expect(await submitInput(writer, input.id, v7())).toEqual({ refusal: 'forbidden' })
  expect(await submitInput(writer, v7(), v7())).toEqual({ refusal: 'not-found' })
  expect(await versionsOf(input.id)).toHaveLength(0)
})

test('a choice and a step on the scale are frozen as they were chosen', async () => {
  const { submitter, input, questions, round } = await aReadyDraft(t.db)
  const [, choice, scale, general] = questions
  if (!choice || !scale || !general) throw new Error('No questions')
  await t.db.insert(draftAnswers).values([
    { strategyId: round.strategyId, inputId: input.id, questionId: choice.id, choice: 'yes' },
    { strategyId: round.strategyId, inputId: input.id, questionId: scale.id, choice: 'no-opinion' },
    { strategyId: round.strategyId, inputId: input.id, questionId: general.id, ...bodyOf('- ett\n- to') },
  ])
  const { versionId } = await received(submitInput(submitter, input.id, v7()))
  const frozen = await t.db.select().from(answers).where(eq(answers.versionId, versionId))
  const byQuestion = new Map(frozen.map((answer) => [answer.questionId, answer]))
  expect(byQuestion.get(choice.id)).toMatchObject({ choice: 'yes', body: null, canonicalText: null })
  expect(byQuestion.get(scale.id)).toMatchObject({ choice: 'no-opinion', body: null })
  expect(byQuestion.get(general.id)?.canonicalText).toBe('ett\nto')
})

function bodyOf(text: string) {
  const content = written(text)
  return { body: content.kind === 'rich-text' ? content.body : null }
}
