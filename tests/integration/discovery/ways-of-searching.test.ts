import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { type Filters, filtersOf, withWord } from '#app/features/discovery/filters.ts'
import { searchPublished } from '#app/features/discovery/public-search.server.ts'
import { searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import { rounds } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { aPublicInput } from './findable.ts'

const t = appDatabase()

async function search(asked: Partial<Filters>) {
  const found = await searchPublished({ ...filtersOf(new URLSearchParams()), ...asked }, null, 'nb')
  if ('refusal' in found) throw new Error(found.refusal)
  return found
}

test('when no passage has all the words, one may ask for those that have one, and is told which were left out', async () => {
  await aPublicInput(t.db, 'Bratte bakker.')
  await aPublicInput(t.db, 'Blanke vatn.')
  const none = await search({ text: 'hva er bratte vatn' })
  expect(none).toMatchObject({ total: 0, told: { anyWidens: true, ignored: [] } })
  const any = await search({ text: 'hva er bratte vatn', any: true })
  expect(any).toMatchObject({ total: 2, told: { ignored: ['hva', 'er'] } })
})

test('asking for one of the words is offered only where it asks for something else', async () => {
  for (const text of ['finsikkje', 'finsikkje OG heller', '"finsikkje heller"', 'finsikkje IKKE heller'])
    expect(await search({ text }), text).toMatchObject({ total: 0, told: { anyWidens: false } })
})

test('a word nobody has written is answered with one that somebody has, wherever it stands in what was typed', async () => {
  await aPublicInput(t.db, 'Bjørkeskogen er grønn om våren.')
  const filters = { ...filtersOf(new URLSearchParams()), text: 'vår (bjørkeskgen)' }
  const { told } = await search(filters)
  expect(told.suggestions).toEqual([{ word: 'bjørkeskgen', instead: 'bjørkeskogen' }])
  const meant = told.suggestions.reduce((all, { word, instead }) => withWord(all, word, instead), filters)
  expect(meant.text).toBe('vår (bjørkeskogen)')
  expect(await search(meant)).toMatchObject({ total: 1, told: { suggestions: [] } })
})

test('compounds of a word are found when asked for, and told', async () => {
  await aPublicInput(t.db, 'En seilskute ligger ved bryggen.')
  await aPublicInput(t.db, 'Skuta er ny, og skutebyggeren stolt.')
  expect(await search({ text: 'skute' })).toMatchObject({ total: 1 })
  const { total, told } = await search({ text: 'skute', compounds: true })
  expect(total).toBe(2)
  const compounds = told.expansions.find(({ kind }) => kind === 'compound')?.words ?? []
  expect([...compounds].sort()).toEqual(['seilskute', 'skutebyggeren'])
})

test('as inputs, each input is one hit with its best passage, and says how many passages of it match', async () => {
  const one = await aPublicInput(t.db, 'Kvist og kvast.\n\nKvist alene, kvist igjen.\n\nBare blad.')
  await aPublicInput(t.db, 'En kvist til.', { name: 'Havdal kommune' })
  const inputs = await search({ text: 'kvist', show: 'inputs' })
  expect(inputs.total).toBe(2)
  expect(inputs.hits).toHaveLength(2)
  expect(inputs.hits.find(({ inputId }) => inputId === one.input.id)).toMatchObject({ passagesInInput: 2 })
  expect(inputs.facets.find(({ name }) => name === 'question')?.options.map(({ count }) => count)).toEqual([
    1, 1,
  ])

  const within = await search({ text: 'kvist', input: one.input.id })
  expect(within).toMatchObject({ total: 2, within: { name: 'Tindås kommune', kind: 'municipality' } })
  expect(within.hits.map(({ inputId }) => inputId)).toEqual([one.input.id, one.input.id])
})

test('a search within an input that is not there, or not published, finds nothing and names nobody', async () => {
  await aPublicInput(t.db, 'Lyng og mose.')
  expect(await search({ text: 'lyng', input: v7() })).toMatchObject({ total: 0, within: null })
})

test('a search within an input that is published and must not be seen yet names nobody', async () => {
  const { input, round } = await aPublicInput(t.db, 'Lyng og mose.')
  expect(await search({ text: 'lyng', input: input.id })).toMatchObject({
    within: { name: 'Tindås kommune' },
  })
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, round.id))
  expect(await search({ text: 'lyng', input: input.id })).toMatchObject({ within: null })
})

test('as words in context, each match is a line with the words beside it', async () => {
  await aPublicInput(t.db, 'Først kom tåka inn fjorden, og så gikk tåken ut igjen.')
  const { hits } = await search({ text: 'tåke', show: 'words' })
  expect(hits).toMatchObject([
    {
      lines: [
        {
          before: expect.stringMatching(/Først kom $/),
          match: 'tåka',
          after: expect.stringMatching(/^ inn/),
        },
        { before: expect.stringMatching(/så gikk $/), match: 'tåken', after: ' ut igjen.' },
      ],
      moreLines: 0,
    },
  ])
})

test('a passage with very many matches gives some lines, and says how many more there are', async () => {
  await aPublicInput(t.db, `Ja, ${'myr og '.repeat(20)}hei.`)
  const { hits } = await search({ text: 'myr', show: 'words' })
  expect(hits).toMatchObject([{ lines: { length: 8 }, moreLines: 12 }])
})

test('those who work on a strategy see whose input they search in; others are not told the name', async () => {
  const { input, round } = await aPublicInput(t.db, 'Steinur og skred.', { name: 'Røysdal kommune' })
  const mine = await aStaffMember(t.db, { id: round.strategyId }, 'analyst')
  const other = await aStaffMember(
    t.db,
    { id: (await aPublicInput(t.db, 'Noe annet.')).round.strategyId },
    'lead',
  )
  const filters = { ...filtersOf(new URLSearchParams()), text: 'skred', input: input.id }
  expect(await searchAsStaff(mine, filters)).toMatchObject({
    total: 1,
    within: { name: 'Røysdal kommune' },
  })
  expect(JSON.stringify(await searchAsStaff(other, filters))).not.toContain('Røysdal')
})
