import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { questionNumber } from '#app/features/findings/published.server.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { carriedForward, questions, rounds, themes } from '#db/schema/index.ts'
import type { Carried, ChainChange, ChainPlace, ChainResponse } from './chain.ts'
import { type Change, type ChangedParagraph, isPublicChange } from './change.ts'
import { listChanges } from './changes.server.ts'
import { listPublishedResponses } from './responses.server.ts'

/**
 * What anyone may read of what is made of some findings: by finding, that of the whole first, with the changes whose
 * versions are published. Two queries, whatever the number of findings.
 */
export async function responsesTo(
  strategy: string,
  findingIds: readonly string[],
): Promise<Map<string, ChainResponse[]>> {
  const published = await listPublishedResponses(findingIds)
  const changes = await listChanges(published.map(({ id }) => id))
  const answers = new Map<string, ChainResponse[]>(findingIds.map((id) => [id, []]))
  for (const { id, findingId, citationId, disposition, reason, publishedAt } of published)
    answers.get(findingId)?.push({
      ...{ id, findingId, citationId, disposition, reason, publishedAt },
      changes: changes.flatMap((change) =>
        change.responseId === id && isPublicChange(change) ? [chainChange(strategy, change)] : [],
      ),
    })
  return answers
}

// Who linked it and when is for staff.
function chainChange(strategy: string, change: Change): ChainChange {
  const { id, kind, before, after, version, note, document } = change
  const place = (one: ChangedParagraph | null): ChainPlace | null => {
    const at = one?.version.publishedAt
    if (!one || !at || !document) return null
    return {
      ...{ id: one.id, strategy, document: { slug: document.slug, title: document.title } },
      version: { number: one.version.number, title: one.version.title, publishedAt: at },
      ...{ anchor: one.anchor, text: one.text },
    }
  }
  return {
    ...{ id, kind, note, before: place(before), after: place(after) },
    version: version && { number: version.number, title: version.title },
  }
}

/** Most rounds that one finding is taken up in. */
const mostCarried = 20

/** The published rounds in which some findings are taken up again, by finding. */
export async function carriedFrom(findingIds: readonly string[]): Promise<Map<string, Carried[]>> {
  const carried = new Map<string, Carried[]>(findingIds.map((id) => [id, []]))
  if (findingIds.length === 0) return carried
  const rows = await database()
    .db.select({
      findingId: carriedForward.findingId,
      round: { slug: rounds.slug, number: rounds.number },
      ...{ theme: themes.title, question: questions.title, position: questionNumber },
    })
    .from(carriedForward)
    .innerJoin(rounds, and(eq(rounds.id, carriedForward.roundId), isNotNull(rounds.publishedAt)))
    .leftJoin(themes, eq(themes.id, carriedForward.themeId))
    .leftJoin(questions, eq(questions.id, carriedForward.questionId))
    .where(inArray(carriedForward.findingId, [...findingIds]))
    .orderBy(asc(rounds.number))
    .limit(mostCarried * findingIds.length)
  for (const { findingId, round, theme, question, position } of rows) {
    const title: LocalisedText = question ?? theme ?? {}
    carried.get(findingId)?.push({ round, as: question ? 'question' : 'theme', title, position })
  }
  return carried
}
