import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  inputPublications,
  inputs,
  inputWithholdings,
  publicAnswers,
  rounds,
  searchDocuments,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { docKeysOf } from '#search/document.ts'
import { enqueuePassagesOfRound } from '#search/outbox.server.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aVersion, publish } from '#tests/factories/inputs.ts'
import { aPerson, only } from '#tests/factories/people.ts'
import { daysFromNow } from '#tests/factories/strategies.ts'
import { type Index, openIndex } from './open-index.ts'

let index: Index
let db: Index['db']

beforeAll(async () => {
  index = await openIndex()
  db = index.db
})
afterAll(() => index?.end())
beforeEach(() => index.empty())

test('staff find an input as soon as it has passages, the public only once it is published', async () => {
  const made = await index.anInput('Hele teksten.')
  expect(await index.indexed(made.input.id)).toEqual(['staff: Hele teksten.'])
  await publish(db, made, (await aPerson(db)).id)
  expect(await index.indexed(made.input.id)).toEqual(['public: Hele teksten.', 'staff: Hele teksten.'])
})

test('withdrawal takes the public document and leaves the one of staff', async () => {
  const made = await index.aPublishedInput('Hele teksten.')
  await db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, made.input.id))
  expect(await index.indexed(made.input.id)).toEqual(['staff: Hele teksten.'])
})

test('publication taken back takes the public document', async () => {
  const made = await index.aPublishedInput('Hele teksten.')
  await db.delete(inputPublications).where(eq(inputPublications.inputId, made.input.id))
  expect(await index.indexed(made.input.id)).toEqual(['staff: Hele teksten.'])
})

test('nothing of a round that is not published is public', async () => {
  const made = await index.aPublishedInput('Hele teksten.', { publishedAt: null })
  expect(await index.indexed(made.input.id)).toEqual(['staff: Hele teksten.'])
})

test('masked text is public only as masked; a passage masked as a whole is not there at all', async () => {
  const made = await index.aPublishedInput('Rektor Ola Nes sa det.\nOla Nes.\nResten er åpen.')
  await db
    .update(publicAnswers)
    .set({
      text: 'Rektor [skjermet] sa det.\n[skjermet].\nResten er åpen.',
      masks: [
        { startCp: 7, endCp: 14, publicStartCp: 7, publicEndCp: 17, legalBasis: 'other' },
        { startCp: 23, endCp: 30, publicStartCp: 26, publicEndCp: 36, legalBasis: 'other' },
      ],
    })
    .where(eq(publicAnswers.versionId, made.version.id))
  expect((await index.indexed(made.input.id)).filter((line) => line.startsWith('public'))).toEqual([
    'public: Rektor [skjermet] sa det.',
    'public: Resten er åpen.',
  ])
})

test('a public text that is not the canonical one and says no masks is not cut by its places', async () => {
  const made = await index.aPublishedInput('Rektor Ola Nes sa det.\nResten er åpen.')
  await db
    .update(publicAnswers)
    .set({ text: 'Rektor sa det.' })
    .where(eq(publicAnswers.versionId, made.version.id))
  expect(await index.indexed(made.input.id)).toEqual([
    'staff: Rektor Ola Nes sa det.',
    'staff: Resten er åpen.',
  ])
})

test('withholding takes the public document, and an older version that is public stands for it', async () => {
  const { round, sender, question, ...made } = await index.aPublishedInput('Administrativ.')
  const adopted = await aVersion(
    db,
    round,
    made.input.id,
    sender,
    { [question.id]: 'Vedtatt.' },
    { number: 2, kind: 'adopted' },
  )
  const withheldBy = (await aPerson(db)).id
  await publish(db, adopted, withheldBy)
  expect(await index.indexed(made.input.id)).toEqual(['public: Vedtatt.', 'staff: Vedtatt.'])
  const { strategyId } = round
  const place = { strategyId, inputId: made.input.id, versionId: adopted.version.id }
  const why = { legalBasis: 'unlawful', reason: 'Trusler', withheldAt: new Date(), withheldBy }
  await db.insert(inputWithholdings).values({ ...place, ...why })
  expect(await index.indexed(made.input.id)).toEqual(['public: Administrativ.', 'staff: Vedtatt.'])
})

test('of what a sender sent, only the version that counts is found', async () => {
  const { round, sender, question, ...made } = await index.aPublishedInput('Administrativ.')
  const other = (text: string, number: number, kind: string) =>
    aVersion(db, round, made.input.id, sender, { [question.id]: text }, { number, kind })
  await other('Vedtatt.', 2, 'adopted')
  await other('Rettet.', 3, 'correction')
  await other('Brev.', 4, 'registered')
  // What staff have not published yet does not hide what they have.
  expect(await index.indexed(made.input.id)).toEqual([
    'public: Administrativ.',
    'staff: Brev.',
    'staff: Vedtatt.',
  ])
})

test('inputs shown after closing become public when the round closes, by itself or early', async () => {
  const made = await index.aPublishedInput('Ventet på.', {
    inputsShown: 'after-closing',
    deadlineAt: new Date(Date.now() + 700),
  })
  expect(await index.indexed(made.input.id)).toEqual(['staff: Ventet på.'])
  await pause(800)
  await dispatchAll(db, index.index)
  expect(await index.listIndexed(made.input.id)).toEqual(['public: Ventet på.', 'staff: Ventet på.'])

  const early = await index.aPublishedInput('Tidlig.', {
    inputsShown: 'after-closing',
    deadlineAt: daysFromNow(5),
  })
  expect(await index.indexed(early.input.id)).toEqual(['staff: Tidlig.'])
  expect((await index.freshness(early.round.strategyId)).waiting).toBe(0)
  await db
    .update(rounds)
    .set({ closedAt: daysFromNow(-0.001) })
    .where(eq(rounds.id, early.round.id))
  await enqueuePassagesOfRound(db, early.round.id)
  await dispatchAll(db, index.index)
  expect(await index.listIndexed(early.input.id)).toEqual(['public: Tidlig.', 'staff: Tidlig.'])
})

test('themes are on the document of staff while tagged, never on the public one', async () => {
  const made = await index.aPublishedInput('Merket.')
  const person = await aPerson(db)
  const strategyId = made.round.strategyId
  const words = { nb: 'Personvern' }
  const theme = only(
    await db
      .insert(themes)
      .values({ strategyId, code: 'PV', colour: 1, position: 1, title: words, definition: words })
      .returning(),
  )
  const passageId = only(made.passages).id
  await db.insert(taggings).values({ strategyId, passageId, themeId: theme.id, taggedBy: person.id })
  await index.indexed(made.input.id)
  expect(await themesOf(passageId)).toEqual([[theme.id], []])
  await db.update(taggings).set({ removedAt: new Date() }).where(eq(taggings.passageId, passageId))
  await index.indexed(made.input.id)
  expect(await themesOf(passageId)).toEqual([[], []])
})

test('what stands on a theme that became part of another is found by the one that stands', async () => {
  const made = await index.aPublishedInput('Merket.')
  const strategyId = made.round.strategyId
  const theme = (own: Partial<typeof themes.$inferInsert> = {}) =>
    aTheme(db, { id: strategyId }, { ...(own.mergedInto && { retiredAt: new Date() }), ...own })
  const standing = await theme()
  const between = await theme({ mergedInto: standing.id })
  const first = await theme({ mergedInto: between.id })
  const passage = { id: only(made.passages).id, strategyId }
  const by = (await aPerson(db)).id
  for (const one of [first, between, standing]) await aTagging(db, passage, one, by)
  await index.indexed(made.input.id)
  expect(await themesOf(passage.id)).toEqual([[standing.id], []])
})

async function themesOf(passageId: string): Promise<(string[] | undefined)[]> {
  const rows = await db.select().from(searchDocuments).where(eq(searchDocuments.passageId, passageId))
  return docKeysOf(passageId).map((key) => rows.find((row) => row.docKey === key)?.themeIds)
}
