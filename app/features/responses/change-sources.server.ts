import { and, desc, eq, inArray, isNotNull, isNull, like, or, sql } from 'drizzle-orm'
import { referencesIn } from '#app/features/findings/paragraph-reference.ts'
import { database } from '#app/platform/database.server.ts'
import {
  answers,
  citations,
  documents,
  documentVersions,
  paragraphs,
  passages,
  strategies,
  strategyAddresses,
  taggings,
} from '#db/schema/index.ts'

/** Most paragraphs that what was said is found to be about. */
const mostParagraphs = 200

/** How many passages are about a paragraph: those cited, and those tagged with the finding's theme. */
export type About = { cited: number; tagged: number }

type Finding = { id: string; strategyId: string; roundId: string; themeId: string | null }

/**
 * The paragraphs that what a finding heard is about, most cited first: its citations are comments on them, take a position
 * to them or give their address; and passages tagged with its theme are. With `citationId` only what that one is about.
 */
export async function listTalkedOf(finding: Finding, citationId: string | null) {
  const [said, tagged, referred] = await Promise.all([
    countCited(finding.id, citationId),
    finding.themeId && !citationId ? countTagged(finding.themeId, finding.roundId) : [],
    listReferred(finding, citationId),
  ])
  const found = new Map<string, About>()
  const add = (id: string, more: Partial<About>) => {
    const { cited, tagged } = found.get(id) ?? { cited: 0, tagged: 0 }
    found.set(id, { cited: cited + (more.cited ?? 0), tagged: tagged + (more.tagged ?? 0) })
  }
  for (const { paragraphId, count } of said) add(paragraphId, { cited: Number(count) })
  for (const { paragraphId, count } of tagged) add(paragraphId, { tagged: Number(count) })
  for (const { id, count } of await listAddressed(finding.strategyId, referred)) add(id, { cited: count })
  if (found.size === 0) return []
  const rows = await database()
    .db.select({
      ...{ id: paragraphs.id, versionId: paragraphs.versionId, position: paragraphs.position },
      version: {
        ...{ id: documentVersions.id, number: documentVersions.number, title: documentVersions.title },
        ...{ documentId: documentVersions.documentId, publishedAt: documentVersions.publishedAt },
      },
    })
    .from(paragraphs)
    .innerJoin(documentVersions, eq(documentVersions.id, paragraphs.versionId))
    .where(and(inArray(paragraphs.id, [...found.keys()]), eq(paragraphs.strategyId, finding.strategyId)))
    .limit(mostParagraphs)
  return rows
    .map((row) => ({ ...row, about: found.get(row.id) ?? { cited: 0, tagged: 0 } }))
    .sort(
      (a, b) => b.about.cited - a.about.cited || b.about.tagged - a.about.tagged || a.position - b.position,
    )
}

const ofCitations = (findingId: string, citationId: string | null) =>
  and(eq(citations.findingId, findingId), citationId ? eq(citations.id, citationId) : undefined)

/** Comments that are cited, and positions taken to a paragraph where the cited words stand. */
async function countCited(findingId: string, citationId: string | null) {
  const own = ofCitations(findingId, citationId)
  return database().db.execute<{ paragraphId: string; count: number }>(sql`
    select said.paragraph as "paragraphId", count(distinct said.citation)::int as count from (
      select ${answers.paragraphId} as paragraph, ${citations.id} as citation
        from ${citations} join ${answers} on ${answers.id} = ${citations.answerId}
        where ${own} and ${answers.paragraphId} is not null
      union
      select ${taggings.paragraphId}, ${citations.id}
        from ${citations}
        join ${passages} on ${passages.answerId} = ${citations.answerId} and ${passages.supersededAt} is null
          and ${passages.startCp} < ${citations.endCp} and ${passages.endCp} > ${citations.startCp}
        join ${taggings} on ${taggings.passageId} = ${passages.id}
        where ${own} and ${taggings.paragraphId} is not null and ${taggings.removedAt} is null
    ) as said group by said.paragraph order by count desc limit ${mostParagraphs}`)
}

/** Passages of the round tagged with a theme, by the paragraph they are comments on. */
function countTagged(themeId: string, roundId: string) {
  const count = sql<number>`count(distinct ${passages.id})::int`
  return database()
    .db.select({ paragraphId: sql<string>`${answers.paragraphId}`, count })
    .from(taggings)
    .innerJoin(passages, and(eq(passages.id, taggings.passageId), isNull(passages.supersededAt)))
    .innerJoin(answers, eq(answers.id, passages.answerId))
    .where(
      and(
        ...[eq(taggings.themeId, themeId), isNull(taggings.removedAt)],
        ...[eq(passages.roundId, roundId), isNotNull(answers.paragraphId)],
      ),
    )
    .groupBy(answers.paragraphId)
    .orderBy(desc(count))
    .limit(20)
}

/** The cited answers that give the address of a paragraph. */
async function listReferred({ id }: Finding, citationId: string | null) {
  const rows = await database()
    .db.selectDistinct({ id: answers.id, text: answers.canonicalText })
    .from(citations)
    .innerJoin(answers, eq(answers.id, citations.answerId))
    .where(and(ofCitations(id, citationId), like(answers.canonicalText, '%#avsnitt-%')))
    .limit(200)
  return rows.flatMap(({ text }) => text ?? [])
}

/** The paragraphs whose addresses stand in texts, each with how many texts it stands in. */
async function listAddressed(strategyId: string, texts: readonly string[]) {
  if (texts.length === 0) return []
  const { db } = database()
  const [now, before, versions] = await Promise.all([
    db.select({ slug: strategies.slug }).from(strategies).where(eq(strategies.id, strategyId)),
    db
      .select({ slug: strategyAddresses.slug })
      .from(strategyAddresses)
      .where(eq(strategyAddresses.strategyId, strategyId))
      .limit(100),
    db
      .select({ id: documentVersions.id, number: documentVersions.number, slug: documents.slug })
      .from(documentVersions)
      .innerJoin(documents, eq(documents.id, documentVersions.documentId))
      .where(eq(documentVersions.strategyId, strategyId))
      .limit(500),
  ])
  const slugs = [...now, ...before].map(({ slug }) => slug)
  const places = versions.flatMap(({ id, number, slug }) => {
    const address = { strategies: slugs, document: slug, version: number }
    return texts.flatMap((text) => referencesIn(text, address).map((anchor) => ({ id, anchor })))
  })
  if (places.length === 0) return []
  const rows = await db
    .select({ id: paragraphs.id, versionId: paragraphs.versionId, anchor: paragraphs.anchor })
    .from(paragraphs)
    .where(
      or(
        ...places
          .slice(0, mostParagraphs)
          .map(({ id, anchor }) => and(eq(paragraphs.versionId, id), eq(paragraphs.anchor, anchor))),
      ),
    )
    .limit(mostParagraphs)
  return rows.map(({ id, versionId, anchor }) => ({
    ...{ id, count: places.filter((place) => place.id === versionId && place.anchor === anchor).length },
  }))
}
