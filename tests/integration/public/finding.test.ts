import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findPublishedFinding, listPublishedFindings } from '#app/features/findings/published.server.ts'
import { findings, findingVersions, inputPublications, inputs, publicAnswers } from '#db/schema/index.ts'
import { aCitation, aFinding } from '#tests/factories/findings.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()
const quote = 'Vi vil ha en fast kontaktperson.'

async function aCitedInput() {
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db, { name: 'Tindås kommune' })
  const sent = await aSubmittedInput(t.db, round, organisation, { [asked?.id ?? '']: quote })
  await publish(t.db, sent, (await aPerson(t.db)).id)
  const finding = await aFinding(t.db, round, { slug: 'kontakt', publishedAt: new Date() })
  const answer = only(sent.answers)
  await aCitation(t.db, finding, answer, quote)
  const quotes = async () => (await findPublishedFinding(round.id, 'kontakt', new Date()))?.quotes
  return { ...sent, round, finding, answer, quotes }
}

test('a published finding shows its quotes, who said them, and where', async () => {
  const { quotes, input, round } = await aCitedInput()
  expect(await quotes()).toMatchObject([
    {
      ...{ state: 'shown', words: quote, anchor: 'svar-1-1' },
      ...{ sender: { name: 'Tindås kommune' }, input: { id: input.id, round: round.slug } },
    },
  ])
  expect(await listPublishedFindings(round.id, 1)).toMatchObject([
    { slug: 'kontakt', quotes: 1, inputs: 1, of: 1 },
  ])
})

test('a finding is counted against the published inputs of its own round', async () => {
  await aCitedInput()
  const { round } = await aCitedInput()
  expect(await findPublishedFinding(round.id, 'kontakt', new Date())).toMatchObject({ of: 1 })
  expect(await listPublishedFindings(round.id, 1)).toMatchObject([{ of: 1 }])
})

test('a quote of a withdrawn input is not shown, and is not counted', async () => {
  const { quotes, input, round } = await aCitedInput()
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  const shown = await quotes()
  expect(shown).toMatchObject([{ state: 'withdrawn', sender: { name: 'Tindås kommune' } }])
  expect(JSON.stringify(shown)).not.toContain(quote)
  expect(await listPublishedFindings(round.id, 1)).toMatchObject([{ quotes: 0, inputs: 0, of: 0 }])
})

test('a quote whose words are no longer in the public text is not shown', async () => {
  const { quotes, answer } = await aCitedInput()
  await t.db
    .update(publicAnswers)
    .set({ text: 'Vi vil ha [skjermet].' })
    .where(eq(publicAnswers.answerId, answer.id))
  const shown = await quotes()
  expect(shown).toMatchObject([{ state: 'gone' }])
  expect(JSON.stringify(shown)).not.toContain(quote)
})

test('a quote of an input that is no longer published tells neither words nor sender', async () => {
  const { quotes, version } = await aCitedInput()
  await t.db.delete(inputPublications).where(eq(inputPublications.versionId, version.id))
  expect(await quotes()).toMatchObject([{ state: 'gone', sender: null, input: null }])
})

test('a finding that is not published has no page', async () => {
  const { finding, round } = await aCitedInput()
  await t.db
    .update(findings)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(findings.id, finding.id))
  expect(await findPublishedFinding(round.id, 'kontakt', new Date())).toBe(null)
  expect(await listPublishedFindings(round.id, 1)).toEqual([])
})

test('what is written since the publication is not what anyone reads, nor is what is cited since', async () => {
  const { finding, round, answer } = await aCitedInput()
  const later = { title: { nb: 'Arbeidsnotat' }, text: { nb: 'Ikke ferdig.' }, revision: 2 }
  await t.db.update(findings).set(later).where(eq(findings.id, finding.id))
  const { id: findingId, strategyId } = finding
  await t.db.insert(findingVersions).values({ findingId, strategyId, ...later, at: new Date() })
  const more = { number: 2, startCp: 3, publishedAt: null }
  await aCitation(t.db, finding, answer, 'vil ha en fast', more)
  const shown = await findPublishedFinding(round.id, 'kontakt', new Date())
  expect(shown).toMatchObject({ title: { nb: 'Det vi hørte' }, quotes: [{ number: 1 }] })
  expect(shown?.quotes).toHaveLength(1)
  expect(await listPublishedFindings(round.id, 1)).toMatchObject([
    { title: { nb: 'Det vi hørte' }, quotes: 1 },
  ])
})
