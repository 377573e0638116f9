import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { citePassage, removeCitation } from '#app/features/findings/citations.server.ts'
import { publishFinding } from '#app/features/findings/publication.server.ts'
import { findFinding } from '#app/features/findings/queries.server.ts'
import { startFinding, writeFinding } from '#app/features/findings/writing.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { citations, findings, inputs, rounds } from '#db/schema/index.ts'
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

const text = 'Innledning 🎻.\nKommunen sier «ja» til en felles løsning – men ikke før 2029.'
const words = 'Kommunen sier «ja» til en felles løsning – men ikke før 2029.'

function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

async function aFinding() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const sent = await aSubmittedInput(t.db, round, await anOrganisation(t.db), { [asked?.id ?? '']: text })
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const { findingId } = made(
    await startFinding(editor, round.id, { key: v7(), titleNb: 'Fristen er for kort', titleNn: '' }),
  )
  const passage = sent.passages[1]?.id ?? ''
  return { strategy, round, sent, editor, findingId, passage }
}

const writing = (revision: number, textNb: string) => ({
  ...{ key: v7(), revision, titleNb: 'Fristen er for kort', titleNn: '', textNb, textNn: '' },
})

const cite = (editor: Actor, findingId: string, passage: string, quote: string) =>
  citePassage(editor, findingId, { passage, quote, key: v7() })

test('a quote with one word changed or left out is refused', async () => {
  const { editor, findingId, passage } = await aFinding()
  const no = { refusal: 'quote-not-verbatim' }
  expect(await cite(editor, findingId, passage, words.replace('ikke', 'helst'))).toEqual(no)
  expect(await cite(editor, findingId, passage, words.replace('ikke ', ''))).toEqual(no)
  expect(await t.db.$count(citations, eq(citations.findingId, findingId))).toBe(0)
})

test('a quote is stored with the words of the source, and where they stand in the answer', async () => {
  const { editor, findingId, passage, sent } = await aFinding()
  const typed = 'Kommunen sier "ja" til  en felles løsning - men ikke før 2029.'
  made(await cite(editor, findingId, passage, typed))
  const [stored] = await t.db.select().from(citations).where(eq(citations.findingId, findingId))
  expect(stored?.quote).toBe(words)
  expect([...text].slice(stored?.startCp, stored?.endCp).join('')).toBe(words)
  expect(stored?.versionId).toBe(sent.version.id)
})

test('leaving words out of a quote is refused for now, with a reason of its own', async () => {
  const { editor, findingId, passage } = await aFinding()
  const elided = 'Kommunen sier «ja» til en […] men ikke før 2029.'
  expect(await cite(editor, findingId, passage, elided)).toEqual({ refusal: 'quote-not-whole' })
})

test('the same words are cited once in a finding', async () => {
  const { editor, findingId, passage } = await aFinding()
  made(await cite(editor, findingId, passage, words))
  expect(await cite(editor, findingId, passage, words)).toEqual({ refusal: 'already-cited' })
})

test('a passage of another round is not cited', async () => {
  const { editor, findingId } = await aFinding()
  const other = await aFinding()
  expect(await cite(editor, findingId, other.passage, words)).toEqual({ refusal: 'passage-not-found' })
})

test('a finding is not published with a quote from an input that is not published, or is withdrawn', async () => {
  const { editor, findingId, passage, sent } = await aFinding()
  made(await writeFinding(editor, findingId, writing(1, 'Flere ber om mer tid.')))
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'no-citations' })
  made(await cite(editor, findingId, passage, words))
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'quote-not-public' })
  made(await publishVersion(editor, sent.version.id, v7()))
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, sent.input.id))
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'quote-not-public' })
  await t.db.update(inputs).set({ withdrawnAt: null }).where(eq(inputs.id, sent.input.id))
  made(await publishFinding(editor, findingId, v7()))
  const [kept] = await t.db.select().from(findings).where(eq(findings.id, findingId))
  expect(kept).toMatchObject({ publishedBy: editor.personId, slug: 'fristen-er-for-kort' })
})

test('a finding is not published before the round lets its inputs be seen', async () => {
  const { editor, findingId, passage, sent, round } = await aFinding()
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, round.id))
  made(await writeFinding(editor, findingId, writing(1, 'Flere ber om mer tid.')))
  made(await cite(editor, findingId, passage, words))
  made(await publishVersion(editor, sent.version.id, v7()))
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'quote-not-public' })
  await t.db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, round.id))
  made(await publishFinding(editor, findingId, v7()))
})

test('a finding that is public keeps its text, a citation and its address, and cites only what is public', async () => {
  const { editor, findingId, passage, sent, round, strategy } = await aFinding()
  const [asked] = sent.answers
  const hidden = await aSubmittedInput(t.db, round, await anOrganisation(t.db), {
    [asked?.questionId ?? '']: 'Vi er enige.',
  })
  made(await writeFinding(editor, findingId, writing(1, 'Flere ber om mer tid.')))
  const { citationId } = made(await cite(editor, findingId, passage, words))
  made(await publishVersion(editor, sent.version.id, v7()))
  made(await publishFinding(editor, findingId, v7()))
  expect(await writeFinding(editor, findingId, writing(2, ' '))).toEqual({ refusal: 'no-text' })
  expect(await removeCitation(editor, findingId, citationId)).toEqual({ refusal: 'no-citations' })
  const own = hidden.passages[0]?.id ?? ''
  expect(await cite(editor, findingId, own, 'Vi er enige.')).toEqual({ refusal: 'quote-not-public' })
  const renamed = { ...writing(2, 'Flere ber om mer tid nå.'), titleNb: 'Et annet navn' }
  made(await writeFinding(editor, findingId, renamed))
  const [kept] = await t.db.select().from(findings).where(eq(findings.id, findingId))
  expect(kept).toMatchObject({ slug: 'fristen-er-for-kort', text: { nb: 'Flere ber om mer tid nå.' } })
  expect(strategy.id).toBe(kept?.strategyId)
})

test('a save from an older state is refused and changes nothing', async () => {
  const { editor, findingId } = await aFinding()
  made(await writeFinding(editor, findingId, writing(1, 'Den første teksten.')))
  expect(await writeFinding(editor, findingId, writing(1, 'Den andre teksten.'))).toEqual({
    refusal: 'stale',
  })
  const [kept] = await t.db.select().from(findings).where(eq(findings.id, findingId))
  expect(kept).toMatchObject({ revision: 2, text: { nb: 'Den første teksten.' } })
})

test('a save sent twice is one save', async () => {
  const { editor, findingId } = await aFinding()
  const form = writing(1, 'Teksten.')
  const first = await writeFinding(editor, findingId, form)
  expect(await writeFinding(editor, findingId, form)).toEqual(first)
})

test('two findings with one title have two addresses', async () => {
  const { editor, round } = await aFinding()
  made(await startFinding(editor, round.id, { key: v7(), titleNb: 'Fristen er for kort', titleNn: '' }))
  const slugs = await t.db
    .select({ slug: findings.slug })
    .from(findings)
    .where(eq(findings.roundId, round.id))
  expect(slugs.map(({ slug }) => slug).sort()).toEqual(['fristen-er-for-kort', 'fristen-er-for-kort-2'])
})

test('analysts read findings; staff of another strategy find none', async () => {
  const { strategy, round, findingId, passage, editor } = await aFinding()
  const { citationId } = made(await cite(editor, findingId, passage, words))
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await findFinding(analyst, round.id, findingId, new Date())).toMatchObject({
    citations: [{ quote: words }],
  })
  for (const [actor, refusal] of [
    [analyst, 'forbidden'],
    [stranger, 'not-found'],
  ] as const) {
    const form = { key: v7(), titleNb: 'Nytt', titleNn: '' }
    expect(await startFinding(actor, round.id, form)).toEqual({ refusal })
    expect(await writeFinding(actor, findingId, writing(1, 'x'))).toEqual({ refusal })
    expect(await cite(actor, findingId, passage, words)).toEqual({ refusal })
    expect(await removeCitation(actor, findingId, citationId)).toEqual({ refusal })
    expect(await publishFinding(actor, findingId, v7())).toEqual({ refusal })
  }
  expect(await findFinding(stranger, round.id, findingId, new Date())).toEqual({ refusal: 'not-found' })
})
