import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#app/platform/database.server.ts'
import { citations, people, responses, responseVersions } from '#db/schema/index.ts'
import type { Disposition } from './disposition.ts'

/** Most responses of one finding that are read: one for all of it, and one for each passage it cites. */
const mostResponses = 500

const [writer, approver] = [alias(people, 'writer'), alias(people, 'approver')]

const written = () =>
  database()
    .db.select({
      ...{ id: responses.id, findingId: responses.findingId, citationId: responses.citationId },
      disposition: sql<Disposition>`${responses.disposition}`,
      ...{ reason: responses.reason, revision: responses.revision },
      ...{ updatedAt: responses.updatedAt, updatedBy: writer.name },
      ...{ approvedAt: responses.approvedAt, approvedBy: approver.name },
      ...{ approvedRevision: responses.approvedRevision },
      ...{ publishedAt: responses.publishedAt, publishedRevision: responses.publishedRevision },
      number: citations.number,
    })
    .from(responses)
    .leftJoin(citations, eq(citations.id, responses.citationId))
    .leftJoin(writer, eq(writer.id, responses.updatedBy))
    .leftJoin(approver, eq(approver.id, responses.approvedBy))
    .$dynamic()

/** A response as those who work on it see it: what is written now, whatever is public. */
export type WrittenResponse = Awaited<ReturnType<typeof written>>[number]

/** What is made of a finding, or of one citation of it; null when nothing is written yet. The caller has asked the policy. */
export async function findResponse(
  findingId: string,
  citationId: string | null,
): Promise<WrittenResponse | null> {
  const to = citationId ? eq(responses.citationId, citationId) : isNull(responses.citationId)
  const [found] = await written().where(and(eq(responses.findingId, findingId), to))
  return found ?? null
}

/** All that is made of a finding as it is written now: of the finding first, then by the number of the citation. */
export function listResponses(findingId: string): Promise<WrittenResponse[]> {
  return written()
    .where(eq(responses.findingId, findingId))
    .orderBy(sql`${citations.number} asc nulls first`)
    .limit(mostResponses)
}

/** The published responses that satisfy a condition: the words are the published revision's, whatever is written since. */
function published(condition: SQL | undefined) {
  return database()
    .db.select({
      ...{ id: responses.id, findingId: responses.findingId, citationId: responses.citationId },
      disposition: sql<Disposition>`${responseVersions.disposition}`,
      reason: responseVersions.reason,
      publishedAt: sql<Date>`${responses.publishedAt}`.mapWith(responses.publishedAt),
    })
    .from(responses)
    .innerJoin(
      responseVersions,
      and(
        eq(responseVersions.responseId, responses.id),
        eq(responseVersions.revision, responses.publishedRevision),
      ),
    )
    .leftJoin(citations, eq(citations.id, responses.citationId))
    .where(and(isNotNull(responses.publishedAt), condition))
    .orderBy(asc(responses.findingId), sql`${citations.number} asc nulls first`)
}

/** A response as anyone may read it. Whether its finding is public is asked elsewhere. */
export type PublishedResponse = Awaited<ReturnType<typeof published>>[number]

/** What anyone may read of what is made of these findings, in one query. */
export async function listPublishedResponses(findingIds: readonly string[]): Promise<PublishedResponse[]> {
  if (findingIds.length === 0) return []
  return published(inArray(responses.findingId, [...findingIds])).limit(mostResponses * findingIds.length)
}

/** The words of a response that are approved, and those that anyone reads; null where there are none. */
export async function findApprovedVersions(response: {
  id: string
  approvedRevision: number | null
  publishedRevision: number | null
}) {
  const { id, approvedRevision, publishedRevision } = response
  const wanted = [approvedRevision, publishedRevision].filter((one) => one !== null)
  const rows =
    wanted.length === 0
      ? []
      : await database()
          .db.select({
            ...{ revision: responseVersions.revision, reason: responseVersions.reason },
            disposition: sql<Disposition>`${responseVersions.disposition}`,
          })
          .from(responseVersions)
          .where(and(eq(responseVersions.responseId, id), inArray(responseVersions.revision, wanted)))
          .limit(2)
  const at = (revision: number | null) => rows.find((row) => row.revision === revision) ?? null
  return { approved: at(approvedRevision), published: at(publishedRevision) }
}
