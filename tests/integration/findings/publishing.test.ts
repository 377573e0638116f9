import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveFinding, withdrawApproval } from '#app/features/findings/approval.server.ts'
import { publishApproved, publishFinding } from '#app/features/findings/publication.server.ts'
import { findPublishedFinding } from '#app/features/findings/published.server.ts'
import { findFinding, listFindings } from '#app/features/findings/queries.server.ts'
import { startFinding, writeFinding } from '#app/features/findings/writing.server.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { citations, findings, inputs, rounds } from '#db/schema/index.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aBegunFinding, aCitingFinding, approvedAndPublished, cite, made, words, writing } from './written.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

type Made = Awaited<ReturnType<typeof aBegunFinding>>

const approve = ({ lead, findingId }: Made, revision: number) =>
  approveFinding(lead, findingId, { key: v7(), revision })

const kindsOf = async ({ editor, round, findingId }: Made) =>
  made(await findFinding(editor, round.id, findingId, new Date())).problems.map(({ kind }) => kind)

const rowOf = async (findingId: string) =>
  (await t.db.select().from(findings).where(eq(findings.id, findingId)))[0]

test('approval refuses what the page lists: no text, a claim without source, a mark of nothing, a quote that is not public', async () => {
  const all = await aBegunFinding(t)
  const { editor, findingId, passage, sent } = all
  expect(await approve(all, 1)).toEqual({ refusal: 'problems' })
  expect(await kindsOf(all)).toEqual(['no-text'])
  made(await writeFinding(editor, findingId, writing(1, 'Alle vil ha mer tid.\n\nSlik: {s1}')))
  expect(await kindsOf(all)).toEqual(['claim-without-source', 'marker-unknown'])
  expect(await approve(all, 2)).toEqual({ refusal: 'problems' })
  made(await cite(editor, findingId, passage, words))
  made(await writeFinding(editor, findingId, writing(2, 'Slik: {s1}')))
  expect(await kindsOf(all)).toEqual(['quote-not-public'])
  expect(await approve(all, 3)).toEqual({ refusal: 'problems' })
  made(await publishVersion(editor, sent.version.id, v7()))
  expect(await kindsOf(all)).toEqual([])
  expect(made(await approve(all, 3))).toEqual({ revision: 3 })
})

test('a lead approves what was read, and not what somebody wrote meanwhile', async () => {
  const all = await aCitingFinding(t)
  made(await writeFinding(all.editor, all.findingId, writing(2, 'De sier det slik: {s1}')))
  expect(await approve(all, 2)).toEqual({ refusal: 'stale' })
  made(await approve(all, 3))
})

test('exactly the approved revision is published, whatever is written since; anyone reads that', async () => {
  const all = await aCitingFinding(t, 'Godkjent: {s1}')
  const { editor, lead, round, findingId } = all
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'not-approved' })
  made(await approve(all, 2))
  made(await writeFinding(editor, findingId, writing(2, 'Et utkast uten kilde.', { titleNb: 'Utkast' })))
  expect(made(await publishFinding(editor, findingId, v7()))).toEqual({ revision: 2 })
  const finding = await rowOf(findingId)
  expect(finding).toMatchObject({ revision: 3, publishedRevision: 2, publishedBy: editor.personId })
  const shown = await findPublishedFinding(round.id, finding?.slug ?? '', new Date())
  expect(shown).toMatchObject({ title: { nb: 'Fristen er for kort' }, text: { nb: 'Godkjent: {s1}' } })
  expect(made(await withdrawApproval(lead, findingId, v7()))).toEqual({ withdrawn: true })
  expect(await rowOf(findingId)).toMatchObject({ approvedRevision: null, publishedRevision: 2 })
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'not-approved' })
})

test('a citation is published with the text it stands in, and no more when a later text has it no longer', async () => {
  const all = await aCitingFinding(t)
  const { editor, findingId, sent } = all
  made(await cite(editor, findingId, sent.passages[0]?.id ?? '', 'Innledning 🎻.'))
  const published = async () =>
    (await t.db.select().from(citations).where(eq(citations.findingId, findingId)))
      .filter(({ publishedAt }) => publishedAt)
      .map(({ number }) => number)
  await approvedAndPublished(all, findingId, 2)
  expect(await published()).toEqual([1])
  made(await writeFinding(editor, findingId, writing(2, 'Slik begynner de: {s2}')))
  expect(await published()).toEqual([1])
  await approvedAndPublished(all, findingId, 3)
  expect(await published()).toEqual([2])
})

test('a withdrawal between approval and publication refuses it, and the page says why', async () => {
  const all = await aCitingFinding(t)
  const { editor, findingId, sent } = all
  made(await approve(all, 2))
  const withdrawn = (at: Date | null) =>
    t.db.update(inputs).set({ withdrawnAt: at }).where(eq(inputs.id, sent.input.id))
  await withdrawn(new Date())
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'problems' })
  expect(await kindsOf(all)).toEqual(['quote-withdrawn'])
  expect((await rowOf(findingId))?.publishedAt).toBe(null)
  await withdrawn(null)
  made(await publishFinding(editor, findingId, v7()))
})

test('words in the finding that are not the source’s refuse it, however they came there', async () => {
  const all = await aCitingFinding(t)
  const { findingId } = all
  const forged = words.replace('ikke ', '')
  await t.db.update(citations).set({ quote: forged }).where(eq(citations.findingId, findingId))
  expect(await kindsOf(all)).toEqual(['quote-not-verbatim'])
  expect(await approve(all, 2)).toEqual({ refusal: 'problems' })
})

test('a finding is not published before the round lets its inputs be seen', async () => {
  const all = await aCitingFinding(t)
  const { round, editor, findingId } = all
  made(await approve(all, 2))
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, round.id))
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'problems' })
  await t.db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, round.id))
  made(await publishFinding(editor, findingId, v7()))
})

test('approval and publication sent twice are done once', async () => {
  const all = await aCitingFinding(t)
  const { lead, editor, findingId } = all
  const form = { key: v7(), revision: 2 }
  const first = await Promise.all([
    approveFinding(lead, findingId, form),
    approveFinding(lead, findingId, form),
  ])
  expect(first).toEqual([{ revision: 2 }, { revision: 2 }])
  const key = v7()
  await Promise.all([publishFinding(editor, findingId, key), publishFinding(editor, findingId, key)])
  const { publishedAt } = (await rowOf(findingId)) ?? {}
  expect(await publishFinding(editor, findingId, v7())).toEqual({ revision: 2 })
  expect((await rowOf(findingId))?.publishedAt).toEqual(publishedAt)
})

test('all that is approved is published at once; what is not clear is told and left', async () => {
  const all = await aCitingFinding(t)
  const { editor, round, lead, findingId, sent } = all
  made(await approve(all, 2))
  const form = { key: v7(), titleNb: 'Et annet funn', titleNn: '', subject: '' }
  const other = made(await startFinding(editor, round.id, form)).findingId
  const first = sent.passages[0]?.id ?? ''
  made(await cite(editor, other, first, 'Innledning 🎻.'))
  made(await writeFinding(editor, other, writing(1, '{s1}', { titleNb: 'Et annet funn' })))
  made(await approveFinding(lead, other, { key: v7(), revision: 2 }))
  await t.db.update(citations).set({ quote: 'Innledning' }).where(eq(citations.findingId, other))
  const before = await listFindings(round.id, { page: 1, size: 10, now: new Date() })
  expect(before).toMatchObject({ waiting: 2, published: 0 })
  expect(before.rows.map(({ problems }) => problems.length)).toEqual([0, 1])
  expect(await publishApproved(editor, round.id, v7())).toEqual({ published: 1, refused: 1 })
  expect((await rowOf(findingId))?.publishedRevision).toBe(2)
  expect((await rowOf(other))?.publishedRevision).toBe(null)
})
