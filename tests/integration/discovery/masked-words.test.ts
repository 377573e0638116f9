import { and, eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { filtersOf, views } from '#app/features/discovery/filters.ts'
import { searchPublished } from '#app/features/discovery/public-search.server.ts'
import { maskVersion, unmask } from '#app/features/inputs/masking.server.ts'
import { rangesOfWords } from '#app/features/inputs/masking.ts'
import { publicationOf } from '#app/features/inputs/publication.server.ts'
import { withdrawInput } from '#app/features/inputs/withdrawal.server.ts'
import { liftWithholding, withholdVersion } from '#app/features/inputs/withholding.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import {
  organisations,
  searchDocuments,
  searchOutbox,
  searchVocabulary,
  strategies,
} from '#db/schema/index.ts'
import { dispatchAll, dispatchOnce } from '#search/dispatcher.server.ts'
import { searchEngine } from '#search/engine.server.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { staffScope } from '#search/port.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { parseQuery } from '#search/query.ts'
import { countWords } from '#search/vocabulary.server.ts'
import { aMember, aStaffMember, only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { aPublicInput } from './findable.ts'

const t = appDatabase()
beforeAll(() => prepareQueue())
beforeEach(async () => {
  await t.db.delete(searchOutbox)
  await t.db.delete(searchDocuments)
  await t.db.delete(searchVocabulary)
})

const plain = filtersOf(new URLSearchParams())
const text =
  'Vi møtte fiolinisten Kvitebergsen på skulen.\nKvitebergsens datter var med.\nResten om skjerm er åpent.'

// Every way of searching that can lead to a word: itself, its beginning, a part, a misspelling, a phrase, a neighbour.
const ways = [
  'kvitebergsen',
  'KVITEBERGSENS',
  '=kvitebergsen',
  'kviteberg*',
  '*bergsen',
  '*teberg*',
  'kvitebergsan~',
  'kvitebergsan',
  '"fiolinisten kvitebergsen"',
  'fiolinisten NÆR/5 kvitebergsen',
  'berg',
]

async function anInput() {
  const made = await aPublicInput(t.db, text)
  const strategy = only(await t.db.select().from(strategies).where(eq(strategies.id, made.round.strategyId)))
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const answer = only(made.answers)
  const ranges = ['Kvitebergsen', 'Kvitebergsens'].flatMap((word) =>
    rangesOfWords(text, word).map((range) => ({ ...range, answerId: answer.id })),
  )
  const mask = () =>
    maskVersion(editor, made.version.id, { ranges, legalBasis: 'personal-matters', reason: '' }, v7())
  return { ...made, editor, answer, mask }
}

const written = () => dispatchAll(t.db, postgresIndex(t.db))

async function asPublic(query: string, input: string | null = null) {
  const found = await searchPublished({ ...plain, text: query, input }, null, 'nb')
  if ('refusal' in found) throw new Error(`${query}: ${found.refusal}`)
  return found
}

async function asStaff(strategyId: string, query: string) {
  const scope = staffScope([strategyId])
  const parsed = parseQuery(query)
  if (!scope || 'refusal' in parsed) throw new Error('cannot be searched for')
  const page = { number: 1, size: 10 }
  return searchEngine(t.db).search({ unit: 'passage', query: parsed.query, facets: [], page }, scope)
}

const known = (audience: 'public' | 'staff', ...lexemes: string[]) =>
  t.db
    .select({ lexeme: searchVocabulary.lexeme })
    .from(searchVocabulary)
    .where(and(eq(searchVocabulary.audience, audience), inArray(searchVocabulary.lexeme, lexemes)))

const name = ['=kvitebergsen', '=kvitebergsens', 'kvitebergsen', 'kvitebergs']

async function nothingFound(input: string) {
  for (const way of ways) {
    for (const show of views) {
      const found = await searchPublished({ ...plain, text: way, show, compounds: true }, null, 'nb')
      if ('refusal' in found) throw new Error(found.refusal)
      const { facets, told } = found
      expect(found, `${way}, ${show}`).toMatchObject({ total: 0, hits: [], told: { suggestions: [] } })
      expect(told.expansions).toEqual([])
      expect(facets.flatMap(({ options }) => options)).toEqual([])
    }
    expect((await asPublic(way, input)).total, `${way} in the input`).toBe(0)
  }
}

test('a masked word has no hit of any kind for the public, at once and when everything is written; staff find it', async () => {
  const { input, round, mask } = await anInput()
  for (const way of ways.slice(0, 7)) expect((await asPublic(way)).total, way).toBeGreaterThan(0)
  await mask()
  await nothingFound(input.id)
  await written()
  await nothingFound(input.id)
  expect(await known('public', ...name)).toEqual([])
  for (const way of ways.slice(0, 7))
    expect((await asStaff(round.strategyId, way)).total, way).toBeGreaterThan(0)
  expect((await known('staff', ...name)).length).toBeGreaterThan(0)
})

test('what was read for the index before the mask and is written after it brings nothing back', async () => {
  const index = postgresIndex(t.db)
  for (const foundBefore of [true, false]) {
    await t.db.delete(searchOutbox)
    const { input, mask } = await anInput()
    if (!foundBefore) await t.db.delete(searchDocuments)
    await enqueuePassagesOf(t.db, input.id)
    await dispatchOnce(t.db, { ...index, apply: (changes) => mask().then(() => index.apply(changes)) })
    await nothingFound(input.id)
    await written()
    expect((await asPublic('fiolinisten')).total, `found before: ${foundBefore}`).toBe(1)
    await t.db.delete(searchDocuments)
  }
})

test('what stands round a mask is found, the sign is no word, and words on its sides are no neighbours', async () => {
  const { mask } = await anInput()
  await mask()
  await written()
  const around = await asPublic('fiolinisten skulen')
  expect(around).toMatchObject({ total: 1 })
  expect(JSON.stringify(around.hits)).toContain('[skjermet]')
  expect((await asPublic('fiolinisten NÆR/5 skulen')).total).toBe(1)
  expect((await asPublic('"fiolinisten på"')).total).toBe(0)
  expect((await asPublic('skjermet')).hits.map(({ key }) => key)).toEqual(
    (await asPublic('skjerm')).hits.map(({ key }) => key),
  )
  expect((await asPublic('skjerm')).total).toBe(1)
})

test('a word that somebody else may still be read to have said stays in the vocabulary of the public', async () => {
  const other = await aPublicInput(t.db, 'Også vi kjenner Kvitebergsen.')
  const { mask } = await anInput()
  await mask()
  await written()
  expect(await known('public', '=kvitebergsen')).toEqual([{ lexeme: '=kvitebergsen' }])
  expect(await known('public', '=kvitebergsens')).toEqual([])
  expect((await asPublic('kvitebergsan')).told.suggestions).toHaveLength(1)
  await withdraw(other)
  await written()
  expect(await known('public', ...name)).toEqual([])
})

async function withdraw({ input }: Awaited<ReturnType<typeof aPublicInput>>) {
  const sender = only(
    await t.db
      .select()
      .from(organisations)
      .where(eq(organisations.id, input.organisationId ?? '')),
  )
  const submitter = await aMember(t.db, sender, 'submitter')
  expect(await withdrawInput(submitter, input.id, 'Sendt for tidlig', v7())).not.toHaveProperty('refusal')
}

test('a withdrawn input is nowhere at once, nor are its words once everything is written', async () => {
  const made = await anInput()
  await withdraw(made)
  await nothingFound(made.input.id)
  await written()
  await nothingFound(made.input.id)
  expect(await known('public', ...name, '=fiolinisten')).toEqual([])
})

test('a withheld version is nowhere at once, nor are its words; lifted, it is found again', async () => {
  const { input, version, editor } = await anInput()
  await withholdVersion(editor, version.id, { legalBasis: 'unlawful', reason: 'Trusler' }, v7())
  await nothingFound(input.id)
  await written()
  await nothingFound(input.id)
  expect(await known('public', ...name, '=fiolinisten')).toEqual([])
  await liftWithholding(editor, version.id, v7())
  await written()
  expect((await asPublic('kvitebergsen')).total).toBe(2)
  expect(await known('public', '=kvitebergsen')).toHaveLength(1)
})

test('what is unmasked is found again, and counting words between changes nothing of it', async () => {
  const { version, editor, input, mask } = await anInput()
  await mask()
  await written()
  await countWords(t.db, 'public')
  const standing = await publicationOf(editor, version.id)
  if ('refusal' in standing) throw new Error(standing.refusal)
  for (const { id } of standing.masks) await unmask(editor, id, v7())
  await written()
  const bodies = await t.db
    .select({ body: searchDocuments.body })
    .from(searchDocuments)
    .where(and(eq(searchDocuments.inputId, input.id), eq(searchDocuments.audience, 'public')))
  expect(bodies.map(({ body }) => body).sort()).toEqual(text.split('\n').sort())
  expect((await asPublic('*teberg*')).total).toBe(2)
})
