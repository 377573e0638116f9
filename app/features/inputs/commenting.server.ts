import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { translator } from '#app/messages/translator.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { type Locale, localeOf } from '#app/platform/locale.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import {
  documentVersions,
  draftComments,
  inputs,
  organisations,
  paragraphs,
  people,
} from '#db/schema/index.ts'
import { type Anchor, anchorOf, type Marked } from './anchor.ts'
import {
  type CommentWords,
  commentBody,
  isStance,
  MOST_COMMENTS,
  readComment,
  sameComment,
} from './comment.ts'
import { digest } from './content-hash.server.ts'
import { holdInput, touchDraft } from './held.server.ts'
import { mayWrite } from './policy.ts'

/** What a member writes of a paragraph, as it was typed. */
export type TypedComment = { stance: string; proposal: string; reason: string }

/** Two have changed the same comment; what was typed is with whoever asked, and this is what stands. */
export type CommentConflict = CommentWords & {
  revision: number
  by: string | null
  at: Date
  removed: boolean
}

/** Writes a comment on a paragraph of a version that was put out in the input's round, or on words in it. */
export function addComment(
  actor: Actor,
  inputId: string,
  { versionId, paragraphId, lang, marked, typed, key }: NewComment,
) {
  return tx(async (tx) => {
    const input = await holdToWrite(tx, actor, inputId)
    if ('refusal' in input) return input
    const asked = keyWith(key, { versionId, paragraphId, lang, marked, typed })
    return once(tx, actor.personId, asked, `comment ${inputId}`, async () => {
      const words = readComment(typed)
      if ('refusal' in words) return words
      const text = await findParagraph(tx, inputId, versionId, paragraphId)
      if (!text) return refuse('paragraph-unknown')
      const found = anchorOf(text, lang, { ...marked, quote: cleanText(marked.quote) })
      if ('refusal' in found) return found
      const standing = and(eq(draftComments.inputId, inputId), isNull(draftComments.removedAt))
      if ((await tx.$count(draftComments, standing)) >= MOST_COMMENTS) return refuse('too-many-comments')
      const at = await databaseNow(tx)
      const place = { strategyId: input.strategyId, inputId, documentVersionId: versionId, paragraphId }
      const [made] = await tx
        .insert(draftComments)
        .values({
          ...{ ...place, anchor: found.anchor, ...words },
          ...sealed(paragraphId, found.anchor, words, await writtenFormOf(tx, actor, inputId)),
          ...{ createdAt: at, createdBy: actor.personId, updatedAt: at, updatedBy: actor.personId },
        })
        .returning({ id: draftComments.id })
      if (!made) throw new Error('The comment was not written')
      await touchDraft(tx, inputId)
      return { commentId: made.id }
    })
  })
}

export type NewComment = {
  versionId: string
  paragraphId: string
  lang: string
  marked: Marked
  typed: TypedComment
  key: string
}

/**
 * Changes a comment, whoever of the members wrote it, if nobody changed it since the revision it was read in; saying
 * what already stands is no conflict. One that was taken away meanwhile comes back when it is changed by somebody who was
 * told so. The place it is about stays.
 */
export function changeComment(
  actor: Actor,
  inputId: string,
  commentId: string,
  { revision, typed }: { revision: number; typed: TypedComment },
) {
  return tx(async (tx) => {
    const held = await holdComment(tx, actor, inputId, commentId)
    if ('refusal' in held) return held
    const words = readComment(typed)
    if ('refusal' in words) return words
    const { comment } = held
    if (sameComment(words, comment) && comment.removedAt === null) return { commentId }
    if (comment.revision !== revision) return conflictWith(comment)
    const { paragraphId, anchor } = comment
    await tx
      .update(draftComments)
      .set({
        ...words,
        ...sealed(paragraphId, anchor, words, await writtenFormOf(tx, actor, inputId)),
        ...{ revision: revision + 1, removedAt: null, removedBy: null },
        ...{ updatedAt: await databaseNow(tx), updatedBy: actor.personId },
      })
      .where(eq(draftComments.id, commentId))
    await touchDraft(tx, inputId)
    return { commentId }
  })
}

/** Takes a comment out of the draft, unless somebody changed it meanwhile. Doing it twice is the same as once. */
export function removeComment(actor: Actor, inputId: string, commentId: string, revision: number) {
  return tx(async (tx) => {
    const held = await holdComment(tx, actor, inputId, commentId)
    if ('refusal' in held) return held
    if (held.comment.removedAt !== null) return { commentId }
    if (held.comment.revision !== revision) return conflictWith(held.comment)
    await tx
      .update(draftComments)
      .set({ removedAt: await databaseNow(tx), removedBy: actor.personId, revision: revision + 1 })
      .where(eq(draftComments.id, commentId))
    await touchDraft(tx, inputId)
    return { commentId }
  })
}

/** Puts a comment that was taken away back as it was. */
export function restoreComment(actor: Actor, inputId: string, commentId: string) {
  return tx(async (tx) => {
    const held = await holdComment(tx, actor, inputId, commentId)
    if ('refusal' in held) return held
    if (held.comment.removedAt === null) return { commentId }
    await tx
      .update(draftComments)
      .set({ removedAt: null, removedBy: null, revision: held.comment.revision + 1 })
      .where(eq(draftComments.id, commentId))
    await touchDraft(tx, inputId)
    return { commentId }
  })
}

async function holdToWrite(tx: Transaction, actor: Actor, inputId: string) {
  const input = await holdInput(tx, actor, inputId)
  if ('refusal' in input) return input
  if (!mayWrite(actor, input)) return refuse('forbidden')
  return input.withdrawnAt === null ? input : refuse('withdrawn')
}

async function holdComment(tx: Transaction, actor: Actor, inputId: string, commentId: string) {
  const input = await holdToWrite(tx, actor, inputId)
  if ('refusal' in input) return input
  const [row] = await tx
    .select({ comment: draftComments, by: people.name })
    .from(draftComments)
    .leftJoin(people, eq(people.id, draftComments.updatedBy))
    .where(and(eq(draftComments.id, commentId), eq(draftComments.inputId, inputId)))
  const stance = row?.comment.stance
  return row && isStance(stance) ? { comment: { ...row.comment, stance, by: row.by } } : refuse('not-found')
}

type Held = Exclude<Awaited<ReturnType<typeof holdComment>>, Refused>['comment']

function conflictWith({ stance, proposal, reason, revision, by, updatedAt: at, removedAt }: Held) {
  const conflict: CommentConflict = {
    stance,
    proposal,
    reason,
    revision,
    by,
    at,
    removed: removedAt !== null,
  }
  return { conflict }
}

/** The text of a paragraph that may be commented on: of a published version that was put out in the input's round. */
async function findParagraph(tx: Transaction, inputId: string, versionId: string, paragraphId: string) {
  const [paragraph] = await tx
    .select({ text: paragraphs.text, kind: paragraphs.kind })
    .from(paragraphs)
    .innerJoin(
      documentVersions,
      and(eq(documentVersions.id, paragraphs.versionId), isNotNull(documentVersions.publishedAt)),
    )
    .innerJoin(inputs, and(eq(inputs.id, inputId), eq(inputs.roundId, documentVersions.roundId)))
    .where(and(eq(paragraphs.id, paragraphId), eq(paragraphs.versionId, versionId)))
  return paragraph && paragraph.kind !== 'signature' ? paragraph.text : null
}

/** The written form the sender's own headings stand in: the organisation's, else that of whoever writes. */
async function writtenFormOf(tx: Transaction, actor: Actor, inputId: string): Promise<Locale> {
  const [sender] = await tx
    .select({ form: organisations.writtenForm })
    .from(inputs)
    .innerJoin(organisations, eq(organisations.id, inputs.organisationId))
    .where(eq(inputs.id, inputId))
  return !sender || sender.form === 'neutral' ? actor.locale : localeOf(sender.form)
}

/** What freezing a comment gives; the digest is that of the answer it becomes. */
function sealed(paragraphId: string, anchor: Anchor | null, words: CommentWords, lang: Locale) {
  const t = translator(lang, 'public')
  const { stance: choice, ...data } = words
  const body = commentBody(data, {
    proposal: t('comment.proposalHeading'),
    reason: t('comment.reasonHeading'),
  })
  return {
    body,
    canonicalText: body && canonicalText(body),
    digest: digest({ paragraphId, anchor, body, choice, data }),
  }
}
