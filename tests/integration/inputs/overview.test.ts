import { expect, test } from 'vitest'
import { listProgress } from '#app/features/inputs/progress.server.ts'
import { draftAnswers, signOffs, writersPresent } from '#db/schema/index.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from './room.ts'

const t = appDatabase()
const title = (nb: string) => ({ nb, nn: nb })

async function aHalfWritten() {
  const round = await aRound(t.db)
  const questions = await aQuestionnaire(t.db, round, [
    { title: title('Hva trenger dere?'), required: true },
    { title: title('Hva haster?'), required: true },
    { title: title('Bare for fylker'), required: true, askedOf: ['county-municipality'] },
    { kind: 'general', title: title('Noe mer?') },
  ])
  const organisation = await anOrganisation(t.db)
  const [writer, reader] = [
    await aMember(t.db, organisation, 'contributor'),
    await aMember(t.db, organisation, 'approver'),
  ]
  const input = await aDraft(t.db, round, organisation, { [questions[0]?.id ?? '']: 'Mer tid.' })
  await t.db.update(draftAnswers).set({ updatedBy: writer.personId })
  return { input, writer, reader, questions, round }
}

test('what is answered and what is missing is counted among the questions put to this kind of sender', async () => {
  const { input } = await aHalfWritten()
  const progress = only(await listProgress([input.id], 'municipality'))
  expect(progress).toMatchObject({
    asked: 3,
    answered: 1,
    versions: 0,
    signOff: 'draft',
    changedSince: false,
  })
  expect(progress.missing.map(({ title }) => title.nb)).toEqual(['Hva haster?'])
  const forCounties = only(await listProgress([input.id], 'county-municipality'))
  expect(forCounties.missing.map(({ position }) => position)).toEqual([2, 3])
})

test('who has written and who has the draft open now is told; who left half a minute ago is not', async () => {
  const { input, writer, reader } = await aHalfWritten()
  await t.db.insert(writersPresent).values([
    { inputId: input.id, personId: writer.personId, at: new Date() },
    { inputId: input.id, personId: reader.personId, at: daysFromNow(-0.001) },
  ])
  const progress = only(await listProgress([input.id], 'municipality'))
  expect(progress.writers.map(({ name }) => name)).toEqual([writer.name])
  expect(progress.presentNow).toEqual([writer.name])
})

test('an approval is told as long as it covers the draft as it is', async () => {
  const { input, reader, round } = await aHalfWritten()
  const step = { strategyId: round.strategyId, inputId: input.id, by: reader.personId }
  await t.db.insert(signOffs).values([
    { ...step, kind: 'asked', draftRevision: input.draftRevision, at: daysFromNow(-2) },
    { ...step, kind: 'approved', draftRevision: input.draftRevision, at: daysFromNow(-1) },
  ])
  expect(only(await listProgress([input.id], 'municipality')).signOff).toBe('approved')
  await t.sql`update inputs set draft_revision = draft_revision + 1 where id = ${input.id}`
  expect(only(await listProgress([input.id], 'municipality')).signOff).toBe('changed')
})
