import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { notificationHandlers } from '#app/features/notifications/jobs.server.ts'
import { changeRoles, requireApproval } from '#app/features/organisations/members.server.ts'
import { askToJoin, decideRequest, listOpenRequests } from '#app/features/organisations/requests.server.ts'
import { auditEvents, demoMails, membershipRequests, organisations, people } from '#db/schema/index.ts'
import { aMember, aPerson } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { aBody, anew, aStranger, rolesIn, rowsOf } from './room.ts'

const t = appDatabase()
const change = (person: string, roles: ('contributor' | 'approver' | 'submitter')[], told = false) => ({
  ...{ key: v7(), person, roles, told },
})

test('of two approvers who end each other at once one is left', async () => {
  for (let round = 0; round < 5; round++) {
    const { organisation, approver } = await aBody(t.db)
    const other = await aMember(t.db, organisation, 'approver')
    const outcomes = await Promise.all([
      changeRoles(approver, organisation.id, change(other.personId, [], true)),
      changeRoles(other, organisation.id, change(approver.personId, [], true)),
    ])
    expect(outcomes.filter((outcome) => 'personId' in outcome)).toHaveLength(1)
    expect(outcomes).toContainEqual({ refusal: 'last-approver' })
    expect(Object.values(await rolesIn(organisation.id)).flat()).toContain('approver')
  }
})

test('roles are taken and given; an ended membership lets nobody in and may begin again', async () => {
  const { organisation, approver } = await aBody(t.db)
  const member = await aMember(t.db, organisation, 'contributor')
  await changeRoles(approver, organisation.id, change(member.personId, ['contributor', 'submitter']))
  expect((await anew(t.db, member)).memberships.map(({ role }) => role).sort()).toEqual([
    'contributor',
    'submitter',
  ])
  await changeRoles(approver, organisation.id, change(member.personId, []))
  expect((await anew(t.db, member)).memberships).toEqual([])
  expect(await changeRoles(approver, organisation.id, change(member.personId, ['approver']))).toEqual({
    refusal: 'no-member',
  })
  const asked = await askToJoin(member, { key: v7(), organisation: organisation.id, message: 'Igjen' })
  if (!('requestId' in asked)) throw new Error(asked.refusal)
  const consent = { key: v7(), request: asked.requestId, roles: ['contributor' as const] }
  await decideRequest(approver, organisation.id, consent)
  expect((await anew(t.db, member)).memberships).toHaveLength(1)
  expect(await rowsOf(t.db, member.personId)).toHaveLength(2)
})

test('the last submitter goes only when whoever decides has been told', async () => {
  const { organisation, approver } = await aBody(t.db)
  const without = change(approver.personId, ['approver'])
  expect(await changeRoles(approver, organisation.id, without)).toEqual({ refusal: 'last-submitter' })
  expect(await changeRoles(approver, organisation.id, { ...without, told: true })).toMatchObject({
    personId: approver.personId,
  })
})

test('a request is answered once, by those who decide, and each hears of it', async () => {
  process.env.DEMO = '1'
  const { organisation, approver } = await aBody(t.db, { name: 'Havgløtt kommune' })
  const stranger = await aStranger(t.db, 'Liv Moe')
  const asking = { key: v7(), organisation: organisation.id, message: 'Jeg er rektor.' }
  const asked = await askToJoin(stranger, asking)
  if (!('requestId' in asked)) throw new Error(asked.refusal)
  expect(await askToJoin(stranger, asking), 'sent twice').toEqual(asked)
  expect(await askToJoin(stranger, { ...asking, key: v7() })).toEqual({ refusal: 'asked-already' })
  const hear = (type: string) =>
    notificationHandlers[type]?.({ id: v7(), type, subjectId: asked.requestId, data: {} })
  await hear('membership.asked')
  const emailOf = async (personId: string) =>
    (await t.db.select().from(people).where(eq(people.id, personId)))[0]?.email ?? ''
  const lettersTo = async (personId: string) =>
    t.db
      .select()
      .from(demoMails)
      .where(eq(demoMails.to, await emailOf(personId)))
  const [letter] = await lettersTo(approver.personId)
  expect(letter?.text).toContain('Liv Moe')
  expect(letter?.text, 'what was written stays in the house').not.toContain('rektor')
  const [open] = await listOpenRequests(organisation.id)
  expect(open).toMatchObject({ name: 'Liv Moe', message: 'Jeg er rektor.' })
  const decide = (roles: 'contributor'[]) =>
    decideRequest(approver, organisation.id, { key: v7(), request: asked.requestId, roles })
  const outcomes = await Promise.all([decide(['contributor']), decide([])])
  expect(outcomes.filter((outcome) => 'requestId' in outcome)).toHaveLength(1)
  expect(outcomes).toContainEqual({ refusal: 'decided-already' })
  await hear('membership.decided')
  expect(await lettersTo(stranger.personId)).toHaveLength(1)
  const consented = outcomes.some((outcome) => 'consented' in outcome && outcome.consented)
  expect('Liv Moe' in (await rolesIn(organisation.id))).toBe(consented)
})

test('members who do not decide, and strangers, decide nothing', async () => {
  const { organisation, approver } = await aBody(t.db)
  const member = await aMember(t.db, organisation, 'contributor', 'submitter')
  const neighbour = (await aBody(t.db)).approver
  const [request] = await t.db
    .insert(membershipRequests)
    .values({
      ...{ organisationId: organisation.id, personId: (await aPerson(t.db)).id, message: 'Jeg vil' },
    })
    .returning()
  const deciding = { key: v7(), request: request?.id ?? '', roles: ['approver' as const] }
  expect(await decideRequest(member, organisation.id, deciding)).toEqual({ refusal: 'forbidden' })
  expect(await decideRequest(neighbour, organisation.id, deciding)).toEqual({ refusal: 'not-found' })
  expect(await changeRoles(member, organisation.id, change(approver.personId, []))).toEqual({
    refusal: 'forbidden',
  })
  expect(await requireApproval(neighbour, organisation.id, v7(), true)).toEqual({ refusal: 'not-found' })
  const other = (await aBody(t.db)).organisation
  expect(await decideRequest(neighbour, other.id, deciding)).toEqual({ refusal: 'not-found' })
})

test('the organisation says whether its inputs must be approved, and that is on record', async () => {
  const { organisation, approver } = await aBody(t.db)
  await requireApproval(approver, organisation.id, v7(), true)
  const [stored] = await t.db.select().from(organisations).where(eq(organisations.id, organisation.id))
  expect(stored?.approvalRequired).toBe(true)
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, organisation.id))
  expect(events).toMatchObject([{ type: 'organisation.approval-set', data: { required: true } }])
})
