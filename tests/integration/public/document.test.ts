import { eq } from 'drizzle-orm'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, test } from 'vitest'
import { AboutAdoption, AboutDocument } from '#app/features/documents/components/about-document.tsx'
import { DocumentHead } from '#app/features/documents/components/document-head.tsx'
import { DocumentReader } from '#app/features/documents/components/document-reader.tsx'
import { Measures } from '#app/features/documents/components/measures.tsx'
import { SubPlans } from '#app/features/documents/components/sub-plans.tsx'
import { findPublishedDocument } from '#app/features/documents/published-document.server.ts'
import { findDocumentVersion } from '#app/features/documents/queries.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { catalogue } from '#app/messages/catalogue.ts'
import { expectedDocuments, measureStatuses, measures, strategies } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion, type FactoryBlock } from '#tests/factories/documents.ts'
import { only } from '#tests/factories/people.ts'
import { aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { adopt, aPlan } from '../documents/plans.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

async function aDocumentInThreeVersions() {
  const strategy = await aStrategy(t.db)
  const document = await aDocument(t.db, strategy, { slug: 'utkast' })
  const blocks = (number: number): FactoryBlock[] => [
    { kind: 'heading', text: { nb: 'Om barn', nn: 'Om born' } },
    { kind: 'paragraph', text: { nb: `Avsnitt i ${number}.` } },
  ]
  await aDocumentVersion(t.db, document, blocks(1), { number: 1, publishedAt: daysFromNow(-9) })
  await aDocumentVersion(t.db, document, blocks(2), { number: 2, publishedAt: daysFromNow(-2) })
  await aDocumentVersion(t.db, document, blocks(3), { number: 3, publishedAt: null })
  return strategy
}

function drawn(locale: 'nb' | 'nn', ...elements: ReactElement[]) {
  const provider = { locale, messages: catalogue[locale], timeZone: 'Europe/Oslo' }
  return renderToStaticMarkup(
    createElement(IntlProvider, provider as Parameters<typeof IntlProvider>[0], ...elements),
  )
}

/** The page of a document without its text, as it is drawn in bokmål, with plain spaces and no marks. */
async function pageOf(strategy: { slug: string }, document: { slug: string }, years: number[] = []) {
  const page = await findPublishedDocument(strategy.slug, document.slug, null)
  if (!page) throw new Error('There is no such page')
  const { measures } = page
  const html = drawn(
    'nb',
    createElement(DocumentHead, { key: 'head', page }),
    createElement(Measures, { key: 'measures', measures, years }),
    createElement(SubPlans, { key: 'plans', page }),
    createElement(AboutAdoption, { key: 'adoption', page }),
    createElement(AboutDocument, { key: 'about', page }),
  )
  return {
    html,
    text: html
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  }
}

test('without a version the latest published is read, and what is not published cannot be', async () => {
  const { slug, id } = await aDocumentInThreeVersions()
  expect(await findDocumentVersion(slug, 'utkast', null)).toMatchObject({
    version: { number: 2 },
    versions: [{ number: 2 }, { number: 1 }],
  })
  expect(await findDocumentVersion(slug, 'utkast', 1)).toMatchObject({ version: { number: 1 } })
  expect(await findDocumentVersion(slug, 'utkast', 3)).toBe(null)
  await t.db.update(strategies).set({ publishedAt: null }).where(eq(strategies.id, id))
  expect(await findDocumentVersion(slug, 'utkast', null)).toBe(null)
})

test('text that is missing in the reader’s language is shown in another, marked and said', async () => {
  const found = await findDocumentVersion((await aDocumentInThreeVersions()).slug, 'utkast', 2)
  const blocks = found?.blocks ?? []
  const read = (locale: 'nb' | 'nn') =>
    drawn(
      locale,
      createElement(FallbackNote, { key: 'note', texts: blocks.map(({ text }) => text) }),
      createElement(DocumentReader, {
        ...{ key: 'text', blocks, path: '/strategies/s/documents/utkast/2', origin: 'https://i.example' },
      }),
    )
  expect(read('nn')).toContain('Delar av teksten finst ikkje på nynorsk. Dei står på bokmål.')
  const note = (...texts: object[]) => drawn('nn', createElement(FallbackNote, { key: 'note', texts }))
  expect(note({ nb: 'Bare slik.' }, {})).toContain(
    'Denne teksten finst ikkje på nynorsk. Han står på bokmål.',
  )
  expect(note({ nb: 'Ein.' }, { sv: 'Två.' })).toContain('Han står på eit anna språk.')
  expect(read('nn')).toMatch(/lang="nb"><p>Avsnitt i 2/)
  expect(read('nn')).toMatch(/<h2 class="in-h2" id="avsnitt-1">1 Om born/)
  expect(read('nb')).not.toContain('lang=')
  expect(read('nb')).toContain('href="/strategies/s/documents/utkast/2#avsnitt-1.1"')
  expect(read('nb')).toContain('<code>https://i.example/strategies/s/documents/utkast/2#avsnitt-1.1</code>')
})

test('an adopted plan says who adopted it and when, in which case, with whom, and the hash of the text', async () => {
  const { strategy, editor, document, version } = await aPlan(t.db, {
    ...{ subtitle: { nb: 'Alle leser' }, owner: { nb: 'Skoleenheten' }, contact: 'plan@example.test' },
    ...{ periodFrom: 2023, periodTo: 2026 },
  })
  expect((await pageOf(strategy, document)).text).toContain('Ikke vedtatt')
  const { contentHash } = await adopt(editor, version)
  const { text, html } = await pageOf(strategy, document)
  for (const said of [
    ...['Plan Vedtatt Vedtatt plan', 'Alle leser', 'Gjelder 2023–2026. Eier: Skoleenheten .'],
    ...['Vedtatt av utdanningsdirektøren 6. mars 2023. Sak 23/114.', 'I samråd med ledergruppen'],
    ...['(leder etter fullmakt)', `Kontrollsum ${contentHash}`],
  ])
    expect(text).toContain(said)
  expect(html).toContain('href="mailto:plan@example.test"')
})

test('the sub-plans that are missing are named against how many there shall be; one that is not published is missing', async () => {
  const { strategy, document } = await aPlan(t.db)
  const subPlan = async (nb: string, publishedAt: Date | null) => {
    const own = await aDocument(t.db, strategy, { kind: 'sub-plan', title: { nb }, parentId: document.id })
    await aDocumentVersion(t.db, own, ['Tekst.'], { publishedAt })
    return own.id
  }
  const present = [await subPlan('Plan A', daysFromNow(-1)), await subPlan('Hemmelig plan B', null), null]
  await t.db.insert(expectedDocuments).values(
    present.map((presentId, at) => ({
      ...{ strategyId: strategy.id, documentId: document.id, position: at, presentId },
      title: { nb: `Plan ${'ABC'[at]}` },
    })),
  )
  await subPlan('Plan X', daysFromNow(-1))
  const { text } = await pageOf(strategy, document)
  expect(text).toContain('1 av 3 underplaner er på plass.')
  expect(text).toMatch(/2 mangler Plan B Plan C 1 er på plass Plan A Andre underplaner Plan X/)
  expect(text).not.toContain('Hemmelig')
})

test('a sub-plan leads up to its plan and its strategy, and to nothing that is not published', async () => {
  const { strategy, document } = await aPlan(t.db)
  const hidden = await aDocument(t.db, strategy, { title: { nb: 'Hemmelig ledd' }, parentId: document.id })
  const own = await aDocument(t.db, strategy, { title: { nb: 'Delplan' }, parentId: document.id })
  const under = await aDocument(t.db, strategy, { title: { nb: 'Under' }, parentId: hidden.id })
  for (const one of [own, under]) await aDocumentVersion(t.db, one, ['Tekst.'])
  const { text, html } = await pageOf(strategy, own)
  expect(text).toContain('Plan for leseløftet')
  expect(html).toContain(`href="/strategies/${strategy.slug}/documents/${document.slug}"`)
  expect((await pageOf(strategy, under)).text).not.toMatch(/Hemmelig|leseløftet/)
})

test('measures are shown by year with what nobody has reported, what they serve, and what is set aside', async () => {
  const { strategy, document } = await aPlan(t.db)
  const place = { strategyId: strategy.id, documentId: document.id }
  const row = (code: string, kind: string, goal: string, position: number) => ({
    ...{ ...place, code, kind, position, title: { nb: `Navn ${code}` }, goal: { nb: goal } },
  })
  const own = await t.db
    .insert(measures)
    .values([
      row('M1', 'mission', 'Alle leser', 1),
      row('T1', 'measure', 'Bidrar til M1. Se https://rapport.example/1', 2),
      row('T2', 'measure', 'Noe annet', 3),
      row('N1', 'set-aside', 'For dyrt', 4),
    ])
    .returning()
  const measureId = only(own.filter(({ code }) => code === 'T1')).id
  await t.db.insert(measureStatuses).values({ measureId, year: 2024, status: 'done', at: new Date() })
  const { text, html } = await pageOf(strategy, document, [2024, 2025])
  expect(text).toMatch(/M1 Navn M1 Alle leser T1 Ferdig/)
  expect(text).toMatch(/T1 Navn T1 Ferdig ikke rapportert T2 Navn T2 ikke rapportert ikke rapportert/)
  expect(text).toContain('Rapportert 1 av 2 0 av 2')
  expect(text).toMatch(/Dette prioriterer vi ikke .* N1 Navn N1 For dyrt/)
  expect(html).toContain('<a href="#tiltak-M1">M1</a>')
  expect(html).toMatch(/<a href="https:\/\/rapport.example\/1"[^>]*>https:\/\/rapport.example\/1<\/a>/)
})
