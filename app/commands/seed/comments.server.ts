import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { anchorOf } from '#app/features/inputs/anchor.ts'
import { commentBody, readComment } from '#app/features/inputs/comment.ts'
import { digest } from '#app/features/inputs/content-hash.server.ts'
import { translator } from '#app/messages/translator.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import * as schema from '#db/schema/index.ts'
import { type CommentContent, comments } from '#db/seed/content/comments.ts'
import type { InputContent } from '#db/seed/content/content.ts'
import { found, type Seeded } from './frame.server.ts'

/** A comment of the demo as a draft and a version hold it. */
export type SeededComment = Awaited<ReturnType<typeof commentsOf>>[number]

/** What the demo's senders said of the draft their round asks about. */
export async function commentsOf(tx: Transaction, seeded: Seeded, content: InputContent) {
  const own = comments.filter(({ input }) => input === content.key)
  const roundId = found(seeded.rounds.get(content.round), content.round).id
  return Promise.all(own.map((comment) => commentOn(tx, roundId, comment)))
}

async function commentOn(tx: Transaction, roundId: string, content: CommentContent) {
  const name = `${content.input}/${content.paragraph}`
  const [row] = await tx
    .select({
      id: schema.paragraphs.id,
      versionId: schema.paragraphs.versionId,
      text: schema.paragraphs.text,
    })
    .from(schema.paragraphs)
    .innerJoin(schema.documentVersions, eq(schema.documentVersions.id, schema.paragraphs.versionId))
    .where(and(eq(schema.documentVersions.roundId, roundId), eq(schema.paragraphs.anchor, content.paragraph)))
    .limit(1)
  const paragraph = found(row, name)
  const { lang, stance, words = '', proposal = '', reason = '' } = content
  const placed = anchorOf(paragraph.text, lang, { quote: words })
  const said = readComment({ stance, proposal, reason })
  if ('refusal' in placed || 'refusal' in said) throw new Error(`The demo's comment ${name} is not one`)
  const t = translator(lang, 'public')
  const { stance: choice, ...data } = said
  const body = commentBody(data, {
    proposal: t('comment.proposalHeading'),
    reason: t('comment.reasonHeading'),
  })
  const at = { paragraphId: paragraph.id, anchor: placed.anchor }
  return {
    ...{ id: v7(), documentVersionId: paragraph.versionId, ...at, body, choice, data },
    canonicalText: body && canonicalText(body),
    digest: digest({ ...at, body, choice, data }),
  }
}

/** Puts the comments in the draft, by whoever answers. */
export async function seedDraftComments(
  tx: Transaction,
  { strategyId }: Seeded,
  draft: { inputId: string; by: string | null; at: Date },
  own: readonly SeededComment[],
) {
  if (own.length === 0) return
  await tx.insert(schema.draftComments).values(
    own.map(({ choice: stance, data, ...comment }) => ({
      ...{ ...comment, ...data, stance, id: v7(), strategyId, inputId: draft.inputId },
      ...{ createdAt: draft.at, createdBy: draft.by, updatedAt: draft.at, updatedBy: draft.by },
    })),
  )
}
