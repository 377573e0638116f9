import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { chainOfInput, chainOfRound, findChainParagraph } from '#app/features/responses/chain.server.ts'
import { storiesOf } from '#app/features/responses/chain-lineage.server.ts'
import { carriedForward, rounds } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aChain, align, quote } from '#tests/factories/chains.ts'
import { aDocumentVersion } from '#tests/factories/documents.ts'
import { aChange, aCitation, aFinding, aResponse, writtenOn } from '#tests/factories/findings.ts'
import { only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'
import { outcomeOf, storyAt } from './walking.ts'

const t = appDatabase()

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
  expect(await storiesOf(chain.strategy.slug, 'utkast', 4, new Date())).toEqual({ 'u1.2': 'led' })
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
  expect(await storiesOf(chain.strategy.slug, 'utkast', 3, new Date())).toEqual({
    'u1.1': 'led',
    'u1.2': 'led',
  })
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
  expect(await storiesOf(chain.strategy.slug, 'utkast', 1, new Date())).toEqual({
    'u1.1': 'became',
    'u1.2': 'became',
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
  await writtenOn(t.db, chain.finding, { themeId: null, questionId }, { published: true })
  const story = await storyAt(chain, 2, 'u1.1')
  expect(story?.behind).toMatchObject({ total: 2 })
  expect(story?.led[0]?.question).toMatchObject({ position: 1 })
})

test('what is carried forward leads to the later round, by the number readers know its question by', async () => {
  const chain = await aChain(t.db)
  const later = await aRound(t.db, { strategy: chain.strategy, number: 2 })
  const asked = await aQuestionnaire(t.db, later)
  const { strategyId, id: findingId } = chain.finding
  const [, second] = asked
  await t.db.insert(carriedForward).values({
    ...{ strategyId, findingId, roundId: later.id, questionId: second?.id, at: new Date(), by: chain.reader },
  })
  const carried = async () => (await outcomeOf(chain)).findings[0]?.carried
  expect(await carried()).toMatchObject([{ as: 'question', position: 2, round: { slug: later.slug } }])
  await t.db.update(rounds).set({ publishedAt: null }).where(eq(rounds.id, later.id))
  expect(await carried()).toEqual([])
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
