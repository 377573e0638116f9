import { desc, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import {
  attachments,
  draftAnswers,
  draftComments,
  inputs,
  organisations,
  people,
  signOffs,
} from '#db/schema/index.ts'
import { signOffApproved, signOffAsked, signOffReopened, signOffSentBack } from './events.ts'
import { holdInput } from './held.server.ts'
import { mayApprove, mayWrite } from './policy.ts'
import {
  type DraftToApprove,
  type SignOffAct,
  type SignOffKind,
  type SignOffRefusal,
  type SignOffState,
  signOffOffered,
  signOffRefusal,
  signOffState,
} from './sign-off.ts'

/** A step as the history shows it, with who took it. */
export type SignOffStep = {
  id: string
  kind: SignOffKind
  draftRevision: number
  comment: string | null
  at: Date
  byName: string
}

/** Where a draft stands on its way to approval, and what has happened on the way. */
export type SignOffView = {
  state: SignOffState
  /** Nothing is sent in the organisation's name before an approver has approved it. */
  required: boolean
  draftRevision: number
  anythingWritten: boolean
  offered: SignOffKind[]
  /** The newest first. */
  steps: SignOffStep[]
}

const EVENTS: Record<SignOffKind, EventKind> = {
  asked: signOffAsked,
  approved: signOffApproved,
  'sent-back': signOffSentBack,
  reopened: signOffReopened,
}

/**
 * Takes a step on the ladder: asks for approval, approves, sends back with a reason, or takes it up again. A private
 * person answers alone and has no ladder: there is nothing there.
 */
export function takeSignOffStep(
  actor: Actor,
  inputId: string,
  act: SignOffAct & { comment?: string },
  key: string,
): Promise<{ kind: SignOffKind } | Refused<SignOffRefusal> | Refused<'not-found' | 'forbidden'>> {
  return tx(async (tx) => {
    const input = await holdInput(tx, actor, inputId)
    if ('refusal' in input) return input
    if (input.organisationId === null) return refuse('not-found')
    const decides = act.kind === 'approved' || act.kind === 'sent-back'
    if (!(decides ? mayApprove : mayWrite)(actor, input)) return refuse('forbidden')
    return once(tx, actor.personId, key, `sign off ${inputId}`, async () => {
      const [draft] = await tx.select(toApprove).from(inputs).where(eq(inputs.id, inputId))
      if (!draft) return refuse('not-found')
      const [latest] = await tx
        .select({ kind: stepKind, draftRevision: signOffs.draftRevision })
        .from(signOffs)
        .where(eq(signOffs.inputId, inputId))
        .orderBy(desc(signOffs.at), desc(signOffs.id))
        .limit(1)
      const words = cleanText(act.kind === 'sent-back' ? act.reason : (act.comment ?? '')).trim()
      const tried = act.kind === 'sent-back' ? { ...act, reason: words } : act
      const refusal = signOffRefusal({ ...draft, latest: latest ?? null }, tried)
      if (refusal) return refuse(refusal)
      const at = await databaseNow(tx)
      await tx.insert(signOffs).values({
        ...{ strategyId: input.strategyId, inputId, kind: act.kind, draftRevision: draft.draftRevision },
        ...{ comment: words === '' ? null : words, at, by: actor.personId },
      })
      await record(tx, {
        kind: EVENTS[act.kind],
        actorId: actor.personId,
        subjectId: inputId,
        strategyId: input.strategyId,
        at,
      })
      return { kind: act.kind }
    })
  })
}

/** The ladder of an organisation's input; null where there is none. Asks no policy: the caller has found the input. */
export async function findSignOff(inputId: string): Promise<SignOffView | null> {
  const { db } = database()
  const [[draft], steps] = await Promise.all([
    db
      .select({ ...toApprove, required: organisations.approvalRequired })
      .from(inputs)
      .innerJoin(organisations, eq(organisations.id, inputs.organisationId))
      .where(eq(inputs.id, inputId)),
    listSteps(inputId),
  ])
  if (!draft) return null
  const { required, draftRevision, anythingWritten } = draft
  const standing: DraftToApprove = { ...draft, latest: steps[0] ?? null }
  return {
    ...{ required, draftRevision, anythingWritten, steps },
    state: signOffState(standing.latest, draftRevision),
    offered: signOffOffered(standing),
  }
}

const stepKind = sql<SignOffKind>`${signOffs.kind}`

const mostSteps = 200

function listSteps(inputId: string): Promise<SignOffStep[]> {
  return database()
    .db.select({
      id: signOffs.id,
      kind: stepKind,
      draftRevision: signOffs.draftRevision,
      comment: signOffs.comment,
      at: signOffs.at,
      byName: people.name,
    })
    .from(signOffs)
    .innerJoin(people, eq(people.id, signOffs.by))
    .where(eq(signOffs.inputId, inputId))
    .orderBy(desc(signOffs.at), desc(signOffs.id))
    .limit(mostSteps)
}

/** Whether any part of the draft says something: an answer, a comment or a file. For the input of the same row. */
export const anythingInDraft = sql<boolean>`(
  exists (select from ${draftAnswers} where ${draftAnswers.inputId} = ${inputs.id} and ${draftAnswers.answered})
  or exists (select from ${draftComments} where ${draftComments.inputId} = ${inputs.id} and ${isNull(draftComments.removedAt)})
  or exists (select from ${attachments} where ${attachments.inputId} = ${inputs.id} and ${isNull(attachments.removedAt)}))`

const toApprove = {
  draftRevision: inputs.draftRevision,
  withdrawnAt: inputs.withdrawnAt,
  anythingWritten: anythingInDraft,
}
