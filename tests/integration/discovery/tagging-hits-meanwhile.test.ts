import { eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { tagPassage } from '#app/features/analysis/tagging.server.ts'
import { mergeTheme } from '#app/features/analysis/theme-merging.server.ts'
import { findTaggingJob, undoTagging } from '#app/features/discovery/tagging-job.server.ts'
import { carryOn, carryOnABit } from '#app/features/discovery/tagging-work.server.ts'
import { taggings, themes } from '#db/schema/index.ts'
import { aPassage, aTagging, aTheme } from '#tests/factories/analysis.ts'
import { appDatabase } from '../inputs/room.ts'
import { ask, hitsOf, jobIn, taggingsWith } from './tagging-hits.ts'

const t = appDatabase()

test('undoing follows what it put there through a split and a merge, and stops at what somebody said since', async () => {
  const { analyst, colleague, strategy, theme, passages: found } = await hitsOf(t.db, 'slåpe', 4)
  const jobId = jobIn(await ask(analyst, theme, 'slåpe', 4))
  await carryOn(jobId)
  const [split, merged, positioned, joined] = await taggingsWith(t.db, theme)
  const [{ id: _, ...cut }, { id: __, ...whole }] = [found[0] ?? fail(), found[3] ?? fail()]
  const at = new Date()
  const gone = { removedAt: at, removedBy: colleague.personId }
  await t.db
    .update(taggings)
    .set(gone)
    .where(
      inArray(
        taggings.id,
        [split, merged, positioned, joined].map((one) => one?.id ?? ''),
      ),
    )
  const by = analyst.personId
  const into = await aTheme(t.db, strategy)
  const half = await aPassage(t.db, cut, 'Her', {
    endCp: cut.startCp + 3,
    startCp: cut.startCp,
    origin: 'split',
  })
  await aTagging(t.db, half, theme, by, { jobId, followsId: split?.id ?? null })
  await aTagging(t.db, found[1] ?? fail(), into, by, { followsId: merged?.id ?? null })
  const said = { position: 'against', followsId: positioned?.id ?? null }
  await aTagging(t.db, found[2] ?? fail(), theme, by, said)
  // Joined with one that a colleague had tagged: the two are one now.
  const theirs = await aPassage(t.db, whole, 'y', {
    ...{ startCp: whole.endCp, endCp: whole.endCp + 1, supersededAt: at },
  })
  await aTagging(t.db, theirs, theme, colleague.personId, gone)
  const both = await aPassage(t.db, whole, 'z', {
    ...{ endCp: whole.endCp + 1, startCp: whole.startCp },
    origin: 'joined',
  })
  await aTagging(t.db, both, theme, by, { jobId, followsId: joined?.id ?? null })

  await undoTagging(analyst, jobId)
  await carryOn(jobId)
  const standing = (await taggingsWith(t.db, theme)).filter(({ stands }) => stands)
  expect(standing.map(({ passageId }) => passageId)).toEqual([found[2]?.id, both.id])
  expect((await taggingsWith(t.db, into)).map(({ stands }) => stands)).toEqual([false])
})

test('a theme that goes out of use meanwhile stops the job, and the job says so', async () => {
  const { analyst, theme } = await hitsOf(t.db, 'hegg', 5)
  const jobId = jobIn(await ask(analyst, theme, 'hegg', 5))
  await carryOnABit(jobId, 2)
  await t.db.update(themes).set({ retiredAt: new Date() }).where(eq(themes.id, theme.id))
  await carryOn(jobId)
  expect(await taggingsWith(t.db, theme)).toHaveLength(2)
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({ done: 2, problem: 'theme-retired' })
})

test('a theme that is merged meanwhile is followed: all hits have what it became part of, and undoing takes all of it', async () => {
  const { analyst, editor, strategy, theme, passages: found } = await hitsOf(t.db, 'rogn', 5)
  const [into, further] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  await tagPassage(analyst, found[4]?.id ?? '', into.id)
  const jobId = jobIn(await ask(analyst, theme, 'rogn', 5))
  await carryOnABit(jobId, 2)
  const merge = (from: string, to: string) =>
    mergeTheme(editor, strategy.id, from, { act: 'merge', key: v7(), into: to, reason: 'Sier det samme.' })
  await merge(theme.id, into.id)
  await carryOnABit(jobId, 1)
  await merge(into.id, further.id)
  await carryOn(jobId)
  const on = await taggingsWith(t.db, further)
  expect(on.filter(({ stands }) => stands).map(({ passageId }) => passageId)).toEqual(
    found.map(({ id }) => id),
  )
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({
    ...{ problem: null, done: 5, tagged: 4, had: 1, standing: 4 },
    now: { id: further.id },
  })
  await undoTagging(analyst, jobId)
  await carryOn(jobId)
  const left = (await taggingsWith(t.db, further)).filter(({ stands }) => stands)
  expect(left.map(({ passageId }) => passageId)).toEqual([found[4]?.id])
})

function fail(): never {
  throw new Error('there should be one')
}
