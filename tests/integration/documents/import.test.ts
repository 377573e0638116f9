import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reading } from '#app/features/documents/docx.server.ts'
import { readDocx } from '#app/features/documents/docx.server.ts'
import {
  discardImport,
  findImport,
  storeImport,
  takeImport,
  whereImportCanGo,
} from '#app/features/documents/imports.server.ts'
import { publishDocumentVersion, textSeen } from '#app/features/documents/publication.server.ts'
import { findDocumentVersion } from '#app/features/documents/queries.server.ts'
import { listBlocks } from '#app/features/documents/work.server.ts'
import { changeText } from '#app/features/documents/writing.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { documentImports, documentVersions } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aDocx, aLongDraft, type DocxParagraph } from '#tests/factories/docx.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

const readingOf = async (paragraphs: readonly DocxParagraph[]): Promise<Reading> =>
  made(await readDocx(aDocx(paragraphs)))

async function aPlace() {
  const strategy = await aStrategy(t.db)
  const document = await aDocument(t.db, strategy, { kind: 'draft' })
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const upload = async (paragraphs: readonly DocxParagraph[], lang: 'nb' | 'nn' = 'nb') => {
    const reading = await readingOf(paragraphs)
    const form = { key: v7(), lang, fileName: 'utkast.docx', reading }
    return made(await storeImport(editor, document.id, form)).importId
  }
  const seenNow = async (importId: string) => {
    const { blocks } = made(await findImport(document.id, importId))
    return whereImportCanGo(document.id, blocks)
  }
  const take = async (importId: string, how: 'new' | 'replace' | 'fill', key = v7(), seen?: string) =>
    takeImport(editor, document.id, importId, {
      ...{ act: 'take', key, how },
      seen: seen ?? (await seenNow(importId)).seen,
    })
  return { strategy, document, editor, upload, take, seenNow }
}

test('a draft of 150 paragraphs is imported in both written forms, taken in, changed and published', async () => {
  const { strategy, document, editor, upload, take } = await aPlace()
  const importId = await upload(aLongDraft(150))
  expect(await t.db.$count(documentVersions, eq(documentVersions.documentId, document.id))).toBe(0)
  const { versionId } = made(await take(importId, 'new'))
  made(await take(await upload(aLongDraft(150, 'nn'), 'nn'), 'fill'))
  const blocks = await listBlocks(versionId)
  expect(blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(151)
  expect(blocks.every(({ text }) => text.nb && text.nn)).toBe(true)
  const last = blocks.find(({ anchor }) => anchor === '15.10')
  expect(last?.text.nn).toMatch(/^Avsnitt 150: Barn og unge skal møte ein/)
  made(
    await changeText(editor, document.id, versionId, {
      ...{ act: 'edit', key: v7(), block: last?.id ?? '', revision: last?.revision ?? 0 },
      ...{ kind: 'paragraph', nb: 'Sist.', nn: 'Sist.' },
    }),
  )
  const seen = textSeen(await listBlocks(versionId))
  made(await publishDocumentVersion(editor, document.id, versionId, { key: v7(), seen }))
  const shown = await findDocumentVersion(strategy.slug, document.slug, null)
  expect(shown?.blocks).toHaveLength(blocks.length)
  expect(shown?.blocks.at(-1)).toMatchObject({ anchor: '15.10', text: { nb: 'Sist.', nn: 'Sist.' } })
})

test('an import is taken in once, however often it is asked for', async () => {
  const { document, upload, take, seenNow } = await aPlace()
  const importId = await upload(['En.', 'To.'])
  const { seen } = await seenNow(importId)
  const key = v7()
  const outcomes = await Promise.all([
    take(importId, 'new', key, seen),
    take(importId, 'new', key, seen),
    take(importId, 'new', v7(), seen),
  ])
  expect(outcomes.filter(isRefusal)).toEqual([{ refusal: 'import-used' }])
  const versions = await t.db
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.documentId, document.id))
  expect(versions).toHaveLength(1)
  expect(await listBlocks(versions[0]?.id ?? '')).toHaveLength(2)
})

test('the same upload sent twice is stored once', async () => {
  const { document, editor } = await aPlace()
  const form = { key: v7(), lang: 'nb' as const, fileName: 'a.docx', reading: await readingOf(['En.']) }
  const twice = await Promise.all([
    storeImport(editor, document.id, form),
    storeImport(editor, document.id, form),
  ])
  expect(made(twice[0])).toEqual(made(twice[1]))
  expect(await t.db.$count(documentImports, eq(documentImports.documentId, document.id))).toBe(1)
})

test('a second written form that does not have the same blocks is refused, with the first place it differs', async () => {
  const { upload, take, seenNow } = await aPlace()
  const { versionId } = made(await take(await upload(['En.', 'To.', 'Tre.']), 'new'))
  const importId = await upload(['Ein.', { style: 'Overskrift2', text: 'To' }, 'Tre.'], 'nn')
  expect(await seenNow(importId)).toMatchObject({
    writing: { number: 1, blocks: 3 },
    parting: { at: 2, inFile: 'subheading', inVersion: 'paragraph', words: 'To' },
  })
  expect(await take(importId, 'fill')).toEqual({ refusal: 'forms-differ', at: 2 })
  expect((await listBlocks(versionId)).every(({ text }) => !text.nn)).toBe(true)
  const longer = await upload(['Ein.', 'To.', 'Tre.', 'Fire.'], 'nn')
  expect(await take(longer, 'fill')).toEqual({ refusal: 'forms-differ', at: 4 })
})

test('the text of the version is replaced only as it was seen', async () => {
  const { document, editor, upload, take, seenNow } = await aPlace()
  const { versionId } = made(await take(await upload(['En.']), 'new'))
  const importId = await upload(['Helt ny.', 'Og mer.'])
  const { seen } = await seenNow(importId)
  const insert = { act: 'insert' as const, key: v7(), after: 'start' as const, nb: 'Skrevet nå.', nn: '' }
  made(await changeText(editor, document.id, versionId, insert))
  expect(await take(importId, 'replace', v7(), seen)).toEqual({ refusal: 'written-meanwhile' })
  expect(await take(importId, 'new')).toEqual({ refusal: 'written-meanwhile' })
  made(await take(importId, 'replace'))
  expect((await listBlocks(versionId)).map(({ text }) => text.nb)).toEqual(['Helt ny.', 'Og mer.'])
})

test('after a published version an import becomes the next one, and the published one stands', async () => {
  const { document, upload, take } = await aPlace()
  const published = await aDocumentVersion(t.db, document, ['Slik var det.'])
  const { versionId } = made(await take(await upload(['Slik blir det.']), 'new'))
  expect((await listBlocks(published.id)).map(({ text }) => text.nb)).toEqual(['Slik var det.'])
  const [made2] = await t.db.select().from(documentVersions).where(eq(documentVersions.id, versionId))
  expect(made2).toMatchObject({ number: 2, publishedAt: null })
})

test('what is thrown away is not taken in, and what is taken in is not thrown away', async () => {
  const { document, editor, upload, take } = await aPlace()
  const [thrown, taken] = [await upload(['En.']), await upload(['To.'])]
  const key = v7()
  made(await discardImport(editor, document.id, thrown, key))
  made(await discardImport(editor, document.id, thrown, key))
  expect(await take(thrown, 'new')).toEqual({ refusal: 'import-discarded' })
  made(await take(taken, 'new'))
  expect(await discardImport(editor, document.id, taken, v7())).toEqual({ refusal: 'import-used' })
})

test('analysts and strangers neither store nor take in, and an import belongs to one document', async () => {
  const { strategy, document, editor, upload } = await aPlace()
  const importId = await upload(['En.'])
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  const form = { key: v7(), lang: 'nb' as const, fileName: 'a.docx', reading: await readingOf(['En.']) }
  const taking = { act: 'take' as const, key: v7(), how: 'new' as const, seen: textSeen([]) }
  expect(await storeImport(analyst, document.id, form)).toEqual({ refusal: 'forbidden' })
  expect(await storeImport(stranger, document.id, form)).toEqual({ refusal: 'not-found' })
  expect(await takeImport(analyst, document.id, importId, taking)).toEqual({ refusal: 'forbidden' })
  expect(await takeImport(stranger, document.id, importId, taking)).toEqual({ refusal: 'not-found' })
  const other = await aDocument(t.db, strategy)
  expect(await findImport(other.id, importId)).toEqual({ refusal: 'not-found' })
  expect(await takeImport(editor, other.id, importId, taking)).toEqual({ refusal: 'not-found' })
})
