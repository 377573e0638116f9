import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#app/platform/database.server.ts'
import {
  changes,
  documents,
  documentVersions,
  findings,
  paragraphs,
  people,
  responses,
} from '#db/schema/index.ts'
import type { Change, ChangedParagraph, ChangeKind, NamedVersion } from './change.ts'

/** Most changes of one response that are read. */
export const mostChanges = 200

const [before, after] = [alias(paragraphs, 'before'), alias(paragraphs, 'after')]
const [beforeIn, afterIn] = [alias(documentVersions, 'before_in'), alias(documentVersions, 'after_in')]
const cameIn = alias(documentVersions, 'came_in')
const [linker, taker] = [alias(people, 'linker'), alias(people, 'taker')]

// Spelled out: drizzle tells what a left join may leave out by the table of every column.
const sides = {
  before: { id: before.id, anchor: before.anchor, kind: before.kind, text: before.text },
  beforeIn: {
    ...{ id: beforeIn.id, number: beforeIn.number, title: beforeIn.title },
    publishedAt: beforeIn.publishedAt,
  },
  after: { id: after.id, anchor: after.anchor, kind: after.kind, text: after.text },
  afterIn: {
    ...{ id: afterIn.id, number: afterIn.number, title: afterIn.title },
    publishedAt: afterIn.publishedAt,
  },
  cameIn: { id: cameIn.id, number: cameIn.number, title: cameIn.title, publishedAt: cameIn.publishedAt },
}

/**
 * The changes of responses with both paragraphs, oldest first, in one query whatever their number. Those that stand, and
 * with `removed` those taken back too. Versions that are not public come as well: `isPublicChange` tells which may be shown.
 */
export async function listChanges(
  responseIds: readonly string[],
  { removed = false }: { removed?: boolean } = {},
): Promise<Change[]> {
  if (responseIds.length === 0) return []
  const own = inArray(changes.responseId, [...responseIds])
  const rows = await database()
    .db.select({
      ...{ id: changes.id, responseId: changes.responseId, note: changes.note, at: changes.at },
      kind: sql<ChangeKind>`${changes.kind}`,
      ...{ by: linker.name, removedAt: changes.removedAt, removedBy: taker.name },
      ...sides,
      document: { id: documents.id, slug: documents.slug, title: documents.title },
    })
    .from(changes)
    .innerJoin(linker, eq(linker.id, changes.by))
    .leftJoin(taker, eq(taker.id, changes.removedBy))
    .leftJoin(before, eq(before.id, changes.fromParagraphId))
    .leftJoin(beforeIn, eq(beforeIn.id, before.versionId))
    .leftJoin(after, eq(after.id, changes.toParagraphId))
    .leftJoin(afterIn, eq(afterIn.id, after.versionId))
    .leftJoin(cameIn, eq(cameIn.id, changes.versionId))
    .leftJoin(
      documents,
      eq(documents.id, sql`coalesce(${afterIn.documentId}, ${cameIn.documentId}, ${beforeIn.documentId})`),
    )
    .where(removed ? own : and(own, isNull(changes.removedAt)))
    .orderBy(asc(changes.at), asc(changes.id))
    .limit(mostChanges * responseIds.length)
  return rows.map(({ beforeIn, afterIn, cameIn, removedAt, removedBy, ...row }) => ({
    ...row,
    before: placed(row.before, beforeIn),
    after: placed(row.after, afterIn),
    version: afterIn ?? cameIn,
    removed: removedAt && { at: removedAt, by: removedBy ?? '' },
  }))
}

const placed = (
  block: Omit<ChangedParagraph, 'version'> | null,
  version: NamedVersion | null,
): ChangedParagraph | null => block && version && { ...block, version }

/** The paragraphs of a version that responses are linked to, in its order; those taken out of it last. */
export function listLinkedIn(versionId: string) {
  return database()
    .db.selectDistinct({
      ...{ findingId: findings.id, roundId: findings.roundId, title: findings.title },
      ...{ citationId: responses.citationId, anchor: paragraphs.anchor, position: paragraphs.position },
    })
    .from(changes)
    .innerJoin(responses, eq(responses.id, changes.responseId))
    .innerJoin(findings, eq(findings.id, responses.findingId))
    .leftJoin(paragraphs, eq(paragraphs.id, changes.toParagraphId))
    .where(
      and(
        isNull(changes.removedAt),
        or(eq(paragraphs.versionId, versionId), eq(changes.versionId, versionId)),
      ),
    )
    .orderBy(asc(paragraphs.position), asc(findings.id))
    .limit(mostChanges)
}

/** A paragraph of a version with the finding whose response is linked to it. */
export type LinkedIn = Awaited<ReturnType<typeof listLinkedIn>>[number]
