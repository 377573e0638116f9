import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { mostBlocks } from '#app/features/documents/work.server.ts'
import { database } from '#app/platform/database.server.ts'
import {
  answers,
  documents,
  documentVersions,
  draftComments,
  paragraphs,
  people,
  strategies,
} from '#db/schema/index.ts'
import type { Anchor } from './anchor.ts'
import { commentFromRow, MOST_COMMENTS, type Stance } from './comment.ts'

// Reads of comments for their own sender. They ask no policy: the caller has found the input.

const consulted = (roundId: string) =>
  and(eq(documentVersions.roundId, roundId), isNotNull(documentVersions.publishedAt))

/** The versions of the draft that were put out in a round, each with how many comments the input has on it. */
export async function listConsulted(roundId: string, inputId: string | null) {
  return database()
    .db.select({
      ...{ id: documentVersions.id, number: documentVersions.number, title: documentVersions.title },
      documentTitle: documents.title,
      comments:
        sql`(select count(*) from ${draftComments} c where c.document_version_id = ${documentVersions.id}
        and c.input_id = ${inputId}::uuid and c.removed_at is null)`.mapWith(Number),
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(consulted(roundId))
    .orderBy(asc(documents.createdAt), asc(documents.id), asc(documentVersions.number))
    .limit(50)
}

/** A version of the draft that may be commented on, as one of those of `listConsulted`. */
export type Consulted = Awaited<ReturnType<typeof listConsulted>>[number]

/** A version put out in a round and published, with all of its text; null for every other version. */
export async function findConsulted(roundId: string, versionId: string) {
  const { db } = database()
  const [[version], blocks] = await Promise.all([
    db
      .select({
        ...{ id: documentVersions.id, number: documentVersions.number, title: documentVersions.title },
        ...{ documentTitle: documents.title, documentSlug: documents.slug, strategySlug: strategies.slug },
      })
      .from(documentVersions)
      .innerJoin(documents, eq(documents.id, documentVersions.documentId))
      .innerJoin(strategies, eq(strategies.id, documents.strategyId))
      .where(and(eq(documentVersions.id, versionId), consulted(roundId))),
    db
      .select({
        ...{ id: paragraphs.id, kind: paragraphs.kind, anchor: paragraphs.anchor, text: paragraphs.text },
      })
      .from(paragraphs)
      .where(eq(paragraphs.versionId, versionId))
      .orderBy(asc(paragraphs.position))
      .limit(mostBlocks),
  ])
  return version ? { ...version, blocks } : null
}

const author = alias(people, 'comment_author')
const editor = alias(people, 'comment_editor')

const place = {
  ...{ paragraphId: paragraphs.id, paragraph: paragraphs.anchor, paragraphText: paragraphs.text },
  ...{ documentVersionId: paragraphs.versionId },
}

/** The comments of a draft in the order of the document, those taken away left out. */
export async function listDraftComments(inputId: string, documentVersionId: string | null = null) {
  const rows = await database()
    .db.select({
      ...{ id: draftComments.id, anchor: draftComments.anchor, stance: draftComments.stance, ...place },
      ...{ proposal: draftComments.proposal, reason: draftComments.reason },
      ...{ revision: draftComments.revision, createdBy: author.name, updatedBy: editor.name },
      ...{ createdById: draftComments.createdBy, updatedAt: draftComments.updatedAt },
    })
    .from(draftComments)
    .innerJoin(paragraphs, eq(paragraphs.id, draftComments.paragraphId))
    .leftJoin(author, eq(author.id, draftComments.createdBy))
    .leftJoin(editor, eq(editor.id, draftComments.updatedBy))
    .where(
      and(
        eq(draftComments.inputId, inputId),
        isNull(draftComments.removedAt),
        documentVersionId ? eq(draftComments.documentVersionId, documentVersionId) : undefined,
      ),
    )
    .orderBy(...inDocumentOrder(draftComments))
    .limit(MOST_COMMENTS)
  return rows.map((row) => ({ ...row, stance: row.stance as Stance }))
}

/** A comment in the draft as its sender sees it. */
export type DraftComment = Awaited<ReturnType<typeof listDraftComments>>[number]

/** The comments that were sent with a version, in the order of the document. */
export async function listSentComments(versionId: string): Promise<SentComment[]> {
  const rows = await database()
    .db.select({
      ...{ id: answers.id, anchor: answers.anchor, choice: answers.choice, data: answers.data, ...place },
    })
    .from(answers)
    .innerJoin(paragraphs, eq(paragraphs.id, answers.paragraphId))
    .where(eq(answers.versionId, versionId))
    .orderBy(...inDocumentOrder(answers))
    .limit(MOST_COMMENTS)
  return rows.flatMap(({ choice, data, ...row }) => {
    const words = commentFromRow({ choice, data })
    return words ? [{ ...row, ...words }] : []
  })
}

/** A comment as a list of one's own comments shows it, in the draft or sent. */
export type SentComment = {
  id: string
  anchor: Anchor | null
  stance: Stance
  proposal: string
  reason: string
  paragraphId: string
  paragraph: string
  paragraphText: DraftComment['paragraphText']
  documentVersionId: string
}

/** By paragraph; in it what is about all of it first, then by where the words begin, then by when it was written. */
export const inDocumentOrder = (said: typeof answers | typeof draftComments) => [
  asc(paragraphs.versionId),
  asc(paragraphs.position),
  sql`(${said.anchor}->>'startCp')::int nulls first`,
  asc(said.id),
]
