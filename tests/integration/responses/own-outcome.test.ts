import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { chainOfInput } from '#app/features/responses/chain.server.ts'
import { findEarlierOutcome, listOutcomes } from '#app/features/responses/outcomes.server.ts'
import { findings, inputs, inputWithholdings, publicAnswers, rounds } from '#db/schema/index.ts'
import { aChain, said } from '#tests/factories/chains.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { only, senderOf } from '#tests/factories/people.ts'
import { aRound } from '#tests/factories/strategies.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

type Chain = Awaited<ReturnType<typeof aChain>>

const first = said.split('\n')[0]
const asSender = (chain: Chain, inputId = chain.sent.input.id) =>
  chainOfInput(chain.round.id, inputId, new Date(), { own: true })
const asAnyone = (chain: Chain, inputId = chain.sent.input.id) =>
  chainOfInput(chain.round.id, inputId, new Date())

async function mask(chain: Chain) {
  const own = { startCp: 13, endCp: 31, publicStartCp: 13, publicEndCp: 23, legalBasis: 'personal-matters' }
  await t.db
    .update(publicAnswers)
    .set({ text: 'Vi vil ha en [skjermet] i kommunen.\nFristen er for kort.', masks: [own] })
    .where(eq(publicAnswers.answerId, only(chain.sent.answers).id))
}

test('a sender reads its own masked words whole, and by which law others do not; others read the sign', async () => {
  const chain = await aChain(t.db)
  await mask(chain)
  expect((await asSender(chain)).findings[0]?.passages).toMatchObject([
    { own: first, words: 'Vi vil ha en [skjermet] i kommunen.', masked: ['personal-matters'] },
  ])
  const anyone = await asAnyone(chain)
  expect(anyone.findings[0]?.passages).toMatchObject([{ own: null }])
  expect(JSON.stringify(anyone.findings[0]?.passages)).not.toContain('fast kontaktperson')
})

test('a sender reads what became of an input that was never published; nobody else reads anything of it', async () => {
  const chain = await aChain(t.db)
  const hidden = await chain.send('Hemmen kommune', 'Vi vil ikke.')
  await chain.tag(only(hidden.passages))
  const own = await asSender(chain, hidden.input.id)
  expect(own.passages).toEqual({ total: 1, of: 1 })
  expect(own.findings).toMatchObject([
    {
      passages: [{ own: 'Vi vil ikke.', words: null, masked: [], cited: false }],
      responses: [{ disposition: 'followed', changes: [{ kind: 'changed' }] }],
    },
  ])
  expect((await asAnyone(chain, hidden.input.id)).findings).toEqual([])
})

test('of an input that is withheld the sender reads its words, and they count as words nobody else reads', async () => {
  const chain = await aChain(t.db)
  await t.db.insert(inputWithholdings).values({
    ...{ versionId: chain.sent.version.id, strategyId: chain.strategy.id, inputId: chain.sent.input.id },
    ...{ legalBasis: 'other', reason: 'Prøve', withheldAt: new Date(), withheldBy: chain.reader },
  })
  expect((await asSender(chain)).findings[0]?.passages).toMatchObject([{ own: first, words: null }])
  expect((await asAnyone(chain)).findings).toEqual([])
})

test('where inputs show after closing, the words are the sender’s alone until then', async () => {
  const chain = await aChain(t.db)
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, chain.round.id))
  expect((await asSender(chain)).findings[0]?.passages).toMatchObject([{ own: first, words: null }])
  await t.db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, chain.round.id))
  expect((await asSender(chain)).findings[0]?.passages).toMatchObject([{ own: first, words: first }])
})

test('a sender reads nothing of what others said, and nothing of a withdrawn input of its own', async () => {
  const chain = await aChain(t.db)
  const other = await chain.send('Nabo kommune', 'Helt andre ord.')
  await other.publish()
  await chain.tag(only(other.passages))
  const own = await asSender(chain, other.input.id)
  expect(own.findings[0]?.passages.map((passage) => passage.own)).toEqual(['Helt andre ord.'])
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, other.input.id))
  expect((await asSender(chain, other.input.id)).findings).toEqual([])
})

test('it takes as many queries for a sender as for anyone', async () => {
  const chain = await aChain(t.db)
  const count = async (work: () => Promise<unknown>) => (await statementsOf(work)).length
  expect(await count(() => asSender(chain))).toBe(await count(() => asAnyone(chain)))
})

test('an input has a page of what became of it when something is published of its round and it stands', async () => {
  const chain = await aChain(t.db)
  const { id } = chain.sent.input
  expect(await listOutcomes([id])).toEqual(new Set([id]))
  expect(await listOutcomes([])).toEqual(new Set())
  await t.db
    .update(findings)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(findings.id, chain.finding.id))
  expect(await listOutcomes([id])).toEqual(new Set())
})

test('the next round leads back to what the sender said in the one before, not to others’ and not to a later one', async () => {
  const chain = await aChain(t.db)
  const organisation = { id: chain.sent.input.organisationId ?? '', slug: 's', name: 'Tindås kommune' }
  const sender = senderOf(organisation)
  const asked = (number: number, who = sender) =>
    findEarlierOutcome(who, { strategySlug: chain.strategy.slug, number })
  expect(await asked(2)).toEqual({ inputId: chain.sent.input.id, number: 1 })
  expect(await asked(1)).toBeNull()
  expect(await asked(2, senderOf({ ...organisation, id: chain.reader }))).toBeNull()
  const next = await aRound(t.db, { strategy: chain.strategy, number: 2 })
  await aSubmittedInput(t.db, next, { ...organisation, kind: 'municipality' }, {})
  expect(await asked(3)).toEqual({ inputId: chain.sent.input.id, number: 1 })
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, chain.sent.input.id))
  expect(await asked(3)).toBeNull()
})
