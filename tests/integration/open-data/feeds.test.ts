import { parseFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { cancelMeeting } from '#app/features/meetings/meetings.server.ts'
import { loader as siteFeed } from '#app/routes/public/feed.ts'
import { loader as strategyFeed } from '#app/routes/public/strategy-feed.ts'
import { roundRevisions } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aFinding, aResponse } from '#tests/factories/findings.ts'
import { aMeeting } from '#tests/factories/meetings.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

const context = {} as never

async function atom(answer: Response) {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ])
  const text = await answer.text()
  // Well-formed by a parser that forgives nothing, and a feed by one that knows what feeds are.
  const xml = new SaxesParser({ xmlns: true })
  xml.on('error', (error) => {
    throw error
  })
  xml.write(text).close()
  const { format, feed } = parseFeed(text)
  if (format !== 'atom') throw new Error(`A feed of ${format}`)
  return { text, feed, entries: feed.entries ?? [] }
}

const ofStrategy = async (slug: string, prefix = '') =>
  atom(
    await strategyFeed({
      request: new Request(`http://x${prefix}/strategies/${slug}/feed.atom`),
      ...{ params: { strategy: slug }, context },
    }),
  )

async function aToldStrategy() {
  const strategy = await aStrategy(t.db)
  const open = await aRound(t.db, { strategy, number: 1, slug: 'en', title: { nb: 'Om <mål> & "midler"' } })
  const over = await aRound(t.db, {
    ...{ strategy, number: 2, slug: 'to', publishedAt: daysFromNow(-20) },
    ...{ opensAt: daysFromNow(-20), deadlineAt: daysFromNow(-5) },
  })
  await aRound(t.db, { strategy, number: 3, slug: 'kommer', opensAt: daysFromNow(3) })
  await aRound(t.db, { strategy, number: 4, slug: 'kladd', publishedAt: null, title: { nb: 'hemmelig' } })
  const document = await aDocument(t.db, strategy, { slug: 'utkast', title: { nb: 'Planen' } })
  await aDocumentVersion(t.db, document, ['Ett.'], {
    publishedAt: daysFromNow(-8),
    note: { nb: 'Ny start.' },
  })
  await aDocumentVersion(t.db, document, ['To hemmelig.'], { publishedAt: null })
  const finding = await aFinding(t.db, over, {
    ...{ slug: 'hjelp', publishedAt: daysFromNow(-2), title: { nb: 'Mange vil ha hjelp', sv: 'Många vill' } },
    text: { nb: 'De vil ha noen å ringe {s1} .\n\n## Mer\n\nOg tid.' },
  })
  await aFinding(t.db, over, { slug: 'kladd', title: { nb: 'hemmelig funn' } })
  const summary = { nb: 'Tolv tok ordet.' }
  const meeting = await aMeeting(t.db, strategy, {
    ...{ slug: 'dialog', startsAt: daysFromNow(-3), summary, summaryAt: daysFromNow(-1.5) },
  })
  await aMeeting(t.db, strategy, { summary: { nb: 'hemmelig referat' } })
  await aMeeting(t.db, strategy, { publishedAt: null, title: { nb: 'hemmelig møte' } })
  return { strategy, open, over, finding, meeting }
}

test('a strategy’s feed tells what became public, the newest first, and nothing else', async () => {
  const { strategy } = await aToldStrategy()
  const { entries, feed, text } = await ofStrategy(strategy.slug)
  expect(entries.map(({ title }) => (typeof title === 'string' ? title : title?.value))).toEqual([
    'Runde 1 er åpen: Om &lt;mål&gt; &amp; &quot;midler&quot;',
    'Referat: Dialogmøte',
    'Hva vi hørte: Mange vil ha hjelp',
    'Runde 2 er avsluttet: Runde 2',
    'Lagt ut: Planen, Utkast 1',
    'Møte: Dialogmøte',
    'Møte: Dialogmøte',
    'Runde 2 er åpen: Runde 2',
  ])
  expect(text).not.toContain('hemmelig')
  expect(feed.updated).toBe(entries[0]?.updated)
  const found = JSON.stringify(entries[2])
  expect(found).toContain('<p>De vil ha noen å ringe.</p><p>Og tid.</p>')
  expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(
    `http://x/strategies/${strategy.slug}/feed.atom`,
  )
})

test('a feed in Swedish says its language, and marks what is in another', async () => {
  const { strategy } = await aToldStrategy()
  const { text, entries } = await ofStrategy(strategy.slug, '/sv')
  expect(text).toContain('xml:lang="sv"')
  const said = JSON.stringify(entries)
  expect(said).toContain('Vad vi hörde: Många vill')
  expect(said).toContain('Omgång 2 är avslutad: <span lang=\\"nb\\">Runde 2</span>')
  expect(said).toContain('<p lang=\\"nb\\">Tolv tok ordet.</p>')
  expect(entries[0]?.links?.[0]?.href).toBe(`http://x/sv/strategies/${strategy.slug}/rounds/en`)
  const named = `label="${strategy.title.nb}" term="${strategy.slug}"`
  expect(text.split(`<category xml:lang="nb" ${named}`).length - 1).toBe(entries.length)
  expect((await ofStrategy(strategy.slug)).text).toContain(`<category ${named}`)
})

test('a feed whose name is mostly in another language says which', async () => {
  const strategy = await aStrategy(t.db, { title: { nb: 'Digital kompetanse i barnehage og skole' } })
  const title = async (prefix: string) =>
    /<title[^<]*/.exec((await ofStrategy(strategy.slug, prefix)).text)?.[0]
  expect(await title('/sv')).toBe('<title xml:lang="nb">Digital kompetanse i barnehage og skole: det senaste')
  expect(await title('')).toBe('<title>Digital kompetanse i barnehage og skole: det siste')
})

test('ids are the same each time, another in each language, and whatever the site is called', async () => {
  const { strategy } = await aToldStrategy()
  const ids = async (prefix = '') => (await ofStrategy(strategy.slug, prefix)).entries.map(({ id }) => id)
  const first = await ids()
  expect(await ids()).toEqual(first)
  expect(new Set([...first, ...(await ids('/nn')), ...(await ids('/en'))]).size).toBe(first.length * 3)
  const elsewhere = await atom(
    await strategyFeed({
      request: new Request(`https://other.example/strategies/${strategy.slug}/feed.atom`),
      ...{ params: { strategy: strategy.slug }, context },
    }),
  )
  expect(elsewhere.entries.map(({ id }) => id)).toEqual(first)
  const all = await atom(await siteFeed({ request: new Request('http://x/feed.atom'), params: {}, context }))
  expect(all.entries.map(({ id }) => id)).toEqual(expect.arrayContaining(first))
})

test('a change is told by a later update of the same entry', async () => {
  const { strategy, open, finding } = await aToldStrategy()
  const lead = await aStaffMember(t.db, strategy, 'lead')
  const coming = await aMeeting(t.db, strategy, { slug: 'kommer', startsAt: daysFromNow(4) })
  const before = await ofStrategy(strategy.slug)
  await t.db.insert(roundRevisions).values({
    ...{ strategyId: strategy.id, roundId: open.id, number: 1, at: new Date(), data: {} },
  })
  await cancelMeeting(lead, coming.id, v7())
  await aResponse(t.db, finding, { publishedAt: new Date() })
  const after = await ofStrategy(strategy.slug)
  const at = (feed: typeof after, word: string) =>
    feed.entries.find(({ title, links }) => JSON.stringify([title, links]).includes(word))
  for (const word of ['/rounds/en"', 'Mange vil ha hjelp', '/meetings/kommer"']) {
    const [then, now] = [at(before, word), at(after, word)]
    expect([now?.id, now?.published], word).toEqual([then?.id, then?.published])
    expect(Date.parse(now?.updated ?? ''), word).toBeGreaterThan(Date.parse(then?.updated ?? ''))
  }
  expect(JSON.stringify(at(after, '/meetings/kommer"'))).toContain('Møtet er avlyst: Dialogmøte')
  expect(JSON.stringify(at(after, 'Mange vil'))).toContain('vurdering av funnet er publisert')
})

test('signs that XML does not know break no feed', async () => {
  const strategy = await aStrategy(t.db, { title: { nb: 'Bro\u0001tt ]]> & </feed>\ufffe' } })
  await aRound(t.db, { strategy, title: { nb: 'A\u000b]]>\u001fB' }, intro: { nb: 'C\uffff\u0008D 🎉' } })
  const { entries } = await ofStrategy(strategy.slug)
  expect(JSON.stringify(entries)).toContain('🎉')
})

test('an empty feed is a feed, one of nothing public is not there, and who has it gets no bytes', async () => {
  const strategy = await aStrategy(t.db)
  expect((await ofStrategy(strategy.slug)).entries).toEqual([])
  const draft = await aStrategy(t.db, { publishedAt: null })
  for (const slug of [draft.slug, 'finst-ikkje', '\u0000'])
    await expect(
      strategyFeed({ request: new Request('http://x/f'), params: { strategy: slug }, context }),
    ).rejects.toMatchObject({ status: 404 })
  const ask = (headers: Record<string, string> = {}) =>
    siteFeed({ request: new Request('http://x/feed.atom', { headers }), params: {}, context })
  const etag = (await ask()).headers.get('etag') ?? ''
  expect((await ask({ 'if-none-match': etag })).status).toBe(304)
  expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
})
