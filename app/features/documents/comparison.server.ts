import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import type { TextLanguage } from '#app/platform/localised-text.ts'
import { documents, documentVersions, strategies } from '#db/schema/index.ts'
import { compareVersions } from './comparison.ts'
import { lineageBetween } from './lineage.server.ts'
import { listBlocks } from './work.server.ts'

/** Most versions a reader can choose between. */
const mostVersions = 500

/** What an address of a comparison leads to when it is not one itself: the comparison the other way round, or the document. */
export type Elsewhere = { number: number; since: number | undefined }

/**
 * Two published versions of a document compared, for anyone. Without `since` the earlier is the one published before.
 * Null when there are no such versions; `elsewhere` when they are given in the wrong order; `first` when there is
 * nothing before to compare with.
 */
export async function findComparison(
  asked: { strategy: string; document: string; number: number; since: number | null },
  locale: TextLanguage,
) {
  const [found] = await database()
    .db.select({
      ...{ id: documents.id, slug: documents.slug, title: documents.title },
      strategy: { slug: strategies.slug, title: strategies.title },
    })
    .from(documents)
    .innerJoin(strategies, eq(strategies.id, documents.strategyId))
    .where(
      and(
        eq(strategies.slug, asked.strategy),
        eq(documents.slug, asked.document),
        isNotNull(strategies.publishedAt),
      ),
    )
  if (!found) return null
  const versions = await listPublished(found.id)
  const to = versions.find(({ number }) => number === asked.number)
  const since = asked.since ?? versions.find(({ number }) => number < asked.number)?.number
  const from = versions.find(({ number }) => number === since)
  if (!to || (since !== undefined && !from)) return null
  if (from && from.number >= to.number) {
    const reversed = { number: from.number, since: to.number }
    const elsewhere: Elsewhere = from.number > to.number ? reversed : { number: to.number, since: undefined }
    return { elsewhere }
  }
  const { id: documentId, strategy, ...document } = found
  const page = { strategy, document, versions: versions.map(shown), to: shown(to) }
  if (!from) return { ...page, from: null, compared: null, confirmed: false, texts: [] }
  const [before, after] = await Promise.all([textOf(from), textOf(to)])
  const { links, source } = await lineageBetween(documentId, before, after)
  return {
    ...{ ...page, from: shown(from) },
    compared: compareVersions(links, before.blocks, after.blocks, locale),
    confirmed: source === 'confirmed' || source === 'composed',
    texts: [document.title, ...after.blocks.map(({ text }) => text)],
  }
}

type Published = Awaited<ReturnType<typeof listPublished>>[number]

const shown = ({ number, title }: Published) => ({ number, title })

async function textOf(version: Published) {
  const blocks = await listBlocks(version.id)
  return {
    ...version,
    blocks: blocks.map(({ id, kind, anchor, text, copiedFromId }) => ({
      id,
      kind,
      anchor,
      text,
      copiedFromId,
    })),
  }
}

function listPublished(documentId: string) {
  return database()
    .db.select({
      ...{ id: documentVersions.id, number: documentVersions.number, title: documentVersions.title },
      publishedAt: sql<Date>`${documentVersions.publishedAt}`.mapWith(documentVersions.publishedAt),
    })
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), isNotNull(documentVersions.publishedAt)))
    .orderBy(desc(documentVersions.number))
    .limit(mostVersions)
}
