import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { elementId } from '#app/features/documents/paragraph.ts'
import { findPublishedDocument } from '#app/features/documents/published-document.server.ts'
import { drawPrintsApart, stopDrawingPrints } from '#app/features/exports/print-drawing.server.ts'
import { documentPrint, inputPrint, registerPrint } from '#app/features/exports/print-pages.server.ts'
import { drawPrint } from '#app/features/exports/print-pdf.server.ts'
import { printFile, printSize } from '#app/features/exports/prints.server.ts'
import { PublicVersion } from '#app/features/inputs/components/public-version.tsx'
import { maskVersion } from '#app/features/inputs/masking.server.ts'
import { findPublishedInput } from '#app/features/inputs/published.server.ts'
import { RegisterFacts } from '#app/features/strategies/components/register-facts.tsx'
import { findRound, findStrategy } from '#app/features/strategies/queries.server.ts'
import { catalogue } from '#app/messages/catalogue.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { type Locale, locales } from '#app/platform/locale.ts'
import { loader as documentPdf } from '#app/routes/public/document-pdf.ts'
import { loader as inputPdf } from '#app/routes/public/input-pdf.ts'
import { loader as registerPdf } from '#app/routes/public/register-pdf.ts'
import { inputs, prints, strategies } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion, type FactoryBlock } from '#tests/factories/documents.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { onPage, readByPlace, unspaced } from './printed.ts'
import { readTagged } from './tagged.ts'

const t = appDatabase()
const origin = 'https://innspill.example'
const reader = (locale: Locale = 'nb') => ({ locale, origin })
type Params = Record<string, string | undefined>
const asked = (params: Params, headers: Record<string, string> = {}, init: RequestInit = {}) => ({
  ...{ request: new Request('http://x/strategies/s', { headers, ...init }), params, context: {} as never },
})

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const statusOf = (failing: Promise<unknown>) =>
  failing.then(
    (answer) => (answer as Response).status,
    (thrown: Response) => thrown.status,
  )

const drawn = (locale: Locale, element: React.ReactElement) =>
  renderToStaticMarkup(
    createElement(IntlProvider, {
      ...{ locale, messages: catalogue[locale], timeZone: 'Europe/Oslo', children: element },
    }),
  )

/** A draft of so many paragraphs in chapters, with an ambition in each. */
async function aDraftOf(paragraphs: number, text: (number: number) => FactoryBlock & object) {
  const strategy = await aStrategy(t.db)
  const document = await aDocument(t.db, strategy, {
    slug: 'utkast',
    title: { nb: 'Digital skole', sv: 'Digital skola' },
  })
  const blocks = Array.from({ length: paragraphs }, (_, at): FactoryBlock[] => {
    const chapter: FactoryBlock[] = [
      { kind: 'heading', text: { nb: `Kapittel ${at}`, nn: `Kapittel ${at}` } },
      { kind: 'ambition', text: { nb: `Alle skal være med, ${at}.` } },
    ]
    return [...(at % 10 === 0 ? chapter : []), text(at)]
  }).flat()
  await aDocumentVersion(t.db, document, blocks)
  const page = await findPublishedDocument(strategy.slug, 'utkast', 1)
  if (!page) throw new Error('There is no such page')
  return { strategy, page, params: { strategy: strategy.slug, document: 'utkast', version: '1' } }
}

test('the file of a document says under each address what its page says there, over many sheets', async () => {
  const words = 'Guovdageaidnu, Kárášjohka, đ ŋ š ŧ ž; Malmö, Åbo; «barn & unge» <b>. '
  const text = (at: number) => ({
    kind: 'paragraph' as const,
    text: {
      nb: `${at}: ${words.repeat(4)}\n\nEt ledd til i ${at}.`,
      ...(at % 2 && { nn: `Nynorsk ${at}.` }),
    },
  })
  for (const [locale, paragraphs] of [...locales.map((one) => [one, 8] as const), ['nb', 150] as const]) {
    const { page } = await aDraftOf(paragraphs, text)
    const { print } = documentPrint({ page, years: [] }, reader(locale))
    const said = await readByPlace(await drawPrint(print))
    const { ambition } = catalogue[locale].public.document
    for (const { kind, anchor, text } of page.blocks) {
      const shown = (locale === 'nn' ? text.nn : undefined) ?? text.nb ?? ''
      const before = kind === 'ambition' ? ambition : anchor
      expect(unspaced(said.get(elementId(anchor)) ?? ''), `${locale} ${anchor}`).toBe(
        unspaced(before + shown),
      )
    }
  }
})

test('any words people write come out of the file as they stand on the page', async () => {
  const letters = fc.constantFrom(...'aæøåäöáčđŋšŧžéüÆØÅČĐŊŠŦŽ0123456789 .,;:?!–«»"\'&<>()/%§€'.split(''))
  const line = fc.array(letters, { minLength: 1, maxLength: 400 }).map((all) => all.join('').trim())
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        line.filter((text) => text !== ''),
        { minLength: 1, maxLength: 12 },
      ),
      async (texts) => {
        const blocks = texts.map((text, at) => ({ kind: 'text' as const, id: `a${at}`, spans: [{ text }] }))
        const print = {
          lang: 'nb' as const,
          title: 'x',
          blocks,
          contents: null,
          address: 'x',
          edition: '',
          sheet: '{page}',
        }
        const said = await readByPlace(await drawPrint(print))
        texts.forEach((text, at) => {
          expect(unspaced(said.get(`a${at}`) ?? '')).toBe(unspaced(text))
        })
      },
    ),
    { numRuns: 15 },
  )
})

test('a sign that our letters do not have is a box that says what it stands for; a word without an end is broken', async () => {
  const of = (text: string) => {
    const blocks = [{ kind: 'text' as const, id: 'a', spans: [{ text }] }]
    return drawPrint({
      ...{ lang: 'nb', title: 'x', blocks, contents: null },
      address: 'x',
      edition: '',
      sheet: '{page}',
    })
  }
  const signs = await of('Hei 👍 og 日本, \u202esnudd\u00ad')
  expect((await readByPlace(signs)).get('a')?.trim()).toBe('Hei □ og □□, snudd')
  // As PDF writes what it holds that is not ASCII: the two signs in UTF-16.
  expect(signs.includes(Buffer.from([0xfe, 0xff, 0x65, 0xe5, 0x67, 0x2c]))).toBe(true)
  const endless = 'a'.repeat(100_000)
  expect(unspaced((await readByPlace(await of(endless))).get('a') ?? '').replaceAll('\u200b', '')).toBe(
    endless,
  )
})

test('a file is tagged, has title, language, bookmarks and chapters, and says on every sheet where it is from', async () => {
  const { page, params } = await aDraftOf(80, (at) => ({
    kind: 'paragraph',
    text: { nb: `Avsnitt ${at}. ${'Skolene trenger ro til å bli ferdige. '.repeat(9)}` },
  }))
  const { print } = documentPrint({ page, years: [] }, reader('sv'))
  const bytes = await drawPrint(print)
  const { elements, artifacts, pages, outline, title } = await readTagged(bytes)
  expect(title).toBe('Digital skola, Utkast 1')
  expect(elements.filter(({ role }) => role === 'H1').map(({ text }) => text)).toEqual(['Digital skola'])
  expect(outline?.[0]?.title).toBe('1 Kapittel 0')
  const raw = bytes.toString('latin1')
  expect(raw).toContain('/Lang (sv)')
  // What is not Swedish says so, as on the page.
  expect(raw.match(/\/Lang \(nb\)/g)?.length).toBeGreaterThan(80)
  const address = `${origin}/sv/strategies/${params.strategy}/documents/utkast/1`
  const foot = artifacts.find(({ page: sheet }) => sheet === 2)?.text
  expect(unspaced(foot ?? '')).toBe(unspaced(`${address} Utkast 1 · Sida 2 av ${pages}`))
})

/** A published input with an answer of words, a choice and a step of a scale. */
async function aPublishedInput(text = 'Vi i Tindås vil ha en fast kontaktperson.') {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy, inputsShown: 'as-checked' })
  const [first, chosen, scaled] = await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db, { name: 'Tindås kommune' })
  const sent = await aSubmittedInput(t.db, round, organisation, {
    [first?.id ?? '']: text,
    [chosen?.id ?? '']: { kind: 'single-choice', choice: 'yes' },
    [scaled?.id ?? '']: { kind: 'scale', value: 'no-opinion' },
  })
  const editor = await aStaffMember(t.db, strategy, 'editor')
  await publish(t.db, sent, editor.personId)
  const shown = await findRound(strategy.slug, round.slug)
  const input = shown && (await findPublishedInput(shown, sent.input.id, new Date()))
  if (!shown || !input) throw new Error('There is no such page')
  const params = { strategy: strategy.slug, round: round.slug, input: sent.input.id }
  return { ...sent, strategy, round: shown, editor, params, shown: { input, county: null, round: shown } }
}

test('the file of an input says under each question what its page says there', async () => {
  const { shown } = await aPublishedInput()
  for (const locale of locales) {
    const said = await readByPlace(await drawPrint(inputPrint(shown, reader(locale)).print))
    const html = drawn(locale, createElement(PublicVersion, { version: shown.input.versions[0] as never }))
    const ids = [...html.matchAll(/id="(svar-[\d-]+)"/g)].map(([, id]) => id ?? '')
    expect(ids).toHaveLength(3)
    for (const id of ids) expect(unspaced(said.get(id) ?? ''), id).toBe(unspaced(onPage(html, id)))
  }
})

test('the file of the register says what its page says, but not on which day it is read', async () => {
  const { slug } = await aStrategy(t.db, {
    ...{ projectNumber: 'OKM071:00/2021', caseNumber: 'VN/24284/2021', status: 'ended' },
    ...{ mandateFrom: '2021-10-13', mandateTo: '2022-09-30', goals: { sv: 'Mål på svenska.' } },
  })
  const strategy = await findStrategy(slug)
  if (!strategy) throw new Error('There is no such strategy')
  const today = '2026-11-23'
  const of = (locale: Locale) => registerPrint({ strategy, today }, reader(locale)).print
  const said = unspaced([...(await readByPlace(await drawPrint(of('sv')))).values()].join(' '))
  const facts = { strategy, today, address: `${origin}/sv/strategies/${slug}`, now: null }
  const html = drawn('sv', createElement(RegisterFacts, facts))
  for (const [, description] of html.matchAll(/<dd>(.*?)<\/dd>/gs))
    expect(said).toContain(unspaced(onPage(`<dd id="x">${description}</dd>`, 'x')))
  expect(said).toContain('13.10.2021–30.9.2022')
  expect(JSON.stringify(of('nb'))).toContain('"lang":"sv"')
})

test('masked words are gone from the file at once, and nowhere kept', async () => {
  const { params, version, editor, answers } = await aPublishedInput()
  await prepareQueue()
  const fetch = async () => bytesOf(await inputPdf(asked(params)))
  const text = async (bytes: Buffer) => [...(await readByPlace(bytes)).values()].join(' ')
  const before = await fetch()
  expect(await text(before)).toContain('Tindås vil ha')
  expect((await fetch()).equals(before)).toBe(true)
  const [answer] = answers.filter(({ canonicalText }) => canonicalText)
  const startCp = [...(answer?.canonicalText ?? '')].join('').indexOf('kontaktperson')
  const ranges = [{ answerId: answer?.id ?? '', startCp, endCp: startCp + 'kontaktperson'.length }]
  const masking = { ranges, legalBasis: 'personal-matters', reason: 'Prøve' }
  expect(await maskVersion(editor, version.id, masking as never, v7())).not.toHaveProperty('refusal')
  const after = await fetch()
  expect(await text(after)).not.toContain('kontaktperson')
  expect(await text(after)).toContain('Tindås vil ha')
  const kept = await t.db.select().from(prints).where(eq(prints.lang, 'nb'))
  expect(kept.filter(({ page }) => page.endsWith(params.input)).map(({ size }) => size)).toEqual([
    after.length,
  ])
})

test('what is withdrawn is gone, and what is not public is not there', async () => {
  const { params, input, strategy } = await aPublishedInput()
  expect(await statusOf(inputPdf(asked(params)))).toBe(200)
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await statusOf(inputPdf(asked(params)))).toBe(410)
  expect(await statusOf(inputPdf(asked({ ...params, input: v7() })))).toBe(404)
  expect(await statusOf(registerPdf(asked(params)))).toBe(200)
  await t.db
    .update(strategies)
    .set({ publishedAt: null })
    .where(inArray(strategies.id, [strategy.id]))
  expect(await statusOf(registerPdf(asked(params)))).toBe(404)
  const { params: draft } = await aDraftOf(1, () => ({ kind: 'paragraph', text: { nb: 'Ett.' } }))
  for (const version of ['2', '02', '0', '1e1', '999999', 'x'])
    expect(await statusOf(documentPdf(asked({ ...draft, version }))), version).toBe(404)
})

test('a file is handed out whole, in part, only its head, or not again', async () => {
  const { params } = await aDraftOf(1, () => ({ kind: 'paragraph', text: { nb: 'Ett.' } }))
  const whole = await documentPdf(asked(params))
  const [bytes, etag] = [await bytesOf(whole), whole.headers.get('etag') ?? '']
  expect(whole.headers.get('content-type')).toBe('application/pdf')
  expect(whole.headers.get('content-length')).toBe(String(bytes.length))
  expect(whole.headers.get('content-disposition')).toContain('filename="Digital skole, Utkast 1.pdf"')
  expect(whole.headers.get('cache-control')).toBe('no-cache')
  expect((await documentPdf(asked(params, { 'If-None-Match': etag }))).status).toBe(304)
  const part = await documentPdf(asked(params, { Range: 'bytes=5-9' }))
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5-9/${bytes.length}`])
  expect((await bytesOf(part)).equals(bytes.subarray(5, 10))).toBe(true)
  expect((await documentPdf(asked(params, { Range: 'bytes=999999999-' }))).status).toBe(416)
  const head = await documentPdf(asked(params, {}, { method: 'HEAD' }))
  expect([head.status, (await bytesOf(head)).length]).toEqual([200, 0])
})

test('files drawn at the same time are drawn once', async () => {
  const { page } = await aDraftOf(2, () => ({ kind: 'paragraph', text: { nb: 'To.' } }))
  const offered = documentPrint({ page, years: [] }, reader())
  const [one, other] = await Promise.all([printFile(offered), printFile(offered)])
  expect(one.bytes.equals(other.bytes)).toBe(true)
})

// Last: from then on this process lets another draw.
test('a page says the exact size of its file, which another process draws; without one it makes nobody wait', async () => {
  const { page } = await aDraftOf(3, () => ({ kind: 'paragraph', text: { nb: 'Tre.' } }))
  const offered = documentPrint({ page, years: [] }, reader())
  expect(await printSize(offered)).toEqual({ size: null, settled: true })
  drawPrintsApart()
  const broken = { ...offered, page: '/x', print: { ...offered.print, blocks: [{ kind: 'items' }] as never } }
  const [drawn, failed] = await Promise.allSettled([printFile(offered), printFile(broken)])
  expect(failed).toMatchObject({ status: 'rejected' })
  const { size } = drawn.status === 'fulfilled' ? drawn.value : { size: 0 }
  expect(size).toBeGreaterThan(10_000)
  expect(await printSize(offered)).toEqual({ size, settled: true })
  // What cannot be drawn is not tried again for each reader.
  expect(await printSize(broken)).toEqual({ size: null, settled: true })
  stopDrawingPrints()
})
