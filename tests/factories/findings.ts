import { eq } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import {
  changes,
  citations,
  findings,
  findingVersions,
  responses,
  responseVersions,
} from '#db/schema/index.ts'
import { only, unique } from './people.ts'

type Round = { id: string; strategyId: string }

/** What was heard in a round, as written once; with `publishedAt` that is what anyone reads. */
export async function aFinding(db: Database, round: Round, own: Partial<typeof findings.$inferInsert> = {}) {
  const { strategyId, id: roundId } = round
  const finding = only(
    await db
      .insert(findings)
      .values({
        ...{ strategyId, roundId, slug: `funn-${unique()}`, position: 1 },
        ...{ title: { nb: 'Det vi hørte' }, text: { nb: 'De vil ha noen å ringe.' } },
        ...(own.publishedAt && { publishedRevision: own.revision ?? 1 }),
        ...own,
      })
      .returning(),
  )
  const { id: findingId, revision, title, text, themeId, questionId } = finding
  await db.insert(findingVersions).values({
    ...{ findingId, revision, strategyId, title, text, themeId, questionId, at: new Date() },
  })
  return finding
}

/** A finding as it is written on: a revision of its own, which nobody else reads unless it is `published`. */
export async function writtenOn(
  db: Database,
  { id }: { id: string },
  own: Partial<Pick<typeof findings.$inferInsert, 'title' | 'text' | 'themeId' | 'questionId'>>,
  { published = false } = {},
) {
  const was = only(await db.select().from(findings).where(eq(findings.id, id)))
  const revision = was.revision + 1
  const now = { revision, ...own, ...(published && { publishedRevision: revision }) }
  const finding = only(await db.update(findings).set(now).where(eq(findings.id, id)).returning())
  const { strategyId, title, text, themeId, questionId } = finding
  await db.insert(findingVersions).values({
    ...{ findingId: id, revision, strategyId, title, text, themeId, questionId, at: new Date() },
  })
  return finding
}

/** A citation of an answer from its first sign, published when its finding is. */
export async function aCitation(
  db: Database,
  finding: { id: string; strategyId: string; publishedAt: Date | null },
  source: { versionId: string; id: string },
  quote: string,
  own: Partial<typeof citations.$inferInsert> = {},
) {
  const { id: findingId, strategyId, publishedAt } = finding
  const place = { strategyId, findingId, versionId: source.versionId, answerId: source.id, publishedAt }
  const values = { ...place, quote, startCp: 0, endCp: [...quote].length, number: 1, position: 1, ...own }
  return only(await db.insert(citations).values(values).returning())
}

/** What is made of a finding, as written once; published when told when. */
export async function aResponse(
  db: Database,
  finding: { id: string; strategyId: string },
  own: Partial<typeof responses.$inferInsert> = {},
) {
  const { id: findingId, strategyId } = finding
  const response = only(
    await db
      .insert(responses)
      .values({
        ...{ strategyId, findingId, disposition: 'followed', reason: { nb: 'Vi er enige.' } },
        ...{ updatedAt: new Date(), ...(own.publishedAt && { publishedRevision: own.revision ?? 1 }) },
        ...own,
      })
      .returning(),
  )
  const { id: responseId, revision, disposition, reason } = response
  await db
    .insert(responseVersions)
    .values({ responseId, revision, strategyId, disposition, reason, at: new Date() })
  return response
}

/** A paragraph that a response changed, added, moved or took out. */
export async function aChange(
  db: Database,
  response: { id: string; strategyId: string },
  by: string,
  own: Partial<typeof changes.$inferInsert> & { kind: string },
) {
  const { id: responseId, strategyId } = response
  return only(
    await db
      .insert(changes)
      .values({ strategyId, responseId, at: new Date(), by, ...own })
      .returning(),
  )
}
