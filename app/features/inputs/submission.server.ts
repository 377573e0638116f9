import { v7 } from 'uuid'
import type { Actor } from '#app/features/identity/actor.ts'
import { tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import type { inputVersions } from '#db/schema/index.ts'
import {
  type AnswerContent,
  answerFromRow,
  answersMissing,
  answerText,
  anythingWritten,
  isAnswered,
} from './answers.ts'
import { contentHash } from './content-hash.server.ts'
import { inputSubmitted } from './events.ts'
import {
  effectiveDeadline,
  isLate,
  type SubmissionRefusal,
  submissionRefusal,
  type VersionKind,
  versionKind,
} from './input.ts'
import { mayRead, maySubmit } from './policy.ts'
import { receiptNumber } from './receipt.ts'
import { holdRound, insertFrozen, lockDraft, readInput } from './statements.server.ts'

/** What the sender gets for what it sent. */
export type Acknowledgement = {
  versionId: string
  receiptNumber: string
  submittedAt: Date
  lateAt: Date | null
}

/**
 * Receives a draft: freezes it as an immutable version and gives the receipt. The same key gives the same receipt,
 * also to the second of two posts at once. Another key is another version, for as long as the round takes input.
 */
export function submitInput(
  actor: Actor,
  inputId: string,
  key: string,
): Promise<{ receipt: Acknowledgement } | Refused<SubmissionRefusal> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    // One journey: each statement starts when the one before it is done, so the clock is read under both locks.
    const asked = { inputId }
    const [[draft], [round], [read]] = await Promise.all([
      lockDraft(tx, asked),
      holdRound(tx, asked),
      readInput(tx, asked),
    ])
    if (!draft || !round || !read || !mayRead(actor, draft)) return refuse('not-found')
    if (!maySubmit(actor, draft)) return refuse('forbidden')
    const { now, sequence, sent, written } = read
    const done = sent.find((version) => version.key === key)
    if (done) return { receipt: receiptAgain(done) }

    const given = written.map((row) => ({
      ...row,
      answer: answerFromRow(row.kind, { data: null, importance: null, ...row }),
    }))
    const byQuestion = new Map(given.map(({ id, answer }) => [id, answer]))
    const refusal = submissionRefusal(
      {
        sender: round,
        withdrawnAt: draft.withdrawnAt,
        unansweredRequired: answersMissing(given, byQuestion).length,
        anythingWritten: anythingWritten(byQuestion.values()),
      },
      round,
      now,
    )
    if (refusal) return refuse(refusal)

    const { version, answers } = freeze(draft, given, {
      number: (sent[0]?.number ?? 0) + 1,
      kind: versionKind(sent),
      lang: draft.writtenForm === 'neutral' ? actor.locale : draft.writtenForm,
      submittedAt: now,
      submittedBy: actor.personId,
      deadlineAt: effectiveDeadline(round, round),
      lateAt: isLate(round, round, now) ? now : null,
      receiptSequence: sequence,
      receiptNumber: receiptNumber(now, sequence),
      idempotencyKey: key,
      inputId,
    })
    await Promise.all([
      insertFrozen(tx, {
        ...version,
        lateText: version.lateAt?.toISOString() ?? null,
        answers: JSON.stringify(answers),
      }),
      record(tx, {
        kind: inputSubmitted,
        actorId: actor.personId,
        subjectId: version.id,
        strategyId: draft.strategyId,
        at: now,
        data: { inputId },
      }),
    ])
    const { id: versionId, receiptNumber: number, submittedAt, lateAt } = version
    return { receipt: { versionId, receiptNumber: number, submittedAt, lateAt } }
  })
}

type LockedDraft = Awaited<ReturnType<typeof lockDraft>>[number]
type Read = Awaited<ReturnType<typeof readInput>>[number]
type Given = Read['written'][number] & { answer: AnswerContent | null }
type Circumstances = Omit<
  typeof inputVersions.$inferInsert,
  | 'strategyId'
  | 'roundId'
  | 'senderName'
  | 'senderKind'
  | 'senderNumber'
  | 'senderCounty'
  | 'contentHash'
  | 'id'
> & { kind: VersionKind; lateAt: Date | null }

/** The rows that say for ever what was received: the sender as it was, the answers, and the sum over it all. */
function freeze(draft: LockedDraft, given: readonly Given[], circumstances: Circumstances) {
  const { strategyId, roundId, senderName, senderKind, senderNumber, senderCounty } = draft
  const sender = { senderName, senderKind, senderNumber, senderCounty }
  const version = { id: v7(), strategyId, roundId, ...sender, ...circumstances }
  const sent = given.filter(({ answer }) => isAnswered(answer))
  const answers = sent.map(({ id: questionId, body, choice }) => ({ questionId, body, choice }))
  const rows = sent.map(({ id: question_id, body, choice, answer }) => ({
    ...{ id: v7(), question_id, body, choice },
    canonical_text: answer && answerText(answer),
  }))
  return { version: { ...version, contentHash: contentHash({ ...version, answers }) }, answers: rows }
}

function receiptAgain({
  versionId,
  receiptNumber,
  submittedAt,
  lateAt,
}: Read['sent'][number]): Acknowledgement {
  const moment = new Date(submittedAt)
  return { versionId, receiptNumber, submittedAt: moment, lateAt: lateAt === null ? null : new Date(lateAt) }
}
