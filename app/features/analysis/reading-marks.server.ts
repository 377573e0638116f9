import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { answers, inputVersions, people, readings } from '#db/schema/index.ts'
import { versionRead, versionUnread } from './events.ts'
import { taggingRefusal } from './policy.ts'

// As many as a version can hold.
const mostAnswers = 2_000

type Which = {
  versionId: string
  /** One answer, or all that the version says. */
  answerId: string | null
}

/** Somebody says they have read an answer, or a whole version: each of its answers. Said twice it stands as first said. */
export function markRead(actor: Actor, which: Which) {
  return tx(async (tx) => {
    const held = await findAnswers(tx, actor, which)
    if ('refusal' in held) return held
    const { version, answerIds } = held
    const at = await databaseNow(tx)
    const { strategyId, id: versionId } = version
    const personId = actor.personId
    const made = await tx
      .insert(readings)
      .values(answerIds.map((answerId) => ({ strategyId, versionId, answerId, personId, at })))
      .onConflictDoNothing()
      .returning({ answerId: readings.answerId })
    if (made.length > 0)
      await record(tx, {
        ...{ kind: versionRead, actorId: personId, subjectId: versionId, strategyId, at },
        data: { answers: made.length },
      })
    return { inputId: version.inputId, answerIds, changed: made.length }
  })
}

/** Takes back that one has read it: one's own mark, never another's. */
export function unmarkRead(actor: Actor, which: Which) {
  return tx(async (tx) => {
    const held = await findAnswers(tx, actor, which)
    if ('refusal' in held) return held
    const { version, answerIds } = held
    const gone = await tx
      .delete(readings)
      .where(and(inArray(readings.answerId, answerIds), eq(readings.personId, actor.personId)))
      .returning({ answerId: readings.answerId })
    if (gone.length > 0)
      await record(tx, {
        ...{ kind: versionUnread, actorId: actor.personId, subjectId: version.id },
        ...{ strategyId: version.strategyId, at: await databaseNow(tx), data: { answers: gone.length } },
      })
    return { inputId: version.inputId, answerIds, changed: gone.length }
  })
}

async function findAnswers(tx: Transaction, actor: Actor, { versionId, answerId }: Which) {
  const [version] = await tx
    .select({
      ...{ id: inputVersions.id, strategyId: inputVersions.strategyId, inputId: inputVersions.inputId },
    })
    .from(inputVersions)
    .where(eq(inputVersions.id, versionId))
  if (!version || taggingRefusal(actor, version.strategyId)) return refuse('not-found')
  const own = eq(answers.versionId, versionId)
  const found = await tx
    .select({ id: answers.id })
    .from(answers)
    .where(answerId ? and(own, eq(answers.id, answerId)) : own)
    .limit(mostAnswers)
  return found.length === 0 ? refuse('not-found') : { version, answerIds: found.map(({ id }) => id) }
}

/** Who has read which answers of a version, the first first. */
export function listReadings(versionId: string) {
  return database()
    .db.select({
      ...{ answerId: readings.answerId, personId: readings.personId, name: people.name, at: readings.at },
    })
    .from(readings)
    .innerJoin(people, eq(people.id, readings.personId))
    .where(eq(readings.versionId, versionId))
    .orderBy(asc(readings.at), asc(readings.personId))
    .limit(10_000)
}
