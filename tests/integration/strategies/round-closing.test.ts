import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { closeRound, closingOf } from '#app/features/strategies/round-closing.server.ts'
import { closingForm } from '#app/features/strategies/round-forms.ts'
import {
  listPublicRoundChanges,
  listRoundRevisions,
} from '#app/features/strategies/round-revisions.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { auditEvents, inputs, rounds } from '#db/schema/index.ts'
import { aStaffMember, only } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aReadyDraft } from '../inputs/room.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const form = (act: 'close' | 'reopen', own: Record<string, unknown> = {}) =>
  closingForm.parse({ key: v7(), act, whyNb: 'Oppdraget er trukket.', confirmed: 'yes', ...own })

const again = async (id: string) => only(await t.db.select().from(rounds).where(eq(rounds.id, id)))

async function anOpenRound() {
  const draft = await aReadyDraft(t.db)
  const { roundId, strategyId } = draft.input
  const [editor, analyst] = await Promise.all([
    aStaffMember(t.db, { id: strategyId }, 'editor'),
    aStaffMember(t.db, { id: strategyId }, 'analyst'),
  ])
  return { ...draft, roundId, editor, analyst, round: await again(roundId) }
}

test('a round is ended early with a reason everybody reads, and whoever has a draft is told and keeps it', async () => {
  const { roundId, editor, round, input, submitter } = await anOpenRound()
  const submitting = form('close')
  const both = await Promise.all([1, 2].map(() => closeRound(editor, roundId, submitting)))
  expect(both).toEqual([{ closed: true }, { closed: true }])
  const closed = await again(roundId)
  expect(closed.deadlineAt).toEqual(round.deadlineAt)
  expect(await submitInput(submitter, input.id, v7())).toMatchObject({ refusal: 'round-closed' })
  const standing = deadlineStanding({ ...closed, extendedUntil: null }, new Date())
  expect(standing).toMatchObject({ state: 'closed', endedEarly: closed.closedAt })
  const [change] = await listPublicRoundChanges(closed)
  expect(change).toMatchObject({ reason: { nb: 'Oppdraget er trukket.' } })
  expect(change?.changes.map(({ field }) => field)).toEqual(['closedAt'])
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, roundId))
  expect(events.filter(({ type }) => type === 'round.closed')).toHaveLength(1)
  expect(await closeRound(editor, roundId, form('close'))).toEqual({ refusal: 'round-closed' })
})

test('opened again it takes input by the deadlines it had, and both are versions', async () => {
  const { roundId, editor, input, submitter } = await anOpenRound()
  await closeRound(editor, roundId, form('close'))
  expect(await closeRound(editor, roundId, form('reopen', { whyNb: '' }))).toEqual({ refusal: 'why-missing' })
  expect(await closeRound(editor, roundId, form('reopen', { confirmed: undefined }))).toEqual({
    closed: false,
  })
  expect(await submitInput(submitter, input.id, v7())).not.toHaveProperty('refusal')
  expect((await listRoundRevisions(roundId)).total).toBe(3)
})

test('nothing is ended without a reason, a tick, and somebody who decides', async () => {
  const { roundId, editor, analyst } = await anOpenRound()
  expect(await closeRound(editor, roundId, form('close', { whyNb: ' ' }))).toEqual({ refusal: 'why-missing' })
  expect(await closeRound(editor, roundId, form('close', { confirmed: undefined }))).toEqual({
    refusal: 'closing-not-confirmed',
  })
  expect(await closeRound(analyst, roundId, form('close'))).toEqual({ refusal: 'forbidden' })
  const stranger = await anOpenRound()
  expect(await closeRound(stranger.editor, roundId, form('close'))).toEqual({ refusal: 'not-found' })
  expect((await again(roundId)).closedAt).toBe(null)
})

test('the page says how many have begun and not sent', async () => {
  const { round, input, submitter } = await anOpenRound()
  await t.db.update(inputs).set({ draftRevision: 1 }).where(eq(inputs.id, input.id))
  expect((await closingOf(t.db, round)).unsent).toBe(1)
  await submitInput(submitter, input.id, v7())
  expect((await closingOf(t.db, round)).unsent).toBe(0)
})
