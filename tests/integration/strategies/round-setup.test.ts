import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { createRound } from '#app/features/strategies/new-round.server.ts'
import { findRound } from '#app/features/strategies/queries.server.ts'
import { dayAndClock } from '#app/features/strategies/round-clock.ts'
import {
  type NewRound,
  newRoundForm,
  type SettingsFields,
  settingsForm,
} from '#app/features/strategies/round-forms.ts'
import { publishRound } from '#app/features/strategies/round-opening.server.ts'
import {
  listPublicRoundChanges,
  listRoundRevisions,
} from '#app/features/strategies/round-revisions.server.ts'
import { saveSettings, settingsSeen } from '#app/features/strategies/round-settings.server.ts'
import { auditEvents, organisers, phases, roundRevisions, rounds } from '#db/schema/index.ts'
import { anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { made } from './registrar.ts'

const t = appDatabase()

const again = async (id: string) => only(await t.db.select().from(rounds).where(eq(rounds.id, id)))

async function aPhase(strategy: { id: string }, own: Partial<typeof phases.$inferInsert> = {}) {
  const window = { startsOn: '2026-01-01', endsOn: '2027-12-31' }
  const words = { title: { nb: 'Innspill' }, purpose: { nb: 'Få fram hva som mangler.' } }
  const values = { strategyId: strategy.id, position: 0, ...window, ...words, ...own }
  return only(await t.db.insert(phases).values(values).returning())
}

async function aStaffedStrategy() {
  const strategy = await aStrategy(t.db, { caseNumber: '26/1' })
  const phase = await aPhase(strategy, { openedAt: daysFromNow(-2) })
  return { strategy, phase, editor: await aStaffMember(t.db, strategy, 'editor') }
}

function filled(phase: { id: string }, own: Record<string, unknown> = {}): NewRound {
  const [opens, deadline] = [dayAndClock(daysFromNow(10)), dayAndClock(daysFromNow(120))]
  return newRoundForm.parse({
    ...{ key: v7(), phase: phase.id, titleNb: 'Første runde', titleNn: 'Første runde' },
    ...{ introNb: 'Fortell.', introNn: 'Fortel.', purpose: 'input', legalForm: 'innspill' },
    ...{ opensDay: opens.day, opensClock: opens.clock, deadlineDay: deadline.day },
    ...{ deadlineClock: deadline.clock, ...own },
  })
}

const create = async (...asked: Parameters<typeof createRound>) =>
  again(made(await createRound(...asked)).roundId)

const publish = (actor: Actor, id: string, despite = false) => publishRound(actor, id, { key: v7(), despite })

test('a round is started with the next number and an address of it, and nobody else sees it', async () => {
  const { strategy, phase, editor } = await aStaffedStrategy()
  const first = await create(editor, strategy.id, filled(phase))
  expect(first).toMatchObject({ number: 1, slug: 'runde-1', publishedAt: null, legalForm: 'innspill' })
  expect(await findRound(strategy.slug, 'runde-1')).toBe(null)
  expect((await create(editor, strategy.id, filled(phase))).slug).toBe('runde-2')
  const taken = filled(phase, { slug: 'runde-1', number: '7' })
  expect(await createRound(editor, strategy.id, taken)).toEqual({ refusal: 'address-taken' })
  expect(await createRound(editor, strategy.id, filled(phase, { number: '2' }))).toEqual({
    refusal: 'number-taken',
  })
})

test('the same form sent twice at once starts one round, and two forms at once get two numbers', async () => {
  const { strategy, phase, editor } = await aStaffedStrategy()
  const form = filled(phase)
  const [one, other] = await Promise.all([
    createRound(editor, strategy.id, form),
    createRound(editor, strategy.id, form),
  ])
  expect(one).toEqual(other)
  await Promise.all([1, 2, 3].map(() => createRound(editor, strategy.id, filled(phase))))
  const all = await t.db.select().from(rounds).where(eq(rounds.strategyId, strategy.id))
  expect(all.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4])
})

test('a round is not started with half a moment, a deadline before its opening, or in the phase of another strategy', async () => {
  const { strategy, phase, editor } = await aStaffedStrategy()
  const refused = async (own: Record<string, unknown>) => createRound(editor, strategy.id, filled(phase, own))
  expect(await refused({ deadlineClock: '' })).toEqual({ refusal: 'moment-unusable', field: 'deadlineDay' })
  expect(await refused({ opensDay: '2026-02-31' })).toEqual({ refusal: 'moment-unusable', field: 'opensDay' })
  const early = dayAndClock(daysFromNow(5))
  expect(await refused({ deadlineDay: early.day, deadlineClock: early.clock })).toEqual({
    refusal: 'deadline-before-opening',
  })
  expect(await refused({ titleNb: ' \u0000 ', titleNn: '' })).toEqual({ refusal: 'title-missing' })
  expect(await refused({ slug: 'Ikke Æ' })).toEqual({ refusal: 'address-unusable' })
  const elsewhere = await aPhase(await aStrategy(t.db))
  expect(await refused({ phase: elsewhere.id })).toEqual({ refusal: 'phase-unknown' })
  expect(await t.db.$count(rounds, eq(rounds.strategyId, strategy.id))).toBe(0)
})

test('a short hearing is started with a reason and not without', async () => {
  const { strategy, phase, editor } = await aStaffedStrategy()
  const { day, clock } = dayAndClock(daysFromNow(30))
  const short = { legalForm: 'høring', deadlineDay: day, deadlineClock: clock }
  expect(await createRound(editor, strategy.id, filled(phase, short))).toEqual({ refusal: 'reason-missing' })
  const round = await create(editor, strategy.id, filled(phase, { ...short, reason: 'EØS-frist.' }))
  expect(round.shortNoticeReason).toEqual({ nb: 'EØS-frist.' })
})

test('a round is published when nothing stops it, once, and stands as its first version', async () => {
  const { strategy, phase, editor } = await aStaffedStrategy()
  const round = await create(editor, strategy.id, filled(phase))
  expect(await publish(editor, round.id, true)).toEqual({ refusal: 'not-ready' })
  await aQuestionnaire(t.db, round)
  const outcomes = await Promise.all([publish(editor, round.id), publish(editor, round.id)])
  expect(outcomes).toContainEqual({ refusal: 'already-public' })
  expect(outcomes).toContainEqual({ at: (await again(round.id)).publishedAt?.toISOString() })
  expect(await findRound(strategy.slug, round.slug)).not.toBe(null)
  const { revisions, total } = await listRoundRevisions(round.id)
  expect([total, revisions[0]?.number, revisions[0]?.changes]).toEqual([1, 1, []])
})

test('where the state asks, one written form must be accepted by whoever publishes, and that is on record', async () => {
  const { strategy, phase, editor } = await aStaffedStrategy()
  const state = await anOrganisation(t.db, { kind: 'state-body', name: 'Et departement' })
  await t.db
    .insert(organisers)
    .values({ strategyId: strategy.id, organisationId: state.id, position: 0, role: {} })
  const round = await create(editor, strategy.id, filled(phase, { introNn: '' }))
  await aQuestionnaire(t.db, round)
  expect(await publish(editor, round.id)).toEqual({ refusal: 'not-confirmed' })
  expect(await again(round.id)).toEqual(round)
  made(await publish(editor, round.id, true))
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, round.id))
  expect(events.find(({ type }) => type === 'round.published')?.data).toMatchObject({ despite: ['one-form'] })
})

test('a round whose phase has not been opened is announced, and does not open in it', async () => {
  const { strategy, editor } = await aStaffedStrategy()
  const later = await aPhase(strategy, { position: 1 })
  const ahead = await create(editor, strategy.id, filled(later))
  await aQuestionnaire(t.db, ahead)
  expect(await publish(editor, ahead.id)).toEqual({ refusal: 'not-confirmed' })
  await t.db
    .update(rounds)
    .set({ opensAt: daysFromNow(-1) })
    .where(eq(rounds.id, ahead.id))
  expect(await publish(editor, ahead.id, true)).toEqual({ refusal: 'not-ready' })
})

type Round = typeof rounds.$inferSelect

const settings = (round: Round, own: Record<string, unknown> = {}): SettingsFields =>
  settingsForm.parse({
    ...{ key: v7(), seen: settingsSeen(round), phase: round.phaseId, purpose: round.purpose },
    ...{ titleNb: round.title.nb, titleNn: round.title.nn, introNb: round.intro.nb, introNn: round.intro.nn },
    ...{ slug: round.slug, number: String(round.number), contactName: round.contact?.name ?? '' },
    ...{ contactPhone: round.contact?.phone ?? '', mailbox: round.contact?.mailbox ?? '', ...own },
  })

async function anOpenRound(own: Partial<typeof rounds.$inferInsert> = {}) {
  const strategy = await aStrategy(t.db)
  const round = await again((await aRound(t.db, { strategy, ...own })).id)
  return { strategy, round, editor: await aStaffMember(t.db, strategy, 'editor') }
}

test('a change after the opening takes a reason, and everybody reads what and why, and not by whom', async () => {
  const { round, editor } = await anOpenRound()
  const mailbox = 'runde@example.test'
  expect(await saveSettings(editor, round.id, settings(round, { mailbox }))).toEqual({
    refusal: 'why-missing',
  })
  expect(await again(round.id)).toEqual(round)
  const why = { whyNb: 'Flere spurte hvor de skulle skrive.', whyNn: 'Fleire spurde kvar dei skulle skrive.' }
  expect(await saveSettings(editor, round.id, settings(round, { mailbox, ...why }))).toEqual({ changed: 1 })
  const [change, ...others] = await listPublicRoundChanges(round)
  expect(others).toEqual([])
  expect(change).toMatchObject({
    ...{ number: 2, reason: { nb: why.whyNb, nn: why.whyNn } },
    changes: [{ field: 'contact', before: null, after: { mailbox } }],
  })
  expect(JSON.stringify(change)).not.toContain(editor.name)
  const { revisions } = await listRoundRevisions(round.id)
  expect(revisions.map(({ number, by }) => [number, by])).toEqual([
    [2, editor.name],
    [1, null],
  ])
})

test('where staff have put a round among the phases is no news for others', async () => {
  const { round, editor, strategy } = await anOpenRound()
  const phase = await aPhase(strategy, { position: 99 })
  made(await saveSettings(editor, round.id, settings(round, { phase: phase.id, whyNb: 'Ny plan.' })))
  expect(await listPublicRoundChanges(round)).toEqual([])
  expect((await listRoundRevisions(round.id)).revisions[0]?.changes).toMatchObject([{ field: 'phaseId' }])
})

test('before the opening a change takes no reason, and what was not public yet has no versions', async () => {
  const { round, editor } = await anOpenRound({ publishedAt: null })
  expect(await saveSettings(editor, round.id, settings(round, { slug: 'nytt-navn', number: '9' }))).toEqual({
    changed: 2,
  })
  expect((await listRoundRevisions(round.id)).total).toBe(0)
})

test('what others have in hand stays: address and number once public, purpose once open', async () => {
  const { round, editor } = await anOpenRound()
  const refused = (own: Record<string, unknown>) =>
    saveSettings(editor, round.id, settings(round, { whyNb: 'Fordi.', ...own }))
  expect(await refused({ slug: 'annet' })).toEqual({ refusal: 'address-fixed' })
  expect(await refused({ number: '12' })).toEqual({ refusal: 'number-fixed' })
  expect(await refused({ purpose: 'report' })).toEqual({ refusal: 'purpose-fixed' })
  expect(await refused({ introNb: '', introNn: '' })).toEqual({ refusal: 'intro-missing' })
  expect(await again(round.id)).toEqual(round)
})

test('of two who change the settings at once, the second is told', async () => {
  const { round, editor } = await anOpenRound()
  const outcomes = await Promise.all(
    ['a@example.test', 'b@example.test'].map((mailbox) =>
      saveSettings(editor, round.id, settings(round, { mailbox, whyNb: 'Ny adresse.' })),
    ),
  )
  expect(outcomes).toContainEqual({ refusal: 'stale' })
  expect(outcomes).toContainEqual({ changed: 1 })
})

test('a name in the contact is nowhere in the audit log', async () => {
  const { round, editor } = await anOpenRound()
  const form = settings(round, { contactName: 'Ragnhild Sund', whyNb: 'Ny kontakt.' })
  made(await saveSettings(editor, round.id, form))
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, round.id))
  expect(events).toHaveLength(1)
  expect(JSON.stringify(events)).not.toContain('Ragnhild')
})

test('versions are never changed', async () => {
  const { round, editor } = await anOpenRound()
  made(await saveSettings(editor, round.id, settings(round, { titleNb: 'Nytt navn', whyNb: 'Fordi.' })))
  const own = eq(roundRevisions.roundId, round.id)
  await expect(t.db.delete(roundRevisions).where(own)).rejects.toThrow()
  await expect(t.db.update(roundRevisions).set({ reason: null }).where(own)).rejects.toThrow()
})

test('only editors and leads of the strategy start, change and publish rounds', async () => {
  const { round, strategy } = await anOpenRound({ publishedAt: null })
  const phase = { id: round.phaseId }
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  for (const [actor, refusal] of [
    [analyst, 'forbidden'],
    [stranger, 'not-found'],
  ] as const) {
    expect(await createRound(actor, strategy.id, filled(phase))).toEqual({ refusal })
    expect(await saveSettings(actor, round.id, settings(round))).toEqual({ refusal })
    expect(await publish(actor, round.id, true)).toEqual({ refusal })
  }
})
