import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { coverageGaps } from '#app/features/responses/coverage-gaps.server.ts'
import { responses, taggings, themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aCitation, aFinding } from '#tests/factories/findings.ts'
import { only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

test('a theme in use that no finding is of is missing, and is not when it became part of one that has', async () => {
  const chain = await aChain(t.db)
  const left = await aTheme(t.db, chain.strategy)
  for (const passage of chain.sent.passages) await aTagging(t.db, passage, left, chain.reader)
  expect((await coverageGaps(chain.round.id)).themes).toMatchObject([
    { id: left.id, passages: 2, senders: 1 },
  ])
  await t.db.update(themes).set({ mergedInto: left.id }).where(eq(themes.id, chain.theme.id))
  await t.db.update(taggings).set({ removedAt: new Date() }).where(eq(taggings.themeId, chain.theme.id))
  expect((await coverageGaps(chain.round.id)).themes).toEqual([])
})

test('a theme under one that a finding is of is not missing', async () => {
  const chain = await aChain(t.db)
  const under = await aTheme(t.db, chain.strategy, { parentId: chain.theme.id })
  for (const passage of chain.sent.passages) await aTagging(t.db, passage, under, chain.reader)
  expect((await coverageGaps(chain.round.id)).themes).toEqual([])
})

test('a finding that cites one side where there are two is told, until both are cited', async () => {
  const chain = await aChain(t.db)
  const other = await chain.send('Lauvnes kommune', 'Vi vil ikke ha en fast kontaktperson.')
  const stand = (id: string | undefined, position: string) =>
    t.db
      .update(taggings)
      .set({ position })
      .where(eq(taggings.passageId, id ?? ''))
  for (const passage of other.passages) await chain.tag(passage)
  await stand(chain.sent.passages[0]?.id, 'supports')
  await stand(other.passages[0]?.id, 'against')
  expect((await coverageGaps(chain.round.id)).sides).toMatchObject([
    { id: chain.finding.id, supporting: 1, supportingCited: 1, against: 1, againstCited: 0 },
  ])
  await aCitation(t.db, chain.finding, only(other.answers), 'Vi vil ikke ha', { number: 2, position: 2 })
  expect((await coverageGaps(chain.round.id)).sides).toEqual([])
})

test('findings nobody has answered in public are told, drafts too', async () => {
  const chain = await aChain(t.db)
  const draft = await aFinding(t.db, chain.round, { position: 2 })
  const unanswered = async () => (await coverageGaps(chain.round.id)).unanswered.map(({ id }) => id)
  expect(await unanswered()).toEqual([draft.id])
  await t.db
    .update(responses)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(responses.id, chain.response.id))
  expect(await unanswered()).toEqual([chain.finding.id, draft.id])
})
