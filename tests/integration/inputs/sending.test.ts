import { asc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import type { Handling, Sending } from '#app/features/inputs/sending.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { recomputedHash } from '#app/features/inputs/verification.server.ts'
import { withdrawInput } from '#app/features/inputs/withdrawal.server.ts'
import {
  answers,
  attachments,
  draftAnswers,
  inputs,
  inputVersions,
  organisations,
  rounds,
  signOffs,
  versionAttachments,
} from '#db/schema/index.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anActor, anOrganisation, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

const adopted: Handling = {
  adopted: { level: 'council', body: 'Kommunestyret', on: '2026-05-12', caseNumber: '26/118' },
  steps: [{ body: 'Utvalg for oppvekst', on: '2026-04-28' }],
}

const send = (actor: Actor, inputId: string, sending?: Sending) => submitInput(actor, inputId, v7(), sending)

async function received(actor: Actor, inputId: string, sending?: Sending) {
  const outcome = await send(actor, inputId, sending)
  if ('refusal' in outcome) throw new Error(`Refused: ${outcome.refusal}`)
  return outcome.receipt
}

const versionsOf = (inputId: string) =>
  t.db
    .select()
    .from(inputVersions)
    .where(eq(inputVersions.inputId, inputId))
    .orderBy(asc(inputVersions.number))

const answersOf = (versionId: string) =>
  t.db.select().from(answers).where(eq(answers.versionId, versionId)).orderBy(asc(answers.digest))

/** What is stored under a version gives the hash that its receipt shows. */
async function expectProven(versionId: string) {
  const checked = await recomputedHash(versionId)
  expect(checked?.storedHash).toMatch(/^[0-9a-f]{64}$/)
  expect(checked?.recomputedHash).toBe(checked?.storedHash)
}

async function aFile(input: { id: string; strategyId: string }, by: Actor, own = {}) {
  const file = {
    ...{ inputId: input.id, strategyId: input.strategyId, uploadedBy: by.personId, uploadedAt: new Date() },
    ...{ sha256: 'ab'.repeat(32), name: 'Vedtak.pdf', type: 'application/pdf', size: 4_000, ...own },
  }
  return only(await t.db.insert(attachments).values(file).returning())
}

test('what a political body adopted is a version of its own beside the administrative one', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  await received(submitter, input.id, { as: 'usual', handling: { planned: { body: 'Kommunestyret' } } })
  const { versionId } = await received(submitter, input.id, { as: 'adopted', handling: adopted })
  const versions = await versionsOf(input.id)
  expect(versions.map(({ number, kind, handling }) => ({ number, kind, handling }))).toEqual([
    { number: 1, kind: 'administrative', handling: { planned: { body: 'Kommunestyret' } } },
    { number: 2, kind: 'adopted', handling: adopted },
  ])
  for (const { id } of versions) await expectProven(id)
  expect(await answersOf(versionId)).toHaveLength(1)
})

test('nothing filled in of how it was treated is nothing said of it', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const { versionId } = await received(submitter, input.id, { as: 'usual', handling: {} })
  expect((await versionsOf(input.id))[0]?.handling).toBeNull()
  await expectProven(versionId)
})

test('no remarks is received with nothing in it, also where questions must be answered, and the draft stays', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  await aFile(input, submitter)
  const { versionId } = await received(submitter, input.id, { as: 'no-remarks' })
  const [version] = await versionsOf(input.id)
  expect(version).toMatchObject({ kind: 'administrative', noRemarks: true })
  expect(await answersOf(versionId)).toHaveLength(0)
  expect(await t.db.$count(versionAttachments, eq(versionAttachments.versionId, versionId))).toBe(0)
  expect(await t.db.$count(draftAnswers, eq(draftAnswers.inputId, input.id))).toBe(1)
  await expectProven(versionId)
  const later = await received(submitter, input.id)
  expect(await answersOf(later.versionId)).toHaveLength(1)
  expect((await versionsOf(input.id))[1]).toMatchObject({ kind: 'correction', noRemarks: false })
})

test('files that were not removed go with the version, and one of them is enough to send', async () => {
  const round = await aRound(t.db)
  await aQuestionnaire(t.db, round, [{ kind: 'general', title: { nb: 'Noe mer?' } }])
  const organisation = await anOrganisation(t.db)
  const submitter = await aMember(t.db, organisation, 'submitter')
  const input = await aDraft(t.db, round, organisation)
  const file = await aFile(input, submitter)
  await aFile(input, submitter, { sha256: 'cd'.repeat(32), removedAt: new Date() })
  const { versionId } = await received(submitter, input.id)
  const sent = await t.db.select().from(versionAttachments).where(eq(versionAttachments.versionId, versionId))
  expect(sent.map(({ attachmentId }) => attachmentId)).toEqual([file.id])
  await expectProven(versionId)
})

test('a round that takes no corrections takes one version and one that was adopted', async () => {
  const { submitter, input } = await aReadyDraft(t.db, { allowsCorrections: false })
  await received(submitter, input.id)
  expect(await send(submitter, input.id)).toEqual({ refusal: 'corrections-not-allowed' })
  expect(await send(submitter, input.id, { as: 'no-remarks' })).toEqual({
    refusal: 'corrections-not-allowed',
  })
  await received(submitter, input.id, { as: 'adopted', handling: adopted })
  const again = send(submitter, input.id, { as: 'adopted', handling: adopted })
  expect(await again).toEqual({ refusal: 'corrections-not-allowed' })
})

test('a round that takes nothing back refuses a withdrawal', async () => {
  const { submitter, input } = await aReadyDraft(t.db, { allowsWithdrawal: false })
  await received(submitter, input.id)
  expect(await withdrawInput(submitter, input.id, 'Feil.', v7())).toEqual({
    refusal: 'withdrawal-not-allowed',
  })
})

test('where approval is required only the draft that was approved last is sent', async () => {
  const { submitter, input, organisation, writer, required } = await aReadyDraft(t.db)
  await t.db
    .update(organisations)
    .set({ approvalRequired: true })
    .where(eq(organisations.id, organisation.id))
  const approver = await aMember(t.db, organisation, 'approver')
  const step = (kind: string, draftRevision: number) => {
    const { strategyId, id: inputId } = input
    const at = sql`clock_timestamp()`
    return t.db
      .insert(signOffs)
      .values({ strategyId, inputId, kind, draftRevision, at, by: approver.personId } as never)
  }
  expect(await send(submitter, input.id)).toEqual({ refusal: 'not-approved' })
  await step('asked', 0)
  expect(await send(submitter, input.id, { as: 'no-remarks' })).toEqual({ refusal: 'not-approved' })
  await step('approved', 0)
  await received(submitter, input.id)

  const read = () => ({ kind: 'rich-text' as const, body: docOf('Bistanden må vare i tre år.') })
  await saveDraft(writer, { inputId: input.id }, [{ questionId: required, revision: 1, read }])
  expect(await send(submitter, input.id)).toEqual({ refusal: 'not-approved' })
  await step('approved', 1)
  await received(submitter, input.id)
  await step('reopened', 1)
  expect(await send(submitter, input.id)).toEqual({ refusal: 'not-approved' })
})

const docOf = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

test('a question that this kind of sender is not asked need not be answered, and an answer to it is not sent', async () => {
  const round = await aRound(t.db)
  const [ours, theirs] = await aQuestionnaire(t.db, round, [
    { kind: 'general', title: { nb: 'Noe mer?' } },
    { kind: 'rich-text', title: { nb: 'Til fylkene' }, required: true, askedOf: ['county'] },
  ])
  const organisation = await anOrganisation(t.db)
  const submitter = await aMember(t.db, organisation, 'submitter')
  const input = await aDraft(t.db, round, organisation, {
    [ours?.id ?? '']: 'Vårt svar.',
    [theirs?.id ?? '']: 'Skrevet før spørsmålet ble fylkenes.',
  })
  const { versionId } = await received(submitter, input.id)
  expect((await answersOf(versionId)).map(({ questionId }) => questionId)).toEqual([ours?.id])
  await expectProven(versionId)
})

test("a group's own deadline counts for it, and an extension comes before that", async () => {
  const groupDeadlines = { municipality: daysFromNow(-1).toISOString() }
  const { submitter, input, round } = await aReadyDraft(t.db, { groupDeadlines })
  expect(await send(submitter, input.id)).toEqual({ refusal: 'round-closed' })
  const later = daysFromNow(20)
  await t.db
    .update(rounds)
    .set({ groupDeadlines: { municipality: later.toISOString() } })
    .where(eq(rounds.id, round.id))
  await received(submitter, input.id)
  expect((await versionsOf(input.id))[0]?.deadlineAt).toEqual(later)
})

async function aPrivateDraft(naming: string | null) {
  const round = await aRound(t.db)
  const [question] = await aQuestionnaire(t.db, round, [{ kind: 'general', title: { nb: 'Noe mer?' } }])
  const actor = await anActor(t.db, { name: 'Liv Berg' })
  const place = { strategyId: round.strategyId, roundId: round.id }
  const input = only(
    await t.db
      .insert(inputs)
      .values({ ...place, personId: actor.personId, naming })
      .returning(),
  )
  const answer = { strategyId: round.strategyId, inputId: input.id, questionId: question?.id ?? '' }
  await t.db.insert(draftAnswers).values({ ...answer, body: docOf('Gangveien mangler lys.') })
  return { actor, input }
}

test('a private person sends in its own name, and how it wants to stand is frozen', async () => {
  const { actor, input } = await aPrivateDraft('hidden')
  const { versionId } = await received(actor, input.id)
  const [version] = await versionsOf(input.id)
  expect(version).toMatchObject({
    ...{ senderName: 'Liv Berg', senderKind: 'person', senderNumber: null, naming: 'hidden' },
    submittedBy: actor.personId,
  })
  await expectProven(versionId)
  const stranger = await anActor(t.db)
  expect(await send(stranger, input.id)).toEqual({ refusal: 'not-found' })
})

test('of a person without a name the version says nothing', async () => {
  const { actor, input } = await aPrivateDraft('anonymous')
  const { versionId } = await received(actor, input.id)
  const [version] = await versionsOf(input.id)
  expect(version).toMatchObject({ senderName: 'Anonym', naming: 'anonymous', submittedBy: null })
  expect(JSON.stringify(version)).not.toContain('Liv Berg')
  expect(JSON.stringify(version)).not.toContain(actor.personId)
  await expectProven(versionId)
})
