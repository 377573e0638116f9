import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { submissionRefusal } from '#app/features/inputs/input.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { inputVersions, rounds } from '#db/schema/index.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const soon = (ms: number) => new Date(Date.now() + ms)

/** Holds a row of the table in a transaction of its own until `release` is called. */
async function hold(table: 'inputs' | 'rounds', id: string) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let held = () => {}
  const ready = new Promise<void>((resolve) => {
    held = resolve
  })
  const done = t.sql.begin(async (sql) => {
    await sql`select 1 from ${sql(table)} where id = ${id} for update`
    held()
    await released
  })
  await ready
  return { release, done }
}

for (const table of ['inputs', 'rounds'] as const)
  test(`a submission that waited past the deadline for its lock on ${table} came too late`, async () => {
    const { submitter, input, round } = await aReadyDraft(t.db, { deadlineAt: soon(600) })
    const { release, done } = await hold(table, table === 'inputs' ? input.id : round.id)
    const waiting = submitInput(submitter, input.id, v7())
    await pause(900)
    release()
    await done
    expect(await waiting).toEqual({ refusal: 'round-closed' })
  })

test('a submission that waited past the deadline is received as late where late input is taken', async () => {
  const { submitter, input, round } = await aReadyDraft(t.db, {
    deadlineAt: soon(600),
    acceptsLateUntil: soon(60_000),
  })
  const { release, done } = await hold('rounds', round.id)
  const waiting = submitInput(submitter, input.id, v7())
  await pause(900)
  release()
  await done
  const outcome = await waiting
  expect('receipt' in outcome && outcome.receipt.lateAt).toEqual(expect.any(Date))
})

test('at the deadline itself an input is in time, a millisecond later it is not', () => {
  const deadlineAt = new Date('2026-09-15T10:00:00Z')
  const round = { opensAt: new Date(0), deadlineAt, acceptsLateUntil: null, closedAt: null }
  const draft = {
    sender: { extendedUntil: null },
    unansweredRequired: 0,
    anythingWritten: true,
    withdrawnAt: null,
  }
  expect(submissionRefusal(draft, round, deadlineAt)).toBeNull()
  expect(submissionRefusal(draft, round, new Date(deadlineAt.getTime() + 1))).toBe('round-closed')
})

test("the deadline is judged by the database's clock, not by ours", async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const before = await t.sql<{ now: string }[]>`select clock_timestamp() as now`
  const outcome = await submitInput(submitter, input.id, v7())
  const after = await t.sql<{ now: string }[]>`select clock_timestamp() as now`
  if (!('receipt' in outcome)) throw new Error('Refused')
  const at = outcome.receipt.submittedAt.getTime()
  expect(at).toBeGreaterThanOrEqual(Math.floor(new Date(before[0]?.now ?? 0).getTime()))
  expect(at).toBeLessThanOrEqual(new Date(after[0]?.now ?? 0).getTime())
})

test('nothing appears after the count that closes the round', async () => {
  const ready = await Promise.all(Array.from({ length: 6 }, () => aReadyDraft(t.db)))
  const [first] = ready
  if (!first) throw new Error('No draft')
  const roundId = first.round.id
  const drafts = await Promise.all(
    ready.map(async (draft, at) => {
      if (at > 0) await t.sql`update inputs set round_id = ${roundId} where id = ${draft.input.id}`
      if (at > 0)
        await t.sql`update draft_answers set question_id = ${first.required} where input_id = ${draft.input.id}`
      return draft
    }),
  )
  const counted = t.sql.begin(async (sql) => {
    await pause(3)
    await sql`select 1 from rounds where id = ${roundId} for update`
    const [row] = await sql`select count(*)::int as n from input_versions where round_id = ${roundId}`
    await pause(150)
    await sql`update rounds set closed_at = clock_timestamp() where id = ${roundId}`
    return Number(row?.n)
  })
  const outcomes = await Promise.all(
    drafts.map(async ({ submitter, input }, at) => {
      await pause(at * 4)
      return submitInput(submitter, input.id, v7())
    }),
  )
  const n = await counted
  expect(await t.db.$count(inputVersions, eq(inputVersions.roundId, roundId))).toBe(n)
  expect(outcomes.filter((outcome) => 'receipt' in outcome)).toHaveLength(n)
  expect(
    outcomes.filter((outcome) => 'refusal' in outcome && outcome.refusal === 'round-closed'),
  ).toHaveLength(6 - n)
  expect(n).toBeLessThan(6)
  expect((await t.db.select().from(rounds).where(eq(rounds.id, roundId)))[0]?.closedAt).not.toBeNull()
})
