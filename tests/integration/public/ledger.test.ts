import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listLedgers } from '#app/features/inputs/ledger.server.ts'
import { voicesOf } from '#app/features/inputs/voices.ts'
import { inputs, invitations } from '#db/schema/index.ts'
import { aDraft, aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

test('the ledger counts what was sent and not withdrawn, against those who were asked', async () => {
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const answer = { [asked?.id ?? '']: 'Ja.' }
  const [answering, silent, drafting, regretting] = await Promise.all(
    [1, 2, 3, 4].map(() => anOrganisation(t.db)),
  )
  if (!answering || !silent || !drafting || !regretting) throw new Error('too few')
  await t.db.insert(invitations).values(
    [answering, silent, drafting, regretting].map(({ id }) => ({
      ...{ strategyId: round.strategyId, roundId: round.id, organisationId: id },
    })),
  )
  await aSubmittedInput(t.db, round, answering, answer)
  await aDraft(t.db, round, drafting, answer)
  const regretted = await aSubmittedInput(t.db, round, regretting, answer)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, regretted.input.id))
  await aSubmittedInput(t.db, round, await anOrganisation(t.db), answer)
  await aSubmittedInput(t.db, round, await anOrganisation(t.db, { kind: 'network' }), answer)
  const letter = await aSubmittedInput(t.db, round, await anOrganisation(t.db), answer)
  const writer = await aPerson(t.db)
  await t.db
    .update(inputs)
    .set({ organisationId: null, personId: writer.id })
    .where(eq(inputs.id, letter.input.id))

  expect(await listLedgers(round.strategyId)).toEqual([
    {
      roundId: round.id,
      invitedMunicipalities: 4,
      answeredMunicipalities: 1,
      uninvitedMunicipalities: 1,
      others: 1,
      persons: 1,
    },
  ])
  const own = await t.db.select().from(inputs).where(eq(inputs.roundId, round.id))
  const voices = voicesOf(
    own.map(({ id: inputId, organisationId, withdrawnAt }) => ({
      ...{ inputId, organisationId, withdrawnAt, lastSubmittedAt: new Date() },
      countingVersions: organisationId === drafting.id ? 0 : 1,
    })),
  )
  expect(voices).toHaveLength(3)
})
