import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { chainOfRound } from '#app/features/responses/chain.server.ts'
import { storiesOf } from '#app/features/responses/chain-lineage.server.ts'
import {
  changes,
  findings,
  findingVersions,
  inputPublications,
  inputs,
  inputWithholdings,
  publicAnswers,
  responses,
  responseVersions,
  rounds,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aDocumentVersion } from '#tests/factories/documents.ts'
import { only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { outcomeOf, storyAt } from './walking.ts'

const t = appDatabase()

test('a change to a version that is not published is not there, and the response is', async () => {
  const chain = await aChain(t.db)
  const draft = await aDocumentVersion(t.db, chain.document, ['Kladd.'], { publishedAt: null })
  const { paragraphs } = chain.second
  await t.db
    .update(changes)
    .set({ fromParagraphId: paragraphs[0]?.id, toParagraphId: draft.paragraphs[0]?.id })
    .where(eq(changes.id, chain.change.id))
  expect(await storyAt(chain, 2, 'u1.1')).toMatchObject({ led: [], became: [] })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 2, new Date())).toEqual({})
  const told = await outcomeOf(chain)
  expect(told.findings).toMatchObject([{ responses: [{ disposition: 'followed', changes: [] }] }])
  expect(JSON.stringify(told)).not.toContain('Kladd')
})

test('a change that was taken back is not there', async () => {
  const chain = await aChain(t.db)
  await t.db
    .update(changes)
    .set({ removedAt: new Date(), removedBy: chain.reader })
    .where(eq(changes.id, chain.change.id))
  expect(await storyAt(chain, 2, 'u1.1')).toMatchObject({ led: [], became: [] })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 2, new Date())).toEqual({})
})

test('a response that is not published does not exist, nor what it changed', async () => {
  const chain = await aChain(t.db)
  await t.db
    .update(responses)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(responses.id, chain.response.id))
  expect(await storyAt(chain, 2, 'u1.1')).toMatchObject({ led: [] })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 2, new Date())).toEqual({})
  const told = await outcomeOf(chain)
  expect(told.findings).toMatchObject([{ slug: 'hjelp', responses: [] }])
  expect(JSON.stringify(told)).not.toContain('Vi er enige.')
})

test('of a response anyone reads what was published, whatever is written since', async () => {
  const chain = await aChain(t.db)
  const later = { revision: 2, disposition: 'not-followed', reason: { nb: 'Vi har ombestemt oss.' } }
  await t.db.update(responses).set(later).where(eq(responses.id, chain.response.id))
  const { id: responseId, strategyId } = chain.response
  await t.db.insert(responseVersions).values({ responseId, strategyId, ...later, at: new Date() })
  expect((await outcomeOf(chain)).findings[0]?.responses).toMatchObject([
    { disposition: 'followed', reason: { nb: 'Vi er enige.' } },
  ])
})

test('of a finding that is written on since, the whole chain says what was published', async () => {
  const chain = await aChain(t.db)
  const later = { revision: 2, title: { nb: 'Ny tittel' }, text: { nb: 'Arbeidsnotat.' } }
  await t.db.update(findings).set(later).where(eq(findings.id, chain.finding.id))
  const { id: findingId, strategyId } = chain.finding
  await t.db.insert(findingVersions).values({ findingId, strategyId, ...later, at: new Date() })
  const told = JSON.stringify([
    await storyAt(chain, 2, 'u1.1'),
    await outcomeOf(chain),
    await chainOfRound(chain.round.id, new Date(), 1),
  ])
  expect(told).toContain('Det vi hørte')
  expect(told).not.toMatch(/Ny tittel|Arbeidsnotat/)
})

test('a finding that is not published takes its whole chain with it', async () => {
  const chain = await aChain(t.db)
  await t.db
    .update(findings)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(findings.id, chain.finding.id))
  expect(await storyAt(chain, 2, 'u1.1')).toMatchObject({ led: [], behind: { total: 0 } })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 2, new Date())).toEqual({})
  expect(await outcomeOf(chain)).toMatchObject({ findings: [], published: 0 })
})

test('a withdrawn input in the middle of a chain has no words left, is named as withdrawn, and the rest stands', async () => {
  const chain = await aChain(t.db)
  const other = await chain.send('Lauvnes kommune', 'Vi trenger noen å ringe.')
  await other.publish()
  for (const passage of other.passages) await chain.tag(passage)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, chain.sent.input.id))
  const story = await storyAt(chain, 2, 'u1.1')
  expect(story).toMatchObject({
    led: [{ quotes: [{ state: 'withdrawn', sender: { name: 'Tindås kommune' } }] }],
    behind: {
      total: 1,
      inputs: 1,
      withdrawn: 1,
      withheld: 0,
      passages: [{ sender: { name: 'Lauvnes kommune' } }],
    },
  })
  expect(JSON.stringify(story)).not.toContain('kontaktperson i kommunen')
})

test('a withheld version in the middle of a chain names nobody, and is counted as withheld', async () => {
  const chain = await aChain(t.db)
  const { strategyId, id: versionId, inputId } = chain.sent.version
  await t.db.insert(inputWithholdings).values({
    ...{ strategyId, versionId, inputId, legalBasis: 'unlawful', reason: 'Trusler' },
    ...{ withheldAt: new Date(), withheldBy: chain.reader },
  })
  const story = await storyAt(chain, 2, 'u1.1')
  expect(story).toMatchObject({
    led: [{ quotes: [{ state: 'withheld', basis: 'unlawful', sender: null }] }],
    behind: { total: 0, withheld: 1, passages: [] },
  })
  expect(JSON.stringify(story)).not.toMatch(/Tindås|Trusler|kontaktperson i kommunen/)
})

test('masked words have a sign and a law in the quote and in the list of passages', async () => {
  const chain = await aChain(t.db)
  const mask = { startCp: 13, endCp: 31, publicStartCp: 13, publicEndCp: 23, legalBasis: 'personal-matters' }
  const answerId = only(chain.sent.answers).id
  await t.db
    .update(publicAnswers)
    .set({ text: 'Vi vil ha en [skjermet] i kommunen.\nFristen er for kort.', masks: [mask] })
    .where(eq(publicAnswers.answerId, answerId))
  const story = await storyAt(chain, 2, 'u1.1')
  expect(story?.behind.passages).toMatchObject([
    { words: 'Vi vil ha en [skjermet] i kommunen.', masked: ['personal-matters'] },
  ])
  expect(story?.led[0]?.quotes).toMatchObject([{ state: 'shown', masked: ['personal-matters'] }])
  expect(JSON.stringify(story?.behind)).not.toContain('fast kontaktperson')
})

test('a passage masked as a whole keeps its place without a word', async () => {
  const chain = await aChain(t.db)
  const mask = { startCp: 0, endCp: 43, publicStartCp: 0, publicEndCp: 10, legalBasis: 'other' }
  await t.db
    .update(publicAnswers)
    .set({ text: '[skjermet]\nFristen er for kort.', masks: [mask] })
    .where(eq(publicAnswers.answerId, only(chain.sent.answers).id))
  expect((await storyAt(chain, 2, 'u1.1'))?.behind).toMatchObject({
    ...{ total: 1, passages: [{ words: null, masked: ['other'] }] },
  })
})

test('what was never published is not behind anything, not even as a number', async () => {
  const chain = await aChain(t.db)
  const hidden = await chain.send('Hemmen kommune', 'Vi vil ikke.')
  for (const passage of hidden.passages) await chain.tag(passage)
  expect((await storyAt(chain, 2, 'u1.1'))?.behind).toMatchObject({ total: 1, withdrawn: 0, withheld: 0 })
  await t.db.delete(inputPublications).where(eq(inputPublications.versionId, chain.sent.version.id))
  const story = await storyAt(chain, 2, 'u1.1')
  expect(story?.behind).toMatchObject({ total: 0, withdrawn: 0, withheld: 0, passages: [] })
  expect(JSON.stringify(story)).not.toMatch(/Tindås|Hemmen|i kommunen/)
})

test('before a round shows its inputs, nothing of them is behind a finding', async () => {
  const chain = await aChain(t.db)
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, chain.round.id))
  const story = await storyAt(chain, 2, 'u1.1')
  expect(story).toMatchObject({ led: [{ quotes: [{ state: 'gone' }] }], behind: { total: 0, passages: [] } })
})

test('where a theme became part of another, the finding names both and rests on what the other has', async () => {
  const chain = await aChain(t.db)
  const successor = await aTheme(t.db, chain.strategy, { title: { nb: 'Kapasitet' } })
  await t.db
    .update(themes)
    .set({ retiredAt: new Date(), mergedInto: successor.id })
    .where(eq(themes.id, chain.theme.id))
  await t.db.update(taggings).set({ removedAt: new Date() }).where(eq(taggings.themeId, chain.theme.id))
  for (const passage of chain.sent.passages) await aTagging(t.db, passage, successor, chain.reader)
  expect(await storyAt(chain, 2, 'u1.1')).toMatchObject({
    led: [{ theme: { title: { nb: 'Hjelp' } }, themeNow: { title: { nb: 'Kapasitet' } } }],
    behind: { total: 2 },
  })
})
