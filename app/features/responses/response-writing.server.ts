import { and, eq, isNull } from 'drizzle-orm'
import { lockFinding } from '#app/features/findings/writing.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { textOver } from '#app/features/strategies/written.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { citations, responses, responseVersions } from '#db/schema/index.ts'
import type { Disposition } from './disposition.ts'
import { responseApproved, responsePublished, responseWritten } from './events.ts'
import type { ResponseWriting } from './forms.ts'
import { approvalRefusal, responseRefusal } from './policy.ts'
import { revisionToPublish, stopsApproval, stopsPublication } from './response.ts'
import { factsOf, problemsWith } from './response-facts.server.ts'

/** Which response of a finding: to all of it, or to one passage it cites. */
export type Answering = { findingId: string; citationId: string | null }

/**
 * Saves what is made of a finding or of one of its citations; every save is kept. Somebody who wrote from an older state
 * is told ('stale') and nothing is saved. A reason may be missing until it is approved. A public response stays as it is
 * until what is written now is approved and published.
 */
export function writeResponse(actor: Actor, answering: Answering, form: ResponseWriting) {
  return tx(async (tx) => {
    const held = await holdResponse(tx, answering)
    if (!held) return refuse('not-found')
    const { finding, response } = held
    const refusal = responseRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'write-response', async () => {
      if ((response?.revision ?? 0) !== form.revision) return refuse('stale')
      const at = await databaseNow(tx)
      const { disposition } = form
      const reason = textOver(
        response?.reason ?? null,
        form.reasonNb,
        form.reasonNn,
        form.reasonEn,
        form.reasonSv,
      )
      const written = { disposition, reason, revision: form.revision + 1 }
      const by = { updatedAt: at, updatedBy: actor.personId }
      const responseId = await save(tx, response?.id ?? null, {
        ...{ strategyId: finding.strategyId, ...answering, ...written, ...by },
        ...(!response && { createdAt: at, createdBy: actor.personId }),
      })
      await tx.insert(responseVersions).values({
        ...{ responseId, strategyId: finding.strategyId, ...written, at, by: actor.personId },
      })
      await record(tx, {
        ...{ kind: responseWritten, actorId: actor.personId, subjectId: responseId },
        ...{ strategyId: finding.strategyId, at, data: { revision: written.revision, disposition } },
      })
      return { responseId, revision: written.revision }
    })
  })
}

async function save(tx: Transaction, id: string | null, values: typeof responses.$inferInsert) {
  if (id) {
    await tx.update(responses).set(values).where(eq(responses.id, id))
    return id
  }
  const [made] = await tx.insert(responses).values(values).returning({ id: responses.id })
  if (!made) throw new Error('The response was not written')
  return made.id
}

/**
 * A lead approves what is written, in the revision they read. Refused when it was written on meanwhile ('stale'), without a
 * reason, and when it says the text follows and shows no change though the later version is public.
 */
export function approveResponse(actor: Actor, answering: Answering, form: { key: string; revision: number }) {
  return tx(async (tx) => {
    const held = await holdResponse(tx, answering)
    if (!held?.response) return refuse('not-found')
    const { finding, response } = held
    const refusal = approvalRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'approve-response', async () => {
      const { revision } = response
      if (revision !== form.revision) return refuse('stale')
      const said = { ...response, disposition: response.disposition as Disposition }
      const [stop] = problemsWith(said, await factsOf(tx, finding)).filter(stopsApproval)
      if (stop) return refuse(stop)
      const at = await databaseNow(tx)
      await tx
        .update(responses)
        .set({ approvedAt: at, approvedBy: actor.personId, approvedRevision: revision })
        .where(eq(responses.id, response.id))
      await record(tx, {
        ...{ kind: responseApproved, actorId: actor.personId, subjectId: response.id },
        ...{ strategyId: finding.strategyId, at, data: { revision } },
      })
      return { responseId: response.id }
    })
  })
}

/**
 * Makes the approved revision public, whatever is written since: those are the words that are judged. Refused when none is
 * approved, when another was approved than the one seen, when its finding is not public, and as approval is.
 */
export function publishResponse(actor: Actor, answering: Answering, form: { key: string; revision: number }) {
  return tx(async (tx) => {
    const held = await holdResponse(tx, answering)
    if (!held?.response) return refuse('not-found')
    const { finding, response } = held
    const refusal = responseRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'publish-response', async () => {
      const { approvedRevision } = response
      if (approvedRevision === null) return refuse('not-approved')
      if (approvedRevision !== form.revision) return refuse('stale')
      if (revisionToPublish(response) === null) return { responseId: response.id }
      const approved = await versionOf(tx, response.id, approvedRevision)
      const said = { ...approved, id: response.id, citationId: response.citationId }
      const [stop] = problemsWith(said, await factsOf(tx, finding)).filter(stopsPublication)
      if (stop) return refuse(stop)
      const at = await databaseNow(tx)
      await tx
        .update(responses)
        .set({ publishedAt: at, publishedBy: actor.personId, publishedRevision: approvedRevision })
        .where(eq(responses.id, response.id))
      await record(tx, {
        ...{ kind: responsePublished, actorId: actor.personId, subjectId: response.id },
        ...{ strategyId: finding.strategyId, at, data: { revision: approvedRevision } },
      })
      return { responseId: response.id }
    })
  })
}

async function versionOf(tx: Transaction, responseId: string, revision: number) {
  const [version] = await tx
    .select({ disposition: responseVersions.disposition, reason: responseVersions.reason })
    .from(responseVersions)
    .where(and(eq(responseVersions.responseId, responseId), eq(responseVersions.revision, revision)))
  if (!version) throw new Error('The approved revision is not kept')
  return { ...version, disposition: version.disposition as Disposition }
}

/**
 * The finding and its response, held until the transaction ends: there is one response to each, and publication sees the
 * finding as it is. Null where the finding, or the citation in it, is not there.
 */
export async function holdResponse(tx: Transaction, { findingId, citationId }: Answering) {
  const finding = await lockFinding(tx, findingId)
  if (!finding) return null
  if (citationId) {
    const [cited] = await tx
      .select({ id: citations.id })
      .from(citations)
      .where(and(eq(citations.id, citationId), eq(citations.findingId, findingId)))
    if (!cited) return null
  }
  const to = citationId ? eq(responses.citationId, citationId) : isNull(responses.citationId)
  const [response] = await tx
    .select()
    .from(responses)
    .where(and(eq(responses.findingId, findingId), to))
    .for('update')
  return { finding, response: response ?? null }
}
