import { and, eq, like } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { maskVersion, unmask } from '#app/features/inputs/masking.server.ts'
import { takedownReference } from '#app/features/inputs/takedown.ts'
import { withholdVersion } from '#app/features/inputs/withholding.server.ts'
import { notificationHandlers } from '#app/features/notifications/jobs.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { action as ask, loader as form } from '#app/routes/public/takedown.tsx'
import { action as decide, loader as look } from '#app/routes/workbench/takedown.tsx'
import { loader as list } from '#app/routes/workbench/takedowns.tsx'
import { auditEvents, demoMails, inputMasks, inputs, strategies, takedownRequests } from '#db/schema/index.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
  process.env.DEMO = '1'
})
afterAll(() => t.end())

const context = (flooded = false) => ({ nonce: '', code: '', signInFlooded: false, takedownFlooded: flooded })
const grounds = { legalBasis: 'personal-matters', reason: 'En elev er navngitt.' }
const words = { words: 'Navnet «Emma»', reason: 'Hun er datteren min.', email: 'mor@example.test' }

async function aPublishedInput(shown = true) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy, ...(!shown && { inputsShown: 'after-closing' }) })
  const [asked] = await aQuestionnaire(t.db, round)
  const sent = await aSubmittedInput(t.db, round, await anOrganisation(t.db, { name: 'Havgløtt kommune' }), {
    [asked?.id ?? '']: 'Eleven Emma venter.',
  })
  const editor = await aStaffMember(t.db, strategy, 'editor')
  return { strategy, round, editor, ...sent, publish: () => publish(t.db, sent, editor.personId) }
}

const open = async (query: string, path = '/takedown') =>
  form({ request: new Request(`http://x${path}${query}`), params: {}, context: context() })

async function send(input: string, fields: Record<string, string> = {}, path = '/takedown', flooded = false) {
  const body = new URLSearchParams({ key: v7(), ...words, ...fields })
  const request = new Request(`http://x${path}?input=${input}`, { method: 'POST', body })
  const answer = await ask({ request, params: {}, context: context(flooded) })
  if ('data' in answer) return { status: answer.init?.status ?? 200, to: '', ...answer.data }
  return { status: answer.status, to: answer.headers.get('Location') ?? '', typed: null, problems: [] }
}

const requestsOf = (inputId: string) =>
  t.db.select().from(takedownRequests).where(eq(takedownRequests.inputId, inputId))

async function asStaff(actor: Actor, id: string, fields?: Record<string, string>) {
  const cookie = await cookieOf(t.db, actor.personId)
  const url = `http://x/workbench/takedowns/${id}`
  const params = { takedown: id }
  if (!fields) {
    const page = await look({
      request: new Request(url, { headers: { cookie } }),
      params,
      context: context(),
    })
    return { status: 200, page, reasons: [] as string[], typed: null }
  }
  const body = new URLSearchParams({ key: v7(), ...fields })
  const request = new Request(url, { method: 'POST', body, headers: { cookie } })
  const answer = await decide({ request, params, context: context() })
  if ('data' in answer)
    return {
      status: 422,
      reasons: answer.data.problems.map(({ reason }) => reason),
      typed: answer.data.typed,
    }
  return { status: answer.status, reasons: [] as string[], typed: null }
}

test('anyone may ask about an input that anyone can read, in the language of the form', async () => {
  const { input, publish } = await aPublishedInput()
  await publish()
  expect((await open(`?input=${input.id}`)).data.subject?.sender.name).toBe('Havgløtt kommune')
  const { to } = await send(input.id, {}, '/nn/takedown')
  const [request] = await requestsOf(input.id)
  expect(request).toMatchObject({ ...words, lang: 'nn', decidedAt: null })
  // No personal data in the address, and nothing of the words in what is recorded.
  expect(to).toBe(`/nn/takedown?input=${input.id}&received=${takedownReference(request?.id ?? '')}`)
  expect((await open(to.slice(to.indexOf('?')), '/nn/takedown')).data.reference).toHaveLength(8)
  const events = await t.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, request?.id ?? ''))
  expect(events.map(({ type, actorId, data }) => ({ type, actorId, data }))).toEqual([
    { type: 'takedown.requested', actorId: null, data: { inputId: input.id } },
  ])
})

test('the same form sent twice is one request; a changed one is not lost in silence', async () => {
  const { input, publish } = await aPublishedInput()
  await publish()
  const key = v7()
  const [one, other] = await Promise.all([send(input.id, { key }), send(input.id, { key })])
  expect([one.to, other.to]).toEqual([one.to, one.to])
  expect(await requestsOf(input.id)).toHaveLength(1)
  const changed = await send(input.id, { key, words: 'Noe mer' })
  expect([changed.status, changed.problems[0]?.reason]).toEqual([422, 'sent-otherwise'])
  expect(changed.typed?.words).toBe('Noe mer')
  expect(await requestsOf(input.id)).toHaveLength(1)
})

test('what is unknown, not published, not shown yet, withheld or withdrawn gets one and the same answer', async () => {
  const waiting = await aPublishedInput()
  const hidden = await aPublishedInput(false)
  await hidden.publish()
  const withheld = await aPublishedInput()
  await withheld.publish()
  await withholdVersion(withheld.editor, withheld.version.id, grounds, v7())
  const withdrawn = await aPublishedInput()
  await withdrawn.publish()
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, withdrawn.input.id))
  const ids = [waiting, hidden, withheld, withdrawn].map(({ input }) => input.id)
  for (const id of [...ids, v7(), 'tull', "' or 1=1", '\u0000']) {
    const page = await open(`?input=${encodeURIComponent(id)}`)
    expect([page.init?.status, page.data.subject], id).toEqual([404, null])
    const sent = await send(encodeURIComponent(id))
    expect([sent.status, sent.typed?.words], id).toEqual([422, words.words])
  }
  for (const id of ids) expect(await requestsOf(id)).toEqual([])
  expect((await open('')).init?.status).toBe(200)
})

test('a request without words or reason, or with an address that is none, comes back with what was typed', async () => {
  const { input, publish } = await aPublishedInput()
  await publish()
  const refused = async (fields: Record<string, string>) => {
    const { status, problems, typed } = await send(input.id, fields)
    expect([status, typed]).toEqual([422, { ...words, ...fields }])
    return problems.map(({ field, reason }) => `${field} ${reason}`)
  }
  expect(await refused({ words: ' ' })).toEqual(['words wordsMissing'])
  expect(await refused({ words: '\u0000\u0007' })).toEqual(['words wordsMissing'])
  expect(await refused({ reason: '' })).toEqual(['reason reasonMissing'])
  expect(await refused({ reason: 'x'.repeat(4_001) })).toEqual(['reason tooLong'])
  expect(await refused({ email: 'ingen adresse' })).toEqual(['email emailUnusable'])
  expect(await refused({ email: `${'x'.repeat(300)}@example.test` })).toEqual(['email emailUnusable'])
  expect((await send(input.id, { key: 'tull' })).problems).toEqual([{ field: 'form', reason: 'tryAgain' }])
  const flooded = await send(input.id, {}, '/takedown', true)
  expect([flooded.status, flooded.typed?.words]).toEqual([429, words.words])
  // What no person sees, a program has filled in: thanked, and not kept.
  expect((await send(input.id, { website: 'https://example.test' })).to).toContain('received=')
  expect(await requestsOf(input.id)).toEqual([])
  await send(input.id, { words: 'Nul\u0000l og \ud800', email: '' })
  expect((await requestsOf(input.id)).map((row) => [row.words, row.email])).toEqual([
    ['Null og \ufffd', null],
  ])
})

async function aRequest() {
  const made = await aPublishedInput()
  await made.publish()
  await send(made.input.id)
  const [request] = await requestsOf(made.input.id)
  if (!request) throw new Error('no request')
  return { ...made, request }
}

const decision = { decision: 'masked', answer: 'Navnet er skjermet nå.' }

test('a request is decided as masked only by a mask that came after it and still stands', async () => {
  const { editor, request, version, answers } = await aRequest()
  expect((await asStaff(editor, request.id, decision)).reasons).toEqual(['nothing-masked'])
  const ranges = [{ answerId: answers[0]?.id ?? '', startCp: 7, endCp: 11 }]
  await maskVersion(editor, version.id, { ranges, ...grounds }, v7())
  const [mask] = await t.db.select().from(inputMasks).where(eq(inputMasks.versionId, version.id))
  await unmask(editor, mask?.id ?? '', v7())
  const refused = await asStaff(editor, request.id, decision)
  expect([refused.reasons, refused.typed]).toEqual([['nothing-masked'], decision])
  await maskVersion(editor, version.id, { ranges, ...grounds }, v7())
  const key = v7()
  const both = await Promise.all([1, 2].map(() => asStaff(editor, request.id, { ...decision, key })))
  expect(both.map(({ status }) => status)).toEqual([302, 302])
  expect((await requestsOf(request.inputId))[0]).toMatchObject({ ...decision, decidedBy: editor.personId })
  const decided = and(eq(auditEvents.subjectId, request.id), eq(auditEvents.type, 'takedown.decided'))
  expect(await t.db.$count(auditEvents, decided)).toBe(1)
  expect((await asStaff(editor, request.id, decision)).reasons).toEqual(['already-decided'])
})

test('a mask from before the request does not answer it', async () => {
  const made = await aPublishedInput()
  await made.publish()
  const ranges = [{ answerId: made.answers[0]?.id ?? '', startCp: 7, endCp: 11 }]
  await maskVersion(made.editor, made.version.id, { ranges, ...grounds }, v7())
  await send(made.input.id)
  const [request] = await requestsOf(made.input.id)
  expect((await asStaff(made.editor, request?.id ?? '', decision)).reasons).toEqual(['nothing-masked'])
})

test('withheld demands a withholding; declined demands words', async () => {
  const { editor, request, version } = await aRequest()
  const withheld = { decision: 'withheld', answer: 'Innspillet er holdt tilbake.' }
  expect((await asStaff(editor, request.id, withheld)).reasons).toEqual(['nothing-withheld'])
  expect((await asStaff(editor, request.id, { answer: 'Nei.' })).reasons).toEqual(['decisionMissing'])
  expect((await asStaff(editor, request.id, { decision: 'declined', answer: ' ' })).reasons).toEqual([
    'answerMissing',
  ])
  await withholdVersion(editor, version.id, grounds, v7())
  expect((await asStaff(editor, request.id, withheld)).status).toBe(302)
})

test('only editors and leads of the strategy see and decide requests, and the list holds no words', async () => {
  const { strategy, editor, request } = await aRequest()
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  const declined = { decision: 'declined', answer: 'Nei.' }
  for (const fields of [undefined, declined]) {
    await expect(asStaff(analyst, request.id, fields)).rejects.toMatchObject({ status: 403 })
    await expect(asStaff(stranger, request.id, fields)).rejects.toMatchObject({ status: 404 })
  }
  const listed = async (actor: Actor, query = '') =>
    list({
      request: new Request(`http://x/workbench/strategies/${strategy.id}/takedowns${query}`, {
        headers: { cookie: await cookieOf(t.db, actor.personId) },
      }),
      params: { strategy: strategy.id },
      context: context(),
    })
  await expect(listed(analyst)).rejects.toMatchObject({ status: 403 })
  await expect(listed(stranger)).rejects.toMatchObject({ status: 404 })
  const page = await listed(editor)
  expect([page.rows.map(({ id }) => id), page.counts]).toEqual([[request.id], { open: 1, decided: 0 }])
  expect(JSON.stringify(page)).not.toContain('Emma')
  expect(JSON.stringify(page)).not.toContain(words.email)
  await asStaff(editor, request.id, declined)
  const [row] = (await listed(editor, '?state=decided')).rows
  expect(row).toMatchObject({ id: request.id, decision: 'declined', decidedBy: 'Ingrid Dal' })
})

test('the contact is told that a request came and nothing of it; who asked is answered', async () => {
  const { strategy, editor, request, input } = await aRequest()
  await t.db
    .update(strategies)
    .set({ contactEmail: 'post@sekretariat.example' })
    .where(eq(strategies.id, strategy.id))
  const happened = (type: string) =>
    notificationHandlers[type]?.({ id: v7(), type, subjectId: request.id, data: { inputId: input.id } })
  await happened('takedown.requested')
  const [told] = await t.db.select().from(demoMails).where(eq(demoMails.to, 'post@sekretariat.example'))
  expect(told?.text).toContain(`/workbench/takedowns/${request.id}`)
  expect(told?.text).not.toContain('Emma')
  await happened('takedown.decided')
  const toAsker = like(demoMails.to, words.email)
  const before = await t.db.$count(demoMails, toAsker)
  await asStaff(editor, request.id, { decision: 'declined', answer: 'Navnet er allerede kjent.' })
  await happened('takedown.decided')
  const letters = await t.db.select().from(demoMails).where(toAsker)
  expect(letters).toHaveLength(before + 1)
  expect(letters.at(-1)?.text).toContain('Navnet er allerede kjent.')
  expect(letters.at(-1)?.text).toContain(`/inputs/${input.id}`)
})
