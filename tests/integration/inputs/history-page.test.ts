import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listAnswerHistory } from '#app/features/inputs/answer-history.server.ts'
import { asBeginning, earlierBeside } from '#app/features/inputs/earlier-answer.ts'
import { listEarlierAnswers } from '#app/features/inputs/earlier-answers.server.ts'
import { answerField, reuseField, revisionField } from '#app/features/inputs/fields.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { action as restore } from '#app/routes/workspace/answer-history.tsx'
import { action as write } from '#app/routes/workspace/writing.tsx'
import { inputs } from '#db/schema/index.ts'
import { aDraft, aSubmittedInput, written } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

type Action = typeof restore | typeof write

/** A post to a page as a browser without script sends it: where it sends one next, or the status it answers with. */
async function post(
  action: Action,
  personId: string,
  params: Record<string, string>,
  fields: Record<string, string>,
) {
  const headers = { cookie: await cookieOf(t.db, personId) }
  const body = new URLSearchParams(fields)
  const request = new Request('http://innspill.test/', { method: 'POST', headers, body })
  const answered: unknown = await Promise.resolve(action({ request, params, context: {} as never })).catch(
    (thrown) => thrown,
  )
  if (answered instanceof Response) return { status: answered.status, to: answered.headers.get('location') }
  const { init } = answered as { init?: { status?: number } }
  return { status: init?.status ?? 200, to: null }
}

test('a kept version becomes the answer again, and what stood is kept beside it', async () => {
  const { writer, input, required, organisation } = await aReadyDraft(t.db)
  const jonas = await aMember(t.db, organisation, 'approver')
  const read = () => ({ text: 'Det Jonas skrev i stedet.' })
  await saveDraft(jonas, { inputId: input.id }, [{ questionId: required, revision: 1, read }])
  const at = { organisation: organisation.slug, input: input.id, question: required }
  const stale = await post(restore, writer.personId, at, { kept: '1', revision: '1' })
  expect(stale.status).toBe(422)
  expect((await post(restore, writer.personId, at, { kept: '7', revision: '2' })).status).toBe(422)
  expect((await post(restore, writer.personId, at, { kept: 'x', revision: "'" })).status).toBe(422)
  const done = await post(restore, writer.personId, at, { kept: '1', revision: '2' })
  expect(done).toMatchObject({ status: 302, to: expect.stringContaining('restored=1') })
  const versions = await listAnswerHistory(input.id, { id: required, kind: 'rich-text' })
  expect(versions.map(({ revision, answer }) => [revision, answer])).toEqual([
    [3, written('Bistanden må vare i to år.')],
    [2, written('Det Jonas skrev i stedet.')],
    [1, written('Bistanden må vare i to år.')],
  ])
})

test('a version of another input is none, and who may only send restores nothing', async () => {
  const { writer, submitter, input, required, organisation } = await aReadyDraft(t.db)
  const other = await aReadyDraft(t.db)
  const at = { organisation: organisation.slug, input: input.id }
  const fields = { kept: '1', revision: '1' }
  expect((await post(restore, writer.personId, { ...at, question: other.required }, fields)).status).toBe(404)
  expect((await post(restore, submitter.personId, { ...at, question: required }, fields)).status).toBe(403)
  expect((await post(restore, other.writer.personId, { ...at, question: required }, fields)).status).toBe(404)
})

/** A municipality that answered the first round of a strategy, and its empty draft in the second. */
async function aSecondRound() {
  const strategy = await aStrategy(t.db)
  const first = await aRound(t.db, { strategy, number: 1 })
  const [nett, skole] = await aQuestionnaire(t.db, first, [
    { kind: 'rich-text', title: { nb: 'Nett' } },
    { kind: 'general', title: { nb: 'Annet' } },
  ])
  const second = await aRound(t.db, { strategy, number: 2 })
  const asked = await aQuestionnaire(t.db, second, [
    { kind: 'rich-text', title: { nb: 'Nett igjen' }, copiedFromId: nett?.id },
    { kind: 'general', title: { nb: 'Noe nytt' } },
  ])
  const organisation = await anOrganisation(t.db)
  const writer = await aMember(t.db, organisation, 'contributor')
  const before = { [nett?.id ?? '']: 'Fiber til alle.', [skole?.id ?? '']: 'Vi trenger folk.' }
  const sent = await aSubmittedInput(t.db, first, organisation, before)
  const neighbour = await anOrganisation(t.db)
  await aSubmittedInput(t.db, first, neighbour, { [nett?.id ?? '']: 'Naboens svar.' })
  const draft = await aDraft(t.db, second, organisation)
  return { draft, sent, writer, organisation, asked: asked.map(({ id }) => id) as [string, string] }
}

test('beside a question stands what this sender answered to it before, and nobody else', async () => {
  const { draft, asked, sent } = await aSecondRound()
  const earlier = await listEarlierAnswers(draft.id)
  expect(earlier.map(({ answer, repeatedBy, round }) => [answer, repeatedBy, round.number])).toEqual([
    [written('Fiber til alle.'), asked[0], 1],
    [written('Vi trenger folk.'), null, 1],
  ])
  const beside = (id: string, kind: 'rich-text' | 'general') =>
    earlierBeside({ id, kind }, earlier).map(({ answer }) => answer)
  expect(beside(asked[0], 'rich-text')).toEqual([written('Fiber til alle.')])
  expect(beside(asked[1], 'general')).toEqual([written('Vi trenger folk.')])
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, sent.input.id))
  expect(await listEarlierAnswers(draft.id)).toEqual([])
})

test('an earlier answer begins an empty one without script, and never takes the place of one that is begun', async () => {
  const { draft, asked, writer, organisation } = await aSecondRound()
  const [earlier] = await listEarlierAnswers(draft.id)
  expect(earlier && asBeginning({ kind: 'rich-text', options: null, settings: null }, earlier)).not.toBeNull()
  const at = { organisation: organisation.slug, input: draft.id }
  const reuse = (revision: number, typed: string) =>
    post(write, writer.personId, at, {
      [reuseField]: `${asked[0]}:${earlier?.id}`,
      [revisionField(asked[0])]: String(revision),
      [answerField(asked[0])]: typed,
    })
  expect((await reuse(0, '')).to).toContain('?reused=1')
  const stands = async () => (await listAnswerHistory(draft.id, { id: asked[0], kind: 'rich-text' }))[0]
  expect(await stands()).toMatchObject({ answer: written('Fiber til alle.'), revision: 1 })
  expect((await reuse(1, 'Fiber til alle, og folk.')).to).toContain('?not-reused=1')
  expect((await stands())?.answer).toEqual(written('Fiber til alle, og folk.'))
  const theirs = await aSecondRound()
  const [secret] = await listEarlierAnswers(theirs.draft.id)
  const other = await post(write, writer.personId, at, {
    [reuseField]: `${asked[1]}:${secret?.id}`,
    [revisionField(asked[1])]: '0',
    [answerField(asked[1])]: '',
  })
  expect(other.to).toContain('not-reused')
  expect(await listAnswerHistory(draft.id, { id: asked[1], kind: 'general' })).toEqual([])
})
