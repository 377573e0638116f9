import { v7 } from 'uuid'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, Overtaken, persistently, type Transaction } from '#app/platform/database.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { inputSubmitted } from './events.ts'
import {
  type Draft,
  effectiveDeadline,
  holdsUntil,
  isLate,
  type SubmissionRefusal,
  submissionRefusal,
  versionKind,
} from './input.ts'
import { anonymousName } from './naming.ts'
import { mayRead, maySubmit } from './policy.ts'
import { openReceiptPayload } from './receipt.ts'
import { sealDraft } from './sealing.server.ts'
import type { Handling, Sending } from './sending.ts'
import { approvalCovers } from './sign-off.ts'
import { type DraftRead, freezeDraft, holdDraft, readDraft } from './statements.server.ts'
import { likelyLanguage } from './written-language.ts'

/** What the sender gets for what it sent. */
export type Acknowledgement = {
  versionId: string
  receiptNumber: string
  submittedAt: Date
  lateAt: Date | null
}

/** What came of sending a draft. */
export type Outcome =
  | { receipt: Acknowledgement }
  | Refused<SubmissionRefusal>
  | Refused<'not-found' | 'forbidden'>

type Asked = { actor: Actor; inputId: string; key: string; sending: Sending }

/**
 * Receives a draft: freezes it as an immutable version and gives the receipt. The same key gives the same receipt,
 * also to the second of two posts at once. Another key is another version, for as long as the round takes input.
 *
 * Two statements and no transaction around them: what there is, and, when it is decided that it is received, the
 * version. The second holds what the decision rests on and does nothing if that has changed or the time is up; then it
 * is decided again. Texts stay in the database: what freezing them gives was made when they were saved.
 */
export function submitInput(
  actor: Actor,
  inputId: string,
  key: string,
  sending: Sending = { as: 'usual' },
): Promise<Outcome> {
  const asked = { actor, inputId, key, sending }
  return persistently(async () => {
    for (let tries = 0; tries < 3; tries++) {
      const outcome = await attempt(null, asked)
      if (outcome === 'hold-first') break
      if (outcome !== 'overtaken') return outcome
    }
    return heldFirst(asked)
  })
}

/** The same with the draft held before it is read: where approvals count, which no number tells of, or in a throng. */
function heldFirst(asked: Asked): Promise<Outcome> {
  return database().db.transaction(async (tx) => {
    await holdDraft(tx, asked)
    const outcome = await attempt(tx, asked)
    if (outcome === 'overtaken' || outcome === 'hold-first') throw new Overtaken()
    return outcome
  })
}

async function attempt(
  tx: Transaction | null,
  { actor, inputId, key, sending }: Asked,
): Promise<Outcome | 'overtaken' | 'hold-first'> {
  const [read] = await readDraft(tx, { inputId, key, as: sending.as })
  if (!read || !mayRead(actor, read)) return refuse('not-found')
  if (!maySubmit(actor, read)) return refuse('forbidden')
  if (read.again) return { receipt: receiptAgain(read.again) }
  if (read.unsealed > 0) {
    await sealDraft(inputId)
    return 'overtaken'
  }
  const now = new Date(read.now)
  const round = roundOf(read)
  const refusal = submissionRefusal(draftOf(read, sending), round, now)
  if (refusal) return refuse(refusal)
  if (read.approvalRequired && tx === null) return 'hold-first'

  const versionId = v7()
  const late = isLate(round, round, now)
  const { what, ...values } = freeze(read, { actor, inputId, key, sending }, versionId)
  const limits = { until: holdsUntil(round, round, now), deadlineAt: effectiveDeadline(round, round) }
  const moments = { until: limits.until.toISOString(), deadlineAt: limits.deadlineAt.toISOString() }
  const frozen = freezeDraft(tx, what, { ...values, ...moments, late })
  const [received] = tx ? await frozen : await frozen.catch(overtakenOr)
  if (!received) return 'overtaken'
  const submittedAt = new Date(received.at)
  const { receiptNumber } = received
  return { receipt: { versionId, receiptNumber, submittedAt, lateAt: late ? submittedAt : null } }
}

/** Somebody else sent the input meanwhile, under this key or another. */
function overtakenOr(error: unknown): [] {
  const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string }
  if (code === '23505' && /^input_versions_(key|number)$/.test(constraint ?? '')) return []
  throw error
}

const momentOf = (text: string) => new Date(text)
const momentOrNull = (text: string | null) => (text === null ? null : new Date(text))

function roundOf(read: DraftRead) {
  return {
    opensAt: momentOf(read.opensAt),
    deadlineAt: momentOf(read.deadlineAt),
    acceptsLateUntil: momentOrNull(read.acceptsLateUntil),
    closedAt: momentOrNull(read.closedAt),
    groupDeadlineAt: momentOrNull(read.groupDeadlineAt),
    extendedUntil: momentOrNull(read.extendedUntil),
    allowsCorrections: read.allowsCorrections,
  }
}

function draftOf(read: DraftRead, { as }: Sending): Draft {
  const { withdrawnAt, adoptedBefore, approvalRequired, signOff, draftRevision } = read
  const anythingWritten = read.answered + read.comments + read.files > 0
  const noRemarks = as === 'no-remarks'
  return {
    sender: roundOf(read),
    unansweredRequired: read.missing,
    anythingWritten,
    withdrawnAt: momentOrNull(withdrawnAt),
    kind: versionKind(read.sentBefore, as),
    adoptedBefore,
    noRemarks,
    approvalMissing:
      approvalRequired && !approvalCovers(signOff, { draftRevision, anythingWritten }, noRemarks),
  }
}

/** What says for ever what was received: the sender as it was, what goes with it, and the text its sum is made of. */
function freeze(read: DraftRead, { actor, inputId, key, sending }: Asked, versionId: string) {
  const { roundId, roundState, draftRevision, writtenForm, naming } = read
  const noRemarks = sending.as === 'no-remarks'
  const handling = handlingOf(sending)
  // Whoever stands without a name does so here too, for ever.
  const nameless = naming === 'anonymous'
  const said = {
    ...{ roundId, inputId, number: read.lastNumber + 1, kind: versionKind(read.sentBefore, sending.as) },
    ...{ senderName: nameless ? anonymousName : read.senderName, senderKind: read.senderKind },
    ...{ senderNumber: read.senderNumber, noRemarks, naming, handling },
  }
  const [answers, files] = noRemarks ? [0, 0] : [read.answered + read.comments, read.files]
  const rest = read.comments + read.files === 0 ? ('answers' as const) : ('everything' as const)
  return {
    what: answers + files === 0 ? ('nothing' as const) : rest,
    ...{ ...said, versionId, roundState, draftRevision, key, answers, files },
    ...openReceiptPayload(said, { answers: answers > 0, files: files > 0 }, versionId),
    stray: `{${(read.stray ?? []).join(',')}}`,
    handling: handling && JSON.stringify(handling),
    senderCounty: read.senderCounty,
    lang: sending.lang ?? likelyLanguage(writtenForm, actor.locale),
    submittedBy: nameless ? null : actor.personId,
    actorId: actor.personId,
    ...{ eventId: v7(), eventType: inputSubmitted.type },
  }
}

/** What is said of the way a version came about; nothing where nothing was filled in. */
function handlingOf(sending: Sending): Handling | null {
  const handling = 'handling' in sending ? sending.handling : undefined
  return handling && Object.keys(handling).length > 0 ? handling : null
}

function receiptAgain(again: NonNullable<DraftRead['again']>): Acknowledgement {
  const { versionId, receiptNumber, submittedAt, lateAt } = again
  return { versionId, receiptNumber, submittedAt: momentOf(submittedAt), lateAt: momentOrNull(lateAt) }
}
