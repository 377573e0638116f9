import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database } from '#app/platform/database.server.ts'
import { dayToWrite } from '#app/platform/written-day.ts'
import { attachments, inputs, rounds, strategies } from '#db/schema/index.ts'
import { detectLanguage } from '#search/language/detector.ts'
import { type AnswerContent, answersMissing, answerText, anythingWritten as anyAnswer } from './answers.ts'
import { type AnswerChange, answersChanged, type SetChange, setChanged } from './changes-since.ts'
import { type DraftComment, listDraftComments } from './comments.server.ts'
import { type Draft, findDraft } from './drafts.server.ts'
import { effectiveVersions } from './effective.ts'
import type { TypedHandling } from './handling.ts'
import { type SubmissionRefusal, submissionRefusal, type VersionKind, versionKind } from './input.ts'
import { findReceipt } from './receipts.server.ts'
import type { Handling, Sending } from './sending.ts'
import { findSentBeside, type SentFile, sentFileColumns } from './sent-version.server.ts'
import { findSignOff, type SignOffView } from './sign-off.server.ts'
import { approvalCovers } from './sign-off.ts'
import { likelyLanguage, type WrittenLanguage } from './written-language.ts'

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
  /** Whether an answer, a comment or a file is in the draft. */
  anythingWritten: boolean
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
  const anything =
    anyAnswer(draft.questions.map(({ answer }) => answer)) || comments.length > 0 || files.length > 0
  return rules ? { ...draft, ...rules, signOff, comments, files, anythingWritten: anything } : null
}

/** Whether it would be received now, by the rule that receives it. The rule itself is asked again when it is sent. */
export function wouldBeRefused(draft: DraftToSend, as: Sending['as']): SubmissionRefusal | null {
  const { questions, versions, signOff, round, now, anythingWritten } = draft
  const answers = new Map(questions.map(({ id, answer }) => [id, answer]))
  return submissionRefusal(
    {
      ...{ sender: round, withdrawnAt: draft.withdrawnAt, noRemarks: as === 'no-remarks' },
      unansweredRequired: answersMissing(questions, answers).length,
      anythingWritten,
      kind: versionKind(
        versions.some(({ kind }) => kind !== 'registered'),
        as,
      ),
      adoptedBefore: versions.some(({ kind }) => kind === 'adopted'),
      approvalMissing:
        signOff?.required === true &&
        !approvalCovers(signOff.steps[0] ?? null, { ...signOff, anythingWritten }, as === 'no-remarks'),
    },
    { ...round, allowsCorrections: draft.allowsCorrections },
    now,
  )
}

/** What the round lets a sender do after sending, whom to ask, and what time it is. Asks no policy: the caller has found the input. */
export function findRules(inputId: string) {
  return database()
    .db.select({
      allowsCorrections: rounds.allowsCorrections,
      allowsWithdrawal: rounds.allowsWithdrawal,
      contactEmail: strategies.contactEmail,
      now: sql`clock_timestamp()`.mapWith((text: string) => new Date(text)),
    })
    .from(inputs)
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
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
  kind: VersionKind
  /** The political treatment it said was planned. */
  planned: Handling['planned'] | null
  answers: AnswerChange[]
  comments: SetChange
  files: SetChange
}

/** What was changed since the sender last sent what counts; null when nothing was sent. */
export async function findChangesSince(actor: Actor, draft: DraftToSend): Promise<ChangesSince | null> {
  const base = effectiveVersions(draft.versions).findLast(({ kind }) => kind !== 'registered')
  const sent = base && (await findReceipt(actor, draft.sender.slug, draft.id, base.number))
  if (!sent) return null
  const beside = await findSentBeside(sent.version.id)
  const { comments = [], files = [], handling = null } = beside ?? {}
  const { number, submittedAt, kind } = sent.version
  return {
    ...{ number, submittedAt, kind, planned: handling?.planned ?? null },
    answers: answersChanged(sent.questions, draft.questions),
    comments: setChanged(comments.map(commentMark), draft.comments.map(commentMark)),
    files: setChanged(
      files.map(({ id }) => id),
      draft.files.map(({ id }) => id),
    ),
  }
}

/** The planned treatment that was said before, as it is written in the fields; what has passed is not said again. */
export function plannedBefore(changes: ChangesSince | null, today: string): TypedHandling {
  const planned = changes?.planned
  if (!planned || (planned.on !== undefined && planned.on < today)) return {}
  return { 'planned-body': planned.body, 'planned-on': planned.on && dayToWrite(planned.on) }
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

/** The language the answers of a draft speak; that of whoever sends where they say too little. */
export function languageOf(
  questions: readonly { answer: AnswerContent | null }[],
  declared: string,
): WrittenLanguage {
  const texts = questions.flatMap(({ answer }) => (answer && answerText(answer)) || [])
  return likelyLanguage(detectLanguage(texts.join('\n').slice(0, 20_000), declared).lang, declared)
}
