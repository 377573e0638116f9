import { inArray } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import type { SearchDocument } from '../document.ts'

/** These documents as they are now, by their keys. Those that are not there have been removed. */
export async function readDocuments(
  db: Database,
  docKeys: readonly string[],
): Promise<ReadonlyMap<string, SearchDocument>> {
  const t = searchDocuments
  const rows: SearchDocument[] = await db
    .select({
      docKey: t.docKey,
      audience: t.audience,
      rev: t.rev,
      strategyId: t.strategyId,
      roundId: t.roundId,
      questionId: t.questionId,
      inputId: t.inputId,
      versionId: t.versionId,
      passageId: t.passageId,
      organisationId: t.organisationId,
      organisationKind: t.organisationKind,
      countyNumber: t.countyNumber,
      lang: t.lang,
      themeIds: t.themeIds,
      positions: t.positions,
      senderName: t.senderName,
      startCp: t.startCp,
      endCp: t.endCp,
      submittedAt: t.submittedAt,
      body: t.body,
    })
    .from(t)
    .where(inArray(t.docKey, [...docKeys]))
  return new Map(rows.map((row) => [row.docKey, row]))
}
