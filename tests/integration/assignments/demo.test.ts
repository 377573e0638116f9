import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { seedDemo } from '#app/commands/seed/seed.server.ts'
import { findProgress } from '#app/features/assignments/progress.server.ts'
import { findQueue } from '#app/features/assignments/queue.server.ts'
import { people, rounds, strategyStaff } from '#db/schema/index.ts'
import { appDatabase } from '#tests/setup/app-database.ts'

const t = await appDatabase()
afterAll(() => t.end())

test('in the demo round 1 is read by the two it was divided between, and each has something to read in round 2', async () => {
  await seedDemo(new Date('2026-11-22T12:00:00Z'))
  const both = await t.db.select().from(rounds).orderBy(rounds.number)
  const [first, second] = both
  if (!first || !second) throw new Error('the demo has two rounds')
  const done = await findProgress(first)
  expect(done.round.answers).toBeGreaterThan(50)
  expect(done.round).toMatchObject({ answersRead: done.round.answers, answersUnassigned: 0 })
  expect(done.round.tagged).toBeGreaterThan(0)
  const under = await findProgress(second)
  expect(under.round.answersRead).toBe(4)
  const staff = await t.db
    .selectDistinct({ personId: people.id, name: people.name, strategyId: strategyStaff.strategyId })
    .from(people)
    .innerJoin(strategyStaff, eq(strategyStaff.personId, people.id))
  const queues = await Promise.all(
    staff.map(async ({ personId, name, strategyId }) => ({
      name,
      ...(await findQueue({ personId, strategyIds: [strategyId] })),
    })),
  )
  for (const { name, next } of queues.filter(({ name }) => name !== 'Elin Strand'))
    expect({ name, next: next.length > 0 }).toEqual({ name, next: true })
  expect(queues.find(({ name }) => name === 'Elin Strand')?.assignments).toEqual([])
})
