import { eq } from 'drizzle-orm'
import { numberParagraphs, type ParagraphKind } from '#app/features/documents/paragraph.ts'
import type { Database } from '#db/client.server.ts'
import { documents, documentVersions, paragraphs } from '#db/schema/index.ts'
import { only, unique } from './people.ts'
import { daysFromNow } from './strategies.ts'

/** A block of a version; a text alone is a paragraph in bokmål. */
export type FactoryBlock =
  | string
  | { kind: ParagraphKind; unnumbered?: boolean; text: { nb?: string; nn?: string }; copiedFromId?: string }

/** A document of a strategy, without any version. */
export async function aDocument(
  db: Database,
  strategy: { id: string },
  own: Partial<typeof documents.$inferInsert> = {},
) {
  const values = { strategyId: strategy.id, slug: `utkast-${unique()}`, title: { nb: 'Utkast' }, ...own }
  return only(await db.insert(documents).values(values).returning())
}

/** A version with its paragraphs in order, published yesterday unless told otherwise (null: still written on). */
export async function aDocumentVersion(
  db: Database,
  document: { id: string; strategyId: string },
  blocks: readonly FactoryBlock[],
  { publishedAt = daysFromNow(-1), ...own }: Partial<typeof documentVersions.$inferInsert> = {},
) {
  const { id: documentId, strategyId } = document
  const number =
    own.number ?? (await db.$count(documentVersions, eq(documentVersions.documentId, documentId))) + 1
  const values = { strategyId, documentId, number, title: { nb: `Utkast ${number}` }, ...own }
  const version = only(await db.insert(documentVersions).values(values).returning())
  const written = blocks.map((block) =>
    typeof block === 'string' ? { kind: 'paragraph' as const, text: { nb: block } } : block,
  )
  const rows = numberParagraphs(written).map(({ number: _, ...block }, at) => ({
    ...block,
    ...{ strategyId, versionId: version.id, position: at + 1 },
  }))
  const made = rows.length > 0 ? await db.insert(paragraphs).values(rows).returning() : []
  // Its text cannot be written once it is published.
  if (publishedAt)
    await db.update(documentVersions).set({ publishedAt }).where(eq(documentVersions.id, version.id))
  return { ...version, publishedAt, paragraphs: made }
}
