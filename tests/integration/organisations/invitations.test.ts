import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { notificationHandlers } from '#app/features/notifications/jobs.server.ts'
import { acceptInvitation, findInvitation } from '#app/features/organisations/accepting.server.ts'
import {
  inviteMember,
  listInvitations,
  resendInvitation,
  revokeInvitation,
} from '#app/features/organisations/invitations.server.ts'
import { demoMails, membershipInvitations, people } from '#db/schema/index.ts'
import { aMember, anActor, aPerson, unique } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { aBody, aStranger, invitationsOf, rolesIn, tokenOf } from './room.ts'

const t = appDatabase()
const newcomer = (name = 'Eva Strand') => ({ name, locale: 'nb' as const })
const address = () => `${unique()}@example.test`

async function anInvitation(
  roles: ('contributor' | 'approver' | 'submitter')[] = ['contributor'],
  email = address(),
) {
  const body = await aBody(t.db)
  const outcome = await inviteMember(body.approver, body.organisation.id, { key: v7(), email, roles })
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  const { invitationId } = outcome
  return { ...body, email, invitationId, token: await tokenOf(invitationId) }
}

test('a newcomer who holds the link becomes a person with the roles of the invitation', async () => {
  const { organisation, token, email } = await anInvitation(['contributor', 'submitter'])
  expect(await findInvitation(token, new Date())).toMatchObject({
    state: 'open',
    known: false,
    roles: ['contributor', 'submitter'],
    organisation: { name: organisation.name },
  })
  const outcome = await acceptInvitation(null, token, newcomer())
  expect(outcome).toMatchObject({ slug: organisation.slug })
  expect(await rolesIn(organisation.id)).toMatchObject({ 'Eva Strand': ['contributor', 'submitter'] })
  expect(await t.db.$count(people, eq(people.email, email))).toBe(1)
  expect(await acceptInvitation(null, token, newcomer())).toEqual({ refusal: 'invitation-used' })
})

test('somebody new says their name first, and the invitation waits for it', async () => {
  const { token, organisation } = await anInvitation()
  expect(await acceptInvitation(null, token, newcomer(''))).toEqual({ refusal: 'name-missing' })
  expect(await acceptInvitation(null, token, newcomer())).toMatchObject({ slug: organisation.slug })
})

test('an address we know is that person, whatever letters it is written in', async () => {
  const known = await aPerson(t.db, { name: 'Siri Vik' })
  const { token, organisation } = await anInvitation(['approver'], (known.email ?? '').toUpperCase())
  expect(await acceptInvitation(null, token, newcomer('Noen Andre'))).toMatchObject({ personId: known.id })
  expect(await rolesIn(organisation.id)).toMatchObject({ 'Siri Vik': ['approver'] })
})

test('whoever is signed in accepts for themselves and keeps the roles they have', async () => {
  const { token, organisation } = await anInvitation(['approver'])
  const member = await aMember(t.db, organisation, 'submitter')
  expect(await acceptInvitation(member, token, newcomer(''))).toMatchObject({ personId: member.personId })
  expect(await rolesIn(organisation.id)).toMatchObject({ [member.name]: ['approver', 'submitter'] })
  expect(await acceptInvitation(member, token, newcomer('')), 'sent twice').toMatchObject({
    slug: organisation.slug,
  })
})

test('of many who use one link at once one gets in', async () => {
  const { token, organisation } = await anInvitation()
  const strangers = await Promise.all([1, 2, 3, 4].map((n) => aStranger(t.db, `Gjest ${n}`)))
  const outcomes = await Promise.all(strangers.map((who) => acceptInvitation(who, token, newcomer(''))))
  expect(outcomes.filter((outcome) => 'slug' in outcome)).toHaveLength(1)
  const guests = Object.keys(await rolesIn(organisation.id)).filter((name) => name.startsWith('Gjest'))
  expect(guests).toHaveLength(1)
})

test('two invitations of one newcomer accepted at once make one person with the roles of both', async () => {
  const email = address()
  const first = await anInvitation(['contributor'], email)
  const second = await anInvitation(['approver'], email.toUpperCase())
  const outcomes = await Promise.all(
    [first, second].map(({ token }) => acceptInvitation(null, token, newcomer('Tove Hals'))),
  )
  const persons = new Set(
    outcomes.map((outcome) => ('personId' in outcome ? outcome.personId : outcome.refusal)),
  )
  expect(persons.size).toBe(1)
  expect(await rolesIn(first.organisation.id)).toMatchObject({ 'Tove Hals': ['contributor'] })
  expect(await rolesIn(second.organisation.id)).toMatchObject({ 'Tove Hals': ['approver'] })
})

test('an invitation taken back, out of date or replaced by a newer letter lets nobody in', async () => {
  const { approver, organisation, invitationId, token } = await anInvitation()
  await resendInvitation(approver, organisation.id, invitationId, v7())
  expect(await findInvitation(token, new Date())).toBeNull()
  expect(await acceptInvitation(null, token, newcomer())).toEqual({ refusal: 'not-found' })
  const newer = await tokenOf(invitationId)
  const own = eq(membershipInvitations.id, invitationId)
  await t.db
    .update(membershipInvitations)
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where(own)
  expect(await acceptInvitation(null, newer, newcomer())).toEqual({ refusal: 'invitation-expired' })
  expect(await listInvitations(organisation.id, new Date())).toMatchObject([{ expired: true }])
  await revokeInvitation(approver, organisation.id, invitationId, v7())
  expect(await acceptInvitation(null, newer, newcomer())).toEqual({ refusal: 'invitation-revoked' })
  expect(await listInvitations(organisation.id, new Date())).toEqual([])
  expect(Object.keys(await rolesIn(organisation.id))).toEqual([approver.name])
})

test('nobody is invited twice, nor when they are here, and one form sent twice is one invitation', async () => {
  const { approver, organisation, email } = await anInvitation()
  const wish = { key: v7(), email: email.toUpperCase(), roles: ['approver' as const] }
  expect(await inviteMember(approver, organisation.id, wish)).toEqual({ refusal: 'already-invited' })
  const member = await aPerson(t.db)
  await t.db.insert((await import('#db/schema/index.ts')).memberships).values({
    organisationId: organisation.id,
    personId: member.id,
    role: 'contributor',
  })
  const again = { ...wish, email: member.email ?? '' }
  expect(await inviteMember(approver, organisation.id, again)).toEqual({ refusal: 'already-member' })
  const once = { key: v7(), email: address(), roles: ['contributor' as const] }
  await Promise.all([1, 2, 3].map(() => inviteMember(approver, organisation.id, once)))
  expect(await invitationsOf(t.db, organisation.id)).toHaveLength(2)
})

test('only approvers of the organisation and administrators invite', async () => {
  const { organisation, invitationId } = await anInvitation()
  const wish = () => ({ key: v7(), email: address(), roles: ['contributor' as const] })
  const neighbour = (await aBody(t.db)).approver
  const contributor = await aMember(t.db, organisation, 'contributor')
  expect(await inviteMember(neighbour, organisation.id, wish())).toEqual({ refusal: 'not-found' })
  expect(await inviteMember(contributor, organisation.id, wish())).toEqual({ refusal: 'forbidden' })
  expect(await revokeInvitation(neighbour, organisation.id, invitationId, v7())).toEqual({
    refusal: 'not-found',
  })
  const { organisation: other, approver } = await aBody(t.db)
  expect(await revokeInvitation(approver, other.id, invitationId, v7()), 'another body’s id').toEqual({
    refusal: 'no-invitation',
  })
  const administrator = await anActor(t.db, { administratorSince: new Date() })
  expect(await inviteMember(administrator, organisation.id, wish())).toMatchObject({
    invitationId: expect.any(String),
  })
})

test('the letter holds a link that works, and the database only its hash', async () => {
  process.env.DEMO = '1'
  const { approver, organisation, email, invitationId } = await anInvitation()
  await notificationHandlers['membership.invited']?.({
    ...{ id: v7(), type: 'membership.invited', subjectId: invitationId, data: {} },
  })
  const [letter] = await t.db.select().from(demoMails).where(eq(demoMails.to, email))
  const token = /\/join\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  expect(letter?.subject).toContain(organisation.name)
  expect(letter?.text).toContain(approver.name)
  expect(await findInvitation(token, new Date())).toMatchObject({ state: 'open' })
  const [stored] = await invitationsOf(t.db, organisation.id)
  expect(JSON.stringify(stored)).not.toContain(token)
})
