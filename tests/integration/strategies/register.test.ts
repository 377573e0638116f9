import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changesSince, publishStrategy, saveRegister } from '#app/features/strategies/register.server.ts'
import { listPublicRevisions, listStaffRevisions } from '#app/features/strategies/revisions.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { auditEvents, organisers, registerRevisions, strategies } from '#db/schema/index.ts'
import { anActor, anOrganisation, aStaffMember, unique } from '#tests/factories/people.ts'
import { aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aLedStrategy, aNumber, filled, made, recordNow } from './registrar.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const revisionsOf = (strategyId: string) =>
  t.db.$count(registerRevisions, eq(registerRevisions.strategyId, strategyId))

test('a save is kept whole, after what stood before the first one, and is on record', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const projectNumber = aNumber()
  expect(made(await saveRegister(lead, strategy.id, filled(0, { projectNumber })))).toEqual({ revision: 2 })
  const rows = await t.db
    .select()
    .from(registerRevisions)
    .where(eq(registerRevisions.strategyId, strategy.id))
    .orderBy(registerRevisions.number)
  expect(rows.map(({ number, by }) => [number, by])).toEqual([
    [1, null],
    [2, lead.personId],
  ])
  expect(rows[0]?.data).toMatchObject({ title: strategy.title, projectNumber: null })
  expect(rows[1]?.data).toMatchObject({ title: { nb: 'Lik tilgang' }, projectNumber, status: 'ongoing' })
  const [event] = await t.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.strategyId, strategy.id), eq(auditEvents.type, 'register.saved')))
  expect(event).toMatchObject({ actorId: lead.personId, data: { revision: 2 } })
})

test('the same form sent twice, also at once, is one save', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const form = filled(0)
  const outcomes = await Promise.all([form, form, form].map((f) => saveRegister(lead, strategy.id, f)))
  expect(outcomes).toEqual(Array(3).fill({ revision: 2 }))
  expect(await revisionsOf(strategy.id)).toBe(2)
})

test('a save that changes nothing leaves no revision', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  made(await saveRegister(lead, strategy.id, filled(0)))
  expect(made(await saveRegister(lead, strategy.id, filled(2)))).toEqual({ revision: 2 })
  expect(await revisionsOf(strategy.id)).toBe(2)
})

test('of two who saved at once one is told, and sees what the other changed', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const editor = await aStaffMember(t.db, strategy, 'editor')
  made(await saveRegister(lead, strategy.id, filled(0)))
  const outcomes = await Promise.all([
    saveRegister(lead, strategy.id, filled(2, { status: 'ended' })),
    saveRegister(editor, strategy.id, filled(2, { status: 'discontinued' })),
  ])
  expect(outcomes).toContainEqual({ refusal: 'stale' })
  expect(outcomes).toContainEqual({ revision: 3 })
  const { changes, revision } = await changesSince(strategy.id, 2)
  expect(revision).toBe(3)
  expect(changes.map(({ field, before }) => [field, before])).toEqual([['status', 'ongoing']])
})

test('goals and results keep the day they came when they are written again', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const today = osloDate(new Date())
  await t.db
    .update(strategies)
    .set({ goals: { nb: 'Et mål' }, goalsOn: '2021-10-13' })
    .where(eq(strategies.id, strategy.id))
  made(await saveRegister(lead, strategy.id, filled(0, { goalsNb: 'Et bedre mål', resultsNb: 'To av tre.' })))
  const { record } = await recordNow(lead, strategy.id)
  expect(record).toMatchObject({ goalsOn: '2021-10-13', resultsOn: today, results: { nb: 'To av tre.' } })
  made(await saveRegister(lead, strategy.id, filled(2, { resultsNb: 'To av tre.' })))
  const { record: later } = await recordNow(lead, strategy.id)
  expect(later).toMatchObject({ goals: null, goalsOn: null, resultsOn: today })
})

test('each text is kept in four languages, and one that is emptied is gone', async () => {
  const { strategy, lead } = await aLedStrategy(t, { title: { nb: 'Før', en: 'Before' } })
  const texts = { titleSv: 'Lika tillgång', titleEn: '', scopeSv: ' Hela området. \u0000' }
  made(await saveRegister(lead, strategy.id, filled(0, texts)))
  const { record } = await recordNow(lead, strategy.id)
  expect(record.title).toEqual({ nb: 'Lik tilgang', sv: 'Lika tillgång' })
  expect(record.scope).toEqual({ sv: 'Hela området.' })
})

test('a project number belongs to one strategy, whatever signs it is written with', async () => {
  const [one, other] = [await aLedStrategy(t), await aLedStrategy(t)]
  const projectNumber = aNumber()
  made(await saveRegister(one.lead, one.strategy.id, filled(0, { projectNumber })))
  const same = projectNumber.replace(':', ' ').replace('/', '').toLowerCase()
  expect(await saveRegister(other.lead, other.strategy.id, filled(0, { projectNumber: same }))).toEqual({
    refusal: 'project-number-taken',
  })
  expect(await revisionsOf(other.strategy.id)).toBe(0)
  const own = filled(2, { projectNumber: same })
  expect(made(await saveRegister(one.lead, one.strategy.id, own))).toEqual({ revision: 3 })
})

test('of many who take a number at once, one gets it and the others are told', async () => {
  const led = await Promise.all(Array.from({ length: 6 }, () => aLedStrategy(t)))
  const projectNumber = aNumber()
  const outcomes = await Promise.all(
    led.map(({ lead, strategy }) => saveRegister(lead, strategy.id, filled(0, { projectNumber }))),
  )
  expect(outcomes.filter((outcome) => 'revision' in outcome)).toHaveLength(1)
  expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(
    Array(5).fill({ refusal: 'project-number-taken' }),
  )
})

test('what cannot be is refused, with what was wrong', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const save = (own: Parameters<typeof filled>[1]) => saveRegister(lead, strategy.id, filled(0, own))
  const no = (refusal: string) => ({ refusal })
  expect(await save({ titleNb: ' ', titleNn: '\u0000' })).toEqual(no('title-missing'))
  expect(await save({ projectNumber: 'uten tall' })).toEqual(no('project-number-unusable'))
  expect(await save({ caseNumber: '///' })).toEqual(no('case-number-unusable'))
  const reversed = { mandateFrom: '2022-09-30', mandateTo: '2021-10-13' }
  expect(await save(reversed)).toEqual(no('mandate-reversed'))
  expect(await save({ summaryNb: '' })).toEqual(no('summary-missing-in-public'))
  expect(await save({ contactEmail: '' })).toEqual(no('contactEmail-missing-in-public'))
})

test('control signs and broken letters are taken out, never an error', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  made(await saveRegister(lead, strategy.id, filled(0, { goalsNb: 'Mål\u0000 og \ud800mening\r\nTo' })))
  const { record } = await recordNow(lead, strategy.id)
  expect(record.goals).toEqual({ nb: 'Mål og mening\nTo' })
})

test('editors and leads write, analysts read, and to others the register is not there', async () => {
  const { strategy } = await aLedStrategy(t)
  const save = async (actor: Parameters<typeof saveRegister>[0]) =>
    saveRegister(actor, strategy.id, filled(0))
  expect(await save(await aStaffMember(t.db, strategy, 'analyst'))).toEqual({ refusal: 'forbidden' })
  const other = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await save(other)).toEqual({ refusal: 'not-found' })
  expect(await save(await anActor(t.db, { administratorSince: new Date() }))).toEqual({
    refusal: 'not-found',
  })
  expect(await revisionsOf(strategy.id)).toBe(0)
})

test('a strategy is published when it says what it is and somebody organises it', async () => {
  const { strategy, lead } = await aLedStrategy(t, { publishedAt: null, summary: {}, slug: unique() })
  const publish = (revision: number) => publishStrategy(lead, strategy.id, { key: v7(), revision })
  expect(await publish(0)).toEqual({ refusal: 'summary-missing-to-publish' })
  made(await saveRegister(lead, strategy.id, filled(0)))
  expect(await publish(2)).toEqual({ refusal: 'organiser-missing-to-publish' })
  const organisation = await anOrganisation(t.db, { kind: 'state-body' })
  await t.db
    .insert(organisers)
    .values({ strategyId: strategy.id, organisationId: organisation.id, position: 0, role: {} })
  expect(made(await publish(2))).toEqual({ revision: 3 })
  const [now] = await t.db.select().from(strategies).where(eq(strategies.id, strategy.id))
  expect(now).toMatchObject({ publishedBy: lead.personId })
  expect(now?.publishedAt).toBeInstanceOf(Date)
})

test('others read the history from the publishing on, without names; staff read all of it with names', async () => {
  const { strategy, lead } = await aLedStrategy(t, { publishedAt: null })
  const organisation = await anOrganisation(t.db, { kind: 'state-body' })
  await t.db
    .insert(organisers)
    .values({ strategyId: strategy.id, organisationId: organisation.id, position: 0, role: {} })
  made(await saveRegister(lead, strategy.id, filled(0, { scopeNb: 'hemmelig før publisering' })))
  made(await saveRegister(lead, strategy.id, filled(2)))
  made(await publishStrategy(lead, strategy.id, { key: v7(), revision: 3 }))
  made(await saveRegister(lead, strategy.id, filled(4, { status: 'ended', resultsNb: 'To av tre.' })))
  const [row] = await t.db.select().from(strategies).where(eq(strategies.id, strategy.id))
  const open = await listPublicRevisions(strategy.id, { page: 1, publishedAt: row?.publishedAt ?? null })
  expect(open.total).toBe(2)
  expect(open.revisions.map(({ first }) => first)).toEqual([false, true])
  expect(open.revisions[0]?.changes.map(({ field, after }) => [field, after])).toEqual([
    ['status', 'ended'],
    ['results', { nb: 'To av tre.' }],
    ['resultsOn', osloDate(new Date())],
  ])
  expect(JSON.stringify(open)).not.toContain(lead.name)
  expect(JSON.stringify(open)).not.toContain('hemmelig')
  const staff = await listStaffRevisions(strategy.id, 1)
  expect(staff.total).toBe(5)
  expect(staff.revisions[0]?.by).toBe(lead.name)
})

test('the history comes in pages, each save compared with the one before it', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  for (let at = 0; at < 22; at += 1)
    made(await saveRegister(lead, strategy.id, filled(at && at + 1, { caseNumber: `26/${at + 1}` })))
  const publishedAt = daysFromNow(-60)
  const first = await listPublicRevisions(strategy.id, { page: 1, publishedAt })
  const second = await listPublicRevisions(strategy.id, { page: 2, publishedAt })
  expect([first.total, first.revisions.length, second.revisions.length]).toEqual([23, 20, 3])
  expect(first.revisions.at(-1)?.changes).toEqual([{ field: 'caseNumber', before: '26/2', after: '26/3' }])
  expect(second.revisions[0]?.changes).toEqual([{ field: 'caseNumber', before: '26/1', after: '26/2' }])
})

test('a kept revision is never changed', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  made(await saveRegister(lead, strategy.id, filled(0)))
  const own = eq(registerRevisions.strategyId, strategy.id)
  await expect(t.db.update(registerRevisions).set({ data: {} }).where(own)).rejects.toThrow()
  await expect(t.db.delete(registerRevisions).where(own)).rejects.toThrow()
})
