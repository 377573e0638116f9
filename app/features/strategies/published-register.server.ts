import { and, asc, eq, isNotNull, or } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { organisations, organisers, strategies } from '#db/schema/index.ts'
import { listLinks } from './links.server.ts'
import { listMembers } from './members.server.ts'
import { numberRefusal, registerKey } from './register.ts'

const head = { slug: strategies.slug, title: strategies.title, kind: strategies.kind }

/** What the register page shows beside the strategy itself; of other strategies only those everybody can read. */
export async function findPublishedRegister(strategy: { id: string; parentId: string | null }) {
  const { db } = database()
  const [organisedBy, members, links, [parent], children] = await Promise.all([
    db
      .select({ name: organisations.name, role: organisers.role })
      .from(organisers)
      .innerJoin(organisations, eq(organisations.id, organisers.organisationId))
      .where(eq(organisers.strategyId, strategy.id))
      .orderBy(asc(organisers.position))
      .limit(50),
    listMembers(strategy.id),
    listLinks(strategy.id, { published: true }),
    strategy.parentId
      ? db
          .select(head)
          .from(strategies)
          .where(and(eq(strategies.id, strategy.parentId), isNotNull(strategies.publishedAt)))
      : [],
    db
      .select(head)
      .from(strategies)
      .where(and(eq(strategies.parentId, strategy.id), isNotNull(strategies.publishedAt)))
      .orderBy(asc(strategies.publishedAt), asc(strategies.id))
      .limit(100),
  ])
  return {
    ...{ organisers: organisedBy, parent: parent ?? null, children },
    members: members.map(({ seen: _, ...member }) => member),
    links: links.map(({ id, kind, title, href, related }) => ({ id, kind, title, href, related })),
  }
}

export type PublishedRegister = Awaited<ReturnType<typeof findPublishedRegister>>

/** The published strategies that bear a project or case number, whatever signs it is written with. */
export async function listByNumber(words: string) {
  if (numberRefusal(words)) return []
  const key = registerKey(words)
  return database()
    .db.select({
      ...head,
      ...{ status: strategies.status, projectNumber: strategies.projectNumber },
      caseNumber: strategies.caseNumber,
    })
    .from(strategies)
    .where(
      and(isNotNull(strategies.publishedAt), or(eq(strategies.projectKey, key), eq(strategies.caseKey, key))),
    )
    .orderBy(asc(strategies.publishedAt), asc(strategies.id))
    .limit(5)
}

export type NumberedStrategy = Awaited<ReturnType<typeof listByNumber>>[number]
