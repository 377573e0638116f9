import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeTheme } from '#app/features/analysis/codebook.server.ts'
import { analysisHandlers } from '#app/features/analysis/jobs.server.ts'
import { codePointSlice } from '#app/features/analysis/passage.ts'
import { makePassages } from '#app/features/analysis/passages.server.ts'
import { findInput } from '#app/features/analysis/reading.server.ts'
import { tagPassage, untag } from '#app/features/analysis/tagging.server.ts'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import { database } from '#app/platform/database.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { answers, auditEvents, passages, taggings } from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const text = 'Først 🎻 en setning om tilsyn.\n\nFristen er for kort.\nVi trenger 🏔️ tid.'

async function aReadableInput() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const asked = await aQuestionnaire(t.db, round)
  const sender = await anOrganisation(t.db)
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const sent = await aSubmittedInput(t.db, round, sender, { [asked[0]?.id ?? '']: text })
  return { strategy, round, sent, analyst, editor, passage: sent.passages[1]?.id ?? '' }
}

const themeForm = (own: { code: string; theme?: string }) => ({
  ...{ key: v7(), titleNb: 'Frister og tempo', titleNn: 'Fristar og tempo' },
  ...{ definitionNb: 'Om tid til å gjennomføre.', definitionNn: '', includeNb: '', includeNn: '' },
  ...{ excludeNb: '', excludeNn: '', ...own },
})

async function aTheme(editor: Parameters<typeof writeTheme>[0], strategyId: string, code = 'FR') {
  const outcome = await writeTheme(editor, strategyId, themeForm({ code }))
  if (!('themeId' in outcome)) throw new Error(outcome.refusal)
  return outcome.themeId
}

test("a passage's text is the slice of the canonical text at its code points", async () => {
  const { sent } = await aReadableInput()
  await t.db.delete(passages).where(eq(passages.versionId, sent.version.id))
  await analysisHandlers['input.submitted']?.({
    ...{ id: v7(), type: 'input.submitted', subjectId: sent.version.id, data: {} },
  })
  const made = await t.db
    .select()
    .from(passages)
    .innerJoin(answers, eq(answers.id, passages.answerId))
    .where(eq(passages.versionId, sent.version.id))
    .orderBy(passages.position)
  expect(made.map((row) => row.passages.position)).toEqual([1, 2, 3])
  for (const { passages: passage, answers: answer } of made)
    expect(passage.text).toBe(codePointSlice(answer.canonicalText ?? '', passage.startCp, passage.endCp))
  expect(made[2]?.passages.text).toBe('Vi trenger 🏔️ tid.')
})

test('making passages twice makes them once', async () => {
  const { sent } = await aReadableInput()
  const before = await t.db.$count(passages, eq(passages.versionId, sent.version.id))
  await makePassages(sent.version.id)
  await makePassages(sent.version.id)
  expect(await t.db.$count(passages, eq(passages.versionId, sent.version.id))).toBe(before)
})

test('tagging twice, also at the same moment, is one tagging', async () => {
  const { strategy, analyst, editor, passage } = await aReadableInput()
  const theme = await aTheme(editor, strategy.id)
  const [one, other] = await Promise.all([
    tagPassage(analyst, passage, theme),
    tagPassage(editor, passage, theme),
  ])
  expect(one).toMatchObject({ taggingId: 'taggingId' in other && other.taggingId })
  expect([one, other].filter((outcome) => 'made' in outcome && outcome.made)).toHaveLength(1)
  expect(await t.db.$count(taggings, eq(taggings.passageId, passage))).toBe(1)
})

test('a tagging taken away stays, with who took it and when, and can be made again', async () => {
  const { strategy, analyst, editor, passage } = await aReadableInput()
  const theme = await aTheme(editor, strategy.id)
  const made = await tagPassage(analyst, passage, theme)
  if ('refusal' in made) throw new Error(made.refusal)
  await untag(editor, made.taggingId ?? '')
  await untag(analyst, made.taggingId ?? '')
  const [kept] = await t.db
    .select()
    .from(taggings)
    .where(eq(taggings.id, made.taggingId ?? ''))
  expect(kept).toMatchObject({ taggedBy: analyst.personId, removedBy: editor.personId })
  expect(kept?.removedAt).toBeInstanceOf(Date)
  const again = await tagPassage(analyst, passage, theme)
  expect(again).not.toEqual(made)
  const recorded = await t.db.$count(auditEvents, eq(auditEvents.subjectId, made.taggingId ?? ''))
  expect(recorded).toBe(2)
})

test('staff of another strategy neither read, tag, untag nor write the codebook', async () => {
  const { strategy, sent, analyst, editor, passage } = await aReadableInput()
  const theme = await aTheme(editor, strategy.id)
  const made = await tagPassage(analyst, passage, theme)
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  const no = { refusal: 'not-found' }
  expect(await findInput(stranger, sent.input.id)).toEqual(no)
  expect(await tagPassage(stranger, passage, theme)).toEqual(no)
  expect(await untag(stranger, 'taggingId' in made ? (made.taggingId ?? '') : '')).toEqual(no)
  expect(await writeTheme(stranger, strategy.id, themeForm({ code: 'XX' }))).toEqual(no)
})

test('a theme of another strategy is no theme here', async () => {
  const { passage, analyst } = await aReadableInput()
  const other = await aReadableInput()
  const theme = await aTheme(other.editor, other.strategy.id)
  expect(await tagPassage(analyst, passage, theme)).toEqual({ refusal: 'not-found' })
})

test('an analyst tags but does not write the codebook', async () => {
  const { strategy, analyst } = await aReadableInput()
  expect(await writeTheme(analyst, strategy.id, themeForm({ code: 'FR' }))).toEqual({ refusal: 'forbidden' })
})

test('a theme sent twice is made once, and another with its code is refused', async () => {
  const { strategy, editor } = await aReadableInput()
  const form = themeForm({ code: 'fr' })
  const first = await writeTheme(editor, strategy.id, form)
  expect(await writeTheme(editor, strategy.id, form)).toEqual(first)
  expect(await writeTheme(editor, strategy.id, themeForm({ code: 'FR' }))).toEqual({ refusal: 'code-taken' })
})

test('a tagging reaches the theme facet of the search', async () => {
  const { strategy, analyst, editor, passage } = await aReadableInput()
  const theme = await aTheme(editor, strategy.id)
  const { db } = database()
  const counted = async () => {
    await dispatchAll(db, postgresIndex(db))
    const found = await searchAsStaff(analyst, filtersOf(new URLSearchParams({ theme })), null)
    if ('refusal' in found) throw new Error(found.refusal)
    return { total: found.total, hits: found.hits.map((hit) => hit.themes.map(({ code }) => code)) }
  }
  expect(await counted()).toEqual({ total: 0, hits: [] })
  const made = await tagPassage(analyst, passage, theme)
  expect(await counted()).toEqual({ total: 1, hits: [['FR']] })
  if ('taggingId' in made) await untag(analyst, made.taggingId ?? '')
  expect(await counted()).toEqual({ total: 0, hits: [] })
})
