import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  chainOfInput,
  chainOfParagraph,
  chainOfRound,
  findChainParagraph,
} from '#app/features/responses/chain.server.ts'
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
import { aChain, align, quote } from '#tests/factories/chains.ts'
import { aDocumentVersion } from '#tests/factories/documents.ts'
import { aChange, aCitation, aFinding, aResponse } from '#tests/factories/findings.ts'
import { only } from '#tests/factories/people.ts'
import { aRound } from '#tests/factories/strategies.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

type Chain = Awaited<ReturnType<typeof aChain>>

async function storyAt(chain: Chain, version: number, anchor: string, page = 1) {
  const paragraph = await findChainParagraph(chain.at(version, anchor))
  return paragraph && chainOfParagraph(paragraph, new Date(), page)
}

const outcomeOf = (chain: Chain, inputId = chain.sent.input.id) =>
  chainOfInput(chain.round.id, inputId, new Date())

test('from a paragraph one comes to the change, the response, the finding, its quotes and the passages behind it', async () => {
  const chain = await aChain(t.db)
  expect(await storyAt(chain, 2, 'u1.1')).toMatchObject({
    led: [
      {
        slug: 'hjelp',
        quotes: [{ state: 'shown', words: quote, sender: { name: 'Tindås kommune' } }],
        responses: [{ disposition: 'followed', changes: [{ kind: 'changed' }] }],
      },
    ],
    became: [],
    behind: { total: 1, inputs: 1, passages: [{ cited: true, anchor: 'svar-1-1' }] },
  })
})

test('from an input one comes to the findings with its words, their responses and the changed paragraphs', async () => {
  const chain = await aChain(t.db)
  expect(await outcomeOf(chain)).toMatchObject({
    findings: [
      {
        ...{
          slug: 'hjelp',
          passages: [{ cited: true, words: 'Vi vil ha en fast kontaktperson i kommunen.' }],
        },
        responses: [{ changes: [{ after: { anchor: 'u1.1', version: { number: 2 } } }] }],
      },
    ],
    passages: { total: 1, of: 2 },
  })
})

test('from a round one comes to every published finding with what was made of it', async () => {
  const chain = await aChain(t.db)
  await aFinding(t.db, chain.round, { slug: 'kladd', title: { nb: 'Bare for oss' } })
  const { findings: found, total } = await chainOfRound(chain.round.id, new Date(), 1)
  expect({ found: found.map(({ slug }) => slug), total }).toEqual({ found: ['hjelp'], total: 1 })
  expect(found).toMatchObject([{ quotes: [{}], responses: [{ changes: [{}] }], inputs: 1, of: 1 }])
})

test('a paragraph of version 4 still tells of the change that came in version 2', async () => {
  const chain = await aChain(t.db)
  const texts = ['Kommunene får hjelp av en fast kontaktperson.', 'Fristen er 2029.']
  const third = await aDocumentVersion(t.db, chain.document, texts)
  const fourth = await aDocumentVersion(t.db, chain.document, ['Noe nytt.', ...texts])
  await align(t.db, chain.second, third, [
    [0, 0],
    [1, 1],
  ])
  await align(t.db, third, fourth, [
    [null, 0],
    [0, 1],
    [1, 2],
  ])
  expect(await storyAt(chain, 4, 'u1.2')).toMatchObject({ led: [{ slug: 'hjelp' }] })
  expect(await storyAt(chain, 4, 'u1.1')).toMatchObject({ led: [], became: [], behind: { total: 0 } })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 4)).toEqual({ 'u1.2': 'led' })
})

test('a paragraph that was split, and one that was merged of several, tell what they came from', async () => {
  const chain = await aChain(t.db)
  const third = await aDocumentVersion(t.db, chain.document, ['Kommunene får hjelp.', 'En person.', 'Frist.'])
  const fourth = await aDocumentVersion(t.db, chain.document, ['Alt i ett.'])
  await align(t.db, chain.second, third, [
    [0, 0],
    [0, 1],
    [1, 2],
  ])
  await align(t.db, third, fourth, [
    [0, 0],
    [1, 0],
    [2, 0],
  ])
  expect(await storyAt(chain, 3, 'u1.2')).toMatchObject({ led: [{ slug: 'hjelp' }] })
  expect(await storyAt(chain, 4, 'u1.1')).toMatchObject({ led: [{ slug: 'hjelp' }] })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 3)).toEqual({ 'u1.1': 'led', 'u1.2': 'led' })
})

test('an alignment with a version that is still written on leads nowhere', async () => {
  const chain = await aChain(t.db)
  const draft = await aDocumentVersion(t.db, chain.document, ['Kladd.'], { publishedAt: null })
  const last = await aDocumentVersion(t.db, chain.document, ['Siste.'])
  await align(t.db, chain.second, draft, [
    [0, 0],
    [1, null],
  ])
  await align(t.db, draft, last, [[0, 0]])
  expect(await findChainParagraph(chain.at(3, 'u1.1'))).toBeNull()
  expect(await storyAt(chain, 4, 'u1.1')).toMatchObject({ led: [] })
})

test('of the paragraph before, the page says what it became; one that was taken out has its story too', async () => {
  const chain = await aChain(t.db)
  await aChange(t.db, chain.response, chain.reader, {
    ...{ kind: 'removed', fromParagraphId: chain.first.paragraphs[1]?.id, versionId: chain.second.id },
  })
  expect(await storyAt(chain, 1, 'u1.1')).toMatchObject({ led: [], became: [{ slug: 'hjelp' }] })
  expect(await storyAt(chain, 1, 'u1.2')).toMatchObject({
    ...{ led: [], became: [{ responses: [{ changes: [{ kind: 'removed', after: null }] }] }] },
  })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 1)).toEqual({ 'u1.1': 'became', 'u1.2': 'became' })
})

test('a change to a version that is not published is not there, and the response is', async () => {
  const chain = await aChain(t.db)
  const draft = await aDocumentVersion(t.db, chain.document, ['Kladd.'], { publishedAt: null })
  const { paragraphs } = chain.second
  await t.db
    .update(changes)
    .set({ fromParagraphId: paragraphs[0]?.id, toParagraphId: draft.paragraphs[0]?.id })
    .where(eq(changes.id, chain.change.id))
  expect(await storyAt(chain, 2, 'u1.1')).toMatchObject({ led: [], became: [] })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 2)).toEqual({})
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
  expect(await storiesOf(chain.strategy.slug, 'utkast', 2)).toEqual({})
})

test('a response that is not published does not exist, nor what it changed', async () => {
  const chain = await aChain(t.db)
  await t.db
    .update(responses)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(responses.id, chain.response.id))
  expect(await storyAt(chain, 2, 'u1.1')).toMatchObject({ led: [] })
  expect(await storiesOf(chain.strategy.slug, 'utkast', 2)).toEqual({})
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
  expect(await storiesOf(chain.strategy.slug, 'utkast', 2)).toEqual({})
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

test('what is tagged with a theme that lies under the finding’s is behind it too', async () => {
  const chain = await aChain(t.db)
  const under = await aTheme(t.db, chain.strategy, { parentId: chain.theme.id })
  const other = await chain.send('Lauvnes kommune', 'Vi trenger noen å ringe.')
  await other.publish()
  for (const passage of other.passages) await aTagging(t.db, passage, under, chain.reader)
  expect((await storyAt(chain, 2, 'u1.1'))?.behind).toMatchObject({ total: 2, inputs: 2 })
})

test('a finding of a question rests on what was answered to it', async () => {
  const chain = await aChain(t.db)
  const questionId = chain.sent.passages[0]?.questionId ?? null
  await t.db.update(findings).set({ themeId: null, questionId }).where(eq(findings.id, chain.finding.id))
  expect((await storyAt(chain, 2, 'u1.1'))?.behind).toMatchObject({ total: 2 })
})

test('a response to one cited passage is told beside the finding’s own', async () => {
  const chain = await aChain(t.db)
  await aResponse(t.db, chain.finding, {
    ...{ citationId: chain.citation.id, disposition: 'partly', publishedAt: new Date() },
  })
  expect((await outcomeOf(chain)).findings[0]?.responses).toMatchObject([
    { disposition: 'followed', citationId: null },
    { disposition: 'partly', citationId: chain.citation.id },
  ])
})

test('what was tagged in another round is not behind the finding; what the finding cites of it is', async () => {
  const chain = await aChain(t.db)
  const later = await aRound(t.db, { strategy: chain.strategy, number: 2 })
  const finding = await aFinding(t.db, later, { publishedAt: new Date(), themeId: chain.theme.id })
  const reached = async () => (await chainOfInput(later.id, chain.sent.input.id, new Date())).findings
  expect(await reached()).toEqual([])
  await aCitation(t.db, finding, only(chain.sent.answers), quote)
  expect(await reached()).toMatchObject([{ passages: [{ cited: true }] }])
})

test('a chain asks as much of the database for one passage as for many, and no more than eight times', async () => {
  const chain = await aChain(t.db)
  const asked = async () =>
    (await statementsOf(() => storyAt(chain, 2, 'u1.1'))).filter((text) => !text.includes('pg_catalog'))
  await asked()
  const few = (await asked()).length
  for (const name of ['Aa', 'Bb', 'Cc', 'Dd', 'Ee', 'Ff']) {
    const more = await chain.send(`${name} kommune`)
    await more.publish()
    for (const passage of more.passages) await chain.tag(passage)
  }
  expect((await asked()).length).toBe(few)
  expect(few).toBeLessThanOrEqual(8)
  const page = await storyAt(chain, 2, 'u1.1')
  expect(page?.behind).toMatchObject({ total: 13, inputs: 7 })
})
