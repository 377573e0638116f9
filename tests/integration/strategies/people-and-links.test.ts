import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { setParent } from '#app/features/strategies/hierarchy.server.ts'
import { listLinks, removeLink, saveLink } from '#app/features/strategies/links.server.ts'
import { listMembers, removeMember, saveMember } from '#app/features/strategies/members.server.ts'
import { removeOrganiser, saveOrganiser } from '#app/features/strategies/organisers.server.ts'
import { auditEvents, strategies, strategyStaff } from '#db/schema/index.ts'
import { anActor, anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aLedStrategy, made, recordNow } from './registrar.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const member = (own = {}) => ({
  ...{ key: v7(), seen: '', name: 'Ragnhild Stølen', organisation: 'Departementet' },
  ...{ role: 'chair' as const, since: '2021-10-13', until: '', ...own },
})
const link = (own = {}) => ({
  ...{ key: v7(), seen: '', kind: 'result' as const, titleNb: 'Situasjonsbilde', titleNn: '' },
  ...{ href: 'https://opplaering.example/bilde', ...own },
})

test('one person has several roles, ends one of them, and a mistake is taken off', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const id = strategy.id
  const { memberId } = made(await saveMember(lead, id, member()))
  made(await saveMember(lead, id, member({ role: 'contact' })))
  const [first] = await listMembers(id)
  made(await saveMember(lead, id, member({ member: memberId, seen: first?.seen, until: '2022-01-31' })))
  expect((await listMembers(id)).map(({ role, until }) => [role, until])).toEqual([
    ['chair', '2022-01-31'],
    ['contact', null],
  ])
  made(await removeMember(lead, id, memberId))
  made(await removeMember(lead, id, memberId))
  expect(await listMembers(id)).toHaveLength(1)
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.strategyId, id))
  expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('Ragnhild')
})

test('who changes a member or a link from an older page is told', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const id = strategy.id
  const { memberId } = made(await saveMember(lead, id, member()))
  const [{ seen } = { seen: '' }] = await listMembers(id)
  made(await saveMember(lead, id, member({ member: memberId, seen, name: 'En annen' })))
  expect(await saveMember(lead, id, member({ member: memberId, seen }))).toEqual({ refusal: 'stale' })
  const { linkId } = made(await saveLink(lead, id, link()))
  const [{ seen: mark } = { seen: '' }] = await listLinks(id)
  made(await saveLink(lead, id, link({ link: linkId, seen: mark, titleNb: 'Et annet navn' })))
  expect(await saveLink(lead, id, link({ link: linkId, seen: mark }))).toEqual({ refusal: 'stale' })
})

test('a link leads to a safe address or to another strategy, one of the two', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const id = strategy.id
  const other = await aStrategy(t.db)
  const hidden = await aStrategy(t.db, { publishedAt: null })
  const no = (refusal: string) => ({ refusal })
  for (const href of [
    'javascript:alert(1)',
    'data:text/html,x',
    ' java\tscript:x',
    '//evil.example',
    '/admin',
  ])
    expect(await saveLink(lead, id, link({ href }))).toEqual(no('address-not-safe'))
  expect(await saveLink(lead, id, link({ href: '' }))).toEqual(no('target-missing'))
  expect(await saveLink(lead, id, link({ related: other.id }))).toEqual(no('one-target'))
  expect(await saveLink(lead, id, link({ titleNb: '' }))).toEqual(no('link-title-missing'))
  expect(await saveLink(lead, id, link({ href: '', related: hidden.id }))).toEqual(no('related-unknown'))
  expect(await saveLink(lead, id, link({ href: '', related: id }))).toEqual(no('related-unknown'))
  const { linkId } = made(await saveLink(lead, id, link({ href: '', titleNb: '', related: other.id })))
  expect((await listLinks(id)).map(({ related }) => related?.slug)).toEqual([other.slug])
  made(await removeLink(lead, id, linkId))
  expect(await listLinks(id)).toEqual([])
})

test('nothing of another strategy is changed through one of ones own', async () => {
  const [own, other] = [await aLedStrategy(t), await aLedStrategy(t)]
  const { memberId } = made(await saveMember(other.lead, other.strategy.id, member()))
  const { linkId } = made(await saveLink(other.lead, other.strategy.id, link()))
  const id = own.strategy.id
  expect(await saveMember(own.lead, id, member({ member: memberId }))).toEqual({ refusal: 'not-found' })
  expect(await saveLink(own.lead, id, link({ link: linkId }))).toEqual({ refusal: 'not-found' })
  made(await removeMember(own.lead, id, memberId))
  made(await removeLink(own.lead, id, linkId))
  expect(await listMembers(other.strategy.id)).toHaveLength(1)
  expect(await listLinks(other.strategy.id)).toHaveLength(1)
})

test('analysts change nothing, and others are told nothing', async () => {
  const { strategy } = await aLedStrategy(t)
  const id = strategy.id
  const tries = (actor: Actor) =>
    Promise.all([
      saveMember(actor, id, member()),
      removeMember(actor, id, v7()),
      saveLink(actor, id, link()),
      removeLink(actor, id, v7()),
      setParent(actor, id, { key: v7(), revision: 0 }),
      removeOrganiser(actor, id, { key: v7(), revision: 0, organisation: v7() }),
    ])
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  expect(await tries(analyst)).toEqual(Array(6).fill({ refusal: 'forbidden' }))
  expect(await tries(await anActor(t.db))).toEqual(Array(6).fill({ refusal: 'not-found' }))
})

async function under(actor: Actor, strategyId: string, parent: string | undefined) {
  const { revision } = await recordNow(actor, strategyId)
  return setParent(actor, strategyId, { key: v7(), revision, parent })
}

test('a strategy never comes under itself, however long the way', async () => {
  const chain = [await aLedStrategy(t), await aLedStrategy(t), await aLedStrategy(t), await aLedStrategy(t)]
  for (const [at, { strategy, lead }] of chain.entries())
    if (at > 0) made(await under(lead, strategy.id, chain[at - 1]?.strategy.id))
  const [top] = chain
  if (!top) throw new Error('no chain')
  for (const { strategy } of chain)
    expect(await under(top.lead, top.strategy.id, strategy.id)).toEqual({ refusal: 'parent-circular' })
  const last = chain[3]
  if (last) made(await under(last.lead, last.strategy.id, undefined))
  made(await under(top.lead, top.strategy.id, last?.strategy.id))
})

test('two that put each other above themselves at once make no circle', async () => {
  const [one, other] = [await aLedStrategy(t), await aLedStrategy(t)]
  const outcomes = await Promise.all([
    under(one.lead, one.strategy.id, other.strategy.id),
    under(other.lead, other.strategy.id, one.strategy.id),
  ])
  expect(outcomes.filter((outcome) => 'revision' in outcome)).toHaveLength(1)
  expect(outcomes).toContainEqual({ refusal: 'parent-circular' })
})

test('only what one may read is put above ones own', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const hidden = await aStrategy(t.db, { publishedAt: null })
  expect(await under(lead, strategy.id, hidden.id)).toEqual({ refusal: 'parent-unknown' })
  expect(await under(lead, strategy.id, v7())).toEqual({ refusal: 'parent-unknown' })
  const own = { strategyId: hidden.id, organiserId: lead.staff[0]?.organiserId ?? '', role: 'lead' as const }
  await t.db.insert(strategyStaff).values({ ...own, personId: lead.personId })
  made(await under({ ...lead, staff: [...lead.staff, own] }, strategy.id, hidden.id))
  const [row] = await t.db.select().from(strategies).where(eq(strategies.id, strategy.id))
  expect(row?.parentId).toBe(hidden.id)
})

test('organisers have roles, and a strategy others read keeps one', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const [one, other] = [
    await anOrganisation(t.db, { kind: 'state-body', name: 'Departementet' }),
    await anOrganisation(t.db, { kind: 'network', name: 'Fellesorganet' }),
  ]
  const municipality = await anOrganisation(t.db)
  const form = async (organisation: string) => {
    const { revision } = await recordNow(lead, strategy.id)
    return { key: v7(), revision, organisation, roleNb: 'Leder arbeidet', roleNn: '' }
  }
  made(await saveOrganiser(lead, strategy.id, await form(one.id)))
  made(await saveOrganiser(lead, strategy.id, await form(other.id)))
  expect(await saveOrganiser(lead, strategy.id, await form(municipality.id))).toEqual({
    refusal: 'organisation-unknown',
  })
  const { record } = await recordNow(lead, strategy.id)
  expect(record.organisers.map(({ name, role }) => [name, role.nb])).toEqual([
    ['Departementet', 'Leder arbeidet'],
    ['Fellesorganet', 'Leder arbeidet'],
  ])
  made(await removeOrganiser(lead, strategy.id, await form(one.id)))
  expect(await removeOrganiser(lead, strategy.id, await form(other.id))).toEqual({
    refusal: 'last-organiser',
  })
})
