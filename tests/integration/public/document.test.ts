import { eq } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, test } from 'vitest'
import { DocumentReader } from '#app/features/documents/components/document-reader.tsx'
import { findDocumentVersion } from '#app/features/documents/queries.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { catalogue } from '#app/messages/catalogue.ts'
import { strategies } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion, type FactoryBlock } from '#tests/factories/documents.ts'
import { aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
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
  const version = await findDocumentVersion((await aDocumentInThreeVersions()).slug, 'utkast', 2)
  const blocks = version?.blocks ?? []
  const drawn = (locale: 'nb' | 'nn') =>
    renderToStaticMarkup(
      createElement(
        IntlProvider,
        { locale, messages: catalogue[locale], timeZone: 'Europe/Oslo' } as Parameters<
          typeof IntlProvider
        >[0],
        createElement(FallbackNote, { texts: blocks.map(({ text }) => text) }),
        createElement(DocumentReader, { blocks, path: '/strategies/s/documents/utkast/2' }),
      ),
    )
  expect(drawn('nn')).toContain('Denne teksten finst berre på bokmål.')
  expect(drawn('nn')).toMatch(/lang="nb"><p>Avsnitt i 2/)
  expect(drawn('nn')).toMatch(/<h2 class="in-h2" id="avsnitt-1">1 Om born/)
  expect(drawn('nb')).not.toContain('lang=')
  expect(drawn('nb')).toContain('href="/strategies/s/documents/utkast/2#avsnitt-1.1"')
})
