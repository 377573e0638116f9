import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { withdrawInput } from '#app/features/inputs/withdrawal.server.ts'
import { inputs, inputVersions, searchDocuments } from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

async function aPublicInput() {
  const round = await aRound(t.db)
  const [question] = await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db)
  const submitter = await aMember(t.db, organisation, 'submitter')
  const sent = await aSubmittedInput(t.db, round, organisation, {
    [question?.id ?? '']: 'En fast kontaktperson.',
  })
  await publish(t.db, sent, (await aPerson(t.db)).id)
  await enqueuePassagesOf(t.db, sent.input.id)
  await dispatchAll(t.db, postgresIndex(t.db))
  return { ...sent, submitter, organisation }
}

const audiencesOf = async (inputId: string) => {
  const rows = await t.db.select().from(searchDocuments).where(eq(searchDocuments.inputId, inputId))
  return rows.map(({ audience }) => audience).sort()
}

test('a withdrawn input loses its public search documents, and staff keep the version', async () => {
  const { input, submitter } = await aPublicInput()
  expect(await audiencesOf(input.id)).toEqual(['public', 'staff'])
  expect(await withdrawInput(submitter, input.id, 'Sendt til feil runde.', v7())).toEqual({
    inputId: input.id,
  })
  await dispatchAll(t.db, postgresIndex(t.db))
  expect(await audiencesOf(input.id)).toEqual(['staff'])
  expect(await t.db.$count(inputVersions, eq(inputVersions.inputId, input.id))).toBe(1)
  const [row] = await t.db.select().from(inputs).where(eq(inputs.id, input.id))
  expect(row).toMatchObject({ withdrawnBy: submitter.personId, withdrawalReason: 'Sendt til feil runde.' })
})

test('withdrawing takes a reason, something sent, and happens once', async () => {
  const { input, submitter } = await aReadyDraft(t.db)
  expect(await withdrawInput(submitter, input.id, 'Feil.', v7())).toEqual({ refusal: 'not-submitted' })
  await submitInput(submitter, input.id, v7())
  expect(await withdrawInput(submitter, input.id, '  ', v7())).toEqual({ refusal: 'reason-missing' })
  const key = v7()
  const outcomes = await Promise.all([1, 2].map(() => withdrawInput(submitter, input.id, 'Feil.', key)))
  expect(outcomes).toEqual([{ inputId: input.id }, { inputId: input.id }])
  expect(await withdrawInput(submitter, input.id, 'Feil.', v7())).toEqual({ refusal: 'already-withdrawn' })
})

test('nothing is received after it was withdrawn', async () => {
  const { input, submitter } = await aReadyDraft(t.db)
  await submitInput(submitter, input.id, v7())
  await withdrawInput(submitter, input.id, 'Feil.', v7())
  expect(await submitInput(submitter, input.id, v7())).toEqual({ refusal: 'withdrawn' })
})

test("only the sender's own submitter withdraws", async () => {
  const { input, organisation } = await aPublicInput()
  const approver = await aMember(t.db, organisation, 'contributor', 'approver')
  const neighbour = await aMember(t.db, await anOrganisation(t.db), 'submitter')
  expect(await withdrawInput(approver, input.id, 'Feil.', v7())).toEqual({ refusal: 'forbidden' })
  expect(await withdrawInput(neighbour, input.id, 'Feil.', v7())).toEqual({ refusal: 'not-found' })
  expect(await audiencesOf(input.id)).toEqual(['public', 'staff'])
})
