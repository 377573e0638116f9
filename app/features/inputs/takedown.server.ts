import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal } from '#app/features/strategies/policy.ts'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  inputMasks,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  rounds,
  strategies,
  takedownRequests,
} from '#db/schema/index.ts'
import { takedownDecided, takedownRequested } from './events.ts'
import { publicSender } from './published.server.ts'
import { takedownRefusal } from './takedown.ts'
import type { takedownDecisionForm, takedownForm } from './takedown-forms.ts'
import { isTakenBack } from './taken-back.server.ts'
import { isWithheld } from './withheld.server.ts'

/** How many requests about one input may wait at a time; more would only bury what the first ones say. */
const MOST_WAITING = 100

/**
 * The input somebody wants something taken down from: only one that anyone can read now. Null for all others alike,
 * whether they are unknown, not published, withheld or withdrawn.
 */
export async function findTakedownSubject(inputId: string, now: Date) {
  const [found] = await database()
    .db.select({
      ...{ id: inputs.id, senderName: publicSender, senderKind: inputVersions.senderKind },
      strategyId: strategies.id,
      strategy: { slug: strategies.slug, title: strategies.title, contactEmail: strategies.contactEmail },
      round: {
        ...{ slug: rounds.slug, number: rounds.number, opensAt: rounds.opensAt },
        ...{ deadlineAt: rounds.deadlineAt, acceptsLateUntil: rounds.acceptsLateUntil },
        ...{ closedAt: rounds.closedAt, inputsShown: sql<InputsShown>`${rounds.inputsShown}` },
      },
    })
    .from(inputs)
    .innerJoin(inputPublications, eq(inputPublications.inputId, inputs.id))
    .innerJoin(inputVersions, eq(inputVersions.id, inputPublications.versionId))
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .innerJoin(strategies, eq(strategies.id, inputs.strategyId))
    .where(
      and(
        eq(inputs.id, inputId),
        isNull(inputs.withdrawnAt),
        isNotNull(rounds.publishedAt),
        isNotNull(strategies.publishedAt),
        sql`not ${isWithheld(inputVersions.id)}`,
        sql`not ${isTakenBack(inputVersions.id)}`,
      ),
    )
    .orderBy(sql`${inputVersions.number} desc`)
    .limit(1)
  return found && publishedInputsShown(found.round, now) ? found : null
}

export type TakedownSubject = NonNullable<Awaited<ReturnType<typeof findTakedownSubject>>>

type Request = Pick<z.output<typeof takedownForm>, 'key' | 'words' | 'reason' | 'email'>

/**
 * Takes in a request under the key of its form: the same form sent twice is one request. A form that was changed and
 * sent again is refused as 'sent-otherwise', so that the new words are not lost in silence.
 */
export function requestTakedown(subject: TakedownSubject, request: Request, lang: string) {
  const { key: id, words, reason } = request
  const email = request.email === '' ? null : request.email
  return tx(async (tx) => {
    // Held, so that of many at once no more than may wait come in, and a double press meets its first.
    await tx.select({ id: inputs.id }).from(inputs).where(eq(inputs.id, subject.id)).for('update')
    const [sent] = await tx.select().from(takedownRequests).where(eq(takedownRequests.id, id))
    if (sent) {
      const same = sent.words === words && sent.reason === reason && sent.email === email
      return same && sent.inputId === subject.id ? { id } : refuse('sent-otherwise')
    }
    const waiting = and(eq(takedownRequests.inputId, subject.id), isNull(takedownRequests.decidedAt))
    if ((await tx.$count(takedownRequests, waiting)) >= MOST_WAITING) return refuse('too-many')
    const at = await databaseNow(tx)
    const { strategyId } = subject
    const made = await tx
      .insert(takedownRequests)
      .values({ id, strategyId, inputId: subject.id, words, reason, email, lang, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: takedownRequests.id })
    // The same key at the same moment, about another input.
    if (made.length === 0) return refuse('sent-otherwise')
    await record(tx, {
      ...{ kind: takedownRequested, actorId: null, subjectId: id, strategyId, at },
      data: { inputId: subject.id },
    })
    return { id }
  })
}

type TakedownChoice = Omit<z.output<typeof takedownDecisionForm>, 'key'>

/** Decides a request once. Who is told of a mask or a withholding can see it: it came after the request, and stands. */
export function decideTakedown(actor: Actor, takedownId: string, choice: TakedownChoice, key: string) {
  return tx(async (tx) => {
    const [found] = await tx
      .select({ inputId: takedownRequests.inputId, strategyId: takedownRequests.strategyId })
      .from(takedownRequests)
      .where(eq(takedownRequests.id, takedownId))
    if (!found) return refuse('not-found')
    const denied = decisionRefusal(actor, found.strategyId)
    if (denied) return refuse(denied)
    // The input first, as everyone who masks and withholds holds it.
    await tx.select({ id: inputs.id }).from(inputs).where(eq(inputs.id, found.inputId)).for('update')
    return once(tx, actor.personId, key, `decide ${takedownId}`, async () => {
      const [request] = await tx
        .select()
        .from(takedownRequests)
        .where(eq(takedownRequests.id, takedownId))
        .for('update')
      if (!request) return refuse('not-found')
      const { decision, answer } = choice
      const refusal = takedownRefusal(request, decision, await standingMeasures(tx, found.inputId))
      if (refusal) return refuse(refusal)
      const at = await databaseNow(tx)
      await tx
        .update(takedownRequests)
        .set({ decidedAt: at, decidedBy: actor.personId, decision, answer })
        .where(eq(takedownRequests.id, takedownId))
      await record(tx, {
        ...{ kind: takedownDecided, actorId: actor.personId, subjectId: takedownId, at },
        ...{ strategyId: found.strategyId, data: { inputId: found.inputId, decision } },
      })
      return { takedownId, answered: request.email !== null }
    })
  })
}

async function standingMeasures(tx: Transaction, inputId: string) {
  const [masks] = await tx
    .select({ at: sql<Date | null>`max(${inputMasks.maskedAt})`.mapWith(inputMasks.maskedAt) })
    .from(inputMasks)
    .innerJoin(inputVersions, eq(inputVersions.id, inputMasks.versionId))
    .where(and(eq(inputVersions.inputId, inputId), isNull(inputMasks.removedAt)))
  const [withholdings] = await tx
    .select({
      at: sql<Date | null>`max(${inputWithholdings.withheldAt})`.mapWith(inputWithholdings.withheldAt),
    })
    .from(inputWithholdings)
    .where(and(eq(inputWithholdings.inputId, inputId), isNull(inputWithholdings.liftedAt)))
  return { maskedAt: masks?.at ?? null, withheldAt: withholdings?.at ?? null }
}
