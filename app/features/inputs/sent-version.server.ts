import { asc, eq, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { attachments, inputVersions, versionAttachments } from '#db/schema/index.ts'
import { listSentComments, type SentComment } from './comments.server.ts'
import type { PersonNaming } from './naming.ts'
import type { Handling } from './sending.ts'

/** A file as its sender sees it beside what was written. `readAt` is when the worker had read it. */
export type SentFile = {
  id: string
  questionId: string | null
  name: string
  type: string
  size: number
  sha256: string
  readAt: Date | null
  problem: string | null
}

export const sentFileColumns = {
  ...{ id: attachments.id, questionId: attachments.questionId, name: attachments.name },
  ...{ type: attachments.type, size: attachments.size, sha256: attachments.sha256 },
  ...{ readAt: attachments.readAt, problem: attachments.problem },
}

/** What went with a version beside its answers, and how it came about. */
export type SentBeside = {
  noRemarks: boolean
  naming: PersonNaming | null
  handling: Handling | null
  comments: SentComment[]
  files: SentFile[]
}

/** Asks no policy: the caller has found the version. */
export async function findSentBeside(versionId: string): Promise<SentBeside | null> {
  const [[version], comments, files] = await Promise.all([
    database()
      .db.select({
        noRemarks: inputVersions.noRemarks,
        naming: sql<PersonNaming | null>`${inputVersions.naming}`,
        handling: inputVersions.handling,
      })
      .from(inputVersions)
      .where(eq(inputVersions.id, versionId)),
    listSentComments(versionId),
    listSentFiles(versionId),
  ])
  return version ? { ...version, comments, files } : null
}

/** The files a version was sent with. */
export function listSentFiles(versionId: string): Promise<SentFile[]> {
  return database()
    .db.select(sentFileColumns)
    .from(versionAttachments)
    .innerJoin(attachments, eq(attachments.id, versionAttachments.attachmentId))
    .where(eq(versionAttachments.versionId, versionId))
    .orderBy(asc(attachments.uploadedAt), asc(attachments.id))
    .limit(100)
}
