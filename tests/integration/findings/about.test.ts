import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveFinding } from '#app/features/findings/approval.server.ts'
import { findSave, restoreVersion } from '#app/features/findings/history.server.ts'
import { publishFinding } from '#app/features/findings/publication.server.ts'
import { findPublishedFinding } from '#app/features/findings/published.server.ts'
import { findFinding, listFindings } from '#app/features/findings/queries.server.ts'
import { listAbout } from '#app/features/findings/sources.server.ts'
import { startFinding, writeFinding } from '#app/features/findings/writing.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { findings, themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aCitingFinding, approvedAndPublished, made, writing } from './written.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const text = 'De ber om mer tid: {s1}'

/** A finding that cites, in a strategy with three themes: one in use, one merged into it, one taken out of use. */
async function aFindingAmongThemes() {
  const all = await aCitingFinding(t, text)
  const [used, merged, retired] = await Promise.all([1, 2, 3].map(() => aTheme(t.db, all.strategy)))
  const ids = { used: used?.id ?? '', merged: merged?.id ?? '', retired: retired?.id ?? '' }
  const out = (id: string, own: object = {}) =>
    t.db
      .update(themes)
      .set({ retiredAt: new Date(), ...own })
      .where(eq(themes.id, id))
  const merge = () => out(ids.merged, { mergedInto: ids.used })
  const retire = () => out(ids.retired)
  const write = (revision: number, subject: string, was = '') =>
    writeFinding(all.editor, all.findingId, writing(revision, text, { subject, was }))
  const row = async () => {
    const [found] = await t.db.select().from(findings).where(eq(findings.id, all.findingId))
    if (!found) throw new Error('The finding is gone')
    return found
  }
  const anyoneReads = async () => findPublishedFinding(all.round.id, (await row()).slug, new Date())
  return { ...all, ...ids, merge, retire, write, row, anyoneReads }
}

test('a theme that was merged is chosen as what it became part of', async () => {
  const all = await aFindingAmongThemes()
  await all.merge()
  made(await all.write(2, `theme:${all.merged}`))
  expect(await all.row()).toMatchObject({ themeId: all.used, revision: 3 })
})

test('a theme out of use is not chosen, for a new finding or an old, and nothing is saved', async () => {
  const all = await aFindingAmongThemes()
  await all.retire()
  expect(await all.write(2, `theme:${all.retired}`)).toEqual({ refusal: 'theme-retired' })
  expect(await all.row()).toMatchObject({ themeId: null, revision: 2 })
  const form = { key: v7(), titleNb: 'Nytt', titleNn: '', subject: `theme:${all.retired}` }
  expect(await startFinding(all.editor, all.round.id, form)).toEqual({ refusal: 'theme-retired' })
})

test('a finding whose theme is taken out of use later is written on, and keeps it', async () => {
  const all = await aFindingAmongThemes()
  const subject = `theme:${all.retired}`
  made(await all.write(2, subject))
  await all.retire()
  const more = writing(3, `${text}\n\nOg mer: {s1}`, { subject, was: subject })
  made(await writeFinding(all.editor, all.findingId, more))
  expect(await all.row()).toMatchObject({ themeId: all.retired, revision: 4 })
})

test('those who write see the theme that stands, and whatever is still tagged with the old one', async () => {
  const all = await aFindingAmongThemes()
  made(await all.write(2, `theme:${all.merged}`))
  await all.merge()
  const [first, second] = all.sent.passages
  if (!first || !second) throw new Error('There are two passages')
  await aTagging(t.db, first, { id: all.merged }, all.editor.personId)
  const under = await aTheme(t.db, all.strategy, { parentId: all.used })
  await aTagging(t.db, second, under, all.editor.personId)
  const found = made(await findFinding(all.editor, all.round.id, all.findingId, new Date()))
  expect(found.theme?.id).toBe(all.used)
  const listed = await listFindings(all.round.id, { page: 1, size: 10, now: new Date() })
  expect(listed.rows[0]?.themeTitle).toEqual(found.theme?.title)
  expect(await listAbout(all.round.id, found.finding, { page: 1, size: 10 })).toMatchObject({
    total: 2,
  })
})

test('what is published is about what was approved, whatever it is written to be about since', async () => {
  const all = await aFindingAmongThemes()
  made(await all.write(2, `theme:${all.used}`))
  await approvedAndPublished(all, all.findingId, 3)
  made(await all.write(3, `question:${all.asked?.id}`, `theme:${all.used}`))
  expect(await all.anyoneReads()).toMatchObject({ theme: { id: all.used }, question: null })
  made(await approveFinding(all.lead, all.findingId, { key: v7(), revision: 4 }))
  made(await all.write(4, '', `question:${all.asked?.id}`))
  made(await publishFinding(all.editor, all.findingId, v7()))
  expect(await all.anyoneReads()).toMatchObject({ theme: null, question: { id: all.asked?.id } })
})

test('an earlier version is taken back with what it was about, unless that is out of use', async () => {
  const all = await aFindingAmongThemes()
  made(await all.write(2, `theme:${all.retired}`))
  made(await all.write(3, '', `theme:${all.retired}`))
  const restore = async (revision: number, current: number) =>
    made(await restoreVersion(all.editor, all.findingId, { key: v7(), revision, current }))
  expect((await findSave(all.findingId, 3))?.theme?.id).toBe(all.retired)
  expect(await findSave(all.findingId, 4)).toMatchObject({ theme: null, question: null })
  await restore(3, 4)
  expect(await all.row()).toMatchObject({ themeId: all.retired, revision: 5 })
  made(await all.write(5, `theme:${all.used}`, `theme:${all.retired}`))
  await all.retire()
  await restore(3, 6)
  expect(await all.row()).toMatchObject({ themeId: all.used })
})
