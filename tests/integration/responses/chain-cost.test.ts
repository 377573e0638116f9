import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { movedSince } from '#app/features/findings/live-counts.server.ts'
import { listTitles } from '#app/features/findings/published.server.ts'
import { chainOfFinding } from '#app/features/responses/chain.server.ts'
import { loader as coveragePage } from '#app/routes/public/coverage.tsx'
import { loader as findingPage } from '#app/routes/public/finding.tsx'
import { loader as originPage } from '#app/routes/public/origin.tsx'
import { loader as outcomePage } from '#app/routes/public/outcome.tsx'
import { findingCounts, findings, inputs } from '#db/schema/index.ts'
import { aChain, quote } from '#tests/factories/chains.ts'
import { aChange, aCitation, aFinding, aResponse, writtenOn } from '#tests/factories/findings.ts'
import { only } from '#tests/factories/people.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

type Chain = Awaited<ReturnType<typeof aChain>>
type Loader = typeof findingPage | typeof originPage | typeof outcomePage | typeof coveragePage

/** What a page asks the database from its address to its last word. */
async function askedBy(loader: Loader, chain: Chain) {
  const params = {
    ...{ strategy: chain.strategy.slug, round: chain.round.slug },
    ...{ finding: chain.finding.slug, input: chain.sent.input.id },
    ...{ document: 'utkast', version: '2', anchor: 'u1.1' },
  }
  const request = new Request('http://innspill.test/strategies/s/rounds/r')
  const said = await statementsOf(async () => loader({ request, params, context: {} as never }))
  return said.filter((text) => !text.includes('pg_catalog')).length
}

/** A published number of the chain's finding, of one of its round's own tables. */
async function aNumber(chain: Chain, number: number, table: string, count = 9) {
  const by = chain.reader
  await t.db.insert(findingCounts).values({
    ...{ strategyId: chain.strategy.id, findingId: chain.finding.id, number, table },
    ...{ row: 'municipality', column: 'uninvited', ofRow: 'municipality', ofColumn: 'invited' },
    ...{ seenCount: count, seenOf: 9, seenAt: new Date(), seenBy: by, frozenCount: count, frozenOf: 9 },
    ...{ frozenRule: { nb: 'Regel' }, frozenSenders: [], frozenAt: new Date() },
  })
}

/** Everything that a chain has, again and again: findings, citations, responses, changes, rounds, senders and numbers. */
async function grow(chain: Chain) {
  const now = new Date()
  for (let at = 2; at < 14; at++) {
    const more = await chain.send(`Kommune ${at}`)
    await more.publish()
    for (const passage of more.passages) await chain.tag(passage)
    const finding = await aFinding(t.db, chain.round, {
      publishedAt: now,
      themeId: chain.theme.id,
      position: at,
    })
    await aCitation(t.db, finding, only(chain.sent.answers), quote)
    await aCitation(t.db, chain.finding, only(more.answers), quote, { number: at, position: at })
    const response = await aResponse(t.db, finding, { publishedAt: now })
    await aChange(t.db, response, chain.reader, {
      ...{ kind: 'changed', fromParagraphId: chain.first.paragraphs[0]?.id },
      toParagraphId: chain.second.paragraphs[1]?.id,
    })
  }
  await aNumber(chain, 20, 'received', 1)
  await aNumber(chain, 21, 'counties', 2)
  await aNumber(chain, 22, 'questions', 3)
}

test.each([
  ['of a finding', findingPage],
  ['of a paragraph', originPage],
  ['of what became of an input', outcomePage],
  ['of coverage', coveragePage],
])(
  'the page %s asks as much of the database for a little as for a lot, and no more than eight times',
  async (_, loader) => {
    const chain = await aChain(t.db)
    await aNumber(chain, 19, 'received')
    await askedBy(loader, chain)
    const few = await askedBy(loader, chain)
    await grow(chain)
    // Whoever comes first after a change waits until what its numbers are of is counted: three tables here.
    expect(await askedBy(loader, chain)).toBeLessThanOrEqual(few + 2 + 3 * 3)
    expect(await askedBy(loader, chain)).toBe(few)
    expect(few).toBeLessThanOrEqual(8)
  },
)

test('what stands beside a finding is kept, and is what it would be anew whatever happens', async () => {
  const chain = await aChain(t.db)
  await aNumber(chain, 19, 'received')
  const later = await chain.send('Siste kommune')
  const shown = async () => {
    const found = await chainOfFinding(chain.round, chain.finding.slug, new Date())
    if (!found) throw new Error('The finding is not there')
    return { titles: found.titles, moved: found.finding.counts.map(({ number, moved }) => [number, moved]) }
  }
  const anew = async () => {
    const moved = await movedSince(chain.finding.id)
    const counts = await t.db.$count(findingCounts, eq(findingCounts.findingId, chain.finding.id))
    const numbers = [19, 20].slice(0, counts)
    return {
      titles: await listTitles(chain.round.id),
      moved: numbers.map((number) => [number, moved.get(number) ?? null]),
    }
  }
  const other = await aFinding(t.db, chain.round, { slug: 'annet' })
  const acts: Record<string, () => Promise<unknown>> = {
    'another number is published': () => aNumber(chain, 20, 'received', 1),
    'an input is withdrawn': () =>
      t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, later.input.id)),
    'somebody answers': async () => (await chain.send('Enda en kommune')).publish(),
    'another finding is published': () =>
      t.db
        .update(findings)
        .set({ publishedAt: new Date(), publishedRevision: 1 })
        .where(eq(findings.id, other.id)),
    'another finding is called something else': () =>
      writtenOn(t.db, other, { title: { nb: 'Nytt navn' } }, { published: true }),
    'the findings change places': () =>
      t.db.update(findings).set({ position: 0 }).where(eq(findings.id, other.id)),
  }
  let before = await shown()
  for (const [name, act] of Object.entries(acts)) {
    await act()
    const now = await shown()
    expect([name, now]).toEqual([name, await anew()])
    // Each of them changes something that is shown.
    expect([name, now]).not.toEqual([name, before])
    before = now
  }
})
