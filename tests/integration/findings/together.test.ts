import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listVersions, restoreVersion, savedSince } from '#app/features/findings/history.server.ts'
import { writeFinding } from '#app/features/findings/writing.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { findings } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aBegunFinding, made, writing } from './written.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const start = 'Én.\n\nTo.\n\nTre.'

async function twoWriters() {
  const { editor, strategy, findingId, asked } = await aBegunFinding(t)
  const other = await aStaffMember(t.db, strategy, 'editor')
  made(await writeFinding(editor, findingId, writing(1, start)))
  const now = async () =>
    (await t.db.select().from(findings).where(eq(findings.id, findingId)))[0] as typeof findings.$inferSelect
  return { editor, other, findingId, asked, now }
}

test('two who save at the same moment, each another paragraph, both keep their words', async () => {
  const { editor, other, findingId, now } = await twoWriters()
  const outcomes = await Promise.all([
    writeFinding(editor, findingId, writing(2, 'Én ny.\n\nTo.\n\nTre.')),
    writeFinding(other, findingId, writing(2, 'Én.\n\nTo.\n\nTre ny.')),
  ])
  expect(outcomes.map((outcome) => made(outcome).mergedSince).sort()).toEqual([2, null])
  expect(await now()).toMatchObject({ revision: 4, text: { nb: 'Én ny.\n\nTo.\n\nTre ny.' } })
})

test('two who save the same paragraph at the same moment: one is saved, the other is told and changes nothing', async () => {
  const { editor, other, findingId, now } = await twoWriters()
  const outcomes = await Promise.all([
    writeFinding(editor, findingId, writing(2, 'Én.\n\nTo A.\n\nTre.')),
    writeFinding(other, findingId, writing(2, 'Én.\n\nTo B.\n\nTre.')),
  ])
  expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual([{ refusal: 'stale' }])
  const saved = await now()
  expect(saved.revision).toBe(3)
  expect(['Én.\n\nTo A.\n\nTre.', 'Én.\n\nTo B.\n\nTre.']).toContain(saved.text.nb)
})

test('two who change the heading differently must decide; one who leaves it alone takes the other’s', async () => {
  const { editor, other, findingId, now } = await twoWriters()
  made(await writeFinding(editor, findingId, writing(2, start, { titleNb: 'Mer tid' })))
  const theirs = await writeFinding(other, findingId, writing(2, start, { titleNb: 'Kortere tid' }))
  expect(theirs).toEqual({ refusal: 'stale' })
  made(await writeFinding(other, findingId, writing(2, `${start}\n\nFire.`)))
  expect(await now()).toMatchObject({ title: { nb: 'Mer tid' }, text: { nb: `${start}\n\nFire.` } })
})

test('what a finding is about, chosen by one, stays when another saves a form made before', async () => {
  const { editor, other, findingId, asked, now } = await twoWriters()
  const subject = `question:${asked?.id}`
  made(await writeFinding(editor, findingId, writing(2, start, { subject })))
  made(await writeFinding(other, findingId, writing(2, `${start}\n\nFire.`)))
  expect(await now()).toMatchObject({ questionId: asked?.id })
})

test('a base that never was is refused, and a save sent twice is one save', async () => {
  const { editor, findingId, now } = await twoWriters()
  expect(await writeFinding(editor, findingId, writing(99, 'Noe annet.'))).toEqual({ refusal: 'stale' })
  const form = writing(2, 'Teksten.')
  const first = await writeFinding(editor, findingId, form)
  expect(await writeFinding(editor, findingId, form)).toEqual(first)
  expect((await now()).revision).toBe(3)
})

test('a save that changes nothing is no new revision', async () => {
  const { editor, findingId } = await twoWriters()
  expect(made(await writeFinding(editor, findingId, writing(2, start))).revision).toBe(2)
})

test('every save is kept with who and when, and an earlier one is taken back as a new one', async () => {
  const { editor, other, findingId, now } = await twoWriters()
  made(await writeFinding(other, findingId, writing(2, 'Noe helt annet.')))
  const { rows, total } = await listVersions(findingId, { page: 1, size: 10 })
  expect(total).toBe(3)
  expect(rows.map(({ revision, text }) => [revision, text.nb])).toEqual([
    [3, 'Noe helt annet.'],
    [2, start],
    [1, undefined],
  ])
  expect(await savedSince(findingId, 2, editor.personId)).toEqual([rows[0]?.by])
  const back = (revision: number, current: number) =>
    restoreVersion(editor, findingId, { key: v7(), revision, current })
  expect(await back(2, 2)).toEqual({ refusal: 'stale' })
  expect(await back(9, 3)).toEqual({ refusal: 'version-missing' })
  expect(made(await back(2, 3))).toEqual({ revision: 4 })
  expect(await now()).toMatchObject({ revision: 4, text: { nb: start } })
  expect((await listVersions(findingId, { page: 1, size: 10 })).total).toBe(4)
})
