import { and, asc, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { config } from '#app/platform/config.server.ts'
import { database } from '#app/platform/database.server.ts'
import { fileAddress } from '#app/platform/files/file-address.server.ts'
import type { FileKind } from '#app/platform/files/file-kind.ts'
import { attachments, people, versionAttachments } from '#db/schema/index.ts'
import { attachmentState, isHandedOut, type ListedAttachment } from './attachment.ts'

// These ask no policy: the caller has found the input, or the version, for whoever asks.

const columns = {
  ...{ id: attachments.id, questionId: attachments.questionId, name: attachments.name },
  kind: sql<FileKind>`${attachments.type}`,
  ...{ type: attachments.type, size: attachments.size, uploadedAt: attachments.uploadedAt },
  uploadedByName: people.name,
  ...{ scannedAt: attachments.scannedAt, readAt: attachments.readAt, problem: attachments.problem },
}

const most = 200

async function listed(where: SQL | undefined): Promise<ListedAttachment[]> {
  const scanning = config().virusScanner !== undefined
  const rows = await database()
    .db.select(columns)
    .from(attachments)
    .innerJoin(people, eq(people.id, attachments.uploadedBy))
    .where(where)
    .orderBy(asc(attachments.uploadedAt), asc(attachments.id))
    .limit(most)
  return rows.map(({ type, scannedAt, readAt, problem, ...file }) => {
    const facts = { type, scannedAt, readAt, problem }
    return { ...file, state: attachmentState(facts, scanning), handedOut: isHandedOut(facts, scanning) }
  })
}

/** The files that stand in a draft, in the order they came. */
export function listAttachments(inputId: string): Promise<ListedAttachment[]> {
  return listed(and(eq(attachments.inputId, inputId), isNull(attachments.removedAt)))
}

/** The files a version was sent with, and whether this installation looks for viruses in what it hands out. */
export async function listVersionAttachments(versionId: string) {
  const { db } = database()
  const sent = db
    .select({ id: versionAttachments.attachmentId })
    .from(versionAttachments)
    .where(eq(versionAttachments.versionId, versionId))
  const files = await listed(inArray(attachments.id, sent))
  return { files, scanned: config().virusScanner !== undefined }
}

const wasSent = () =>
  exists(
    database()
      .db.select({ one: sql`1` })
      .from(versionAttachments)
      .where(eq(versionAttachments.attachmentId, attachments.id)),
  )

const handedOut = {
  ...{ sha256: attachments.sha256, name: attachments.name, kind: sql<FileKind>`${attachments.type}` },
  ...{ type: attachments.type, problem: attachments.problem },
  ...{ scannedAt: attachments.scannedAt, readAt: attachments.readAt },
}

/** A file of an input for its sender: what stands in the draft, and what was ever sent. */
export async function findOwnAttachment(inputId: string, attachmentId: string) {
  const [found] = await database()
    .db.select(handedOut)
    .from(attachments)
    .where(
      and(
        ...[eq(attachments.id, attachmentId), eq(attachments.inputId, inputId)],
        or(isNull(attachments.removedAt), wasSent()),
      ),
    )
  return found ?? null
}

/** A file of an input for those who received it: only what was sent. */
export async function findSentAttachment(inputId: string, attachmentId: string) {
  const [found] = await database()
    .db.select(handedOut)
    .from(attachments)
    .where(and(eq(attachments.id, attachmentId), eq(attachments.inputId, inputId), wasSent()))
  return found ?? null
}

/** Where a file can be fetched now; null when nobody gets it, or not yet. */
export async function addressOf(
  file: NonNullable<Awaited<ReturnType<typeof findOwnAttachment>>>,
  now: Date,
): Promise<string | null> {
  return isHandedOut(file, config().virusScanner !== undefined) ? fileAddress(file, now) : null
}

/** How many files each of these versions was sent with; versions without any are not in it. */
export async function countAttachments(versionIds: readonly string[]): Promise<Map<string, number>> {
  if (versionIds.length === 0) return new Map()
  const rows = await database()
    .db.select({ versionId: versionAttachments.versionId, count: sql`count(*)`.mapWith(Number) })
    .from(versionAttachments)
    .where(inArray(versionAttachments.versionId, [...versionIds]))
    .groupBy(versionAttachments.versionId)
  return new Map(rows.map(({ versionId, count }) => [versionId, count]))
}
