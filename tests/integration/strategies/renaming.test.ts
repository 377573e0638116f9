import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { leadOn, roundAt, strategyAt } from '#app/features/strategies/addressed.server.ts'
import { createStrategy } from '#app/features/strategies/creation.server.ts'
import { renameStrategy } from '#app/features/strategies/renaming.server.ts'
import { strategies, strategyAddresses } from '#db/schema/index.ts'
import { anActor, anOrganisation, aStaffMember, unique } from '#tests/factories/people.ts'
import { aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aLedStrategy, made, recordNow } from './registrar.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const aSlug = () => `ny-${unique()}`

async function rename(actor: Actor, strategyId: string, slug: string) {
  const { revision } = await recordNow(actor, strategyId)
  return renameStrategy(actor, strategyId, { key: v7(), revision, slug })
}

const asked = (path: string, params: { strategy?: string; round?: string }) => ({
  request: new Request(`https://innspill.example${path}`),
  params,
})

/** Where somebody is led who asks for an address: the status and the address. */
async function led(look: Promise<unknown>) {
  const answer = await look.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(answer instanceof Response)) throw new Error('Something was found')
  return [answer.status, answer.headers.get('location')]
}

test('every address under the old name leads to the same place under the new one, in its language', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const round = await aRound(t.db, { strategy })
  const [old, slug] = [strategy.slug, aSlug()]
  made(await rename(lead, strategy.id, slug))
  const params = { strategy: old, round: round.slug }
  expect(await led(strategyAt(asked(`/nn/strategies/${old}/history?page=2`, params)))).toEqual([
    301,
    `/nn/strategies/${slug}/history?page=2`,
  ])
  expect(await led(roundAt(asked(`/strategies/${old}/rounds/${round.slug}/inputs`, params)))).toEqual([
    301,
    `/strategies/${slug}/rounds/${round.slug}/inputs`,
  ])
  expect((await roundAt(asked('/', { strategy: slug, round: round.slug }))).id).toBe(round.id)
})

test('an address from two names ago leads straight to the present one', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const slugs = [strategy.slug, aSlug(), aSlug()]
  made(await rename(lead, strategy.id, slugs[1] ?? ''))
  made(await rename(lead, strategy.id, slugs[2] ?? ''))
  for (const old of slugs.slice(0, 2))
    expect(await led(strategyAt(asked(`/strategies/${old}`, { strategy: old })))).toEqual([
      301,
      `/strategies/${slugs[2]}`,
    ])
})

test('a strategy may go back to an address it had, and the way leads no longer in a circle', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const [first, second] = [strategy.slug, aSlug()]
  made(await rename(lead, strategy.id, second))
  made(await rename(lead, strategy.id, first))
  expect((await strategyAt(asked(`/strategies/${first}`, { strategy: first }))).id).toBe(strategy.id)
  expect(await led(strategyAt(asked(`/strategies/${second}`, { strategy: second })))).toEqual([
    301,
    `/strategies/${first}`,
  ])
  expect(await t.db.$count(strategyAddresses, eq(strategyAddresses.strategyId, strategy.id))).toBe(1)
})

test('nobody takes an address another strategy has or had', async () => {
  const [one, other] = [await aLedStrategy(t), await aLedStrategy(t)]
  const [old, now] = [one.strategy.slug, aSlug()]
  made(await rename(one.lead, one.strategy.id, now))
  for (const taken of [old, now])
    expect(await rename(other.lead, other.strategy.id, taken)).toEqual({ refusal: 'address-taken' })
  const admin = await anActor(t.db, { administratorSince: new Date() })
  const organiser = (await anOrganisation(t.db, { kind: 'state-body' })).id
  const form = {
    key: v7(),
    kind: 'project' as const,
    titleNb: 'Ny',
    titleNn: '',
    organiser,
    lead: 'x@y.example',
  }
  expect(await createStrategy(admin, { ...form, slug: old })).toEqual({ refusal: 'address-taken' })
})

test('of two who take an address at once, one gets it', async () => {
  const [one, other] = [await aLedStrategy(t), await aLedStrategy(t)]
  const slug = aSlug()
  const outcomes = await Promise.all([
    rename(one.lead, one.strategy.id, slug),
    rename(other.lead, other.strategy.id, slug),
  ])
  expect(outcomes.filter((outcome) => 'revision' in outcome)).toHaveLength(1)
  expect(outcomes).toContainEqual({ refusal: 'address-taken' })
})

test('an address that cannot be is refused, and so is the one it has', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  for (const slug of ['Stor Bokstav', '../admin', 'a/b', 'blåbær', ''])
    expect(await rename(lead, strategy.id, slug)).toEqual({ refusal: 'address-unusable' })
  expect(await rename(lead, strategy.id, strategy.slug)).toEqual({ refusal: 'address-same' })
})

test('what is not public does not tell that it was renamed', async () => {
  const { strategy, lead } = await aLedStrategy(t, { publishedAt: null })
  const old = strategy.slug
  made(await rename(lead, strategy.id, aSlug()))
  expect(await led(leadOn(asked(`/strategies/${old}`, { strategy: old })))).toEqual([404, null])
  expect(await led(strategyAt(asked('/strategies/x', { strategy: 'finst-ikkje' })))).toEqual([404, null])
  await t.db.update(strategies).set({ publishedAt: new Date() }).where(eq(strategies.id, strategy.id))
  expect((await led(leadOn(asked(`/strategies/${old}`, { strategy: old }))))[0]).toBe(301)
})

test('analysts do not rename, and others are told nothing', async () => {
  const { strategy } = await aLedStrategy(t)
  const form = { key: v7(), revision: 0, slug: aSlug() }
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  expect(await renameStrategy(analyst, strategy.id, form)).toEqual({ refusal: 'forbidden' })
  const stranger = await anActor(t.db)
  expect(await renameStrategy(stranger, strategy.id, form)).toEqual({ refusal: 'not-found' })
})
