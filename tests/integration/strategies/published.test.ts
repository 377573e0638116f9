import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStrategy } from '#app/features/strategies/creation.server.ts'
import { listByNumber } from '#app/features/strategies/published-register.server.ts'
import { findStrategy, listStrategies } from '#app/features/strategies/queries.server.ts'
import { findRegister, listStandings, saveRegister } from '#app/features/strategies/register.server.ts'
import { strategies, strategyLinks, strategyStaff } from '#db/schema/index.ts'
import { anActor, anOrganisation, aPerson, unique } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aLedStrategy, aNumber, filled, made } from './registrar.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

test('the public page names only other strategies that everybody can read', async () => {
  const secret = { publishedAt: null, title: { nb: 'Hemmelig arbeid' } }
  const [parent, hidden] = [await aStrategy(t.db), await aStrategy(t.db, secret)]
  const strategy = await aStrategy(t.db, { parentId: hidden.id })
  await aStrategy(t.db, { ...secret, parentId: strategy.id, slug: `h-${unique()}` })
  const child = await aStrategy(t.db, { parentId: strategy.id })
  const link = { strategyId: strategy.id, kind: 'result', title: {} }
  await t.db.insert(strategyLinks).values([
    { ...link, position: 1, relatedId: hidden.id },
    { ...link, position: 2, relatedId: parent.id },
  ])
  const shown = await findStrategy(strategy.slug)
  expect(shown?.parent).toBe(null)
  expect(shown?.children.map(({ slug }) => slug)).toEqual([child.slug])
  expect(shown?.links.map(({ related }) => related?.slug)).toEqual([parent.slug])
  expect(JSON.stringify(shown)).not.toContain('Hemmelig')
  expect(JSON.stringify(shown)).not.toContain(hidden.id)
})

test('a strategy that is not published is on no public page', async () => {
  const hidden = await aStrategy(t.db, { publishedAt: null })
  expect(await findStrategy(hidden.slug)).toBe(null)
  expect((await listStrategies()).map(({ slug }) => slug)).not.toContain(hidden.slug)
})

test('a strategy is found by either number, with signs, others, or none', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const [projectNumber, caseNumber] = [aNumber(), `VN/${Number.parseInt(unique(), 16)}/2021`]
  made(await saveRegister(lead, strategy.id, filled(0, { projectNumber, caseNumber })))
  const bare = (number: string) => number.replace(/[:/]/g, '')
  for (const words of [
    projectNumber,
    bare(projectNumber),
    bare(projectNumber).toLowerCase(),
    caseNumber,
    bare(caseNumber),
    caseNumber.replaceAll('/', ' '),
  ])
    expect(
      (await listByNumber(words)).map(({ slug }) => slug),
      words,
    ).toEqual([strategy.slug])
  expect(await listByNumber(projectNumber.slice(0, -1))).toEqual([])
  for (const words of ['', 'skole', '%', '\u0000', 'x'.repeat(5_000)])
    expect(await listByNumber(words)).toEqual([])
  await t.db.update(strategies).set({ publishedAt: null }).where(eq(strategies.id, strategy.id))
  expect(await listByNumber(projectNumber)).toEqual([])
})

test('a case number may belong to several strategies, and all are shown', async () => {
  const caseNumber = `21/${Number.parseInt(unique(), 16)}`
  for (const { strategy, lead } of [await aLedStrategy(t), await aLedStrategy(t)])
    made(await saveRegister(lead, strategy.id, filled(0, { caseNumber })))
  expect(await listByNumber(caseNumber)).toHaveLength(2)
})

test('staff are warned of a mandate that has passed; the status stays as it was set', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const mandate = { mandateFrom: '2021-10-13', mandateTo: '2022-09-30' }
  made(await saveRegister(lead, strategy.id, filled(0, mandate)))
  const passedOn = async (today: string) =>
    (await listStandings(lead, today)).map(({ passed, status }) => [passed, status])
  expect(await passedOn('2022-09-30')).toEqual([[false, 'ongoing']])
  expect(await passedOn('2022-10-01')).toEqual([[true, 'ongoing']])
})

const aForm = async (own = {}) => ({
  ...{ key: v7(), kind: 'project' as const, titleNb: `Lik tilgang ${unique()}`, titleNn: '', slug: '' },
  organiser: (await anOrganisation(t.db, { kind: 'state-body' })).id,
  lead: (await aPerson(t.db)).email ?? '',
  ...own,
})

test('an administrator starts a strategy that only its first lead sees', async () => {
  const admin = await anActor(t.db, { administratorSince: new Date() })
  const person = await aPerson(t.db)
  const form = await aForm({ lead: ` ${person.email?.toUpperCase()} ` })
  const { strategyId } = made(await createStrategy(admin, form))
  const [made_] = await t.db.select().from(strategies).where(eq(strategies.id, strategyId))
  expect(made_).toMatchObject({ status: 'planned', publishedAt: null })
  const staff = await t.db.select().from(strategyStaff).where(eq(strategyStaff.strategyId, strategyId))
  expect(staff.map(({ personId, role }) => [personId, role])).toEqual([[person.id, 'lead']])
  expect(await findRegister(admin, strategyId)).toEqual({ refusal: 'not-found' })
  expect(await createStrategy(admin, form)).toEqual({ strategyId })
})

test('nobody else starts a strategy, and what is wrong is said', async () => {
  const admin = await anActor(t.db, { administratorSince: new Date() })
  const { lead } = await aLedStrategy(t)
  expect(await createStrategy(lead, await aForm())).toEqual({ refusal: 'forbidden' })
  const tries = [
    [{ titleNb: ' ' }, 'title-missing'],
    [{ slug: 'Ikke slik' }, 'address-unusable'],
    [{ organiser: v7() }, 'organisation-unknown'],
    [{ organiser: (await anOrganisation(t.db)).id }, 'organisation-unknown'],
    [{ lead: 'ingen@example.test' }, 'lead-unknown'],
  ] as const
  for (const [own, refusal] of tries)
    expect(await createStrategy(admin, await aForm(own))).toEqual({ refusal })
})
