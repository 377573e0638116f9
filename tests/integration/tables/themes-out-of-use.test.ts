import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSubject } from '#app/features/tables/tables.server.ts'
import { taggings, themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

/** A round with one passage on which four themes stand, and which of them a table of themes has a row for. */
async function aTaggedRound() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const sent = await aSubmittedInput(t.db, round, await anOrganisation(t.db), { [asked?.id ?? '']: 'Hjelp.' })
  const made = []
  for (let at = 0; at < 4; at++) made.push(await aTheme(t.db, strategy))
  const [standing, retired, merged, empty] = made.map(({ id }) => id)
  const by = (await aPerson(t.db)).id
  for (const theme of made) for (const passage of sent.passages) await aTagging(t.db, passage, theme, by)
  const now = new Date()
  const change = (id: string | undefined, own: object) =>
    t.db
      .update(themes)
      .set({ retiredAt: now, ...own })
      .where(eq(themes.id, id ?? ''))
  await change(retired, {})
  await change(merged, { mergedInto: standing })
  await change(empty, {})
  await t.db
    .update(taggings)
    .set({ removedAt: now })
    .where(eq(taggings.themeId, empty ?? ''))
  return { round, standing, retired, merged, empty }
}

test('a theme out of use has a row while it stands on passages; one that became part of another has none', async () => {
  const { round, standing, retired } = await aTaggedRound()
  for (const kind of ['themes', 'positions'] as const) {
    const subject = await findSubject(round, { kind })
    expect('themes' in subject && subject.themes.map(({ id }) => id)).toEqual([standing, retired])
  }
})
