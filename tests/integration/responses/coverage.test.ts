import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { coverageLines, coverageOf, listUnanswered } from '#app/features/responses/coverage.server.ts'
import type { InputsShown } from '#app/features/strategies/round.ts'
import {
  findings,
  inputs,
  organisations,
  readings,
  responses,
  rounds,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aCitation, aFinding } from '#tests/factories/findings.ts'
import { only } from '#tests/factories/people.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

/** Round, one input that is cited and answered, one published that is neither, and one that is not published. */
async function aCoveredRound() {
  const chain = await aChain(t.db)
  const silent = await chain.send('Lauvnes kommune', 'Vi er uenige i fristen.')
  await silent.publish()
  const hidden = await chain.send('Hemmen kommune', 'Vi vil ikke.')
  const round = async () => {
    const found = only(await t.db.select().from(rounds).where(eq(rounds.id, chain.round.id)))
    return { ...found, inputsShown: found.inputsShown as InputsShown }
  }
  return { ...chain, silent, hidden, roundNow: round }
}

test('what was received is counted whole: read, tagged, cited and answered, over all there was', async () => {
  const { round, sent, reader } = await aCoveredRound()
  const { strategyId, id: versionId } = sent.version
  await t.db
    .insert(readings)
    .values({ strategyId, versionId, answerId: only(sent.answers).id, personId: reader })
  expect(await coverageOf(round, 'published')).toMatchObject({
    inputs: { inputs: 3, read: 1, tagged: 1, cited: 1, answered: 1 },
    passages: { passages: 4, read: 2, tagged: 1, cited: 1, answered: 1 },
    findings: { all: 1, answered: 1 },
    withoutText: 0,
  })
  expect((await coverageLines(round.strategyId, [round.id])).get(round.id)).toEqual({
    ...{ inputs: 3, read: 1, tagged: 1, cited: 1, answered: 1 },
  })
})

test('inputs are told apart by kind of sender, size and language', async () => {
  const { round, sent, silent } = await aCoveredRound()
  await t.db
    .update(organisations)
    .set({ inhabitants: 2_100 })
    .where(eq(organisations.id, sent.input.organisationId ?? ''))
  await t.db
    .update(organisations)
    .set({ inhabitants: 20_000 })
    .where(eq(organisations.id, silent.input.organisationId ?? ''))
  const { groups } = await coverageOf(round, 'published')
  const one = { inputs: 1, cited: 1, answered: 1 }
  expect(groups).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ by: 'kind', key: 'municipality', inputs: 3, cited: 1 }),
      expect.objectContaining({ by: 'size', key: 'small', ...one }),
      expect.objectContaining({ by: 'size', key: 'large', inputs: 1, cited: 0, answered: 0 }),
      expect.objectContaining({ by: 'size', key: 'unknown', inputs: 1 }),
      expect.objectContaining({ by: 'lang', key: 'nb', inputs: 3 }),
    ]),
  )
})

test('nothing is answered by a response that is not published, nor cited by a finding that is not', async () => {
  const { round, response, finding } = await aCoveredRound()
  await t.db
    .update(responses)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(responses.id, response.id))
  expect(await coverageOf(round, 'published')).toMatchObject({
    ...{ inputs: { cited: 1, answered: 0 }, findings: { all: 1, answered: 0 } },
  })
  await t.db
    .update(findings)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(findings.id, finding.id))
  expect(await coverageOf(round, 'published')).toMatchObject({
    inputs: { cited: 0 },
    findings: { all: 0 },
  })
  expect(await coverageOf(round, 'written')).toMatchObject({ inputs: { cited: 1 }, findings: { all: 1 } })
})

test('a withdrawn input is in no number', async () => {
  const { round, sent } = await aCoveredRound()
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, sent.input.id))
  expect(await coverageOf(round, 'published')).toMatchObject({
    inputs: { inputs: 2, cited: 0, answered: 0 },
  })
})

test('a merged theme answers with what it became part of', async () => {
  const { round, strategy, theme, silent, reader } = await aCoveredRound()
  const successor = await aTheme(t.db, strategy)
  await t.db
    .update(themes)
    .set({ mergedInto: successor.id, retiredAt: new Date() })
    .where(eq(themes.id, theme.id))
  await t.db.update(taggings).set({ removedAt: new Date() }).where(eq(taggings.themeId, theme.id))
  for (const passage of silent.passages) await aTagging(t.db, passage, successor, reader)
  expect(await coverageOf(round, 'published')).toMatchObject({ inputs: { answered: 2 } })
})

test('what nothing is answered to is listed as such, and what is not published is a number only', async () => {
  const { roundNow, silent } = await aCoveredRound()
  const found = await listUnanswered(await roundNow(), new Date(), 1)
  expect(found).toEqual({
    inputs: [
      { id: silent.input.id, sender: { name: 'Lauvnes kommune', kind: 'municipality' }, cited: false },
    ],
    ...{ total: 1, others: 1 },
  })
  expect(JSON.stringify(found)).not.toContain('Hemmen')
})

test('cited in a finding that is not answered is still unanswered, and says so', async () => {
  const { round, roundNow, silent } = await aCoveredRound()
  const waiting = await aFinding(t.db, round, { publishedAt: new Date() })
  await aCitation(t.db, waiting, only(silent.answers), 'Vi er uenige i fristen.')
  expect(await listUnanswered(await roundNow(), new Date(), 1)).toMatchObject({ inputs: [{ cited: true }] })
})

test('before the round shows its inputs nobody is named', async () => {
  const { round, roundNow } = await aCoveredRound()
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, round.id))
  expect(await listUnanswered(await roundNow(), new Date(), 1)).toEqual({ inputs: [], total: 0, others: 2 })
})

test('coverage is one question to the database, however much there is', async () => {
  const { round } = await aCoveredRound()
  await coverageOf(round, 'published')
  expect(await statementsOf(() => coverageOf(round, 'published'))).toHaveLength(1)
})
