import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendFeedbackOf, sendWaitingFeedback } from '#app/features/notifications/feedback-letters.server.ts'
import { findFeedback, sendFeedback } from '#app/features/responses/feedback.server.ts'
import { feedbackSums } from '#app/features/responses/feedback.ts'
import { groupFeedbackSenders, listUnreachable } from '#app/features/responses/feedback-senders.server.ts'
import type { Letter } from '#app/platform/mail/mailer.server.ts'
import {
  auditEvents,
  eventOutbox,
  feedbackLetters,
  findings,
  inputs,
  memberships,
  people,
  roundFeedback,
  rounds,
} from '#db/schema/index.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aMember, aStaffMember, only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { anAnsweredRound, another, ask, form, lettersOf } from './feedback-room.ts'

const t = appDatabase()
const { DEMO } = process.env
beforeAll(() => {
  process.env.DEMO = '1'
})
afterAll(() => {
  if (DEMO === undefined) delete process.env.DEMO
  else process.env.DEMO = DEMO
})

test('nobody is written to twice, however often the worker is told and however many workers there are', async () => {
  const here = await anAnsweredRound(t.db)
  for (let n = 0; n < 4; n++) await another(here)
  await ask(here)
  const left: string[] = []
  const slowly = async ({ key = '' }: Letter) => {
    await new Promise((resolve) => setTimeout(resolve, 15))
    left.push(key)
  }
  const run = () => sendFeedbackOf(here.round.id, slowly)
  await Promise.all([run(), run(), run()])
  await run()
  await sendWaitingFeedback()
  expect(left).toHaveLength(5)
  expect(new Set(left).size).toBe(5)
})

test('a withdrawn input gets no letter, also when it is withdrawn while the letters are sent', async () => {
  const here = await anAnsweredRound(t.db)
  const withdraw = (id: string) =>
    t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, id))
  await withdraw((await another(here)).input.id)
  const regretting = await another(here)
  await ask(here)
  const left: Letter[] = []
  await sendFeedbackOf(here.round.id, async (letter) => {
    left.push(letter)
    await withdraw(regretting.input.id)
  })
  expect(left).toHaveLength(1)
  expect(await t.db.$count(feedbackLetters, eq(feedbackLetters.roundId, here.round.id))).toBe(1)
})

test('who withdraws while its own letter is on its way waits until that has left', async () => {
  const here = await anAnsweredRound(t.db)
  await ask(here)
  const acts: string[] = []
  let withdrawing: Promise<void> | undefined
  await sendFeedbackOf(here.round.id, async () => {
    withdrawing = t.db
      .update(inputs)
      .set({ withdrawnAt: new Date() })
      .where(eq(inputs.id, here.sent.input.id))
      .then(() => void acts.push('withdrawn'))
    while (acts.length === 0 && !(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 5))
    acts.push('the letter has left')
  })
  await withdrawing
  expect(acts).toEqual(['the letter has left', 'withdrawn'])
})

/** Whether a withdrawal waits for somebody else. */
async function isWaiting() {
  const waiting = await t.db.execute(sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like 'update "inputs" set "withdrawn_at"%'`)
  return waiting.length > 0
}

test('a letter the mail server does not take waits, holds up no other, and is tried again', async () => {
  const here = await anAnsweredRound(t.db)
  await another(here)
  await ask(here)
  const left: string[] = []
  let refused: string | undefined
  const picky = async ({ to, key }: Letter) => {
    if (left.length === 0 && to) {
      left.push('refused')
      refused = key
      throw new Error('421 try later')
    }
    left.push(to)
  }
  await expect(sendFeedbackOf(here.round.id, picky)).rejects.toThrow('421')
  expect(left).toHaveLength(2)
  expect(feedbackSums(await groupFeedbackSenders(here.round.id), true)).toMatchObject({ sent: 1, waiting: 1 })
  // Under the same key: had it left after all, mail programs show it once.
  expect((await lettersOf(here)).map(({ key }) => key)).toEqual([refused])
  expect(await lettersOf(here)).toEqual([])
})

test('when the mail server is away, it is not asked again for each sender of a large round', async () => {
  const here = await anAnsweredRound(t.db)
  for (let n = 0; n < 5; n++) await another(here)
  await ask(here)
  let asked = 0
  const away = async () => {
    asked += 1
    throw new Error('ECONNREFUSED')
  }
  await expect(sendFeedbackOf(here.round.id, away)).rejects.toThrow('ECONNREFUSED')
  expect(asked).toBe(3)
  expect(await lettersOf(here)).toHaveLength(6)
})

test('what the queue gave up on is tried every minute for an hour, then every hour, then no more', async () => {
  const here = await anAnsweredRound(t.db)
  await ask(here)
  const [row] = await t.db.select().from(roundFeedback).where(eq(roundFeedback.roundId, here.round.id))
  const at = new Date(Math.ceil((row?.at ?? new Date()).getTime() / 3_600_000) * 3_600_000)
  const waiting = async () => feedbackSums(await groupFeedbackSenders(here.round.id), true).waiting
  await sendWaitingFeedback(new Date(at.getTime() + 15 * 86_400_000))
  await sendWaitingFeedback(new Date(at.getTime() + 90 * 60_000))
  expect(await waiting()).toBe(1)
  await sendWaitingFeedback(new Date(at.getTime() + 2 * 3_600_000))
  expect(await waiting()).toBe(0)
})

test('who has left an organisation is not written to for it, and an organisation all have left is told of', async () => {
  const here = await anAnsweredRound(t.db)
  const { organisationId } = here
  const left = await aMember(t.db, { id: organisationId }, 'submitter')
  const deserted = await another(here)
  for (const { personId } of [left, deserted.member])
    await t.db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.personId, personId))
  await ask(here)
  const sent = only(await lettersOf(here))
  const stay = await t.db
    .select({ email: people.email })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
  expect(sent.to).toBe(only(stay).email)
  expect(await listUnreachable(here.round.id, true)).toMatchObject([{ inputId: deserted.input.id }])
})

test('a letter registered after the feedback was sent is not answered by itself', async () => {
  const here = await anAnsweredRound(t.db)
  await ask(here)
  await another(here)
  expect(await lettersOf(here)).toHaveLength(1)
})

test('it is sent once by whoever comes first, also by two at the same moment; who comes later is refused', async () => {
  const here = await anAnsweredRound(t.db)
  const other = await aStaffMember(t.db, here.strategy, 'editor')
  const key = v7()
  const both = await Promise.all([ask(here, { key }), ask(here, { key })])
  expect(both).toEqual([{ sent: true }, { sent: true }])
  expect(await sendFeedback(other, here.round.id, form())).toEqual({ refusal: 'already-sent' })
  expect(await findFeedback(here.round.id)).toMatchObject({ by: here.lead.name })
  const heard = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, here.round.id))
  const own = heard.filter(({ type }) => type === 'feedback.sent')
  expect(own).toMatchObject([{ data: { published: 1, unpublished: 0, unanswered: 0 } }])
  expect(await t.db.$count(eventOutbox, eq(eventOutbox.eventId, only(own).id))).toBe(1)
})

test('it is refused while somebody may answer, before anything is published, and unconfirmed; analysts may not', async () => {
  const here = await anAnsweredRound(t.db)
  const analyst = await aStaffMember(t.db, here.strategy, 'analyst')
  const stranger = await aStaffMember(t.db, (await aChain(t.db)).strategy, 'lead')
  expect(await sendFeedback(analyst, here.round.id, form())).toEqual({ refusal: 'forbidden' })
  expect(await sendFeedback(stranger, here.round.id, form())).toEqual({ refusal: 'not-found' })
  expect(await ask(here, { confirmed: undefined })).toEqual({ refusal: 'not-confirmed' })
  await t.db.update(rounds).set({ closedAt: null }).where(eq(rounds.id, here.round.id))
  expect(await ask(here)).toEqual({ refusal: 'round-open' })
  await t.db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, here.round.id))
  await t.db
    .update(findings)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(findings.roundId, here.round.id))
  expect(await ask(here)).toEqual({ refusal: 'no-findings' })
  expect(await t.db.$count(roundFeedback, eq(roundFeedback.roundId, here.round.id))).toBe(0)
  expect(await lettersOf(here)).toEqual([])
})
