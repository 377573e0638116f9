import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { findingCounts, findings } from '#db/schema/index.ts'
import { takeApprovalBack } from './approval.server.ts'
import { sameRatio } from './count.ts'
import { chosenCount } from './count-choice.server.ts'
import { countAdded, countRemoved, countSeen } from './events.ts'
import { awaitsPublication } from './finding.ts'
import type { AddedCount, SeenCount } from './forms.ts'
import { listCounts, liveCounts, mostCounts, storedPlace } from './live-counts.server.ts'
import { findingRefusal } from './policy.ts'
import { standingProblem, standsInTexts } from './standing.server.ts'
import { lockFinding, saveAnew } from './writing.server.ts'

/**
 * Puts a number into a finding: a cell of a table over one that everyone in it stands in too. Answers what it is called in
 * the text. Refused where the table has no such number ('no-number'), where it is of nobody ('of-nobody'), where it is
 * another than whoever asks has seen ('moved'), and where the finding has as many as it may ('too-many').
 */
export function addCount(actor: Actor, findingId: string, asked: AddedCount) {
  const { key, count, of, ...choice } = asked
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId, roundId } = finding
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyWith(key, choice), 'add-count', async () => {
      const live = await chosenCount(tx, roundId, choice)
      if (!live) return refuse('no-number')
      if (live.of === 0) return refuse('of-nobody')
      if (!sameRatio(live, { count, of })) return refuse('moved')
      if ((await tx.$count(findingCounts, eq(findingCounts.findingId, findingId))) >= mostCounts)
        return refuse('too-many')
      const number = finding.lastNumber + 1
      const at = await databaseNow(tx)
      const by = actor.personId
      await tx.insert(findingCounts).values({
        ...{ strategyId, findingId, number, ...storedPlace(live), createdAt: at, createdBy: by },
        ...{ seenCount: count, seenOf: of, seenAt: at, seenBy: by },
      })
      await tx.update(findings).set({ lastNumber: number }).where(eq(findings.id, findingId))
      await record(tx, {
        ...{ kind: countAdded, actorId: by, subjectId: findingId },
        ...{ strategyId, at, data: { number, count, of, ...storedPlace(live) } },
      })
      return { number }
    })
  })
}

/**
 * Takes the number a count is now as seen; where its theme has become part of another, it is of that from then on. A number
 * that stands in the text makes the finding say something else: that is a revision of its own, and an approval that waits
 * for publication is taken back. Refused where the number is another than was seen ('moved') or no more ('gone').
 */
export function seeCount(actor: Actor, findingId: string, seen: SeenCount) {
  const { key, ...asked } = seen
  const { number, count, of } = asked
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId } = finding
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyWith(key, asked), 'see-count', async () => {
      const row = (await listCounts(tx, [findingId])).find((one) => one.number === number)
      if (!row) return refuse('gone')
      const [live = null] = await liveCounts(tx, [row])
      if (!live) return refuse('gone')
      if (!sameRatio(live, { count, of })) return refuse('moved')
      const at = await databaseNow(tx)
      const by = { seenAt: at, seenBy: actor.personId }
      await tx
        .update(findingCounts)
        .set({ ...storedPlace(live), seenCount: count, seenOf: of, ...by })
        .where(eq(findingCounts.id, row.id))
      await record(tx, {
        ...{ kind: countSeen, actorId: actor.personId, subjectId: findingId },
        ...{ strategyId, at, data: { number, was: row.seen, count, of } },
      })
      if (!sameRatio(row.seen, { count, of })) await saysOther(tx, finding, number, actor, at)
      return { number }
    })
  })
}

type Finding = typeof findings.$inferSelect

// What was approved said another number.
async function saysOther(tx: Transaction, finding: Finding, number: number, actor: Actor, at: Date) {
  const standing = await standsInTexts(tx, finding, 'count', number)
  if (standing.approved && awaitsPublication(finding)) await takeApprovalBack(tx, finding, actor, at)
  if (standing.current) await saveAnew(tx, finding, actor, at, { count: number })
}

/** Takes a number out of a finding; refused while its mark stands in the text as it is, as approved or as published. */
export function removeCount(actor: Actor, findingId: string, number: number) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const { strategyId } = finding
    const refusal = findingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const problem = standingProblem(await standsInTexts(tx, finding, 'count', number))
    if (problem) return refuse(problem)
    const [removed] = await tx
      .delete(findingCounts)
      .where(and(eq(findingCounts.findingId, findingId), eq(findingCounts.number, number)))
      .returning({ number: findingCounts.number })
    if (!removed) return { removed: false }
    await record(tx, {
      ...{ kind: countRemoved, actorId: actor.personId, subjectId: findingId },
      ...{ strategyId, at: await databaseNow(tx), data: { number } },
    })
    return { removed: true }
  })
}
