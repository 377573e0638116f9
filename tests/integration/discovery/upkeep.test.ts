import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { findUpkeep, keepSearch } from '#app/features/discovery/upkeep.server.ts'
import { auditEvents, searchOutbox } from '#db/schema/index.ts'
import { anActor, aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()
const anAdministrator = () => anActor(t.db, { administratorSince: new Date() })
const happened = (personId: string) =>
  t.db
    .select({ type: auditEvents.type, data: auditEvents.data })
    .from(auditEvents)
    .where(eq(auditEvents.actorId, personId))

async function aDeadLetter() {
  const docKey = `staff/${v7()}`
  const dead = { docKey, strategyId: v7(), attempts: 8, deadAt: new Date(), lastError: 'too-long' }
  await t.db.insert(searchOutbox).values(dead)
  return docKey
}

test('administrators see what was given up by its key and a code, and that something is missing', async () => {
  const docKey = await aDeadLetter()
  expect(await findUpkeep(await anAdministrator())).toMatchObject({
    standing: 'given-up',
    answeredBy: 'postgres',
    meilisearch: null,
    postgres: { dead: [{ docKey, reason: 'too-long' }] },
  })
})

test('what was given up is tried again once per form, and it is written down who asked', async () => {
  await aDeadLetter()
  const actor = await anAdministrator()
  const key = v7()
  const first = await keepSearch(actor, 'retry', key)
  expect(first).toMatchObject({ count: expect.any(Number) })
  expect(first).not.toEqual({ count: 0 })
  expect(await keepSearch(actor, 'retry', key)).toEqual(first)
  expect(await happened(actor.personId)).toEqual([{ type: 'search.retried', data: first }])
  expect(await findUpkeep(actor)).toMatchObject({ postgres: { deadCount: 0 } })
})

test('without Meilisearch there is nothing to build or compare, and nothing is written down', async () => {
  const actor = await anAdministrator()
  for (const act of ['rebuild', 'check'] as const)
    expect(await keepSearch(actor, act, v7())).toEqual({ refusal: 'no-meilisearch' })
  expect(await happened(actor.personId)).toEqual([])
})

test('those who work with the inputs do not keep the search', async () => {
  const lead = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await findUpkeep(lead)).toEqual({ refusal: 'forbidden' })
  expect(await keepSearch(lead, 'retry', v7())).toEqual({ refusal: 'forbidden' })
})
