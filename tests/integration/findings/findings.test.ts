import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveFinding, withdrawApproval } from '#app/features/findings/approval.server.ts'
import { citePassage, removeCitation } from '#app/features/findings/citations.server.ts'
import { moveFinding } from '#app/features/findings/order.server.ts'
import { publishApproved, publishFinding } from '#app/features/findings/publication.server.ts'
import { findFinding, listFindings } from '#app/features/findings/queries.server.ts'
import { findSource, listAbout } from '#app/features/findings/sources.server.ts'
import { startFinding, writeFinding } from '#app/features/findings/writing.server.ts'
import { sha256 } from '#app/features/inputs/content-hash.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { citations, findings, questions } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import {
  aBegunFinding,
  aCitingFinding,
  approvedAndPublished,
  cite,
  made,
  text,
  words,
  writing,
} from './written.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const stored = async (findingId: string) =>
  (await t.db.select().from(citations).where(eq(citations.findingId, findingId)))[0]

test('a quote with one word changed or left out is refused', async () => {
  const { editor, findingId, passage } = await aBegunFinding(t)
  const no = { refusal: 'quote-not-verbatim' }
  expect(await cite(editor, findingId, passage, words.replace('ikke', 'helst'))).toEqual(no)
  expect(await cite(editor, findingId, passage, words.replace('ikke ', ''))).toEqual(no)
  expect(await cite(editor, findingId, passage, ' ')).toEqual({ refusal: 'quote-missing' })
  expect(await t.db.$count(citations, eq(citations.findingId, findingId))).toBe(0)
})

test('a quote is stored with the words of the source, where they stand, and the sum over the whole answer', async () => {
  const { editor, findingId, passage, sent } = await aBegunFinding(t)
  const typed = 'Kommunen sier "ja" til  en felles løsning - men ikke før 2029.'
  expect(made(await cite(editor, findingId, passage, typed))).toMatchObject({ number: 1 })
  const kept = await stored(findingId)
  expect(kept).toMatchObject({ quote: words, mode: 'quote', number: 1, versionId: sent.version.id })
  expect([...text].slice(kept?.startCp, kept?.endCp).join('')).toBe(words)
  expect(kept?.sourceHash).toBe(sha256(text))
})

test('a quote may leave words out where it says so, and whoever approves sees the source beside it', async () => {
  const { editor, round, findingId, passage } = await aBegunFinding(t)
  made(await cite(editor, findingId, passage, 'Kommunen sier "ja" [...] ikke før 2029.'))
  expect(await stored(findingId)).toMatchObject({ quote: 'Kommunen sier «ja» […] ikke før 2029.' })
  const found = made(await findFinding(editor, round.id, findingId, new Date()))
  expect(found.citations).toMatchObject([{ number: 1, problem: 'quote-not-public' }])
})

test('a paraphrase keeps where it stands and no words of its own', async () => {
  const { editor, findingId, passage } = await aBegunFinding(t)
  made(await cite(editor, findingId, passage, 'Hva som helst', 'paraphrase'))
  expect(await stored(findingId)).toMatchObject({ quote: words, mode: 'paraphrase' })
})

test('the same words are cited once in a finding, and a form sent twice is one citation', async () => {
  const { editor, findingId, passage } = await aBegunFinding(t)
  const form = { key: v7(), passage, quote: words, mode: 'quote' as const }
  const first = made(await citePassage(editor, findingId, form))
  expect(await citePassage(editor, findingId, form)).toEqual(first)
  expect(await cite(editor, findingId, passage, words)).toEqual({ refusal: 'already-cited' })
})

test('a passage of another round is not cited', async () => {
  const { editor, findingId } = await aBegunFinding(t)
  const other = await aBegunFinding(t)
  expect(await cite(editor, findingId, other.passage, words)).toEqual({ refusal: 'passage-not-found' })
  expect(await findSource(other.round.id, other.passage)).toMatchObject({ text: words })
})

test('a number is never given again, also when its citation is gone', async () => {
  const { editor, findingId, passage } = await aBegunFinding(t)
  const { citationId } = made(await cite(editor, findingId, passage, words))
  expect(await removeCitation(editor, findingId, citationId)).toEqual({ removed: true })
  expect(made(await cite(editor, findingId, passage, words))).toMatchObject({ number: 2 })
})

test('a citation is not taken away while its mark stands in what is written, approved or published', async () => {
  const all = await aCitingFinding(t)
  const { editor, lead, findingId, citationId } = all
  const remove = () => removeCitation(editor, findingId, citationId)
  expect(await remove()).toEqual({ refusal: 'in-text' })
  made(await approveFinding(lead, findingId, { key: v7(), revision: 2 }))
  made(await writeFinding(editor, findingId, writing(2, 'Ingen ber om noe.')))
  expect(await remove()).toEqual({ refusal: 'in-approved-text' })
  made(await publishFinding(editor, findingId, v7()))
  expect(await remove()).toEqual({ refusal: 'in-published-text' })
})

test('a finding is about a theme or a question of its own strategy and round, or about neither', async () => {
  const { editor, round, asked, findingId } = await aBegunFinding(t)
  const question = `question:${asked?.id}`
  made(await writeFinding(editor, findingId, writing(1, '', { subject: question })))
  const found = made(await findFinding(editor, round.id, findingId, new Date()))
  expect(found.question?.id).toBe(asked?.id)
  const about = await listAbout(round.id, found.finding, { page: 1, size: 10 })
  expect(about).toMatchObject({ total: 2, left: 2 })
  const elsewhere = `question:${(await aBegunFinding(t)).asked?.id}`
  made(await writeFinding(editor, findingId, writing(2, '', { subject: elsewhere, was: question })))
  const [kept] = await t.db.select().from(findings).where(eq(findings.id, findingId))
  expect(kept).toMatchObject({ questionId: null, themeId: null })
})

test('a question is called by its number among those asked, wherever the numbering of their places begins', async () => {
  const { strategy, editor } = await aBegunFinding(t)
  const ahead = { opensAt: new Date('2099-01-01'), deadlineAt: new Date('2099-06-01') }
  const round = await aRound(t.db, { strategy, number: 2, ...ahead })
  const [, second] = await aQuestionnaire(t.db, round)
  const places = { position: sql`${questions.position} + 9` }
  await t.db.update(questions).set(places).where(eq(questions.roundId, round.id))
  const form = { key: v7(), titleNb: 'Fristen', titleNn: '', subject: `question:${second?.id}` }
  const { findingId } = made(await startFinding(editor, round.id, form))
  const found = made(await findFinding(editor, round.id, findingId, new Date()))
  expect(found.question?.position).toBe(2)
  const { rows } = await listFindings(round.id, { page: 1, size: 10, now: new Date() })
  expect(rows.map(({ questionPosition }) => questionPosition)).toEqual([2])
})

test('of what a finding is about, what it does not cite yet comes first', async () => {
  const { editor, round, asked, findingId, sent } = await aBegunFinding(t)
  made(await cite(editor, findingId, sent.passages[0]?.id ?? '', 'Innledning 🎻.'))
  const subject = { id: findingId, themeId: null, questionId: asked?.id ?? '' }
  const { rows, left } = await listAbout(round.id, subject, { page: 1, size: 10 })
  expect(rows.map(({ cited }) => cited)).toEqual([false, true])
  expect(left).toBe(1)
})

test('two findings with one title have two addresses, and a public one keeps its address', async () => {
  const all = await aCitingFinding(t)
  const { editor, round, findingId } = all
  const form = { key: v7(), titleNb: 'Fristen er for kort', titleNn: '', subject: '' }
  const second = made(await startFinding(editor, round.id, form))
  const slug = async (id: string) =>
    (await t.db.select({ slug: findings.slug }).from(findings).where(eq(findings.id, id)))[0]?.slug
  expect([await slug(findingId), await slug(second.findingId)]).toEqual([
    'fristen-er-for-kort',
    'fristen-er-for-kort-2',
  ])
  await approvedAndPublished(all, findingId, 2)
  made(await writeFinding(editor, findingId, writing(2, '{s1}', { titleNb: 'Et annet navn' })))
  expect(await slug(findingId)).toBe('fristen-er-for-kort')
})

test('the order is put by hand, and the first is not moved up', async () => {
  const { editor, round, findingId } = await aBegunFinding(t)
  const form = { key: v7(), titleNb: 'Nummer to', titleNn: '', subject: '' }
  const second = made(await startFinding(editor, round.id, form))
  const order = async () =>
    (await listFindings(round.id, { page: 1, size: 10, now: new Date() })).rows.map(({ id }) => id)
  const move = (finding: string, to: 'up' | 'down') => moveFinding(editor, round.id, { finding, to })
  expect(await order()).toEqual([findingId, second.findingId])
  expect(await move(second.findingId, 'up')).toEqual({ moved: true })
  expect(await order()).toEqual([second.findingId, findingId])
  expect(await move(second.findingId, 'up')).toEqual({ moved: false })
  expect(await move(v7(), 'up')).toEqual({ refusal: 'not-found' })
})

test('analysts read findings, editors write and publish them, leads approve; others find none', async () => {
  const { strategy, round, findingId, passage, editor, citationId } = await aCitingFinding(t)
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await findFinding(analyst, round.id, findingId, new Date())).toMatchObject({
    citations: [{ quote: words }],
  })
  for (const [actor, refusal] of [
    [analyst, 'forbidden'],
    [stranger, 'not-found'],
  ] as const) {
    const form = { key: v7(), titleNb: 'Nytt', titleNn: '', subject: '' }
    expect(await startFinding(actor, round.id, form)).toEqual({ refusal })
    expect(await writeFinding(actor, findingId, writing(1, 'x'))).toEqual({ refusal })
    expect(await cite(actor, findingId, passage, words)).toEqual({ refusal })
    expect(await removeCitation(actor, findingId, citationId)).toEqual({ refusal })
    expect(await publishFinding(actor, findingId, v7())).toEqual({ refusal })
    expect(await publishApproved(actor, round.id, v7())).toEqual({ refusal })
    expect(await moveFinding(actor, round.id, { finding: findingId, to: 'up' })).toEqual({ refusal })
    expect(await approveFinding(actor, findingId, { key: v7(), revision: 2 })).toEqual({ refusal })
    expect(await withdrawApproval(actor, findingId, v7())).toEqual({ refusal })
  }
  expect(await approveFinding(editor, findingId, { key: v7(), revision: 2 })).toEqual({
    refusal: 'forbidden',
  })
  expect(await withdrawApproval(editor, findingId, v7())).toEqual({ refusal: 'forbidden' })
  expect(await findFinding(stranger, round.id, findingId, new Date())).toEqual({ refusal: 'not-found' })
})
