import { asc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { recomputedHash } from '#app/features/inputs/verification.server.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { answers, draftAnswers, inputVersions } from '#db/schema/index.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

const send = (actor: Actor, inputId: string) => submitInput(actor, inputId, v7())

async function received(actor: Actor, inputId: string) {
  const outcome = await send(actor, inputId)
  if ('refusal' in outcome) throw new Error(`Refused: ${outcome.refusal}`)
  return outcome.receipt
}

const versionsOf = (inputId: string) =>
  t.db
    .select()
    .from(inputVersions)
    .where(eq(inputVersions.inputId, inputId))
    .orderBy(asc(inputVersions.number))

const answersOf = (versionId: string) =>
  t.db.select().from(answers).where(eq(answers.versionId, versionId)).orderBy(asc(answers.digest))

/** What is stored under a version gives the hash that its receipt shows. */
async function expectProven(versionId: string) {
  const checked = await recomputedHash(versionId)
  expect(checked?.recomputedHash).toBe(checked?.storedHash)
}

test('an answer saved before digests were made is sealed and sent as it was written', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  await t.db
    .update(draftAnswers)
    .set({ digest: null, canonicalText: null, answered: false })
    .where(eq(draftAnswers.inputId, input.id))
  const { versionId } = await received(submitter, input.id)
  expect(await answersOf(versionId)).toMatchObject([{ canonicalText: 'Bistanden må vare i to år.' }])
  await expectProven(versionId)
})

test('a text saved while the submission waited is what is sent, and what the hash is of', async () => {
  const { submitter, input, required } = await aReadyDraft(t.db)
  let waiting: ReturnType<typeof send> | undefined
  await t.sql.begin(async (sql) => {
    await sql`select 1 from inputs where id = ${input.id} for update`
    waiting = send(submitter, input.id)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await sql`update inputs set draft_revision = draft_revision + 1 where id = ${input.id}`
    await sql`update draft_answers set digest = null, body = ${JSON.stringify(docFromPlainText('Ny tekst.'))}::text::jsonb
      where question_id = ${required} and input_id = ${input.id}`
  })
  const outcome = await waiting
  if (!outcome || !('receipt' in outcome)) throw new Error('Refused')
  const { versionId } = outcome.receipt
  expect((await answersOf(versionId)).map(({ canonicalText }) => canonicalText)).toEqual(['Ny tekst.'])
  await expectProven(versionId)
})

test('a closing that a submission waited for leaves it outside', async () => {
  const { submitter, input, round } = await aReadyDraft(t.db)
  let waiting: ReturnType<typeof send> | undefined
  await t.sql.begin(async (sql) => {
    await sql`select 1 from rounds where id = ${round.id} for update`
    waiting = send(submitter, input.id)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await sql`update rounds set closed_at = clock_timestamp() where id = ${round.id}`
  })
  expect(await waiting).toEqual({ refusal: 'round-closed' })
  expect(await versionsOf(input.id)).toHaveLength(0)
})

test('many versions of one input at once get numbers in a row, and every key its own receipt twice', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const keys = Array.from({ length: 12 }, () => v7())
  const outcomes = await Promise.all([...keys, ...keys].map((key) => submitInput(submitter, input.id, key)))
  const numbers = outcomes.map((outcome) => ('receipt' in outcome ? outcome.receipt.receiptNumber : outcome))
  expect(numbers.slice(12)).toEqual(numbers.slice(0, 12))
  const versions = await versionsOf(input.id)
  expect(versions.map(({ number }) => number)).toEqual(keys.map((_, at) => at + 1))
  expect(new Set(versions.map(({ receiptNumber }) => receiptNumber)).size).toBe(12)
})

test('a letter of the alphabet changed in what is stored changes the hash that comes out', async () => {
  const { submitter, input } = await aReadyDraft(t.db)
  const { versionId } = await received(submitter, input.id)
  await t.sql.begin(async (sql) => {
    await sql`alter table answers disable trigger answers_append_only`
    await sql`update answers set body = replace(body::text, 'to år', 'ti år')::jsonb where version_id = ${versionId}`
    await sql`alter table answers enable trigger answers_append_only`
  })
  const checked = await recomputedHash(versionId)
  expect(checked?.recomputedHash).not.toBe(checked?.storedHash)
})
