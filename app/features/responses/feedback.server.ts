import { and, count, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { closingOf } from '#app/features/strategies/round-closing.server.ts'
import { textOver } from '#app/features/strategies/written.ts'
import { database, databaseNow, type Reading, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { findings, people, responses, roundFeedback, rounds, strategies } from '#db/schema/index.ts'
import { feedbackSent } from './events.ts'
import { type FeedbackRefusal, feedbackRefusal } from './feedback.ts'
import type { FeedbackForm } from './forms.ts'
import { responseRefusal } from './policy.ts'

/** What is there to tell of a round, and what is not ready: told before it is sent. */
export type FeedbackReadiness = { published: number; unpublished: number; unanswered: number }

/** How many findings of a round are public, are not, and are public without anything public being made of them. */
export async function feedbackReadiness(db: Reading, roundId: string): Promise<FeedbackReadiness> {
  const [row] = await db
    .select({
      published: count(findings.publishedAt),
      unpublished: sql<number>`count(*) filter (where ${findings.publishedAt} is null)`.mapWith(Number),
      unanswered:
        sql<number>`count(*) filter (where ${findings.publishedAt} is not null and ${responses.id} is null)`.mapWith(
          Number,
        ),
    })
    .from(findings)
    .leftJoin(
      responses,
      and(
        ...[eq(responses.findingId, findings.id), isNull(responses.citationId)],
        isNotNull(responses.publishedAt),
      ),
    )
    .where(eq(findings.roundId, roundId))
  return row ?? { published: 0, unpublished: 0, unanswered: 0 }
}

/** That a round's feedback is sent: by whom, when, and with which words; null while it is not. */
export async function findFeedback(roundId: string) {
  const [sent] = await database()
    .db.select({ words: roundFeedback.words, at: roundFeedback.at, by: people.name })
    .from(roundFeedback)
    .innerJoin(people, eq(people.id, roundFeedback.by))
    .where(eq(roundFeedback.roundId, roundId))
  return sent ?? null
}

/** Why the feedback of a round cannot be sent now; null when it can. Asks no policy. */
export async function whyNotSend(
  db: Reading,
  round: typeof rounds.$inferSelect,
  facts: { published: number; sent: boolean },
  now: Date,
): Promise<FeedbackRefusal | null> {
  const { lastDeadline } = await closingOf(db, round)
  return feedbackRefusal({ round, lastDeadline, ...facts }, now)
}

/**
 * Tells every sender of a round what became of what it said, once: the worker writes the letters. Refused while somebody
 * may still answer, before anything is published, and when it is sent.
 */
export function sendFeedback(actor: Actor, roundId: string, form: FeedbackForm) {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update')
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = responseRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    type Sent = { sent: true } | Refused<FeedbackRefusal | 'not-confirmed'>
    return once(tx, actor.personId, form.key, 'send-feedback', async (): Promise<Sent> => {
      const at = await databaseNow(tx)
      const sent = (await tx.$count(roundFeedback, eq(roundFeedback.roundId, roundId))) > 0
      const { published, unpublished, unanswered } = await feedbackReadiness(tx, roundId)
      const no = await whyNotSend(tx, round, { published, sent }, at)
      if (no) return refuse(no)
      if (!form.confirmed) return refuse('not-confirmed')
      const words = textOver(null, form.wordsNb, form.wordsNn, form.wordsEn, form.wordsSv)
      await tx.insert(roundFeedback).values({ roundId, strategyId, words, at, by: actor.personId })
      await record(tx, {
        ...{ kind: feedbackSent, actorId: actor.personId, subjectId: roundId, strategyId, at },
        data: { published, unpublished, unanswered },
      })
      return { sent: true }
    })
  })
}

const roundToTell = () =>
  database()
    .db.select({
      ...{ id: rounds.id, slug: rounds.slug, number: rounds.number, title: rounds.title },
      ...{ contact: rounds.contact, contactEmail: strategies.contactEmail },
      strategy: { slug: strategies.slug, title: strategies.title },
      words: roundFeedback.words,
    })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .leftJoin(roundFeedback, eq(roundFeedback.roundId, rounds.id))

/** A round as the letters of its feedback tell of it; `words` is null while it is not sent. */
export type RoundToTell = Awaited<ReturnType<typeof roundToTell>>[number]

export async function findRoundToTell(roundId: string): Promise<RoundToTell | null> {
  const [round] = await roundToTell().where(eq(rounds.id, roundId))
  return round ?? null
}

/** Most rounds whose letters are looked after at a time. */
const mostRounds = 50

/** The rounds whose feedback was asked for lately: what the queue gave up on is tried again for so long. */
export function listRoundsBeingTold(since: Date): Promise<{ id: string; at: Date }[]> {
  return database()
    .db.select({ id: roundFeedback.roundId, at: roundFeedback.at })
    .from(roundFeedback)
    .where(gt(roundFeedback.at, since))
    .orderBy(desc(roundFeedback.at))
    .limit(mostRounds)
}
