import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePassages } from '#app/features/analysis/passages.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { passages } from '#db/schema/index.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

/** The languages of an answer's passages, cut by the app, from a sender that declared one. */
async function languagesOf(text: string, declared: string) {
  const round = await aRound(t.db, { strategy: await aStrategy(t.db) })
  const asked = await aQuestionnaire(t.db, round)
  const sent = await aSubmittedInput(
    t.db,
    round,
    await anOrganisation(t.db),
    { [asked[0]?.id ?? '']: text },
    { lang: declared },
  )
  await t.db.delete(passages).where(eq(passages.versionId, sent.version.id))
  await makePassages(sent.version.id)
  const made = await t.db
    .select({ lang: passages.lang, sure: passages.langSure })
    .from(passages)
    .where(eq(passages.versionId, sent.version.id))
    .orderBy(passages.position)
  return made.map(({ lang, sure }) => (sure ? lang : `${lang}?`))
}

const nb = 'Kommunen mener at fristen er for kort, og at skolene ikke får tid.'
const nn = 'Kommunen meiner at fristen er for kort, og at skulane ikkje får tid.'
const en = 'The municipality believes that this is too short for the schools.'

test('passages are in the language that was declared, unless the text says otherwise', async () => {
  expect(await languagesOf(nn, 'nn')).toEqual(['nn'])
  expect(await languagesOf(nn, 'nb')).toEqual(['nn'])
})

test('a heading is in the language of its answer', async () => {
  expect(await languagesOf(`Barnehage\n\n${nn}`, 'nb')).toEqual(['nn', 'nn'])
})

test('a passage in another language than its answer has its own', async () => {
  expect(await languagesOf(`${nb}\n\n${nb}\n\n${nb}\n\n${en}`, 'nb')).toEqual(['nb', 'nb', 'nb', 'en'])
})

test('what is said in no language of an answer in two is not sure', async () => {
  expect(await languagesOf(`Barnehage\n\n${nb}\n\n${nn}`, 'nb')).toEqual(['nb?', 'nb', 'nn'])
})
