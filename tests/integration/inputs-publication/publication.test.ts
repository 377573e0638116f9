import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishVersion, publishVersions } from '#app/features/inputs/publication.server.ts'
import { database } from '#app/platform/database.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { auditEvents, inputPublications, inputs, publicAnswers, searchDocuments } from '#db/schema/index.ts'
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

async function aRoundWithInputs(senders = 1) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [written, choice] = await aQuestionnaire(t.db, round)
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const sent = []
  for (let at = 0; at < senders; at += 1)
    sent.push(
      await aSubmittedInput(t.db, round, await anOrganisation(t.db), {
        [written?.id ?? '']: 'Vi støtter forslaget.\nFristen er for kort.',
        [choice?.id ?? '']: { kind: 'single-choice', choice: 'yes' },
      }),
    )
  return { strategy, round, editor, sent }
}

test('publishing stores the public text of every answer as it was sent, once, and who let it out', async () => {
  const { editor, sent } = await aRoundWithInputs()
  const [{ version, answers } = { version: { id: '' }, answers: [] }] = sent
  const key = v7()
  const [one, other] = await Promise.all([
    publishVersion(editor, version.id, key),
    publishVersion(editor, version.id, key),
  ])
  expect(one).toEqual(other)
  expect(await publishVersion(editor, version.id, v7())).toEqual(one)
  const shown = await t.db.select().from(publicAnswers).where(eq(publicAnswers.versionId, version.id))
  const plain = ({ body, choice, text }: { body: unknown; choice: string | null; text: string | null }) => ({
    ...{ body, choice, text },
  })
  expect(new Set(shown.map(plain))).toEqual(
    new Set(answers.map((answer) => plain({ ...answer, text: answer.canonicalText }))),
  )
  const [row] = await t.db.select().from(inputPublications).where(eq(inputPublications.versionId, version.id))
  expect(row?.publishedBy).toBe(editor.personId)
  expect(await t.db.$count(auditEvents, eq(auditEvents.subjectId, version.id))).toBe(1)
})

test('publication puts exactly the public documents in the index', async () => {
  const { editor, round, sent } = await aRoundWithInputs(2)
  const { db } = database()
  await publishVersion(editor, sent[0]?.version.id ?? '', v7())
  await dispatchAll(db, postgresIndex(db))
  const documents = await t.db.select().from(searchDocuments).where(eq(searchDocuments.roundId, round.id))
  const open = documents.filter(({ audience }) => audience === 'public')
  expect(new Set(open.map(({ passageId }) => passageId))).toEqual(
    new Set(sent[0]?.passages.map(({ id }) => id)),
  )
  expect(open.map(({ body }) => body).sort()).toEqual(['Fristen er for kort.', 'Vi støtter forslaget.'])
})

test('a withdrawn input is not published', async () => {
  const { editor, sent } = await aRoundWithInputs()
  const { input, version } = sent[0] ?? { input: { id: '' }, version: { id: '' } }
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await publishVersion(editor, version.id, v7())).toEqual({ refusal: 'withdrawn' })
  expect(await t.db.$count(inputPublications, eq(inputPublications.versionId, version.id))).toBe(0)
})

test('only editors and leads of the strategy publish', async () => {
  const { strategy, round, sent } = await aRoundWithInputs()
  const version = sent[0]?.version.id ?? ''
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await publishVersion(analyst, version, v7())).toEqual({ refusal: 'forbidden' })
  expect(await publishVersion(stranger, version, v7())).toEqual({ refusal: 'not-found' })
  expect(await publishVersions(analyst, round.id, [version], v7())).toEqual({ refusal: 'forbidden' })
  expect(await publishVersions(stranger, round.id, [version], v7())).toEqual({ refusal: 'not-found' })
  expect(await t.db.$count(inputPublications, eq(inputPublications.versionId, version))).toBe(0)
})

test('of the versions chosen those of the round that are not withdrawn are published, each once', async () => {
  const { editor, round, sent } = await aRoundWithInputs(3)
  const elsewhere = await aRoundWithInputs()
  const [first, second] = sent
  await t.db
    .update(inputs)
    .set({ withdrawnAt: new Date() })
    .where(eq(inputs.id, second?.input.id ?? ''))
  await publishVersion(editor, first?.version.id ?? '', v7())
  const chosen = [...sent, ...elsewhere.sent].map(({ version }) => version.id)
  const key = v7()
  const outcome = await publishVersions(editor, round.id, chosen, key)
  expect(outcome).toEqual({ published: 1, withdrawn: 1, withheld: 0 })
  expect(await publishVersions(editor, round.id, chosen, key)).toEqual(outcome)
  const other = elsewhere.sent[0]?.version.id ?? ''
  expect(await t.db.$count(inputPublications, eq(inputPublications.versionId, other))).toBe(0)
})
