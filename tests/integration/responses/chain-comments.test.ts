import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findChainParagraph } from '#app/features/responses/chain.server.ts'
import { commentsOn, commentsPerPage } from '#app/features/responses/chain-comments.server.ts'
import { storiesOf } from '#app/features/responses/chain-lineage.server.ts'
import { answers, inputs, inputWithholdings, passages, publicAnswers, rounds } from '#db/schema/index.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aCitation, aFinding } from '#tests/factories/findings.ts'
import { publish } from '#tests/factories/inputs.ts'
import { only } from '#tests/factories/people.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

type Chain = Awaited<ReturnType<typeof aChain>>

/** An input whose one answer is a comment on a paragraph, the first of the first draft unless told otherwise. */
async function commented(chain: Chain, name: string, text: string | null, block = chain.first.paragraphs[0]) {
  const { input, version } = await chain.send(name, 'Ellers ingenting.')
  const { strategyId, id: versionId } = version
  const [answer] = await t.db
    .insert(answers)
    .values({ strategyId, versionId, paragraphId: block?.id ?? null, choice: 'change', canonicalText: text })
    .returning()
  if (!answer) throw new Error('No comment')
  const cut = { strategyId, versionId, answerId: answer.id, inputId: input.id, roundId: chain.round.id }
  const end = [...(text ?? '')].length
  const passage = text
    ? only(
        await t.db
          .insert(passages)
          .values({ ...cut, position: 9, lang: 'nb', startCp: 0, endCp: end, text })
          .returning(),
      )
    : null
  await publish(t.db, { version, answers: [answer] }, chain.reader)
  return { input, version, answer, passage }
}

async function shown(chain: Chain, version = 2, anchor = 'u1.1', page = 1) {
  const paragraph = await findChainParagraph(chain.at(version, anchor))
  if (!paragraph) throw new Error('No paragraph')
  return commentsOn(paragraph.ancestors, new Date(), page)
}

test('a paragraph has the comments on itself and on what it came from, with the findings they are in', async () => {
  const chain = await aChain(t.db)
  const [cited, tagged] = [
    await commented(chain, 'Aurvik kommune', 'Skriv hvem som hjelper.'),
    await commented(chain, 'Bjørkli kommune', 'Dette må fram.'),
  ]
  const unused = await commented(chain, 'Dalvik kommune', 'Uten svar.')
  // What is cited in a text that is being written, and in one that nobody reads yet, is in no published finding.
  await aCitation(t.db, { ...chain.finding, publishedAt: null }, unused.answer, 'Uten svar.', { number: 3 })
  const draft = await aFinding(t.db, chain.round)
  await aCitation(t.db, { ...draft, publishedAt: new Date() }, unused.answer, 'Uten svar.')
  await commented(chain, 'Elvenes kommune', null, chain.second.paragraphs[0])
  await commented(chain, 'Fjordby kommune', 'Om noe annet.', chain.first.paragraphs[1])
  await aCitation(t.db, chain.finding, cited.answer, 'Skriv hvem som hjelper.', { number: 2, position: 2 })
  if (tagged.passage) await chain.tag(tagged.passage)
  const fate = [{ slug: 'hjelp', title: { nb: 'Det vi hørte' }, disposition: 'followed' }]
  const { comments, total } = await shown(chain)
  expect(total).toBe(4)
  expect(comments.map(({ sender, words, fates }) => [sender.name, words, fates])).toEqual([
    ['Aurvik kommune', 'Skriv hvem som hjelper.', fate],
    ['Bjørkli kommune', 'Dette må fram.', fate],
    ['Dalvik kommune', 'Uten svar.', []],
    ['Elvenes kommune', null, []],
  ])
  expect(comments[0]).toMatchObject({ anchor: `merknad-${cited.answer.id}`, said: { stance: 'change' } })
  // The paragraph before has only those on itself.
  expect(await shown(chain, 1)).toMatchObject({ total: 3 })
})

test('what may not be read is not there: unpublished, withdrawn, withheld, and before its round shows it', async () => {
  const chain = await aChain(t.db)
  const { input, version } = await commented(chain, 'Aurvik kommune', 'Skriv hvem.')
  const other = await commented(chain, 'Bjørkli kommune', 'Navnet er masket.')
  const total = async () => (await shown(chain)).total
  expect(await total()).toBe(2)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await total()).toBe(1)
  await t.db.update(inputs).set({ withdrawnAt: null }).where(eq(inputs.id, input.id))
  await t.db.insert(inputWithholdings).values({
    ...{ strategyId: version.strategyId, inputId: input.id, versionId: version.id, legalBasis: 'unlawful' },
    ...{ reason: 'Navn', withheldAt: new Date(), withheldBy: chain.reader },
  })
  expect(await total()).toBe(1)
  const masks = [{ startCp: 0, endCp: 6, publicStartCp: 0, publicEndCp: 4, legalBasis: 'unlawful' }]
  await t.db
    .update(publicAnswers)
    .set({ text: '████ er masket.', masks: masks as never })
    .where(eq(publicAnswers.answerId, other.answer.id))
  expect(await shown(chain)).toMatchObject({
    comments: [{ words: '████ er masket.', masked: ['unlawful'] }],
  })
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, chain.round.id))
  expect(await total()).toBe(0)
  await t.db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, chain.round.id))
  expect(await total()).toBe(1)
})

test('from a paragraph that was only commented on there is a way to the comments, for as long as they may be read', async () => {
  const chain = await aChain(t.db)
  const spoken = chain.second.paragraphs[1]
  if (!spoken) throw new Error('No paragraph')
  const stories = () => storiesOf(chain.strategy.slug, 'utkast', 2, new Date())
  const before = await stories()
  expect(before[spoken.anchor]).toBeUndefined()
  const { input } = await commented(chain, 'Aurvik kommune', 'Ta dette med.', spoken)
  expect(await stories()).toEqual({ ...before, [spoken.anchor]: 'said' })
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await stories()).toEqual(before)
})

test('comments come a page at a time, in one query', async () => {
  const chain = await aChain(t.db)
  for (let at = 0; at < commentsPerPage + 1; at++)
    await commented(chain, `Kommune ${String(at).padStart(2, '0')}`, `Merknad ${at}.`)
  const [first, second, beyond] = [
    await shown(chain),
    await shown(chain, 2, 'u1.1', 2),
    await shown(chain, 2, 'u1.1', 9),
  ]
  expect([first.comments.length, second.comments.length, beyond.comments.length]).toEqual([10, 1, 0])
  expect([first.total, second.total, beyond.total]).toEqual([11, 11, 11])
  const ids = chain.first.paragraphs.map(({ id }) => id)
  expect(await statementsOf(() => commentsOn(ids, new Date(), 1))).toHaveLength(1)
})
