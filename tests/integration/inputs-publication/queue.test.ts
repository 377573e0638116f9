import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maskVersion } from '#app/features/inputs/masking.server.ts'
import { countProposals } from '#app/features/inputs/proposals.server.ts'
import { withholdVersion } from '#app/features/inputs/withholding.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { action, loader } from '#app/routes/workbench/round.tsx'
import { inputPublications, inputs } from '#db/schema/index.ts'
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
})
afterAll(() => t.end())

const context = () => ({ nonce: '', code: '', signInFlooded: false })
const grounds = { legalBasis: 'personal-matters', reason: 'En elev er navngitt.' }

async function aQueue(texts: string[]) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const sent = []
  for (const [at, text] of texts.entries())
    sent.push(
      await aSubmittedInput(
        t.db,
        round,
        await anOrganisation(t.db),
        { [asked?.id ?? '']: text },
        // The later in the list, the earlier it came.
        { submittedAt: new Date(Date.UTC(2026, 4, 30 - at)) },
      ),
    )
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const cookie = await cookieOf(t.db, editor.personId)
  const url = `http://x/workbench/rounds/${round.id}`
  const params = { round: round.id }
  const look = (query = '') =>
    loader({ request: new Request(url + query, { headers: { cookie } }), params, context: context() })
  const post = async (fields: [string, string][]) => {
    const body = new URLSearchParams([['key', v7()], ...fields])
    const request = new Request(url, { method: 'POST', body, headers: { cookie } })
    const answer = await action({ request, params, context: context() })
    return 'data' in answer
      ? answer.data.error
      : new URL(`http://x${answer.headers.get('Location')}`).searchParams
  }
  const versions = sent.map(({ version }) => version.id)
  const isOut = async (id: string) =>
    (await t.db.$count(inputPublications, eq(inputPublications.versionId, id))) === 1
  return { sent, versions, editor, round, look, post, isOut }
}

test('every version stands in one status, and the sums add up', async () => {
  const { sent, versions, editor, look } = await aQueue(['a b', 'Eleven Emma', 'c d', 'e f', 'g h'])
  const [waiting, masked, open, withheld, withdrawn] = sent
  if (!waiting || !masked || !open || !withheld || !withdrawn) throw new Error('nothing sent')
  for (const one of [masked, open, withheld, withdrawn]) await publish(t.db, one, editor.personId)
  const ranges = [{ answerId: masked.answers[0]?.id ?? '', startCp: 7, endCp: 11 }]
  await maskVersion(editor, masked.version.id, { ranges, ...grounds }, v7())
  await withholdVersion(editor, withheld.version.id, grounds, v7())
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, withdrawn.input.id))
  const statuses = ['waiting', 'masked', 'published', 'withheld', 'withdrawn'] as const
  for (const [at, status] of statuses.entries()) {
    const page = await look(`?status=${status}`)
    expect(
      page.rows.map(({ versionId }) => versionId),
      status,
    ).toEqual([versions[at]])
    expect(page.counts).toEqual({ all: 5, waiting: 1, published: 1, masked: 1, withheld: 1, withdrawn: 1 })
  }
  expect((await look('?status=tull')).rows).toHaveLength(5)
})

test('those that wait stand oldest first, with how many places somebody should look at', async () => {
  const { versions, look } = await aQueue([
    'Vi er enige.',
    'Eleven Emma og eleven Jonas.',
    'Ring 900 12 345.',
  ])
  const page = await look('?status=waiting')
  expect(page.rows.map(({ versionId }) => versionId)).toEqual([...versions].reverse())
  expect(versions.map((id) => page.proposals[id])).toEqual([0, 2, 1])
})

test('what is masked is no longer counted as something to look at', async () => {
  const { sent, versions, editor } = await aQueue(['Eleven Emma og eleven Jonas.'])
  const ranges = [{ answerId: sent[0]?.answers[0]?.id ?? '', startCp: 7, endCp: 11 }]
  await maskVersion(editor, versions[0] ?? '', { ranges, ...grounds }, v7())
  expect((await countProposals(versions)).get(versions[0] ?? '')).toBe(1)
})

test('of many only as much is looked through as one page may take, and what is not is said', async () => {
  const { versions } = await aQueue(['Eleven Emma.', 'Vi er enige. '.repeat(45_000), 'Eleven Jonas.'])
  const counted = await countProposals(versions)
  expect(versions.map((id) => counted.get(id))).toEqual([1, null, 1])
  expect(await countProposals([])).toEqual(new Map())
})

test('published together, those with something to look at stay behind unless somebody says so of each', async () => {
  const { versions, look, post, isOut } = await aQueue(['Vi er enige.', 'Eleven Emma.', 'Eleven Jonas.'])
  const [clean = '', emma = '', jonas = ''] = versions
  const chosen = versions.map((id): [string, string] => ['version', id])
  const asked = await look(`?confirm=1&${new URLSearchParams(chosen)}`)
  expect(asked.confirming).toBe(true)
  expect(versions.map((id) => asked.proposals[id])).toEqual([0, 1, 1])
  const sums = await post([...chosen, ['despite', jonas]])
  if (!(sums instanceof URLSearchParams)) throw new Error('refused')
  expect(Object.fromEntries(sums)).toEqual({ published: '2', withdrawn: '0', withheld: '0', left: '1' })
  expect(await Promise.all([clean, emma, jonas].map(isOut))).toEqual([true, false, true])
  const none = await post([['version', emma]])
  if (!(none instanceof URLSearchParams)) throw new Error('refused')
  expect([none.get('published'), none.get('left')]).toEqual(['0', '1'])
  expect(await post([])).toBe('nothingChosen')
})

test('what was withheld meanwhile is not published with the others, and that is said', async () => {
  const { versions, editor, post, isOut } = await aQueue(['Vi er enige.', 'Vi er uenige.'])
  await withholdVersion(editor, versions[1] ?? '', grounds, v7())
  const sums = await post(versions.map((id): [string, string] => ['version', id]))
  if (!(sums instanceof URLSearchParams)) throw new Error('refused')
  expect([sums.get('published'), sums.get('withheld')]).toEqual(['1', '1'])
  expect(await isOut(versions[1] ?? '')).toBe(false)
})
