import { createHash } from 'node:crypto'
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
import { receiptNumber, receiptPayload } from './receipt.ts'
import {
  holdRound,
  insertAnswers,
  insertVersion,
  listSent,
  listWritten,
  lockDraft,
  readClock,
} from './statements.server.ts'

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
    const [[draft], [round], [clock], sent, written] = await Promise.all([
      lockDraft(tx, asked),
      holdRound(tx, asked),
      readClock(tx),
      listSent(tx, asked),
      listWritten(tx, asked),
    ])
    if (!draft || !round || !clock || !mayRead(actor, draft)) return refuse('not-found')
    if (!maySubmit(actor, draft)) return refuse('forbidden')
    const done = sent.find(({ idempotencyKey }) => idempotencyKey === key)
    if (done) return { receipt: receiptOf(done) }

    const now = new Date(clock.now)
    const given = written.map((row) => ({ ...row, answer: answerFromRow(row.kind, row) }))
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

    const frozen = freeze(draft, given, {
      number: (sent[0]?.number ?? 0) + 1,
      kind: versionKind(sent),
      lang: draft.writtenForm === 'neutral' ? actor.locale : draft.writtenForm,
      submittedAt: now,
      submittedBy: actor.personId,
      deadlineAt: effectiveDeadline(round, round),
      lateAt: isLate(round, round, now) ? now : null,
      receiptSequence: Number(clock.sequence),
      receiptNumber: receiptNumber(yearInOslo(now), Number(clock.sequence)),
      idempotencyKey: key,
      inputId,
    })
    await Promise.all([
      insertVersion(tx, { ...frozen.version, lateText: frozen.version.lateAt?.toISOString() ?? null }),
      insertAnswers(tx, { rows: JSON.stringify(frozen.answers) }),
      record(tx, {
        kind: inputSubmitted,
        actorId: actor.personId,
        subjectId: frozen.version.id,
        strategyId: draft.strategyId,
        at: now,
        data: { inputId },
      }),
    ])
    return { receipt: receiptOf({ ...frozen.version, versionId: frozen.version.id }) }
  })
}

type LockedDraft = Awaited<ReturnType<typeof lockDraft>>[number]
type Given = Awaited<ReturnType<typeof listWritten>>[number] & { answer: AnswerContent | null }
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
  const contentHash = sha256(receiptPayload({ ...version, answers }))
  const rows = sent.map(({ id: question_id, body, choice, answer }) => ({
    ...{ id: v7(), strategy_id: strategyId, version_id: version.id, question_id, body, choice },
    canonical_text: answer && answerText(answer),
  }))
  return { version: { ...version, contentHash }, answers: rows }
}

function receiptOf({ versionId, receiptNumber, submittedAt, lateAt }: Acknowledgement): Acknowledgement {
  return { versionId, receiptNumber, submittedAt, lateAt }
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const osloYear = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', year: 'numeric' })
const yearInOslo = (moment: Date) => Number(osloYear.format(moment))
