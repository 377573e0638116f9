import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import { passages } from '#db/schema/index.ts'
import { enqueuePassages } from '#search/outbox.server.ts'
import { passageRestored } from './events.ts'
import { taggingsBack } from './passage-cutting.ts'
import { carryOver, marksOf, taggedWhen, taggingsOf } from './passages-followed.server.ts'
import { holdPassage } from './passages-made.server.ts'

/**
 * Takes back a split, a join or a passage of any words: what was before comes back as it was, with what was tagged since,
 * and without what was taken away since, so that what was done before it can be taken back too. Refuses where something has
 * been split or joined again meanwhile.
 */
export function restorePassage(actor: Actor, given: { key: string; passage: string }) {
  return tx((tx) =>
    once(tx, actor.personId, given.key, 'restore-passage', async () => {
      const held = await holdPassage(tx, actor, given.passage)
      if ('refusal' in held) return held
      const { madeAt, answerId, strategyId, inputId } = held
      if (!madeAt) return refuse('nothing-to-restore')
      // What was made and what went at one moment is one act; nobody else makes passages of this input meanwhile.
      const before = await tx
        .select()
        .from(passages)
        .where(and(eq(passages.answerId, answerId), eq(passages.supersededAt, madeAt)))
        .limit(10)
      const made = await tx
        .select()
        .from(passages)
        .where(
          and(eq(passages.answerId, answerId), eq(passages.madeAt, madeAt), isNull(passages.supersededAt)),
        )
        .for('no key update')
        .limit(10)
      if (!coverSame(before, made)) return refuse('passage-changed')

      const all = await taggedWhen(tx, idsOf(before), madeAt)
      const hadByAny = new Set(all.map(({ about }) => about))
      const standing = await taggingsOf(tx, idsOf(made))
      const marks = await marksOf(tx, idsOf(made))
      const onto = []
      for (const one of before) {
        const over = new Set(
          idsOf(made.filter((other) => other.startCp < one.endCp && one.startCp < other.endCp)),
        )
        const had = new Set(all.filter(({ passageId }) => passageId === one.id).map(({ about }) => about))
        const back = taggingsBack(
          standing.filter(({ passageId }) => over.has(passageId)),
          had,
          hadByAny,
        )
        if (isRefusal(back)) return back
        onto.push({ id: one.id, standing: back, marks: marks.filter((mark) => over.has(mark.passageId)) })
      }
      const at = await databaseNow(tx)
      if (before.length > 0)
        await tx
          .update(passages)
          .set({ supersededAt: null, supersededBy: null })
          .where(inArray(passages.id, idsOf(before)))
      const outcome = await carryOver(tx, actor, { strategyId, at, old: idsOf(made), onto })
      if (isRefusal(outcome)) return outcome
      const ids = idsOf([...before, ...made])
      await record(tx, {
        ...{
          kind: passageRestored,
          actorId: actor.personId,
          subjectId: before[0]?.id ?? held.id,
          strategyId,
          at,
        },
        data: { made: idsOf(before), of: idsOf(made), inputId },
      })
      await enqueuePassages(tx, strategyId, ids)
      const [first = await passageAt(tx, held)] = before
      return { inputId, passageId: first?.id ?? null }
    }),
  )
}

type Place = { startCp: number; endCp: number }

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** Whether two sets of passages lie over the same words; what nothing was before is a passage drawn round some words. */
function coverSame(before: readonly Place[], made: readonly (Place & { origin: string })[]) {
  if (before.length === 0) return made.length === 1 && made[0]?.origin === 'span'
  const first = (rows: readonly Place[]) => Math.min(...rows.map(({ startCp }) => startCp))
  const last = (rows: readonly Place[]) => Math.max(...rows.map(({ endCp }) => endCp))
  return made.length > 0 && first(before) === first(made) && last(before) === last(made)
}

/** The paragraph a place is in, as it is divided now. */
async function passageAt(tx: Transaction, { answerId, startCp }: { answerId: string; startCp: number }) {
  const [row] = await tx
    .select({ id: passages.id })
    .from(passages)
    .where(
      and(
        eq(passages.answerId, answerId),
        isNull(passages.supersededAt),
        sql`${passages.origin} <> 'span' and ${passages.endCp} > ${startCp}`,
      ),
    )
    .orderBy(asc(passages.startCp))
    .limit(1)
  return row
}
