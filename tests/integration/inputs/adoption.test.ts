import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { listRoundInputs } from '#app/features/analysis/queries.server.ts'
import { findInput } from '#app/features/analysis/reading.server.ts'
import { findChangesSince, findDraftToSend } from '#app/features/inputs/draft-to-send.server.ts'
import { effectiveVersions } from '#app/features/inputs/effective.ts'
import { countLedger } from '#app/features/inputs/ledger.server.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { findPublishedInput } from '#app/features/inputs/published.server.ts'
import { findReceipt } from '#app/features/inputs/receipts.server.ts'
import type { Handling } from '#app/features/inputs/sending.ts'
import { findSentBeside } from '#app/features/inputs/sent-version.server.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { recomputedHash } from '#app/features/inputs/verification.server.ts'
import { draftAnswers, inputVersions, rounds } from '#db/schema/index.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

const council: Handling = {
  adopted: { level: 'council', body: 'Kommunestyret', on: '2026-05-19', caseNumber: '34/26' },
  steps: [
    { body: 'Formannskapet', on: '2026-05-06', caseNumber: '12/26', decision: 'Tilrådd mot én stemme.' },
  ],
}

type Ready = Awaited<ReturnType<typeof aReadyDraft>>

async function received(outcome: ReturnType<typeof submitInput>) {
  const known = await outcome
  if ('refusal' in known) throw new Error(`Refused: ${known.refusal}`)
  return known.receipt
}

/** The draft as somebody rewrote it, by way of a second draft's rows. */
async function rewrite({ input, round, required }: Ready, text: string) {
  const other = await aDraft(t.db, round, await anOrganisation(t.db), { [required]: text })
  const [row] = await t.db.select().from(draftAnswers).where(eq(draftAnswers.inputId, other.id))
  if (!row) throw new Error('Nothing was written')
  const { body, canonicalText, digest, answered } = row
  await t.db
    .update(draftAnswers)
    .set({ body, canonicalText, digest, answered, revision: 2 })
    .where(and(eq(draftAnswers.inputId, input.id), eq(draftAnswers.questionId, required)))
}

/** One municipality's two versions: the administration's in time, and the council's after the deadline (S4-R 3 and 5). */
async function twoVersions() {
  const ready = await aReadyDraft(t.db)
  const { submitter, input, round, organisation } = ready
  await t.db.execute(
    `insert into invitations (strategy_id, round_id, organisation_id, invited_at) values ('${round.strategyId}', '${round.id}', '${organisation.id}', now())`,
  )
  const first = await received(
    submitInput(submitter, input.id, v7(), {
      as: 'usual',
      handling: { planned: { body: 'Kommunestyret', on: '2026-05-19' } },
    }),
  )
  await t.db
    .update(rounds)
    .set({ deadlineAt: daysFromNow(-0.01), acceptsLateUntil: daysFromNow(20) })
    .where(eq(rounds.id, round.id))
  await rewrite(ready, 'Bistanden må vare i tre år, vedtok kommunestyret.')
  const second = await received(submitInput(submitter, input.id, v7(), { as: 'adopted', handling: council }))
  return { ...ready, first, second }
}

test('what the council adopts after the deadline is late, replaces what the administration sent, and both are kept', async () => {
  const { submitter, input, round, organisation, first, second } = await twoVersions()
  expect(first.lateAt).toBeNull()
  expect(second.lateAt).toEqual(second.submittedAt)
  const receipt = await findReceipt(submitter, organisation.slug, input.id, null)
  expect(receipt?.versions.map(({ kind }) => kind)).toEqual(['adopted', 'administrative'])
  expect(effectiveVersions(receipt?.versions ?? []).map(({ id }) => id)).toEqual([second.versionId])
  const staff = await aStaffMember(t.db, { id: round.strategyId }, 'lead')
  const read = await findInput(staff, input.id)
  if ('refusal' in read) throw new Error(read.refusal)
  expect(read.versions.map(({ kind, counts }) => [kind, counts])).toEqual([
    ['adopted', true],
    ['administrative', false],
  ])
  expect(read.versions[0]?.handling).toEqual(council)
  // The municipality is counted once, also where the count is made in SQL.
  const { rows, counts } = await listRoundInputs(round, { status: 'all', page: 1, size: 10 })
  expect(counts.all).toBe(1)
  expect(rows.map(({ versionId }) => versionId)).toEqual([second.versionId])
  expect(await countLedger(round.id)).toEqual([
    expect.objectContaining({ state: 'answered', bodies: 1, late: 1 }),
  ])
})

test('a correction after the adoption does not count over it, and a new adoption does', async () => {
  const ready = await twoVersions()
  const { submitter, input, organisation } = ready
  await received(submitInput(submitter, input.id, v7()))
  const again = await received(submitInput(submitter, input.id, v7(), { as: 'adopted', handling: council }))
  const receipt = await findReceipt(submitter, organisation.slug, input.id, null)
  expect(receipt?.versions.map(({ kind }) => kind)).toEqual([
    'adopted',
    'correction',
    'adopted',
    'administrative',
  ])
  expect(effectiveVersions(receipt?.versions ?? []).map(({ id }) => id)).toEqual([again.versionId])
})

test('the handling is frozen with the version, covered by its sum, and the plan with the one before', async () => {
  const { first, second } = await twoVersions()
  expect((await findSentBeside(second.versionId))?.handling).toEqual(council)
  expect((await findSentBeside(first.versionId))?.handling?.planned?.body).toBe('Kommunestyret')
  const checked = await recomputedHash(second.versionId)
  expect(checked?.recomputedHash).toBe(checked?.storedHash)
  await expect(
    t.db
      .update(inputVersions)
      .set({ handling: { planned: { body: 'Noen andre' } } })
      .where(eq(inputVersions.id, second.versionId)),
  ).rejects.toThrow()
})

test('before it is sent the adopted text is compared with what counts, word by word', async () => {
  const ready = await aReadyDraft(t.db)
  const { submitter, input, organisation } = ready
  const draft = async () => {
    const found = await findDraftToSend(submitter, organisation.slug, input.id)
    if (!found) throw new Error('No draft')
    return found
  }
  expect(await findChangesSince(submitter, await draft())).toBeNull()
  await received(submitInput(submitter, input.id, v7()))
  expect((await findChangesSince(submitter, await draft()))?.answers).toEqual([])
  await rewrite(ready, 'Bistanden må vare i tre år.')
  const changes = await findChangesSince(submitter, await draft())
  expect(
    changes?.answers.map(({ kind, words }) => [kind, words?.filter(({ kind }) => kind !== 'same')]),
  ).toEqual([
    [
      'changed',
      [
        { kind: 'removed', text: 'to' },
        { kind: 'added', text: 'tre' },
      ],
    ],
  ])
})

test('the public reads body, day and case number of the chain, and not what was written of the decision', async () => {
  const { round, input, second } = await twoVersions()
  const staff = await aStaffMember(t.db, { id: round.strategyId }, 'editor')
  expect(await publishVersion(staff, second.versionId, v7())).not.toHaveProperty('refusal')
  const shown = await findPublishedInput({ ...round, inputsShown: 'as-checked' }, input.id, new Date())
  expect(shown?.versions[0]?.handling?.adopted).toEqual(council.adopted)
  expect(shown?.versions[0]?.handling?.steps).toEqual([
    { body: 'Formannskapet', on: '2026-05-06', caseNumber: '12/26' },
  ])
  expect(JSON.stringify(shown)).not.toContain('Tilrådd')
})

test('an adopted version is received after the deadline only for as long as the round takes late input', async () => {
  const { submitter, input, round } = await aReadyDraft(t.db)
  await t.db
    .update(rounds)
    .set({ deadlineAt: daysFromNow(-1) })
    .where(eq(rounds.id, round.id))
  const sending = { as: 'adopted' as const, handling: council }
  expect(await submitInput(submitter, input.id, v7(), sending)).toEqual({ refusal: 'round-closed' })
  await t.db
    .update(rounds)
    .set({ acceptsLateUntil: daysFromNow(1) })
    .where(eq(rounds.id, round.id))
  expect((await received(submitInput(submitter, input.id, v7(), sending))).lateAt).not.toBeNull()
})

test('no remarks is an answer of its own in the ledger, the draft stays, and remarks sent later are an answer', async () => {
  const ready = await aReadyDraft(t.db)
  const { submitter, input, round, organisation } = ready
  await t.db.execute(
    `insert into invitations (strategy_id, round_id, organisation_id, invited_at) values ('${round.strategyId}', '${round.id}', '${organisation.id}', now())`,
  )
  const none = await received(submitInput(submitter, input.id, v7(), { as: 'no-remarks' }))
  expect(await findSentBeside(none.versionId)).toMatchObject({ noRemarks: true, comments: [], files: [] })
  expect(await countLedger(round.id)).toEqual([expect.objectContaining({ state: 'no-remarks', bodies: 1 })])
  const [kept] = await t.db.select().from(draftAnswers).where(eq(draftAnswers.inputId, input.id))
  expect(kept?.answered).toBe(true)
  await received(submitInput(submitter, input.id, v7()))
  expect(await countLedger(round.id)).toEqual([expect.objectContaining({ state: 'answered', bodies: 1 })])
})

test('where no corrections are taken the adopted version is received once, and nothing else', async () => {
  const { submitter, input, round } = await aReadyDraft(t.db)
  await t.db.update(rounds).set({ allowsCorrections: false }).where(eq(rounds.id, round.id))
  await received(submitInput(submitter, input.id, v7()))
  expect(await submitInput(submitter, input.id, v7())).toEqual({ refusal: 'corrections-not-allowed' })
  const sending = { as: 'adopted' as const, handling: council }
  await received(submitInput(submitter, input.id, v7(), sending))
  expect(await submitInput(submitter, input.id, v7(), sending)).toEqual({
    refusal: 'corrections-not-allowed',
  })
})

test("nobody's own page says more than the sender may read", async () => {
  const round = await aRound(t.db)
  await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db)
  const input = await aDraft(t.db, round, organisation)
  const neighbour = await aMember(t.db, await anOrganisation(t.db), 'submitter', 'approver')
  expect(await findDraftToSend(neighbour, organisation.slug, input.id)).toBeNull()
})
