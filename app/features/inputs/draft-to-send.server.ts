import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database } from '#app/platform/database.server.ts'
import { attachments, inputs, rounds } from '#db/schema/index.ts'
import { type AnswerChange, answersChanged, type SetChange, setChanged } from './changes-since.ts'
import { type DraftComment, listDraftComments, listSentComments } from './comments.server.ts'
import { type Draft, findDraft } from './drafts.server.ts'
import { effectiveVersions } from './effective.ts'
import { findReceipt } from './receipts.server.ts'
import { listSentFiles, type SentFile, sentFileColumns } from './sent-version.server.ts'
import { findSignOff, type SignOffView } from './sign-off.server.ts'

/** A draft as the pages before sending show it: everything that would go, and what stands in the way. */
export type DraftToSend = Draft & {
  /** The database's clock, which the deadline is judged by. */
  now: Date
  allowsCorrections: boolean
  allowsWithdrawal: boolean
  /** Null for a private person, who asks nobody. */
  signOff: SignOffView | null
  comments: DraftComment[]
  files: SentFile[]
}

/** The draft and all that goes with it; null when it is not there or not the actor's. */
export async function findDraftToSend(
  actor: Actor,
  slug: string,
  inputId: string,
): Promise<DraftToSend | null> {
  const draft = await findDraft(actor, slug, inputId)
  if (!draft) return null
  const [[rules], signOff, comments, files] = await Promise.all([
    findRules(inputId),
    findSignOff(inputId),
    listDraftComments(inputId),
    listDraftFiles(inputId),
  ])
  return rules ? { ...draft, ...rules, signOff, comments, files } : null
}

/** What the round lets a sender do after sending, and what time it is. Asks no policy: the caller has found the input. */
export function findRules(inputId: string) {
  return database()
    .db.select({
      allowsCorrections: rounds.allowsCorrections,
      allowsWithdrawal: rounds.allowsWithdrawal,
      now: sql`clock_timestamp()`.mapWith((text: string) => new Date(text)),
    })
    .from(inputs)
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .where(eq(inputs.id, inputId))
}

function listDraftFiles(inputId: string): Promise<SentFile[]> {
  return database()
    .db.select(sentFileColumns)
    .from(attachments)
    .where(and(eq(attachments.inputId, inputId), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.uploadedAt), asc(attachments.id))
    .limit(100)
}

/** What differs between the version that counts and the draft. */
export type ChangesSince = {
  number: number
  submittedAt: Date
  kind: string
  answers: AnswerChange[]
  comments: SetChange
  files: SetChange
}

/** What was changed since the sender last sent what counts; null when nothing was sent. */
export async function findChangesSince(actor: Actor, draft: DraftToSend): Promise<ChangesSince | null> {
  const base = effectiveVersions(draft.versions).findLast(({ kind }) => kind !== 'registered')
  const sent = base && (await findReceipt(actor, draft.sender.slug, draft.id, base.number))
  if (!sent) return null
  const [comments, files] = await Promise.all([
    listSentComments(sent.version.id),
    listSentFiles(sent.version.id),
  ])
  const { number, submittedAt, kind } = sent.version
  return {
    ...{ number, submittedAt, kind },
    answers: answersChanged(sent.questions, draft.questions),
    comments: setChanged(comments.map(commentMark), draft.comments.map(commentMark)),
    files: setChanged(
      files.map(({ id }) => id),
      draft.files.map(({ id }) => id),
    ),
  }
}

// Comments have no identity once they are sent; those that say the same of the same words are one.
const commentMark = ({
  paragraphId,
  stance,
  proposal,
  reason,
  anchor,
}: Pick<DraftComment, 'paragraphId' | 'stance' | 'proposal' | 'reason' | 'anchor'>) =>
  JSON.stringify([paragraphId, stance, proposal, reason, anchor?.startCp, anchor?.endCp, anchor?.lang])
