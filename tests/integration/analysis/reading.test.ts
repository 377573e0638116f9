import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listNeighbours, listRoundInputs, listWork } from '#app/features/analysis/queries.server.ts'
import { findInput, listAnswers } from '#app/features/analysis/reading.server.ts'
import { inputs, inputVersions } from '#db/schema/index.ts'
import { aSubmittedInput, aVersion, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

async function aRoundOfThree() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const answer = (text: string) => ({ [asked?.id ?? '']: text })
  const sender = await anOrganisation(t.db)
  const at = (days: number) => ({ submittedAt: daysFromNow(days) })
  const first = await aSubmittedInput(t.db, round, sender, answer('Vårt svar.'), at(-9))
  const again = (number: number, kind: string, days: number) =>
    aVersion(t.db, round, first.input.id, sender, answer(`Utgave ${number}.`), { number, kind, ...at(days) })
  await again(2, 'registered', -8)
  const adopted = await again(3, 'adopted', -7)
  await again(4, 'correction', -6)
  const another = await anOrganisation(t.db, { name: 'Ytre Ørland kommune' })
  const other = await aSubmittedInput(t.db, round, another, answer('En.\nTo.'), at(-5))
  return { round, analyst, first, adopted, other }
}

const paged = { page: 1, size: 50 }

test('each registered letter of a sender and the one own version that counts stand in the list', async () => {
  const { round } = await aRoundOfThree()
  const { rows, counts } = await listRoundInputs(round, { status: 'all', ...paged })
  expect(rows.map(({ number, kind }) => [number, kind])).toEqual([
    [2, 'registered'],
    [3, 'adopted'],
    [1, 'administrative'],
  ])
  expect(counts).toEqual({ all: 3, waiting: 3, published: 0, masked: 0, withheld: 0, withdrawn: 0 })
})

test("inputs are found by a part of the sender's name or by a receipt, and by nothing that only looks like a pattern", async () => {
  const { round, other } = await aRoundOfThree()
  const [own] = await t.db.select().from(inputVersions).where(eq(inputVersions.inputId, other.input.id))
  const receiptNumber = own?.receiptNumber ?? ''
  const found = async (sender: string) => {
    const asked = await listRoundInputs(round, { status: 'all', sender, ...paged })
    return [asked.found, ...new Set(asked.rows.map(({ inputId }) => inputId))]
  }
  expect(await found('ørland')).toEqual([1, other.input.id])
  expect(await found(receiptNumber)).toEqual([1, other.input.id])
  expect(await found('%')).toEqual([0])
  expect(await found('')).toHaveLength(3)
})

test('a reader comes to what counts last, and sees which versions do not count', async () => {
  const { analyst, first } = await aRoundOfThree()
  const found = await findInput(analyst, first.input.id)
  if ('refusal' in found) throw new Error(found.refusal)
  expect(found.current).toBe(3)
  expect(found.versions.map(({ number, counts }) => [number, counts])).toEqual([
    [4, false],
    [3, true],
    [2, true],
    [1, false],
  ])
})

test('the numbers of a round stand with what they are of', async () => {
  const { round, analyst, adopted, other } = await aRoundOfThree()
  await publish(t.db, adopted, analyst.personId)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, other.input.id))
  const [strategy] = await listWork(analyst)
  expect(strategy?.rounds[0]).toMatchObject({ id: round.id, received: 3, published: 1, withdrawn: 1 })
  expect(strategy?.rounds[0]).toMatchObject({ passages: 4, tagged: 0 })
  const { counts } = await listRoundInputs(round, { status: 'waiting', ...paged })
  expect(counts).toEqual({ all: 3, waiting: 1, published: 1, masked: 0, withheld: 0, withdrawn: 1 })
})

test('neighbours are those before and after, and a version that no longer counts has the place of the newest', async () => {
  const { round, first, adopted } = await aRoundOfThree()
  const beside = await listNeighbours(round.id, { id: adopted.version.id, inputId: first.input.id }, 1)
  expect(beside.map(({ place, total }) => [place, total])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
  const old = await listNeighbours(round.id, { id: first.version.id, inputId: first.input.id }, 0)
  expect(old.map(({ versionId }) => versionId)).toEqual([adopted.version.id])
})

test('passages are numbered through the version from 1, and questions by their place', async () => {
  const { other } = await aRoundOfThree()
  const [answer] = await listAnswers(other.version.id)
  expect(answer?.place).toBe(1)
  expect(answer?.passages.map(({ number, text }) => [number, text])).toEqual([
    [1, 'En.'],
    [2, 'To.'],
  ])
})
