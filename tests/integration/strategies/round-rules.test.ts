import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listLedgers } from '#app/features/inputs/ledger.server.ts'
import {
  changeExtension,
  findOrganisations,
  listExtended,
  listExtensionLog,
} from '#app/features/strategies/extensions.server.ts'
import { dayAndClock } from '#app/features/strategies/round-clock.ts'
import { type RulesFields, rulesForm } from '#app/features/strategies/round-forms.ts'
import { listRuleChanges, rulesSeen, saveRules } from '#app/features/strategies/round-rules.server.ts'
import { rulesOf } from '#app/features/strategies/standing-rules.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { auditEvents, deadlineExtensions, invitations, rounds } from '#db/schema/index.ts'
import { anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

type Round = typeof rounds.$inferSelect

async function aRuledRound(own: Partial<typeof rounds.$inferInsert> = {}) {
  const strategy = await aStrategy(t.db)
  const made = await aRound(t.db, { strategy, ...own })
  const editor = await aStaffMember(t.db, strategy, 'editor')
  return { strategy, editor, round: await again(made.id) }
}

const again = async (id: string): Promise<Round> =>
  only(await t.db.select().from(rounds).where(eq(rounds.id, id)))

/** The form as the page draws it, with what somebody changed in it. */
function filled(round: Round, own: Record<string, unknown> = {}): RulesFields {
  const rules = rulesOf(round)
  const [opens, deadline, late] = [rules.opensAt, rules.deadlineAt, rules.acceptsLateUntil].map(dayAndClock)
  return rulesForm.parse({
    ...{ key: v7(), seen: rulesSeen(round), legalForm: rules.legalForm, naming: rules.naming },
    ...{ opensDay: opens?.day, opensClock: opens?.clock, deadlineDay: deadline?.day },
    ...{ deadlineClock: deadline?.clock, lateDay: late?.day, lateClock: late?.clock },
    groups: Object.fromEntries(
      Object.entries(rules.groupDeadlines).map(([kind, at]) => [kind, dayAndClock(at)]),
    ),
    ...(rules.allowsCorrections && { corrections: 'on' }),
    ...(rules.allowsWithdrawal && { withdrawal: 'on' }),
    ...{
      inputsShown: rules.inputsShown,
      reason: rules.shortNoticeReason?.nb ?? '',
      reasonNn: rules.shortNoticeReason?.nn ?? '',
      whyNb: 'Flere ba om det.',
    },
    ...own,
  })
}

/** On the minute, as a form can say it. */
const minute = (days: number) => new Date(Math.floor(daysFromNow(days).getTime() / 60_000) * 60_000)

const open = { opensAt: minute(-1), deadlineAt: minute(10) }
const ahead = { opensAt: minute(2), deadlineAt: minute(30) }

test('rules are set, and each change is on record by name and without the words of the reason', async () => {
  const { editor, round } = await aRuledRound(ahead)
  const deadline = dayAndClock(minute(20))
  const group = dayAndClock(minute(25))
  const form = filled(round, {
    ...{
      legalForm: 'høring',
      reason: 'Hastesak for Ola.',
      naming: 'may-be-anonymous',
      corrections: undefined,
    },
    ...{ deadlineDay: deadline.day, deadlineClock: deadline.clock, groups: { municipality: group } },
  })
  expect(await saveRules(editor, round.id, form, 'x')).toEqual({ changed: 6, overtaken: 0 })
  const saved = await again(round.id)
  expect(saved).toMatchObject({
    ...{ legalForm: 'høring', naming: 'may-be-anonymous', allowsCorrections: false, allowsWithdrawal: true },
    ...{ deadlineAt: minute(20), shortNoticeReason: { nb: 'Hastesak for Ola.' } },
  })
  expect(rulesOf(saved).groupDeadlines).toEqual({ municipality: minute(25) })
  const [change] = await listRuleChanges(round.id)
  expect(change?.changed).toEqual([
    ...['legalForm', 'deadlineAt', 'groupDeadlines', 'shortNoticeReason', 'naming', 'allowsCorrections'],
  ])
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, round.id))
  expect(events).toHaveLength(1)
  expect(JSON.stringify(events)).not.toContain('Ola')
})

test('saving what stands changes nothing and records nothing', async () => {
  const { editor, round } = await aRuledRound(open)
  expect(await saveRules(editor, round.id, filled(round), 'x')).toEqual({ changed: 0, overtaken: 0 })
  expect(await listRuleChanges(round.id)).toEqual([])
})

test('of two who set the rules at once, the second is told', async () => {
  const { editor, round, strategy } = await aRuledRound(open)
  const colleague = await aStaffMember(t.db, strategy, 'lead')
  const later = (days: number) => {
    const { day, clock } = dayAndClock(minute(days))
    return filled(round, { deadlineDay: day, deadlineClock: clock })
  }
  const outcomes = await Promise.all([
    saveRules(editor, round.id, later(12), 'x'),
    saveRules(colleague, round.id, later(14), 'x'),
  ])
  expect(outcomes).toContainEqual({ refusal: 'stale' })
  expect(outcomes).toContainEqual({ changed: 1, overtaken: 0 })
})

test('after the opening no deadline comes earlier, and half a moment is none', async () => {
  const { editor, round } = await aRuledRound(open)
  const { day, clock } = dayAndClock(minute(5))
  const save = (own: Record<string, unknown>) => saveRules(editor, round.id, filled(round, own), 'x')
  expect(await save({ deadlineDay: day, deadlineClock: clock })).toEqual({ refusal: 'deadline-earlier' })
  expect(await save({ groups: { union: { day, clock } } })).toEqual({
    ...{ refusal: 'deadline-earlier', kind: 'union' },
  })
  expect(await save({ deadlineClock: '' })).toEqual({ refusal: 'moment-unusable', field: 'deadlineDay' })
  expect(await save({ groups: { union: { day: '2026-02-31', clock } } })).toEqual({
    ...{ refusal: 'moment-unusable', field: 'groups.union.day' },
  })
  expect(await again(round.id)).toEqual(round)
})

const give = (organisation: { id: string }, days: number, reason = 'Kommunestyret møtes senere.') => ({
  ...{ act: 'give' as const, key: v7(), organisation: organisation.id, reason },
  ...dayAndClock(minute(days)),
})

const invitationOf = async (round: Round, { id }: { id: string }) =>
  only(
    await t.db
      .select()
      .from(invitations)
      .where(and(eq(invitations.roundId, round.id), eq(invitations.organisationId, id))),
  )

test('an invited organisation gets a deadline of its own, another one, and loses it again; all of it is kept', async () => {
  const { editor, round, strategy } = await aRuledRound(open)
  const body = await anOrganisation(t.db)
  await t.db
    .insert(invitations)
    .values({ strategyId: strategy.id, roundId: round.id, organisationId: body.id })
  const { invitedAt } = await invitationOf(round, body)
  expect(await changeExtension(editor, round.id, give(body, 15))).toEqual({ until: minute(15) })
  expect(await changeExtension(editor, round.id, give(body, 13))).toEqual({ until: minute(13) })
  expect(await invitationOf(round, body)).toMatchObject({ invitedAt, extendedUntil: minute(13) })
  const back = {
    act: 'take-back' as const,
    key: v7(),
    organisation: body.id,
    reason: 'Ble likevel tidligere.',
  }
  expect(await changeExtension(editor, round.id, back)).toEqual({ until: null })
  expect(await invitationOf(round, body)).toMatchObject({ invitedAt, extendedUntil: null })
  const { log, logged } = await listExtensionLog(editor, round, 1)
  expect(log.map(({ until }) => until)).toEqual([null, minute(13), minute(15)])
  expect(logged).toBe(3)
  await expect(
    t.db.delete(deadlineExtensions).where(eq(deadlineExtensions.roundId, round.id)),
  ).rejects.toThrow()
})

test('one that was not invited gets a deadline, and is not among the invited', async () => {
  const { editor, round, strategy } = await aRuledRound(open)
  const body = await anOrganisation(t.db, { name: 'Ukjend kommune' })
  expect(await changeExtension(editor, round.id, give(body, 15))).toEqual({ until: minute(15) })
  expect(await invitationOf(round, body)).toMatchObject({ invitedAt: null, extendedUntil: minute(15) })
  const [ledger] = await listLedgers(strategy.id)
  expect(ledger?.invitedMunicipalities).toBe(0)
  expect((await listExtended(editor, round, 1)).extended.map(({ name }) => name)).toEqual(['Ukjend kommune'])
})

test('the same form sent twice gives one deadline', async () => {
  const { editor, round } = await aRuledRound(open)
  const form = give(await anOrganisation(t.db), 15)
  await Promise.all([changeExtension(editor, round.id, form), changeExtension(editor, round.id, form)])
  expect((await listExtensionLog(editor, round, 1)).logged).toBe(1)
})

test('a deadline for everybody that overtakes an extension takes it back, with a line in the log', async () => {
  const { editor, round } = await aRuledRound(open)
  const [short, long] = [await anOrganisation(t.db), await anOrganisation(t.db)]
  await changeExtension(editor, round.id, give(short, 15))
  await changeExtension(editor, round.id, give(long, 40))
  const { day, clock } = dayAndClock(minute(15))
  const form = filled(await again(round.id), { deadlineDay: day, deadlineClock: clock })
  expect(await saveRules(editor, round.id, form, 'Alle fekk like lang tid.')).toEqual({
    changed: 1,
    overtaken: 1,
  })
  expect((await invitationOf(round, short)).extendedUntil).toBe(null)
  expect((await invitationOf(round, long)).extendedUntil).toEqual(minute(40))
  const { log } = await listExtensionLog(editor, round, 1)
  expect(log[0]).toMatchObject({ until: null, reason: 'Alle fekk like lang tid.' })
})

test('the deadline of its kind is what an extension must be later than', async () => {
  const group = { municipality: minute(20).toISOString() }
  const { editor, round } = await aRuledRound({ ...open, groupDeadlines: group })
  const body = await anOrganisation(t.db)
  expect(await changeExtension(editor, round.id, give(body, 15))).toEqual({ refusal: 'not-later' })
  expect(await changeExtension(editor, round.id, give(body, 21))).toEqual({ until: minute(21) })
})

test('only editors and leads of the strategy decide, of rounds and organisations there are', async () => {
  const { round, editor, strategy } = await aRuledRound(open)
  const body = await anOrganisation(t.db)
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await changeExtension(analyst, round.id, give(body, 15))).toEqual({ refusal: 'forbidden' })
  expect(await changeExtension(stranger, round.id, give(body, 15))).toEqual({ refusal: 'not-found' })
  expect(await saveRules(analyst, round.id, filled(round), 'x')).toEqual({ refusal: 'forbidden' })
  expect(await saveRules(stranger, round.id, filled(round), 'x')).toEqual({ refusal: 'not-found' })
  expect(await saveRules(editor, v7(), filled(round), 'x')).toEqual({ refusal: 'not-found' })
  expect(await changeExtension(editor, round.id, give({ id: v7() }, 15))).toEqual({
    refusal: 'organisation-unknown',
  })
  expect(await findOrganisations(stranger, round, 'Solvær')).toEqual([])
})

test('organisations are found by a part of the name, signs of searching taken as they are', async () => {
  const { round, editor } = await aRuledRound(open)
  await anOrganisation(t.db, { name: 'Femti % kommune' })
  const names = async (words: string) =>
    (await findOrganisations(editor, round, words)).map(({ name }) => name)
  expect(await names('ti % k')).toEqual(['Femti % kommune'])
  expect(await names('ti _ k')).toEqual([])
  expect(await names(' \u0000\ud800 ')).toEqual([])
})
