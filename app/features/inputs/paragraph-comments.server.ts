import { and, asc, countDistinct, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { answers, documentVersions, inputs, inputVersions, paragraphs } from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { isStance, type Stance } from './comment.ts'

// Who said what to which paragraph, for those who work on the strategy. The caller has asked the policy.

const MOST_SHOWN = 2_000

/** A comment as a line under its paragraph: who, how they stand, and where it is read. */
export type ParagraphComment = {
  id: string
  stance: Stance
  quote: string | null
  sender: string
  inputId: string
  versionNumber: number
}

/**
 * What the inputs that count say of a document version, paragraph by paragraph, in the document's order. Withdrawn
 * inputs are not counted. `inputs` is how many inputs the version's round has, `commenting` how many of them have said
 * anything of this version: what the numbers under a paragraph are numbers of.
 */
export async function listParagraphComments(documentVersionId: string) {
  const { db } = database()
  const counting = and(isNull(inputs.withdrawnAt), versionCounts())
  const [[all], rows] = await Promise.all([
    db
      .select({ inputs: countDistinct(inputVersions.inputId) })
      .from(inputVersions)
      .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
      .innerJoin(documentVersions, eq(documentVersions.roundId, inputVersions.roundId))
      .where(and(eq(documentVersions.id, documentVersionId), counting)),
    db
      .select({
        ...{ id: answers.id, stance: answers.choice, anchor: paragraphs.anchor },
        ...{ sender: inputVersions.senderName, inputId: inputVersions.inputId },
        versionNumber: inputVersions.number,
        quote: sql<string | null>`${answers.anchor}->>'quote'`,
      })
      .from(answers)
      .innerJoin(inputVersions, eq(inputVersions.id, answers.versionId))
      .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
      .innerJoin(paragraphs, eq(paragraphs.id, answers.paragraphId))
      .where(and(eq(paragraphs.versionId, documentVersionId), isNotNull(answers.choice), counting))
      .orderBy(asc(paragraphs.position), asc(inputVersions.senderName), asc(answers.id))
      .limit(MOST_SHOWN),
  ])
  const byParagraph = new Map<string, ParagraphComment[]>()
  for (const { anchor, stance, ...row } of rows) {
    if (!isStance(stance)) continue
    byParagraph.set(anchor, [...(byParagraph.get(anchor) ?? []), { ...row, stance }])
  }
  return {
    inputs: all?.inputs ?? 0,
    commenting: new Set(rows.map(({ inputId }) => inputId)).size,
    cut: rows.length === MOST_SHOWN,
    paragraphs: [...byParagraph].map(([anchor, comments]) => ({ anchor, comments })),
  }
}

export type ParagraphComments = Awaited<ReturnType<typeof listParagraphComments>>
