import { eq } from 'drizzle-orm'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { loader as robots } from '#app/routes/public/robots.ts'
import { loader as partLoader } from '#app/routes/public/sitemap.ts'
import { loader as indexLoader } from '#app/routes/public/sitemap-index.ts'
import { inputs, inputWithholdings } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aFinding } from '#tests/factories/findings.ts'
import { aPersonalInput, aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { aMeeting } from '#tests/factories/meetings.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

const context = {} as never
const ask = (part: string, headers: Record<string, string> = {}) =>
  partLoader({
    request: new Request(`http://x/sitemap/${part}`, { headers }),
    ...{ params: { part }, context },
  })

type Address = { loc: string; lastmod: string; others: Record<string, string> }

/** A sitemap read by a parser that forgives nothing. */
async function read(answer: Response): Promise<Address[]> {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
  const found: Address[] = []
  let words = ''
  const xml = new SaxesParser({ xmlns: true })
  xml.on('error', (error) => {
    throw error
  })
  xml.on('text', (text) => {
    words = text
  })
  xml.on('opentag', ({ name, attributes }) => {
    if (name === 'url' || name === 'sitemap') found.push({ loc: '', lastmod: '', others: {} })
    const others = found.at(-1)?.others
    if (name === 'xhtml:link' && others)
      others[attributes.hreflang?.value ?? ''] = attributes.href?.value ?? ''
  })
  xml.on('closetag', ({ name }) => {
    const last = found.at(-1)
    if (last && (name === 'loc' || name === 'lastmod')) last[name] = words
  })
  xml.write(await answer.text()).close()
  return found
}

test('the sitemap has what anyone may read, in every language, and no name that has aged out', async () => {
  const strategy = await aStrategy(t.db, { slug: 'skolen' })
  const closed = await aStrategy(t.db, { slug: 'hemmelig-strategi', publishedAt: null })
  const round = await aRound(t.db, { strategy, slug: 'en' })
  const later = await aRound(t.db, { strategy, slug: 'to', inputsShown: 'after-closing' })
  await aRound(t.db, { strategy, slug: 'hemmelig-runde', publishedAt: null })
  await aRound(t.db, { strategy: closed, slug: 'i-det-lukkede' })
  const document = await aDocument(t.db, strategy, { slug: 'plan' })
  const publishedAt = new Date('2026-05-01T10:00:00Z')
  await aDocumentVersion(t.db, document, ['Ett.'], { publishedAt })
  await aDocumentVersion(t.db, document, ['To.'], { publishedAt: null })
  await aMeeting(t.db, strategy, { slug: 'dialog' })
  await aMeeting(t.db, strategy, { slug: 'hemmelig-mote', publishedAt: null })
  await aFinding(t.db, round, { slug: 'hjelp', publishedAt: new Date() })
  await aFinding(t.db, round, { slug: 'hemmelig-funn' })
  const [question] = await aQuestionnaire(t.db, round)
  const said = { [question?.id ?? '']: 'Ja.' }
  const editor = await aPerson(t.db)
  const of = async (at: typeof round, own = {}) => {
    const sent = await aSubmittedInput(t.db, at, await anOrganisation(t.db), said, own)
    await publish(t.db, sent, editor.id)
    return sent
  }
  const open = await of(round, { submittedAt: daysFromNow(-900) })
  const fresh = await aPersonalInput(t.db, round, editor, said, { submittedAt: daysFromNow(-30) })
  const aged = await aPersonalInput(t.db, round, await aPerson(t.db), said, {
    submittedAt: daysFromNow(-370),
  })
  const unseen = await of(later)
  const back = await of(round)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, back.input.id))
  const withheld = await of(round)
  await t.db.insert(inputWithholdings).values({
    ...{ strategyId: strategy.id, inputId: withheld.input.id, versionId: withheld.version.id },
    ...{ legalBasis: 'offl-13', reason: 'x', withheldAt: new Date(), withheldBy: editor.id },
  })
  const unpublished = await aSubmittedInput(t.db, round, await anOrganisation(t.db), said)

  const request = new Request('http://x/sitemap.xml')
  expect((await read(await indexLoader({ request, params: {}, context }))).map(({ loc }) => loc)).toEqual([
    'http://x/sitemap/1',
  ])
  const addresses = await read(await ask('1'))
  const bokmal = addresses.map(({ loc }) => loc).filter((loc) => !/^http:\/\/x\/(nn|en|sv)(\/|$)/.test(loc))
  const base = 'http://x/strategies/skolen'
  expect(bokmal).toEqual([
    ...['http://x/', 'http://x/accessibility', 'http://x/open-data'],
    ...[base, `${base}/history`, `${base}/heard`, `${base}/meetings`],
    ...['en', 'to'].flatMap((slug) =>
      ['', '/inputs', '/invited', '/findings', '/coverage'].map((rest) => `${base}/rounds/${slug}${rest}`),
    ),
    ...[`${base}/documents/plan/1`, `${base}/meetings/dialog`, `${base}/rounds/en/findings/hjelp`],
    ...[open.input.id, fresh.input.id].map((id) => `${base}/rounds/en/inputs/${id}`),
  ])
  expect(addresses.length).toBe(bokmal.length * 4)
  const plan = addresses.find(({ loc }) => loc === `http://x/sv/strategies/skolen/documents/plan/1`)
  expect(plan).toEqual({
    ...{ loc: `http://x/sv/strategies/skolen/documents/plan/1`, lastmod: '2026-05-01T10:00:00.000Z' },
    others: {
      nb: `${base}/documents/plan/1`,
      nn: 'http://x/nn/strategies/skolen/documents/plan/1',
      en: 'http://x/en/strategies/skolen/documents/plan/1',
      sv: 'http://x/sv/strategies/skolen/documents/plan/1',
    },
  })
  const all = addresses.map(({ loc }) => loc).join(' ')
  for (const { input } of [aged, unseen, back, withheld, unpublished]) expect(all).not.toContain(input.id)
  expect(all).not.toContain('hemmelig')
})

test('a part that is not there is not there, and who has one gets no bytes', async () => {
  for (const part of ['0', '2', '99999', '100000', '-1', '1.0', 'x', '', '\u0000'])
    await expect(ask(part), part).rejects.toMatchObject({ status: 404 })
  const etag = (await ask('1')).headers.get('etag') ?? ''
  expect((await ask('1', { 'if-none-match': etag })).status).toBe(304)
})

test('thousands of inputs are in parts, each once', async () => {
  const round = await aRound(t.db)
  const editor = await aPerson(t.db)
  const many = 1_200
  await t.sql`insert into people (id, name, email) select gen_random_uuid(), 'P', 'p' || n || '@example.test'
    from generate_series(1, ${many}) n`
  await t.sql`insert into inputs (id, strategy_id, round_id, person_id, naming, created_at)
    select gen_random_uuid(), ${round.strategyId}, ${round.id}, p.id, 'hidden', now() from people p where p.name = 'P'`
  await t.sql`insert into input_versions (id, strategy_id, round_id, input_id, number, kind, sender_name, sender_kind, lang,
      submitted_at, deadline_at, receipt_sequence, receipt_number, content_hash, idempotency_key)
    select gen_random_uuid(), strategy_id, round_id, id, 1, 'administrative', 'x', 'person', 'nb', now(), now(),
      900000 + row_number() over (), 'R-' || row_number() over (), 'x', 'x' from inputs where round_id = ${round.id}`
  await t.sql`insert into input_publications (version_id, strategy_id, input_id, published_at, published_by)
    select id, strategy_id, input_id, now(), ${editor.id} from input_versions where round_id = ${round.id}`
  const request = new Request('http://x/sitemap.xml')
  const parts = await read(await indexLoader({ request, params: {}, context }))
  expect(parts.length).toBeGreaterThanOrEqual(3)
  const all: string[] = []
  for (const at of parts.keys()) all.push(...(await read(await ask(String(at + 1)))).map(({ loc }) => loc))
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((loc) => loc.includes(`/rounds/${round.slug}/inputs/`)).length).toBe(many * 4)
})

test('robots are told what to leave alone, and where the sitemap is', async () => {
  const answer = robots({ request: new Request('http://x/robots.txt'), params: {}, context })
  const lines = (await answer.text()).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining(['User-agent: *', 'Disallow: /workbench', 'Disallow: /sv/search']),
  )
  expect(lines.at(-2)).toBe('Sitemap: http://x/sitemap.xml')
})
