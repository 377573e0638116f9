import { eq, inArray } from 'drizzle-orm'
import { aPagesEffort } from '#app/features/documents/word-changes.ts'
import { database } from '#app/platform/database.server.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { answers, paragraphs, publicAnswers, questions } from '#db/schema/index.ts'
import { commentParts } from './comment.ts'
import { proposalChanges } from './comment-changes.ts'
import { inReadingOrder, saidTo } from './said-to.server.ts'

// Comments on the draft as anyone may read them: of what was said, the stored public text and nothing of the frozen
// answers; of what it was said to, words of a published document.

const MOST_COMMENTS = 2_000

/** The public comments of some versions, in the order of the document. */
export async function listPublicComments(versionIds: readonly string[]) {
  if (versionIds.length === 0) return []
  const rows = await database()
    .db.select({
      ...{ versionId: publicAnswers.versionId, body: publicAnswers.body, masks: publicAnswers.masks },
      text: publicAnswers.text,
      ...{ id: publicAnswers.answerId, stance: publicAnswers.choice },
      ...{ anchor: answers.anchor, paragraphText: paragraphs.text },
      said: saidTo(publicAnswers.answerId),
    })
    .from(publicAnswers)
    .innerJoin(answers, eq(answers.id, publicAnswers.answerId))
    .innerJoin(paragraphs, eq(paragraphs.id, answers.paragraphId))
    .leftJoin(questions, eq(questions.id, answers.questionId))
    .where(inArray(publicAnswers.versionId, [...versionIds]))
    .orderBy(...inReadingOrder)
    .limit(MOST_COMMENTS)
  const effort = aPagesEffort()
  return rows.flatMap(({ anchor, paragraphText, ...row }) => {
    const { said } = row
    if (said.kind !== 'comment') return []
    const body = row.body as RichTextDoc | null
    const { proposal, reason } = commentParts(body)
    const of = { anchor, paragraphText, proposal: canonicalText(proposal) }
    // Where something is masked, the text itself is shown: what it was compared with would tell what is not there.
    const masked = row.masks.length > 0
    return {
      ...{ id: row.id, versionId: row.versionId, stance: row.stance, said, quoteLang: anchor?.lang },
      text: row.text,
      ...(masked
        ? { body, changes: null, reason: null }
        : { body: null, changes: proposalChanges(of, effort), reason }),
      masks: masksByLaw(row.masks),
    }
  })
}

/** A comment as a published input shows it: compared with the words it is about, or, with masks in it, as a text. */
export type PublicComment = Awaited<ReturnType<typeof listPublicComments>>[number]

function masksByLaw(masks: readonly { legalBasis: string }[]) {
  const counted = new Map<string, number>()
  for (const { legalBasis } of masks) counted.set(legalBasis, (counted.get(legalBasis) ?? 0) + 1)
  return [...counted].map(([basis, count]) => ({ basis, count }))
}
