import { eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { findings } from '#db/schema/index.ts'
import { checkFindings } from './checking.server.ts'
import { holdCited } from './cited.server.ts'
import { approvalWithdrawn, findingApproved } from './events.ts'
import { approvalRefusal } from './policy.ts'
import { lockFinding } from './writing.server.ts'

/**
 * A lead approves the revision that was read. Refused where somebody has written since ('stale'), and where a check finds
 * anything ('problems'): what the page lists.
 */
export function approveFinding(
  actor: Actor,
  findingId: string,
  { key, revision }: { key: string; revision: number },
) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId } = finding
    const refusal = approvalRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'approve-finding', async () => {
      if (finding.revision !== revision) return refuse('stale')
      if (finding.approvedRevision === revision) return { revision }
      await holdCited(tx, findingId)
      const at = await databaseNow(tx)
      const checked = await checkFindings(tx, [finding], at)
      if (checked.get(findingId)?.problems.length !== 0) return refuse('problems')
      await tx
        .update(findings)
        .set({ approvedAt: at, approvedBy: actor.personId, approvedRevision: revision })
        .where(eq(findings.id, findingId))
      await record(tx, {
        ...{ kind: findingApproved, actorId: actor.personId, subjectId: findingId },
        ...{ strategyId, at, data: { revision } },
      })
      return { revision }
    })
  })
}

/** Takes an approval back. What is published stays published. */
export function withdrawApproval(actor: Actor, findingId: string, key: string) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId, approvedRevision } = finding
    const refusal = approvalRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'withdraw-approval', async () => {
      if (approvedRevision === null) return { withdrawn: false }
      await takeApprovalBack(tx, finding, actor, await databaseNow(tx))
      return { withdrawn: true }
    })
  })
}

/** The finding, which is held, is approved no more. */
export async function takeApprovalBack(
  tx: Transaction,
  { id, strategyId, approvedRevision }: typeof findings.$inferSelect,
  actor: Actor,
  at: Date,
) {
  await tx
    .update(findings)
    .set({ approvedAt: null, approvedBy: null, approvedRevision: null })
    .where(eq(findings.id, id))
  await record(tx, {
    ...{ kind: approvalWithdrawn, actorId: actor.personId, subjectId: id },
    ...{ strategyId, at, data: { revision: approvedRevision } },
  })
}
