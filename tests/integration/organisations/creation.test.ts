import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { createUnlisted } from '#app/features/organisations/creation.server.ts'
import { searchOrganisations } from '#app/features/organisations/search.server.ts'
import { counties } from '#db/schema/index.ts'
import { anOrganisation, unique } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { anew, aStranger } from './room.ts'

const t = appDatabase()
const body = (name: string, own = {}) => ({
  name,
  kind: 'organisation' as const,
  organisationNumber: '',
  ...own,
})

test('whoever tells of a body gets all its roles, and it is not in the register', async () => {
  const who = await aStranger(t.db)
  const made = await createUnlisted(who, body('Foreningen Øyane'), v7())
  expect(made).toEqual({ slug: 'foreningen-oyane' })
  expect((await anew(t.db, who)).memberships.map(({ role }) => role).sort()).toEqual([
    'approver',
    'contributor',
    'submitter',
  ])
  const { organisations } = await searchOrganisations('øyane', 1, { now: new Date() })
  expect(organisations).toMatchObject([{ listed: false, name: 'Foreningen Øyane' }])
})

test('a body told of by many at once is one, and the others are told to ask for membership', async () => {
  const name = `Laget ${unique()}`
  const tellers = await Promise.all([1, 2, 3, 4].map(() => aStranger(t.db)))
  const outcomes = await Promise.all(tellers.map((who) => createUnlisted(who, body(name), v7())))
  expect(outcomes.filter((outcome) => 'slug' in outcome)).toHaveLength(1)
  expect(outcomes.filter((outcome) => 'known' in outcome && outcome.known.name === name)).toHaveLength(3)
})

test('the same number is the same body whatever it is called; the same name of another kind is another', async () => {
  const who = await aStranger(t.db)
  await anOrganisation(t.db, { name: 'Bølgen AS', kind: 'business', organisationNumber: '971032146' })
  expect(
    await createUnlisted(who, body('Noe annet', { organisationNumber: '971032146' }), v7()),
  ).toMatchObject({
    refusal: 'known-already',
    known: { name: 'Bølgen AS' },
  })
  const shouted = body('BØLGEN AS', { kind: 'business' })
  expect(await createUnlisted(who, shouted, v7())).toMatchObject({ refusal: 'known-already' })
  expect(await createUnlisted(who, body('Bølgen AS', { kind: 'union' }), v7())).toMatchObject({
    slug: expect.stringContaining('bolgen-as'),
  })
})

test('a number that does not check itself is refused, and a form sent twice makes one body', async () => {
  const who = await aStranger(t.db)
  const wrong = body(`Laget ${unique()}`, { organisationNumber: '971032147' })
  expect(await createUnlisted(who, wrong, v7())).toEqual({ refusal: 'number-unusable' })
  const [key, right] = [v7(), { ...wrong, organisationNumber: '' }]
  const first = await createUnlisted(who, right, key)
  expect(await createUnlisted(who, right, key)).toEqual(first)
})

test('no body gets the address that is everybody’s own', async () => {
  const made = await createUnlisted(await aStranger(t.db), body('Personal'), v7())
  expect(made).toEqual({ slug: 'personal-2' })
})

test('a search finds names in every language and numbers, and says the county of two with one name', async () => {
  await t.db.insert(counties).values([
    { number: '81', name: 'Vestvidda' },
    { number: '82', name: 'Nordvidda' },
  ])
  const kind = 'municipality'
  await anOrganisation(t.db, { name: 'Storvik', kind, countyNumber: '81', municipalityNumber: '0801' })
  await anOrganisation(t.db, {
    ...{ name: 'Storvik', kind, countyNumber: '82', municipalityNumber: '8201' },
    names: { no: 'Storvik', se: 'Stuorragohppi' },
  })
  await anOrganisation(t.db, { name: 'Storvik', kind, municipalityNumber: '8109', validTo: '2020-12-31' })
  const find = async (typed: string, also = false) =>
    (await searchOrganisations(typed, 1, { now: new Date('2026-03-01T12:00Z'), also })).organisations.map(
      ({ name, county, municipalityNumber }) => `${municipalityNumber} ${name} ${county}`,
    )
  expect(await find('storvik')).toEqual(['8201 Storvik Nordvidda', '0801 Storvik Vestvidda'])
  expect(await find('stuorra')).toEqual(['8201 Storvik Nordvidda'])
  expect(await find('0801')).toEqual(['0801 Storvik Vestvidda'])
  expect(await find('storvik', true)).toHaveLength(3)
  expect(await find('%')).toEqual([])
  expect(await find('_torvik')).toEqual([])
})
