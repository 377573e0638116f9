import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendInvitations } from '#app/features/notifications/invitation-letters.server.ts'
import { countByKind, invite, listInvited } from '#app/features/strategies/invitations.server.ts'
import { listDemoLetters } from '#app/platform/mail/mailer.server.ts'
import { auditEvents, demoMails, invitations } from '#db/schema/index.ts'
import { aMember, anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()
const { DEMO } = process.env
beforeAll(() => {
  process.env.DEMO = '1'
})
afterAll(() => {
  if (DEMO === undefined) delete process.env.DEMO
  else process.env.DEMO = DEMO
})

async function aStaffedRound(own: Parameters<typeof aRound>[1] = {}) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy, ...own })
  return { strategy, round, editor: await aStaffMember(t.db, strategy, 'editor') }
}

const one = (...organisation: string[]) => ({ key: v7(), kind: [], organisation })
const told = (roundId: string) => ({ id: v7(), type: 'round.invited', subjectId: roundId, data: {} })

test('inviting a kind invites every listed body of it that exists, once', async () => {
  const { round, editor } = await aStaffedRound()
  const union = { kind: 'union' } as const
  await anOrganisation(t.db, { ...union, name: 'Lærerlaget' })
  await anOrganisation(t.db, { ...union, name: 'Nedlagt lag', validTo: '2020-01-01' })
  await anOrganisation(t.db, { ...union, name: 'Laget ingen har ført opp', listed: false })
  const chosen = { kind: ['union' as const], organisation: [] }
  expect(await invite(editor, round.id, { key: v7(), ...chosen })).toEqual({ invited: 1 })
  expect(await invite(editor, round.id, { key: v7(), ...chosen })).toEqual({ invited: 0 })
  const kinds = await countByKind(round.id, new Date())
  expect(kinds.find(({ kind }) => kind === 'union')).toEqual({ kind: 'union', bodies: 1, invited: 1 })
  const { invited, total } = await listInvited(round.id, 1)
  expect([total, invited.map(({ name }) => name)]).toEqual([1, ['Lærerlaget']])
})

test('a body that only had a later deadline becomes invited and keeps its deadline', async () => {
  const { round, editor } = await aStaffedRound()
  const body = await anOrganisation(t.db)
  const extendedUntil = daysFromNow(20)
  const place = { strategyId: round.strategyId, roundId: round.id, organisationId: body.id }
  await t.db.insert(invitations).values({ ...place, invitedAt: null, extendedUntil })
  expect(await invite(editor, round.id, one(body.id))).toEqual({ invited: 1 })
  const [row] = await t.db.select().from(invitations).where(eq(invitations.organisationId, body.id))
  expect(row?.extendedUntil).toEqual(extendedUntil)
  expect(row?.invitedAt).not.toBeNull()
})

test('the same form sent twice invites once, and it is on record once', async () => {
  const { round, editor } = await aStaffedRound()
  const form = one((await anOrganisation(t.db)).id)
  const outcomes = await Promise.all([invite(editor, round.id, form), invite(editor, round.id, form)])
  expect(outcomes).toEqual([{ invited: 1 }, { invited: 1 }])
  const ofRound = and(eq(auditEvents.subjectId, round.id), eq(auditEvents.type, 'round.invited'))
  expect(await t.db.$count(auditEvents, ofRound)).toBe(1)
})

test('analysts do not invite, and for the staff of others the round is not there', async () => {
  const { round, strategy } = await aStaffedRound()
  const body = await anOrganisation(t.db)
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const other = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await invite(analyst, round.id, one(body.id))).toEqual({ refusal: 'forbidden' })
  expect(await invite(other, round.id, one(body.id))).toEqual({ refusal: 'not-found' })
})

test('nobody is invited to a round that is not public or is over, and nobody by choosing nobody', async () => {
  const hidden = await aStaffedRound({ publishedAt: null })
  const over = await aStaffedRound({ deadlineAt: daysFromNow(-1) })
  const open = await aStaffedRound()
  const body = await anOrganisation(t.db)
  expect(await invite(hidden.editor, hidden.round.id, one(body.id))).toEqual({
    refusal: 'round-not-published',
  })
  expect(await invite(over.editor, over.round.id, one(body.id))).toEqual({ refusal: 'round-closed' })
  expect(await invite(open.editor, open.round.id, one())).toEqual({ refusal: 'nobody-chosen' })
  expect(await invite(open.editor, open.round.id, one(v7()))).toEqual({ invited: 0 })
})

test('each body is written to in its own written form, once however often it is told', async () => {
  await t.db.delete(demoMails)
  const { round, editor } = await aStaffedRound()
  const vestre = await anOrganisation(t.db, { name: 'Vestre Fjord kommune', writtenForm: 'nn' })
  const austre = await anOrganisation(t.db, { name: 'Østre Dal kommune', writtenForm: 'neutral' })
  await aMember(t.db, vestre, 'contributor', 'approver')
  await aMember(t.db, austre, 'submitter')
  await invite(editor, round.id, one(vestre.id, austre.id))
  await Promise.all([sendInvitations(told(round.id)), sendInvitations(told(round.id))])
  await sendInvitations(told(round.id))
  const letters = await listDemoLetters()
  expect(letters).toHaveLength(2)
  const nynorsk = letters.find(({ text }) => text.includes('Vestre Fjord kommune'))
  expect(nynorsk?.subject).toContain('innspel')
  expect(nynorsk?.text).toContain(`/nn/strategies/`)
  expect(letters.find(({ text }) => text.includes('Østre Dal kommune'))?.subject).toContain('innspill')
  const { invited } = await listInvited(round.id, 1)
  expect(invited.every(({ toldAt, members }) => toldAt && members)).toBe(true)
})
