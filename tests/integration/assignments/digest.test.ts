import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { callForDigests } from '#app/features/assignments/calling.server.ts'
import {
  chooseDigest,
  claimDigest,
  listDigestReaders,
  wantsDigest,
} from '#app/features/assignments/digest.server.ts'
import { sendDigests, sendDigestsOf } from '#app/features/notifications/digest-letters.server.ts'
import { prepareQueue, queue } from '#app/platform/jobs/queue.server.ts'
import { type Letter, listDemoLetters } from '#app/platform/mail/mailer.server.ts'
import { assignments, demoMails, digests, people, readings, strategyStaff } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { anInputToRead, aRoundToRead, haveRead, type RoundToRead } from './room.ts'

const t = await appDatabase()
afterAll(() => t.end())
const { DEMO } = process.env
beforeAll(() => {
  process.env.DEMO = '1'
})
afterAll(() => {
  if (DEMO === undefined) delete process.env.DEMO
  else process.env.DEMO = DEMO
})
afterEach(async () => {
  await t.db.delete(assignments)
  await t.db.delete(readings)
  await t.db.delete(digests)
  await t.db.delete(demoMails)
})

const day = '2026-11-23'
const give = (here: RoundToRead, own: Partial<typeof assignments.$inferInsert> = {}) =>
  t.db.insert(assignments).values({
    ...{ strategyId: here.round.strategyId, roundId: here.round.id, personId: here.ingrid.personId },
    ...{ kind: 'round', at: new Date(), by: here.lead.personId },
    ...own,
  })
const addressOf = async (personId: string) =>
  (await t.db.select().from(people).where(eq(people.id, personId)))[0]?.email

/** Somebody with one input to read. */
async function somethingToRead(own: Partial<typeof assignments.$inferInsert> = {}) {
  const here = await aRoundToRead(t.db)
  const sent = await anInputToRead(t.db, here)
  await give(here, own)
  return { ...here, sent }
}

test('whoever has something to read gets one letter a day, in their own form, with the way back', async () => {
  const { ingrid } = await somethingToRead({ dueOn: '2026-11-20' })
  await t.db.update(people).set({ locale: 'nn' }).where(eq(people.id, ingrid.personId))
  await sendDigestsOf(day)
  await sendDigestsOf(day)
  const [letter, ...more] = await listDemoLetters()
  expect(more).toEqual([])
  expect(letter?.to).toBe(await addressOf(ingrid.personId))
  expect(letter?.subject).toBe('Fristen er ute for noko i køen, 1 innspel att å lese')
  expect(letter?.text).toContain('– 1 av 1 innspel att: Heile runden (')
  expect(letter?.text).toContain('Fristen var 20. november 2026.')
  expect(letter?.text).toContain('/workbench/queue')
  await sendDigestsOf('2026-11-24')
  expect(await listDemoLetters()).toHaveLength(2)
})

test('two workers at the same moment send one letter each to many, and no letter twice', async () => {
  const here = await aRoundToRead(t.db)
  await anInputToRead(t.db, here)
  for (const who of [here.ingrid, here.mads, here.lead]) await give(here, { personId: who.personId })
  const left: string[] = []
  const slowly = async ({ to }: Letter) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    left.push(to)
  }
  await Promise.all([sendDigestsOf(day, slowly), sendDigestsOf(day, slowly), sendDigestsOf(day, slowly)])
  expect(left).toHaveLength(3)
  expect(new Set(left).size).toBe(3)
})

test('a worker that is killed with the letter in its hand leaves none to be sent again', async () => {
  const { ingrid } = await somethingToRead()
  const killed = new Promise<never>(() => undefined)
  const hanging = sendDigestsOf(day, () => killed)
  const left: Letter[] = []
  await expect.poll(() => t.db.$count(digests)).toBe(1)
  await sendDigestsOf(day, async (letter) => void left.push(letter))
  expect(left).toEqual([])
  expect(await claimDigest(ingrid.personId, day)).toBe(false)
  expect(await Promise.race([hanging, Promise.resolve('still hanging')])).toBe('still hanging')
})

test('a letter the mail server does not take is tried again, and does not hold up the others', async () => {
  const here = await aRoundToRead(t.db)
  await anInputToRead(t.db, here)
  for (const who of [here.ingrid, here.mads]) await give(here, { personId: who.personId })
  const refused = await addressOf(here.ingrid.personId)
  const left: string[] = []
  const picky = async ({ to }: Letter) => {
    if (to === refused) throw new Error('421 try later')
    left.push(to)
  }
  await expect(sendDigestsOf(day, picky)).rejects.toThrow('421')
  expect(left).toEqual([await addressOf(here.mads.personId)])
  await sendDigestsOf(day, async ({ to }) => void left.push(to))
  expect(left).toHaveLength(2)
})

test('nobody is written to who has read all, has said no, works there no more, or has nothing yet', async () => {
  const done = await somethingToRead()
  await haveRead(t.db, done.ingrid, done.sent.answers)
  const unwilling = await somethingToRead()
  await chooseDigest(unwilling.ingrid, { key: v7(), wanted: false })
  const gone = await somethingToRead()
  await t.db
    .update(strategyStaff)
    .set({ endedAt: new Date() })
    .where(eq(strategyStaff.personId, gone.ingrid.personId))
  const ended = await somethingToRead({ endedAt: new Date() })
  expect(ended.ingrid.personId).toBeDefined()
  await give(await aRoundToRead(t.db))
  await sendDigestsOf(day)
  expect(await listDemoLetters()).toEqual([])
  expect(await t.db.$count(digests)).toBe(0)
})

test('whoever has said no may say yes again', async () => {
  const { ingrid } = await somethingToRead()
  const key = v7()
  await chooseDigest(ingrid, { key, wanted: false })
  expect(await wantsDigest(ingrid.personId)).toBe(false)
  // The same page again with the other choice is another choice.
  await chooseDigest(ingrid, { key, wanted: true })
  expect(await wantsDigest(ingrid.personId)).toBe(true)
  expect((await listDigestReaders(day)).map(({ personId }) => personId)).toContain(ingrid.personId)
})

test('texts that are to be looked through again are told of, also when nothing else waits', async () => {
  const { ingrid, sent, round } = await somethingToRead()
  await haveRead(t.db, ingrid, sent.answers, new Date('2026-06-01'))
  await aTheme(t.db, { id: round.strategyId }, { createdAt: new Date('2026-06-02') })
  await sendDigestsOf(day)
  const [letter] = await listDemoLetters()
  expect(letter?.subject).toBe('1 tekst å se over på nytt')
})

test('the letters of a day are sent in its hours only', async () => {
  await somethingToRead()
  const event = { id: v7(), type: 'digests.due', subjectId: v7(), data: { day } }
  await sendDigests(event, new Date('2026-11-23T05:59:00Z'))
  await sendDigests(event, new Date('2026-11-24T07:00:00Z'))
  expect(await listDemoLetters()).toEqual([])
  await sendDigests(event, new Date('2026-11-23T06:00:00Z'))
  expect(await listDemoLetters()).toHaveLength(1)
})

test('however many workers call for the letters of a day, and however often, they are in the queue once', async () => {
  await prepareQueue()
  const seven = new Date('2026-11-23T06:00:00Z')
  await Promise.all([callForDigests(seven), callForDigests(seven)])
  expect(await callForDigests(new Date('2026-11-23T14:00:00Z'))).toBe(day)
  expect(await callForDigests(new Date('2026-11-23T05:59:00Z'))).toBeNull()
  const boss = await queue()
  const jobs = await boss.fetch<{ type: string; data: unknown }>('letters', { batchSize: 10 })
  expect(jobs.map(({ data }) => [data.type, data.data])).toEqual([['digests.due', { day }]])
  await boss.stop({ graceful: false })
})
