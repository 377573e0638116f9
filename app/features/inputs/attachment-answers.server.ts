import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { answers, attachments, versionAttachments } from '#db/schema/index.ts'

/**
 * Writes what the files of a frozen version say as answers of it, so that they are read, tagged and cited like the
 * others. Only of those that have been read; done twice it is done once. Whichever comes last of the reading and the
 * submission finds both, so nothing is missed in whatever order they come.
 */
export async function freezeAttachmentTexts(versionId: string): Promise<void> {
  const { db } = database()
  const read = await db
    .select({
      ...{ strategyId: attachments.strategyId, attachmentId: attachments.id, text: attachments.text },
    })
    .from(versionAttachments)
    .innerJoin(attachments, eq(attachments.id, versionAttachments.attachmentId))
    .leftJoin(answers, and(eq(answers.versionId, versionId), eq(answers.attachmentId, attachments.id)))
    .where(and(eq(versionAttachments.versionId, versionId), isNotNull(attachments.text), isNull(answers.id)))
    .limit(1_000)
  for (const { text, ...place } of read) {
    const body = paragraphs(text ?? '')
    await db
      .insert(answers)
      .values({ ...place, versionId, body, canonicalText: canonicalText(body) })
      .onConflictDoNothing()
  }
}

/** The versions that were sent with a file. */
export async function versionsSentWith(attachmentId: string): Promise<string[]> {
  const rows = await database()
    .db.select({ versionId: versionAttachments.versionId })
    .from(versionAttachments)
    .where(eq(versionAttachments.attachmentId, attachmentId))
    .limit(1_000)
  return rows.map(({ versionId }) => versionId)
}

/** Each line a paragraph, as it stands: a dash in front is what the file says and makes no list here. */
function paragraphs(text: string): RichTextDoc {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return {
    type: 'doc',
    content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  }
}
