import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findActor } from '#app/features/identity/session.server.ts'
import { createLink } from '#app/features/identity/sign-in.server.ts'
import { notificationHandlers } from '#app/features/notifications/jobs.server.ts'
import { tx } from '#app/platform/database.server.ts'
import { action as askForLink, loader as signInPage } from '#app/routes/auth/sign-in.tsx'
import { loader as linkPage, action as takeLink } from '#app/routes/auth/sign-in-link.tsx'
import { action as signOut } from '#app/routes/auth/sign-out.tsx'
import { auditEvents, demoMails, signInLinks } from '#db/schema/index.ts'
import { aMember, anOrganisation, aPerson, aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()
const context = { nonce: '', code: '', signInFlooded: false }

function post(path: string, fields: Record<string, string> = {}, more = context) {
  const request = new Request(`http://x${path}`, { method: 'POST', body: new URLSearchParams(fields) })
  return { request, params: { token: path.split(/[/?]/)[2] }, context: more }
}

const look = async (token: string) => {
  const answer = await linkPage({
    request: new Request(`http://x/sign-in/${token}`),
    params: { token },
    context,
  })
  return { status: answer.init?.status, usable: answer.data.usable }
}

const linkFor = (personId: string) => tx((tx) => createLink(tx, personId))

async function arrival(personId: string, to = '') {
  const answer = await takeLink(post(`/sign-in/${await linkFor(personId)}?to=${encodeURIComponent(to)}`))
  return answer instanceof Response ? answer.headers.get('Location') : null
}

test('looking at a link does not use it, and it is used once', async () => {
  const person = await aPerson(t.db)
  const token = await linkFor(person.id)
  expect(await look(token)).toEqual({ status: 200, usable: true })
  expect(await look(token)).toEqual({ status: 200, usable: true })
  const first = await takeLink(post(`/sign-in/${token}`))
  if (!(first instanceof Response)) throw new Error('not signed in')
  const cookie = first.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const actor = await findActor(new Request('http://x/', { headers: { Cookie: cookie } }))
  expect(actor?.personId).toBe(person.id)
  expect(await takeLink(post(`/sign-in/${token}`))).toMatchObject({ init: { status: 410 } })
  expect(await look(token)).toEqual({ status: 410, usable: false })
})

test('of two who use a link at the same moment one gets in', async () => {
  const token = await linkFor((await aPerson(t.db)).id)
  const answers = await Promise.all([1, 2, 3].map(() => takeLink(post(`/sign-in/${token}`))))
  expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(1)
})

test('an old link, and one that never was, are refused', async () => {
  const person = await aPerson(t.db)
  const token = await linkFor(person.id)
  await t.db
    .update(signInLinks)
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where(eq(signInLinks.personId, person.id))
  expect(await look(token)).toEqual({ status: 410, usable: false })
  expect(await takeLink(post(`/sign-in/${token}`))).toMatchObject({ init: { status: 410 } })
  expect(await look('never')).toEqual({ status: 410, usable: false })
})

test('an unknown address gets the same answer as a known one', async () => {
  const person = await aPerson(t.db)
  const ask = async (email: string) => {
    const answer = await askForLink(post('/nn/sign-in?to=%2Fworkspace', { email }))
    if (!(answer instanceof Response)) throw new Error('refused')
    return { status: answer.status, headers: [...answer.headers] }
  }
  expect(await ask('nobody@example.test')).toEqual(await ask(person.email ?? ''))
  expect(await t.db.$count(auditEvents, eq(auditEvents.subjectId, person.id))).toBe(1)
})

test('an address that cannot be one is refused with what was typed kept', async () => {
  expect(await askForLink(post('/sign-in', { email: 'kari hos kommunen' }))).toMatchObject({
    init: { status: 422 },
    data: { errors: ['email-unusable'], email: 'kari hos kommunen' },
  })
  expect(await askForLink(post('/sign-in', {}))).toMatchObject({
    data: { errors: ['email-missing'], email: '' },
  })
})

test('when too many ask at once they are told so, and what they typed is kept', async () => {
  const person = await aPerson(t.db)
  const flooded = post('/sign-in', { email: person.email ?? '' }, { ...context, signInFlooded: true })
  expect(await askForLink(flooded)).toMatchObject({
    init: { status: 429 },
    data: { errors: ['flooded'], email: person.email },
  })
  expect(await t.db.$count(auditEvents, eq(auditEvents.subjectId, person.id))).toBe(0)
})

test('the letter is in the person’s language and its link leads in', async () => {
  process.env.DEMO = '1'
  const person = await aPerson(t.db, { locale: 'nn' })
  await notificationHandlers['sign-in-link.requested']?.({
    ...{ id: person.id, type: 'sign-in-link.requested', subjectId: person.id },
    data: { locale: 'nb', to: '/workbench' },
  })
  const [letter] = await t.db
    .select()
    .from(demoMails)
    .where(eq(demoMails.to, person.email ?? ''))
  expect(letter?.subject).toBe('Lenkje for å logge inn i Innspill')
  const [, token = '', to] = /\/nn\/sign-in\/(\S+)\?to=(\S+)/.exec(letter?.text ?? '') ?? []
  expect(decodeURIComponent(to ?? '')).toBe('/workbench')
  expect(await look(token)).toEqual({ status: 200, usable: true })
  process.env.DEMO = '0'
})

test('one arrives where one was going, else where one works, and never at another site', async () => {
  const member = await aMember(t.db, await anOrganisation(t.db), 'submitter')
  const analyst = await aStaffMember(t.db, await aStrategy(t.db), 'analyst')
  const administrator = await aPerson(t.db, { administratorSince: new Date() })
  expect(await arrival(member.personId)).toBe('/workspace')
  expect(await arrival(analyst.personId)).toBe('/workbench')
  expect(await arrival(administrator.id)).toBe('/admin')
  expect(await arrival(member.personId, '/workspace/solvaer?x=1')).toBe('/workspace/solvaer?x=1')
  expect(await arrival(member.personId, '//evil.example')).toBe('/workspace')
})

test('nobody is offered a way in without a letter outside demo mode', async () => {
  const page = await signInPage({ request: new Request('http://x/sign-in'), params: {}, context })
  expect(page).toMatchObject({ demo: false, people: [] })
  const person = await aPerson(t.db, { email: 'kari.lund@solvaer.example' })
  const asked = askForLink(post('/sign-in?person', { person: person.id }))
  await expect(asked).rejects.toMatchObject({ status: 404 })
})

test('in demo mode the invented people get a link each, and nobody else does', async () => {
  process.env.DEMO = '1'
  const stranger = await aPerson(t.db)
  const { people } = await signInPage({ request: new Request('http://x/sign-in'), params: {}, context })
  expect(people.map(({ name }) => name)).toEqual(['Kari Lund'])
  const answer = await askForLink(post('/sign-in?person', { person: people[0]?.id ?? '' }))
  expect(answer instanceof Response && answer.headers.get('Location')).toMatch(/^\/sign-in\/\S{20,}$/)
  const other = askForLink(post('/sign-in?person', { person: stranger.id }))
  await expect(other).rejects.toMatchObject({ status: 404 })
  process.env.DEMO = '0'
})

test('after signing out the cookie opens nothing', async () => {
  const person = await aPerson(t.db)
  const entered = await takeLink(post(`/sign-in/${await linkFor(person.id)}`))
  const cookie = (entered instanceof Response && entered.headers.get('Set-Cookie')?.split(';')[0]) || ''
  const request = () => new Request('http://x/sign-out', { method: 'POST', headers: { Cookie: cookie } })
  await signOut({ request: request(), params: {}, context: { ...context } })
  expect(await findActor(request())).toBe(null)
})
