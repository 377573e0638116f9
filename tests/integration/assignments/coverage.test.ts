import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { covers, type Target } from '#app/features/assignments/assignment.ts'
import { listAssignments } from '#app/features/assignments/queries.server.ts'
import { answers, assignments, inputs, passages, taggings, themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aVersion } from '#tests/factories/inputs.ts'
import { anOrganisation } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { anInputToRead, aRoundToRead, type RoundToRead } from './room.ts'

const t = await appDatabase()
afterAll(() => t.end())

function columnsOf(target: Target) {
  return target.kind === 'share'
    ? { kind: target.kind, shareNumber: target.share, shareOf: target.of }
    : target
}

async function given({ round, lead, ingrid }: RoundToRead, targets: readonly Target[]) {
  const place = { strategyId: round.strategyId, roundId: round.id, personId: ingrid.personId }
  const rows = targets.map((target, at) => ({
    ...{ ...place, ...columnsOf(target) },
    ...{ at: new Date(2026, 1, 1, 0, at), by: lead.personId },
  }))
  await t.db.insert(assignments).values(rows)
}

const countsOf = async (roundId: string) =>
  (await listAssignments(roundId, 1)).assignments.map(({ answers }) => answers)

test('what the database counts in an assignment is what the rule says, whatever is sent and tagged', async () => {
  const here = await aRoundToRead(t.db)
  const { round, first, general, ingrid } = here
  const strategy = { id: round.strategyId }
  const [above, other] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  const beneath = await aTheme(t.db, strategy, { parentId: above.id })
  const merged = await aTheme(t.db, strategy, {
    ...{ parentId: above.id, retiredAt: new Date(), mergedInto: other.id },
  })
  const choices = [above, beneath, merged, other]
  const seeds = fc.sample(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 2, maxLength: 2 }), {
    ...{ numRuns: 14, seed: 11 },
  })
  for (const marks of seeds) {
    const sent = await anInputToRead(t.db, here)
    for (const [at, mark] of marks.entries()) {
      const passage = sent.passages[at]
      for (const [bit, theme] of choices.entries())
        if (passage && mark & (1 << bit)) await aTagging(t.db, passage, theme, ingrid.personId)
    }
  }
  const sender = await t.db.select().from(inputs).where(eq(inputs.roundId, round.id)).limit(1)
  const targets: Target[] = [
    { kind: 'round' },
    { kind: 'question', questionId: first },
    { kind: 'question', questionId: general },
    { kind: 'organisation', organisationId: sender[0]?.organisationId ?? '' },
    ...choices.map(({ id }): Target => ({ kind: 'theme', themeId: id })),
    ...[1, 2, 3, 4, 5].map((share): Target => ({ kind: 'share', share, of: 5 })),
  ]
  await given(here, targets)
  const codebook = await t.db.select().from(themes).where(eq(themes.strategyId, round.strategyId))
  const rows = await t.db
    .select({ id: answers.id, questionId: answers.questionId, input: inputs, themeId: taggings.themeId })
    .from(passages)
    .innerJoin(answers, eq(answers.id, passages.answerId))
    .innerJoin(inputs, eq(inputs.id, passages.inputId))
    .leftJoin(taggings, eq(taggings.passageId, passages.id))
    .where(eq(passages.roundId, round.id))
  const expected = targets.map((target) => {
    const ids = [...new Set(rows.map(({ id }) => id))]
    return ids.filter((id) => {
      const [one, ...more] = rows.filter((row) => row.id === id)
      if (!one) return false
      const themeIds = [one, ...more].flatMap(({ themeId }) => themeId ?? [])
      const { id: inputId, organisationId } = one.input
      return covers(target, { inputId, organisationId, questionId: one.questionId, themeIds }, codebook)
    }).length
  })
  expect(await countsOf(round.id)).toEqual(expected)
  expect(expected[0]).toBe(28)
})

test('only what counts and has a text is to be read', async () => {
  const here = await aRoundToRead(t.db)
  const { round, first } = here
  const standing = await anInputToRead(t.db, here)
  const withdrawn = await anInputToRead(t.db, here)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, withdrawn.input.id))
  // A newer version counts in the place of the first; a letter that was registered stands beside it.
  const replaced = await anInputToRead(t.db, here, { submittedAt: new Date('2026-06-01T10:00:00Z') })
  const again = { [first]: 'Tre år, ikke to.' }
  await aVersion(t.db, round, replaced.input.id, replaced.sender, again, { number: 2 })
  await aVersion(t.db, round, replaced.input.id, replaced.sender, again, { number: 3, kind: 'registered' })
  // An answer without a text.
  const silent = await anOrganisation(t.db)
  await t.db.insert(inputs).values({
    ...{ strategyId: round.strategyId, roundId: round.id, organisationId: silent.id },
  })
  await given(here, [{ kind: 'round' }])
  expect(await countsOf(round.id)).toEqual([4])
  // A passage that was joined with another is no longer there, and an answer of only such has nothing to read.
  const [one] = standing.passages
  await t.db
    .update(passages)
    .set({ supersededAt: new Date() })
    .where(eq(passages.id, one?.id ?? ''))
  expect(await countsOf(round.id)).toEqual([3])
})

test('a theme that was taken off a passage no longer gives it to the reader of the theme', async () => {
  const here = await aRoundToRead(t.db)
  const theme = await aTheme(t.db, { id: here.round.strategyId })
  const sent = await anInputToRead(t.db, here)
  const [passage] = sent.passages
  if (!passage) throw new Error('no passage')
  const tagging = await aTagging(t.db, passage, theme, here.ingrid.personId)
  await given(here, [{ kind: 'theme', themeId: theme.id }])
  expect(await countsOf(here.round.id)).toEqual([1])
  const removed = { removedAt: new Date(), removedBy: here.ingrid.personId }
  await t.db.update(taggings).set(removed).where(eq(taggings.id, tagging.id))
  expect(await countsOf(here.round.id)).toEqual([0])
})
