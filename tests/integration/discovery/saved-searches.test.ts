import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Filters, filtersOf } from '#app/features/discovery/filters.ts'
import {
  listSavedSearches,
  openSavedSearch,
  removeSavedSearch,
  renameSavedSearch,
  saveSearch,
} from '#app/features/discovery/saved-searches.server.ts'
import { searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { auditEvents, savedSearches, themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { anActor, aStaffMember } from '#tests/factories/people.ts'
import { aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { makeFindable } from './findable.ts'
import { hitsOf } from './tagging-hits.ts'

const t = appDatabase()
const read = (search: string): Filters => filtersOf(new URLSearchParams(search))

async function save(actor: Actor, search: string, own: Partial<Parameters<typeof saveSearch>[1]> = {}) {
  const asked = { key: crypto.randomUUID(), name: 'Det jeg leter etter', filters: read(search), ...own }
  return saveSearch(actor, asked)
}

const idIn = (outcome: Awaited<ReturnType<typeof save>>) => {
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.savedId
}

async function anAnalyst() {
  const strategy = await aStrategy(t.db)
  return { strategy, analyst: await aStaffMember(t.db, strategy, 'analyst') }
}

test('a search is kept as a tree with the number of its form, and opened as it was', async () => {
  const { analyst } = await anAnalyst()
  const id = idIn(await save(analyst, 'q=skole+"felles+plan"&kind=municipality&tagged=no&page=3'))
  const [row] = await t.db.select().from(savedSearches).where(eq(savedSearches.id, id))
  expect(row).toMatchObject({ form: 1, search: { form: 1, query: { kind: 'and' } }, shared: false })
  expect(await openSavedSearch(analyst, id)).toEqual({
    ...{ id, name: 'Det jeg leter etter', changes: [] },
    filters: read('q=skole+"felles+plan"&kind=municipality&tagged=no'),
  })
  expect(await listSavedSearches(analyst)).toMatchObject([
    { id, owner: null, mayKeep: true, refusal: null, search: { text: 'skole "felles plan"' } },
  ])
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
  expect(events.map(({ type }) => type)).toEqual(['saved-search.saved'])
})

test('the same form sent twice saves once; a name that is no name, and words nobody can search for, are refused', async () => {
  const { analyst } = await anAnalyst()
  const key = crypto.randomUUID()
  const [one, other] = await Promise.all([save(analyst, 'q=a', { key }), save(analyst, 'q=a', { key })])
  expect(other).toEqual(one)
  expect(await listSavedSearches(analyst)).toHaveLength(1)
  expect(await save(analyst, 'q=a', { name: ' \0 \n' })).toEqual({ refusal: 'name-missing' })
  expect(await save(analyst, 'q=a', { name: 'å'.repeat(121) })).toEqual({ refusal: 'name-too-long' })
  expect(await save(analyst, 'q="a')).toEqual({ refusal: 'unbalanced-quotes' })
  expect(await save(analyst, 'q=b%00c&county=%00&position=%00', { name: '\ud800 b' })).toHaveProperty(
    'savedId',
  )
})

test('nobody keeps more than a hundred searches', async () => {
  const { analyst } = await anAnalyst()
  const row = { ownerId: analyst.personId, name: 'x', form: 1, search: {}, savedAt: new Date() }
  await t.db.insert(savedSearches).values(Array.from({ length: 100 }, () => row))
  expect(await save(analyst, 'q=a')).toEqual({ refusal: 'too-many-saved' })
})

test('a personal search is nobody else’s; a shared one is for those who work on its strategy, who may not all rename or remove it', async () => {
  const { strategy, analyst } = await anAnalyst()
  const colleague = await aStaffMember(t.db, strategy, 'analyst')
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  const own = idIn(await save(analyst, 'q=a'))
  const shared = idIn(await save(analyst, 'q=b', { share: strategy.id }))
  expect(await save(stranger, 'q=c', { share: strategy.id })).toEqual({ refusal: 'not-found' })
  expect((await listSavedSearches(colleague)).map(({ id, mayKeep }) => [id, mayKeep])).toEqual([
    [shared, false],
  ])
  expect(await listSavedSearches(stranger)).toEqual([])
  for (const actor of [colleague, stranger])
    expect(await openSavedSearch(actor, own)).toEqual({ refusal: 'not-found' })
  expect(await openSavedSearch(stranger, shared)).toEqual({ refusal: 'not-found' })
  expect(await openSavedSearch(colleague, shared)).toMatchObject({ filters: { text: 'b' } })
  expect(await removeSavedSearch(colleague, shared)).toEqual({ refusal: 'forbidden' })
  expect(await removeSavedSearch(colleague, own)).toEqual({ refusal: 'not-found' })
  expect(await removeSavedSearch(editor, shared)).toEqual({ removed: shared })
  expect(await removeSavedSearch(editor, shared)).toEqual({ removed: shared })
  expect(await openSavedSearch(analyst, shared)).toEqual({ refusal: 'not-found' })
  expect((await listSavedSearches(analyst)).map(({ id }) => id)).toEqual([own])
})

test('a saved search is named anew by whoever saved it, and a shared one by those who decide; nobody else', async () => {
  const { strategy, analyst } = await anAnalyst()
  const colleague = await aStaffMember(t.db, strategy, 'analyst')
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const own = idIn(await save(analyst, 'q=a', { name: 'Mitt' }))
  const shared = idIn(await save(analyst, 'q=b', { name: 'Vårt', share: strategy.id }))
  const rename = (actor: Actor, id: string, name: string, seen: string) =>
    renameSavedSearch(actor, { id, name, seen })
  expect(await rename(analyst, own, ' Mitt  eget\n', 'Mitt')).toEqual({ renamed: own })
  expect(await rename(editor, own, 'Ditt', 'Mitt eget')).toEqual({ refusal: 'not-found' })
  expect(await rename(colleague, shared, 'Mitt', 'Vårt')).toEqual({ refusal: 'forbidden' })
  expect(await rename(editor, shared, 'Alles', 'Vårt')).toEqual({ renamed: shared })
  expect(await rename(analyst, shared, 'Vårt igjen', 'Vårt')).toEqual({ refusal: 'renamed-meanwhile' })
  // Sent twice, it has the name already.
  expect(await rename(editor, shared, 'Alles', 'Vårt')).toEqual({ renamed: shared })
  expect(await rename(analyst, own, ' \0 ', 'Mitt eget')).toEqual({ refusal: 'name-missing' })
  expect(await rename(analyst, own, 'å'.repeat(121), 'Mitt eget')).toEqual({ refusal: 'name-too-long' })
  expect((await listSavedSearches(analyst)).map(({ name }) => name)).toEqual(['Alles', 'Mitt eget'])
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, shared))
  expect(events.map(({ type, actorId }) => [type, actorId]).at(-1)).toEqual([
    'saved-search.renamed',
    editor.personId,
  ])
  expect(events).toHaveLength(2)
  await removeSavedSearch(analyst, own)
  expect(await rename(analyst, own, 'Borte', 'Mitt eget')).toEqual({ refusal: 'not-found' })
})

test('a saved search whose theme was merged uses what the theme became part of, and says so', async () => {
  const { analyst, strategy, theme, passages, input } = await hitsOf(t.db, 'gaupe', 2)
  const id = idIn(await save(analyst, `theme=${theme.id}&theme=${(await aTheme(t.db, strategy)).id}`))
  const into = await aTheme(t.db, strategy, { title: { nb: 'Rovdyr' } })
  await t.db.update(themes).set({ retiredAt: new Date(), mergedInto: into.id }).where(eq(themes.id, theme.id))
  for (const passage of passages) await aTagging(t.db, passage, into, analyst.personId)
  await makeFindable(t.db, input.id)
  expect(await listSavedSearches(analyst)).toMatchObject([{ id, changed: true }])
  const opened = await openSavedSearch(analyst, id)
  expect(opened).toMatchObject({
    changes: [{ kind: 'merged', from: expect.stringContaining('Tema'), to: `${into.code} Rovdyr` }],
  })
  if ('refusal' in opened) throw new Error(opened.refusal)
  expect(await searchAsStaff(analyst, opened.filters)).toMatchObject({ total: 2 })
})

test('a search with a theme of a strategy one has left is opened without it, and nothing is told of it', async () => {
  const { analyst } = await anAnalyst()
  const elsewhere = await aTheme(t.db, await aStrategy(t.db), { title: { nb: 'Hemmelig tema' } })
  const id = idIn(await save(analyst, `q=a&theme=${elsewhere.id}`))
  const opened = await openSavedSearch(analyst, id)
  expect(opened).toMatchObject({ filters: { selected: {} }, changes: [{ kind: 'gone' }] })
  expect(JSON.stringify(await listSavedSearches(analyst))).not.toContain('Hemmelig')
})

test('what is kept in a form we do not read is listed, said of, and can be removed', async () => {
  const { analyst } = await anAnalyst()
  const row = { ownerId: analyst.personId, name: 'Gammelt', savedAt: new Date() }
  const kept = await t.db
    .insert(savedSearches)
    .values([
      { ...row, form: 7, search: { form: 7, words: ['a'] } },
      { ...row, form: 1, search: { form: 1, query: { kind: 'or', children: [] } } },
    ])
    .returning({ id: savedSearches.id })
  const refusals = await Promise.all(kept.map(({ id }) => openSavedSearch(analyst, id)))
  expect(refusals).toEqual([{ refusal: 'unknown-form' }, { refusal: 'unreadable' }])
  expect((await listSavedSearches(analyst)).map(({ name, refusal }) => [name, refusal])).toEqual([
    ['Gammelt', 'unknown-form'],
    ['Gammelt', 'unreadable'],
  ])
  expect(await removeSavedSearch(analyst, kept[0]?.id ?? '')).toEqual({ removed: kept[0]?.id })
})

test('a shared search looks in the rounds of its own strategy, where somebody works on several', async () => {
  const { strategy, analyst } = await anAnalyst()
  const other = await aRound(t.db)
  const [first, second] = [
    await aRound(t.db, { strategy }),
    await aRound(t.db, { strategy, number: 9, slug: 'ni' }),
  ]
  const id = idIn(await save(analyst, 'q=a', { share: strategy.id }))
  expect(await openSavedSearch(analyst, id)).toMatchObject({ filters: { selected: {} } })
  const both = await anActor(t.db)
  both.staff.push(
    ...[strategy.id, other.strategyId].map((strategyId) => ({
      strategyId,
      organiserId: '',
      role: 'analyst' as const,
    })),
  )
  const opened = await openSavedSearch(both, id)
  expect(opened).toMatchObject({ filters: { selected: { round: [first.id, second.id] } } })
})
