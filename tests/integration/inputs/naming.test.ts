import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { chooseNaming } from '#app/features/inputs/naming.server.ts'
import { anonymousName, type Naming, type PersonNaming } from '#app/features/inputs/naming.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { listNewestInputs } from '#app/features/inputs/published-list.server.ts'
import { listOpenRoundsFor, listOwnInputs } from '#app/features/inputs/queries.server.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { startInput } from '#app/features/inputs/writing.server.ts'
import { asPerson, findSender } from '#app/features/organisations/sender.server.ts'
import { inputs, inputVersions } from '#db/schema/index.ts'
import { aMember, anActor, anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from './room.ts'

const t = appDatabase()

/** Somebody who has begun to answer a round as a private person. */
async function aBeginning(rule: Naming, naming: PersonNaming) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy, naming: rule })
  const [question] = await aQuestionnaire(t.db, round)
  const eva = await anActor(t.db, { name: 'Eva Strand' })
  const started = await startInput(eva, round.id, asPerson(eva), naming)
  if ('refusal' in started) throw new Error(started.refusal)
  const questionId = question?.id ?? ''
  const place = { inputId: started.inputId, slug: 'personal' }
  await saveDraft(eva, place, [{ questionId, revision: 0, read: () => ({ text: 'Det trengs to år.' }) }])
  return { strategy, round, eva, inputId: started.inputId }
}

async function send({ eva, inputId }: Awaited<ReturnType<typeof aBeginning>>) {
  const sent = await submitInput(eva, inputId, v7())
  if ('refusal' in sent) throw new Error(sent.refusal)
  const [version] = await t.db
    .select()
    .from(inputVersions)
    .where(eq(inputVersions.id, sent.receipt.versionId))
  if (!version) throw new Error('Nothing was frozen')
  return version
}

const namingOf = async (inputId: string) =>
  (await t.db.select({ naming: inputs.naming }).from(inputs).where(eq(inputs.id, inputId)))[0]?.naming

test('a private person writes, finds and sends an input alone, and nobody else can tell that it is there', async () => {
  const beginning = await aBeginning('may-hide', 'hidden')
  const { eva, round, inputId } = beginning
  const self = asPerson(eva)
  expect(await findOwnInput(eva, 'personal', inputId)).toMatchObject({
    sender: { kind: 'person', name: 'Eva Strand', slug: 'personal' },
    standing: { mayWrite: true, mayApprove: true, maySubmit: true, mayWithdraw: true },
    naming: 'hidden',
  })
  expect((await listOpenRoundsFor(self, new Date())).find(({ id }) => id === round.id)?.inputId).toBe(inputId)
  await send(beginning)
  expect((await listOwnInputs(self, 1)).inputs).toMatchObject([{ id: inputId, versions: 1 }])
  const organisation = await anOrganisation(t.db)
  const other = await aMember(t.db, organisation, 'contributor', 'approver', 'submitter')
  for (const slug of ['personal', organisation.slug])
    expect(await findOwnInput(other, slug, inputId), slug).toBeNull()
  expect(await findOwnInput(eva, organisation.slug, inputId)).toBeNull()
  expect(await findSender(other, 'personal')).toMatchObject({ personId: other.personId })
  expect(await submitInput(other, inputId, v7())).toEqual({ refusal: 'not-found' })
  expect(await chooseNaming(other, inputId, 'named')).toEqual({ refusal: 'not-found' })
})

test('a person has one draft in a round, however often it is begun', async () => {
  const round = await aRound(t.db)
  await aQuestionnaire(t.db, round)
  const eva = await anActor(t.db)
  const started = await Promise.all([1, 2, 3].map(() => startInput(eva, round.id, asPerson(eva))))
  expect(new Set(started.map((one) => ('inputId' in one ? one.inputId : one.refusal))).size).toBe(1)
})

test('one stands as one chose where the round allows it, else by name', async () => {
  const stand = async (rule: Naming, asked: PersonNaming) => namingOf((await aBeginning(rule, asked)).inputId)
  expect(await stand('named', 'anonymous')).toBe('named')
  expect(await stand('may-hide', 'anonymous')).toBe('named')
  expect(await stand('may-hide', 'hidden')).toBe('hidden')
  expect(await stand('may-be-anonymous', 'anonymous')).toBe('anonymous')
})

test('the choice is made again until the input is sent, and not after', async () => {
  const beginning = await aBeginning('may-hide', 'named')
  const { eva, inputId } = beginning
  expect(await chooseNaming(eva, inputId, 'hidden')).toEqual({ inputId })
  expect(await chooseNaming(eva, inputId, 'anonymous')).toEqual({ refusal: 'naming-not-allowed' })
  expect((await send(beginning)).naming).toBe('hidden')
  expect(await chooseNaming(eva, inputId, 'named')).toEqual({ refusal: 'naming-sent' })
  expect(await namingOf(inputId)).toBe('hidden')
})

test('in public stands who asked to stand by name; who sends without one is frozen without it', async () => {
  const shown = async (naming: PersonNaming) => {
    const beginning = await aBeginning('may-be-anonymous', naming)
    const version = await send(beginning)
    const editor = await aStaffMember(t.db, beginning.strategy, 'editor')
    const published = await publishVersion(editor, version.id, v7())
    expect(published).not.toHaveProperty('refusal')
    const [input] = await listNewestInputs(
      { ...beginning.round, inputsShown: 'as-checked', closedAt: null },
      new Date(),
      5,
    )
    return { frozen: version.senderName, public: input?.senderName ?? null }
  }
  expect(await shown('named')).toEqual({ frozen: 'Eva Strand', public: 'Eva Strand' })
  expect(await shown('hidden')).toEqual({ frozen: 'Eva Strand', public: null })
  expect(await shown('anonymous')).toEqual({ frozen: anonymousName, public: null })
})

test('an organisation has no naming to choose', async () => {
  const round = await aRound(t.db)
  await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db)
  const member = await aMember(t.db, organisation, 'contributor')
  const sender = await findSender(member, organisation.slug)
  if (!sender) throw new Error('No sender')
  const started = await startInput(member, round.id, sender, 'hidden')
  if ('refusal' in started) throw new Error(started.refusal)
  expect(await namingOf(started.inputId)).toBeNull()
  expect(await chooseNaming(member, started.inputId, 'hidden')).toEqual({ refusal: 'not-found' })
})
