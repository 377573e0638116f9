import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withholdVersion } from '#app/features/inputs/withholding.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { action, loader } from '#app/routes/workbench/publication.tsx'
import { inputMasks, inputPublications, inputs, publicAnswers } from '#db/schema/index.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const text = 'Eleven Emma venter fortsatt.\nRing 900 12 345. Emma er 👍 glad.'
// Anew for each request: what is known of who asks is kept with it.
const context = () => ({ nonce: '', code: '', signInFlooded: false })

async function aDesk(others = 0) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [written, choice] = await aQuestionnaire(t.db, round)
  const sent = []
  for (let at = 0; at <= others; at += 1)
    sent.push(
      await aSubmittedInput(t.db, round, await anOrganisation(t.db, { name: `Havgløtt ${at}` }), {
        [written?.id ?? '']: text,
        [choice?.id ?? '']: { kind: 'single-choice', choice: 'yes' },
      }),
    )
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const cookie = await cookieOf(t.db, editor.personId)
  const [first] = sent
  if (!first) throw new Error('nothing sent')
  const { input, version, answers } = first
  const params = { input: input.id }
  const answerId = answers.find(({ canonicalText }) => canonicalText)?.id ?? ''
  const url = `http://x/workbench/inputs/${input.id}/publication`
  const look = async (query = '') =>
    loader({ request: new Request(url + query, { headers: { cookie } }), params, context: context() })
  const post = async (fields: Record<string, string | string[]>) => {
    const body = new URLSearchParams({ key: v7(), version: version.id })
    for (const [name, values] of Object.entries(fields))
      for (const [at, value] of [values].flat().entries())
        at === 0 ? body.set(name, value) : body.append(name, value)
    const answer = await action({
      request: new Request(url, { method: 'POST', body, headers: { cookie } }),
      params,
      context: context(),
    })
    if (!('data' in answer))
      return {
        status: answer.status,
        to: answer.headers.get('Location') ?? '',
        problems: [],
        typed: null,
        candidates: [],
      }
    return { status: answer.init?.status ?? 200, to: '', ...answer.data }
  }
  const masks = () =>
    t.db
      .select({ startCp: inputMasks.startCp, endCp: inputMasks.endCp, legalBasis: inputMasks.legalBasis })
      .from(inputMasks)
      .where(and(eq(inputMasks.versionId, version.id), isNull(inputMasks.removedAt)))
      .orderBy(inputMasks.startCp)
  const range = (startCp: number, endCp: number) => `${answerId}:${startCp}:${endCp}`
  return { strategy, round, sent, editor, input, version, answerId, look, post, masks, range }
}

const reasons = ({ problems }: { problems: readonly { reason: string }[] }) =>
  problems.map(({ reason }) => reason)
const grounds = { legalBasis: 'personal-matters', reason: 'En elev er navngitt.' }

test('proposals are shown and nothing is masked by them', async () => {
  const { look, masks, version } = await aDesk()
  const { desk } = await look()
  expect(desk.proposals.map(({ words, kind }) => `${kind} ${words}`)).toEqual([
    'name Emma',
    'phone 900 12 345',
  ])
  expect(await masks()).toEqual([])
  expect(await t.db.$count(inputPublications, eq(inputPublications.versionId, version.id))).toBe(0)
})

test('what is chosen is masked and not proposed again; the public text of a published version has the signs', async () => {
  const { look, post, masks, range, version } = await aDesk()
  const { desk } = await look()
  const chosen = desk.proposals.map(({ startCp, endCp }) => range(startCp, endCp))
  const outcome = await post({ act: 'mask', range: chosen, ...grounds })
  expect(outcome.to).toContain('done=masked&count=2')
  expect(await masks()).toHaveLength(2)
  expect((await look()).desk.proposals).toEqual([])
  expect((await post({ act: 'publish' })).to).toContain('done=published')
  const [shown] = (
    await t.db.select().from(publicAnswers).where(eq(publicAnswers.versionId, version.id))
  ).filter((row) => row.text)
  expect(shown?.text).toBe('Eleven [skjermet] venter fortsatt.\nRing [skjermet]. Emma er 👍 glad.')
})

test('typed words are looked up before they are masked, and every place is chosen', async () => {
  const { post, masks, range } = await aDesk()
  // Pressing «mask» with words nobody has seen the places of is also looking.
  for (const act of ['find', 'mask']) {
    const found = await post({ act, words: 'emma', ...grounds })
    expect(found.status).toBe(200)
    expect(found.typed).toMatchObject({ looked: 'emma', chosen: [range(7, 11), range(46, 50)], ...grounds })
  }
  expect(await masks()).toEqual([])
  await post({ act: 'mask', words: 'emma', looked: 'emma', range: [range(46, 50)], ...grounds })
  expect(await masks()).toEqual([{ startCp: 46, endCp: 50, legalBasis: 'personal-matters' }])
  const none = await post({ act: 'find', words: 'finnes ikke' })
  expect([none.status, none.typed?.looked, none.typed?.chosen]).toEqual([200, 'finnes ikke', []])
  expect(reasons(await post({ act: 'find', words: ' ' }))).toEqual(['words-missing'])
})

test('what cannot be masked is refused with a reason, and everything typed comes back', async () => {
  const { post, masks, range } = await aDesk()
  const refused = async (fields: Record<string, string | string[]>) => {
    const outcome = await post({ act: 'mask', ...grounds, ...fields })
    expect(outcome.status).toBe(422)
    expect(outcome.typed).toMatchObject({ reason: fields.reason ?? grounds.reason })
    return reasons(outcome)
  }
  expect(await refused({})).toEqual(['empty'])
  expect(await refused({ range: [range(7, 11), range(9, 20)] })).toEqual(['overlapping'])
  expect(await refused({ range: [range(11, 7)] })).toEqual(['reversed'])
  expect(await refused({ range: [range(7, 9_000)] })).toEqual(['outside'])
  expect(await refused({ range: [range(-3, 4)] })).toEqual(['outside'])
  expect(await refused({ range: ['tull'] })).toEqual(['outside'])
  expect(await refused({ range: [`${v7()}:1:2`] })).toEqual(['outside'])
  expect(await refused({ range: [range(7, 11)], legalBasis: '' })).toEqual(['unknown-basis'])
  expect(await refused({ range: [range(7, 11)], legalBasis: 'fritt valg' })).toEqual(['unknown-basis'])
  expect(await refused({ range: [range(7, 11)], legalBasis: 'other', reason: ' ' })).toEqual([
    'reason-missing',
  ])
  expect(await refused({ range: [range(7, 11)], reason: 'x'.repeat(2_001) })).toEqual(['reason-too-long'])
  expect(await masks()).toEqual([])
  const { typed, candidates } = await post({
    act: 'mask',
    range: [range(46, 50)],
    legalBasis: '',
    reason: 'R',
  })
  expect(typed?.chosen).toEqual([range(46, 50)])
  expect(candidates?.map(({ words }) => words)).toEqual(['Emma'])
  expect((await post({ act: 'tull' })).status).toBe(422)
})

test('what is masked already is not masked again; the same form sent twice masks once', async () => {
  const { post, masks, range } = await aDesk()
  const key = v7()
  const form = { act: 'mask', key, range: [range(7, 11)], ...grounds }
  const [one, other] = await Promise.all([post(form), post(form)])
  expect(one.to).toBe(other.to)
  expect(await masks()).toHaveLength(1)
  expect(reasons(await post({ ...form, key: v7() }))).toEqual(['overlapping'])
})

test('a mask is removed after asking, and the log keeps both', async () => {
  const { look, post, masks, range } = await aDesk()
  await post({ act: 'mask', range: [range(7, 11)], ...grounds })
  const [mask] = (await look()).desk.standing.masks
  expect((await look(`?unmask=${mask?.id}`)).removing).toBe(mask?.id)
  expect((await post({ act: 'unmask', mask: mask?.id ?? '' })).to).toContain('done=unmasked')
  expect(await masks()).toEqual([])
  const { decisions } = (await look()).desk
  expect(decisions.map(({ what, by, count, reason }) => [what, by, count, reason])).toEqual([
    ['unmasked', 'Ingrid Dal', 1, null],
    ['masked', 'Ingrid Dal', 1, grounds.reason],
  ])
})

test('a whole version is withheld with a law, a reason and a cross, and let go the same way', async () => {
  const { look, post } = await aDesk()
  expect(reasons(await post({ act: 'withhold', ...grounds }))).toEqual(['not-confirmed'])
  const wanting = await post({ act: 'withhold', legalBasis: '', reason: '', confirmed: 'on' })
  expect(reasons(wanting)).toEqual(['unknown-basis'])
  expect(reasons(await post({ act: 'withhold', ...grounds, reason: '', confirmed: 'on' }))).toEqual([
    'reason-missing',
  ])
  expect((await post({ act: 'withhold', ...grounds, confirmed: 'on' })).to).toContain('done=withheld')
  expect(reasons(await post({ act: 'publish' }))).toEqual(['withheld'])
  expect(reasons(await post({ act: 'withhold', ...grounds, confirmed: 'on' }))).toEqual(['already-withheld'])
  expect(reasons(await post({ act: 'lift' }))).toEqual(['not-confirmed'])
  expect((await post({ act: 'lift', confirmed: 'on' })).to).toContain('done=lifted')
  expect(reasons(await post({ act: 'lift', confirmed: 'on' }))).toEqual(['not-withheld'])
  expect((await look()).desk.decisions.map(({ what }) => what)).toEqual(['lifted', 'withheld'])
})

test('what the sender withdrew meanwhile is said, and nothing is changed', async () => {
  const { input, post, masks, range } = await aDesk()
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(reasons(await post({ act: 'publish' }))).toEqual(['withdrawn'])
  const masking = await post({ act: 'mask', range: [range(7, 11)], ...grounds })
  expect([reasons(masking), masking.typed?.chosen]).toEqual([['withdrawn'], [range(7, 11)]])
  expect(reasons(await post({ act: 'withhold', ...grounds, confirmed: 'on' }))).toEqual(['withdrawn'])
  expect(await masks()).toEqual([])
})

test('after a decision the next that waits is offered, with how many are left', async () => {
  const { look, post, sent, editor } = await aDesk(3)
  await withholdVersion(editor, sent[1]?.version.id ?? '', grounds, v7())
  await post({ act: 'publish' })
  const { queue, done } = await look('?done=published')
  expect(done?.what).toBe('published')
  expect(queue).toMatchObject({ next: { inputId: sent[2]?.input.id, senderName: 'Havgløtt 2' }, left: 2 })
})

test('somebody else’s version, and none at all, are not decided here', async () => {
  const { post } = await aDesk()
  const elsewhere = await aDesk()
  await expect(post({ act: 'publish', version: elsewhere.version.id })).rejects.toMatchObject({ status: 404 })
  await expect(post({ act: 'publish', version: v7() })).rejects.toMatchObject({ status: 404 })
})
