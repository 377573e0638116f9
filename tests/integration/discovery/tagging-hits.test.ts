import { spawn } from 'node:child_process'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tagPassage, untag } from '#app/features/analysis/tagging.server.ts'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { tagWaitingHits } from '#app/features/discovery/jobs.server.ts'
import { searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import { findTaggingJob, undoTagging } from '#app/features/discovery/tagging-job.server.ts'
import { previewTagging } from '#app/features/discovery/tagging-preview.server.ts'
import { carryOn, carryOnABit, listWaitingJobs } from '#app/features/discovery/tagging-work.server.ts'
import { pause } from '#db/embedded/process.server.ts'
import { auditEvents, passages, taggingJobPassages, taggingJobs, themes } from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aVersion } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { ask, hitsOf, jobIn, taggingsWith } from './tagging-hits.ts'

const t = appDatabase()
const read = (search: string) => filtersOf(new URLSearchParams(search))

test('a preview says how many hits there are, shows the first, and how many have the theme', async () => {
  const { analyst, theme, passages: found } = await hitsOf(t.db, 'rognebær', 7)
  await aTagging(t.db, found[0] ?? fail(), theme, analyst.personId)
  const asked = { filters: read('q=rognebær'), theme: null, position: null }
  expect(await previewTagging(analyst, asked)).toMatchObject({
    ...{ total: 7, counts: null, refusal: null, theme: null, hits: { length: 5 } },
  })
  expect(await previewTagging(analyst, { ...asked, theme: theme.id })).toMatchObject({
    ...{ total: 7, counts: { total: 7, tagged: 1 }, refusal: null, theme: { id: theme.id } },
  })
})

test('a search for everything, for nothing that can be read, or with a theme out of use is not offered', async () => {
  const { analyst, theme } = await hitsOf(t.db, 'tyttebær', 2)
  const asked = { filters: read(''), theme: theme.id, position: null }
  expect(await previewTagging(analyst, asked)).toMatchObject({ refusal: 'would-tag-everything' })
  expect(await ask(analyst, theme, '', 2)).toEqual({ refusal: 'would-tag-everything' })
  expect(await previewTagging(analyst, { ...asked, filters: read('q="x') })).toMatchObject({
    refusal: 'unbalanced-quotes',
  })
  expect(await ask(analyst, theme, '"x', 2)).toEqual({ refusal: 'unbalanced-quotes' })
  expect(await ask(analyst, theme, 'finsikkje', 0)).toEqual({ refusal: 'no-hits' })
  await t.db.update(themes).set({ retiredAt: new Date() }).where(eq(themes.id, theme.id))
  expect(await previewTagging(analyst, { ...asked, filters: read('q=tyttebær') })).toMatchObject({
    refusal: 'theme-retired',
  })
  expect(await ask(analyst, theme, 'tyttebær', 2)).toEqual({ refusal: 'theme-retired' })
})

test('a theme that was merged is exchanged for what it became', async () => {
  const { analyst, theme, strategy } = await hitsOf(t.db, 'blåbær', 2)
  const into = await aTheme(t.db, strategy)
  await t.db.update(themes).set({ retiredAt: new Date(), mergedInto: into.id }).where(eq(themes.id, theme.id))
  const asked = { filters: read('q=blåbær'), theme: theme.id, position: null }
  expect(await previewTagging(analyst, asked)).toMatchObject({ merged: true, theme: { id: into.id } })
  expect(await ask(analyst, theme, 'blåbær', 2)).toEqual({ refusal: 'theme-merged' })
})

test('all hits are tagged once, with who asked and when, and can be found by it', async () => {
  const { analyst, theme, passages: found } = await hitsOf(t.db, 'bringebær', 5)
  const jobId = jobIn(await ask(analyst, theme, 'bringebær', 5, { position: 'supports' }))
  expect(await taggingsWith(t.db, theme)).toEqual([])
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({ total: 5, done: 0, finishedAt: null })
  await tagWaitingHits({ signal: new AbortController().signal, onError: (error) => expect(error).toBeNull() })
  const made = await taggingsWith(t.db, theme)
  expect(made.map(({ passageId }) => passageId)).toEqual(found.map(({ id }) => id))
  expect(made[0]).toMatchObject({ by: analyst.personId, jobId, position: 'supports', stands: true })
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({
    ...{ total: 5, done: 5, tagged: 5, had: 0, standing: 5, problem: null, mayUndo: true },
    ...{ finishedAt: expect.any(Date), search: { text: 'bringebær' } },
  })
  await dispatchAll(t.db, postgresIndex(t.db))
  expect(await searchAsStaff(analyst, read(`theme=${theme.id}&position=supports`))).toMatchObject({
    total: 5,
  })
  expect(await searchAsStaff(analyst, read('q=bringebær&tagged=no'))).toMatchObject({ total: 0 })
  expect(await recorded(jobId)).toEqual(['tagging-job.asked', 'tagging-job.finished'])
})

test('the same form sent twice, also at once, is one job; another theme on the same page is another', async () => {
  const { analyst, theme, strategy } = await hitsOf(t.db, 'jordbær', 3)
  const key = crypto.randomUUID()
  const send = () => ask(analyst, theme, 'jordbær', 3, { key })
  const [one, other] = await Promise.all([send(), send()])
  expect(other).toEqual(one)
  await carryOn(jobIn(one))
  expect(await send()).toEqual(one)
  expect(await taggingsWith(t.db, theme)).toHaveLength(3)
  expect(await ask(analyst, await aTheme(t.db, strategy), 'jordbær', 3, { key })).not.toEqual(one)
})

test('when the search finds another number than the page told of, nothing is done', async () => {
  const { analyst, theme } = await hitsOf(t.db, 'multebær', 3)
  expect(await ask(analyst, theme, 'multebær', 4)).toEqual({ refusal: 'hits-changed' })
  expect(await t.db.$count(taggingJobs, eq(taggingJobs.themeId, theme.id))).toBe(0)
})

test('passages of a version that was replaced, and such as were split, are no hits though the index is behind', async () => {
  const { analyst, theme, passages: found, round, input, question } = await hitsOf(t.db, 'solbær', 4)
  await t.db
    .update(passages)
    .set({ supersededAt: new Date() })
    .where(eq(passages.id, found[0]?.id ?? ''))
  const asked = { filters: read('q=solbær'), theme: theme.id, position: null }
  expect(await previewTagging(analyst, asked)).toMatchObject({ counts: { total: 3 } })
  const jobId = jobIn(await ask(analyst, theme, 'solbær', 3))
  await aVersion(t.db, round, input.id, await anOrganisation(t.db), { [question]: 'Nytt.' }, { number: 2 })
  await carryOn(jobId)
  expect(await taggingsWith(t.db, theme)).toEqual([])
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({ done: 3, tagged: 0, had: 0 })
})

test('a passage that was split since the job was asked for is left, and the job says so', async () => {
  const { analyst, theme, passages: found } = await hitsOf(t.db, 'stikkelsbær', 3)
  const jobId = jobIn(await ask(analyst, theme, 'stikkelsbær', 3))
  await t.db
    .update(passages)
    .set({ supersededAt: new Date() })
    .where(eq(passages.id, found[1]?.id ?? ''))
  await carryOn(jobId)
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({ done: 3, tagged: 2, had: 0 })
})

test('killed in the middle of a batch and taken up again, it tags each passage once', async () => {
  const { analyst, theme, passages: found } = await hitsOf(t.db, 'krekling', 500)
  const jobId = jobIn(await ask(analyst, theme, 'krekling', 500))
  // Somebody holds a passage of the second batch, so that the worker stands in the middle of it.
  const held = found[250]?.id ?? ''
  let release = () => {}
  const holding = t.sql.begin(async (sql) => {
    await sql`select from passages where id = ${held} for update`
    await new Promise<void>((resolve) => {
      release = resolve
    })
  })
  const work = `const { carryOn } = await import('#app/features/discovery/tagging-work.server.ts')
    await carryOn('${jobId}')`
  const worker = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', work])
  const ended = new Promise((resolve) => worker.once('exit', (_, signal) => resolve(signal)))
  await until(async () => (await waitingForLocks()) > 0)
  worker.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  release()
  await holding

  await until(async () => (await waitingForLocks()) === 0)
  expect(await taggingsWith(t.db, theme)).toHaveLength(200)
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({ done: 200, tagged: 200, finishedAt: null })
  expect(await listWaitingJobs()).toContain(jobId)
  await Promise.all([carryOn(jobId), carryOn(jobId)])
  const made = await taggingsWith(t.db, theme)
  expect(made.map(({ passageId }) => passageId)).toEqual(found.map(({ id }) => id))
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({ done: 500, tagged: 500 })
  expect(await recorded(jobId)).toEqual(['tagging-job.asked', 'tagging-job.finished'])
})

test('what somebody tagged before or meanwhile stays theirs, and stays when the job is undone', async () => {
  const { analyst, colleague, theme, passages: found } = await hitsOf(t.db, 'nype', 6)
  const [before, meanwhile, after] = found.map(({ id }) => id)
  await tagPassage(colleague, before ?? '', theme.id)
  const jobId = jobIn(await ask(analyst, theme, 'nype', 6))
  await carryOnABit(jobId, 1)
  await tagPassage(colleague, meanwhile ?? '', theme.id)
  await carryOn(jobId)
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({ total: 6, done: 6, tagged: 4, had: 2 })
  // Taken off and put on again by somebody: theirs now.
  const own = (await taggingsWith(t.db, theme)).find(({ passageId }) => passageId === after)
  await untag(colleague, own?.id ?? '')
  await tagPassage(colleague, after ?? '', theme.id)

  expect(await undoTagging(analyst, jobId)).toEqual({ jobId })
  await carryOn(jobId)
  const standing = (await taggingsWith(t.db, theme)).filter(({ stands }) => stands)
  expect(standing.map(({ passageId, by }) => [passageId, by])).toEqual(
    [before, meanwhile, after].map((id) => [id, colleague.personId]),
  )
  expect(await findTaggingJob(analyst, jobId)).toMatchObject({ standing: 0, mayUndo: false })
})

test('undone in the middle it stops, and takes away what it had put there', async () => {
  const { analyst, editor, theme } = await hitsOf(t.db, 'einebær', 9)
  const jobId = jobIn(await ask(analyst, theme, 'einebær', 9))
  await carryOnABit(jobId, 4)
  expect(await undoTagging(editor, jobId)).toEqual({ jobId })
  expect(await undoTagging(analyst, jobId)).toEqual({ jobId })
  await carryOnABit(jobId, 3)
  expect((await taggingsWith(t.db, theme)).filter(({ stands }) => stands)).toHaveLength(1)
  expect(await listWaitingJobs()).toContain(jobId)
  await carryOn(jobId)
  const made = await taggingsWith(t.db, theme)
  expect(made.map(({ stands }) => stands)).toEqual([false, false, false, false])
  expect(await listWaitingJobs()).not.toContain(jobId)
  expect(await findTaggingJob(editor, jobId)).toMatchObject({ undoer: editor.name, done: 4, standing: 0 })
  expect(await recorded(jobId)).toEqual(['tagging-job.asked', 'tagging-job.undone', 'tagging-job.finished'])
})

test('others of the strategy see a job; those who did not ask and do not decide may not undo it; nobody else knows of it', async () => {
  const { analyst, colleague, editor, theme } = await hitsOf(t.db, 'rips', 2)
  const jobId = jobIn(await ask(analyst, theme, 'rips', 2))
  expect(await findTaggingJob(colleague, jobId)).toMatchObject({ mayUndo: false })
  expect(await findTaggingJob(editor, jobId)).toMatchObject({ mayUndo: true })
  expect(await undoTagging(colleague, jobId)).toEqual({ refusal: 'forbidden' })
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await findTaggingJob(stranger, jobId)).toEqual({ refusal: 'not-found' })
  expect(await undoTagging(stranger, jobId)).toEqual({ refusal: 'not-found' })
  expect(await ask(stranger, theme, 'rips', 2)).toEqual({ refusal: 'not-found' })
  expect(await t.db.$count(taggingJobPassages, eq(taggingJobPassages.jobId, jobId))).toBe(2)
})

async function recorded(jobId: string) {
  const rows = await t.db
    .select({ type: auditEvents.type })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, jobId))
    .orderBy(auditEvents.id)
  return rows.map(({ type }) => type)
}

async function waitingForLocks() {
  const [row] = await t.sql<{ waiting: number }[]>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  return row?.waiting ?? 0
}

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await pause(20)
}

function fail(): never {
  throw new Error('there should be one')
}
