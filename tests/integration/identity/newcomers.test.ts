import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { findActor } from '#app/features/identity/session.server.ts'
import { maxLinksPerPerson } from '#app/features/identity/sign-in.ts'
import { notificationHandlers } from '#app/features/notifications/jobs.server.ts'
import { action as takeLink } from '#app/routes/auth/sign-in-link.tsx'
import { action as begin, loader as page } from '#app/routes/public/answer.tsx'
import { auditEvents, demoMails, people, rounds, signInLinks, strategies } from '#db/schema/index.ts'
import { aPerson, unique } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()
process.env.DEMO = '1'
const context = { nonce: '', code: '', signInFlooded: false, answerFlooded: false }

async function aRoundAt(own: Parameters<typeof aRound>[1] = {}) {
  const round = await aRound(t.db, own)
  await aQuestionnaire(t.db, round)
  const [at] = await t.db
    .select({ strategy: strategies.slug, round: rounds.slug })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(eq(rounds.id, round.id))
  const params = { strategy: at?.strategy ?? '', round: at?.round ?? '' }
  return { round, params, path: `/strategies/${params.strategy}/rounds/${params.round}/answer` }
}
type At = Awaited<ReturnType<typeof aRoundAt>>

async function send(at: At, fields: Record<string, string>, prefix = '', more = {}) {
  const body = new URLSearchParams({ name: 'Eva Strand', answersFor: 'self', ...fields })
  const request = new Request(`http://x${prefix}${at.path}`, { method: 'POST', body })
  const answer = await begin({ request, params: at.params, context: { ...context, ...more } })
  if ('data' in answer) return { status: answer.init?.status, ...answer.data }
  return { status: answer.status, to: answer.headers.get('Location') }
}

/** Reads the letter that the latest event about an address sends, and gives the path of its link. */
async function linkTo(email: string) {
  const [link] = await t.db
    .select()
    .from(signInLinks)
    .where(eq(signInLinks.email, email))
    .orderBy(sql`created_at desc`)
    .limit(1)
  const [event] = await t.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, link?.id ?? v7()))
  const { type = '', subjectId = '' } = event ?? {}
  const data = (event?.data ?? {}) as Record<string, unknown>
  await notificationHandlers[type]?.({ id: v7(), type, subjectId, data })
  const letters = await t.db.select().from(demoMails).where(eq(demoMails.to, email))
  const text = letters.at(-1)?.text ?? ''
  return { text, path: /https?:\/\/[^/]+(\S+)/.exec(text)?.[1] ?? '' }
}

const use = (path: string) =>
  takeLink({
    request: new Request(`http://x${path}`, { method: 'POST' }),
    params: { token: /sign-in\/([^?]+)/.exec(path)?.[1] },
    context,
  })

test('a newcomer gets a link, becomes a person when it is used, and comes to the round', async () => {
  const at = await aRoundAt()
  const email = `${unique()}@example.test`
  expect(await send(at, { email }, '/nn')).toEqual({ status: 302, to: `/nn${at.path}?sent` })
  expect(await t.db.$count(people, eq(people.email, email)), 'asking makes nobody').toBe(0)
  const { path, text } = await linkTo(email)
  expect(text, 'what anybody may have typed is not sent on').not.toContain('Eva')
  const arrival = await use(path)
  if (!(arrival instanceof Response)) throw new Error('not signed in')
  expect(arrival.headers.get('Location')).toBe(`/workspace/personal/rounds/${at.round.id}`)
  const cookie = arrival.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const actor = await findActor(new Request('http://x/', { headers: { cookie } }))
  expect(actor).toMatchObject({ name: 'Eva Strand', locale: 'nn', memberships: [] })
  expect(await use(path)).toMatchObject({ init: { status: 410 } })
})

test('somebody who answers for a body not here is led to telling of it', async () => {
  const at = await aRoundAt()
  const email = `${unique()}@example.test`
  await send(at, { email, answersFor: 'body' })
  const arrival = await use((await linkTo(email)).path)
  expect(arrival instanceof Response && arrival.headers.get('Location')).toBe(
    `/join/new?round=${at.round.id}`,
  )
})

test('a known and an unknown address get the same answer, however often', async () => {
  const at = await aRoundAt()
  const known = (await aPerson(t.db)).email ?? ''
  const unknown = `${unique()}@example.test`
  for (let time = 0; time < maxLinksPerPerson + 3; time++)
    expect(await send(at, { email: known })).toEqual(await send(at, { email: unknown.toUpperCase() }))
  const links = t.db.$count(signInLinks, sql`lower(${signInLinks.email}) = ${unknown}`)
  expect(await links, 'no more letters than a person may have').toBe(maxLinksPerPerson)
  expect(await t.db.$count(signInLinks, eq(signInLinks.email, known)), 'who is known is no newcomer').toBe(0)
})

test('forms of one address sent at once do not pass the limit', async () => {
  const at = await aRoundAt()
  const email = `${unique()}@example.test`
  await Promise.all(Array.from({ length: 12 }, () => send(at, { email })))
  expect(await t.db.$count(signInLinks, eq(signInLinks.email, email))).toBe(maxLinksPerPerson)
})

test('two links of one newcomer make one person, also used at once', async () => {
  const at = await aRoundAt()
  const email = `${unique()}@example.test`
  await send(at, { email })
  const first = (await linkTo(email)).path
  await send(at, { email, name: 'Eva S.' })
  const second = (await linkTo(email)).path
  const arrivals = await Promise.all([use(first), use(second)])
  expect(arrivals.every((arrival) => arrival instanceof Response)).toBe(true)
  expect(await t.db.$count(people, eq(people.email, email))).toBe(1)
})

test('what is wrong is said at its field and what was typed is kept; a program is thanked and unheard', async () => {
  const at = await aRoundAt()
  expect(await send(at, { email: 'ingen', name: ' ' })).toMatchObject({
    status: 422,
    typed: { email: 'ingen' },
    problems: [
      { field: 'name', reason: 'name-missing' },
      { field: 'email', reason: 'email-unusable' },
    ],
  })
  expect(await send(at, { email: 'a@example.test', answersFor: 'x' })).toMatchObject({
    problems: [{ field: 'answersFor', reason: 'answers-for-missing' }],
  })
  expect(await send(at, { email: 'a@example.test' }, '', { answerFlooded: true })).toMatchObject({
    status: 429,
    problems: [{ reason: 'flooded' }],
  })
  const email = `${unique()}@example.test`
  expect(await send(at, { email, website: 'http://x' })).toMatchObject({ status: 302 })
  expect(await t.db.$count(signInLinks, eq(signInLinks.email, email))).toBe(0)
})

test('nobody begins to answer a round that is closed, not open, or not published', async () => {
  const email = `${unique()}@example.test`
  const closed = await aRoundAt({ deadlineAt: daysFromNow(-1) })
  expect(await send(closed, { email })).toMatchObject({ status: 422, problems: [] })
  expect(await send(await aRoundAt({ opensAt: daysFromNow(1) }), { email })).toMatchObject({ status: 422 })
  const hidden = await aRoundAt({ publishedAt: null })
  const request = new Request(`http://x${hidden.path}`)
  await expect(page({ request, params: hidden.params, context })).rejects.toMatchObject({ status: 404 })
  await expect(send(hidden, { email })).rejects.toMatchObject({ status: 404 })
  expect(await t.db.$count(signInLinks, eq(signInLinks.email, email))).toBe(0)
})
