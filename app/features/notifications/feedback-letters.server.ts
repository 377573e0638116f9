import { and, eq, isNull, sql } from 'drizzle-orm'
import {
  findRoundToTell,
  listRoundsBeingTold,
  type RoundToTell,
} from '#app/features/responses/feedback.server.ts'
import { type FeedbackSender, listWaitingSenders } from '#app/features/responses/feedback-senders.server.ts'
import { database } from '#app/platform/database.server.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { type Letter, sendLetter } from '#app/platform/mail/mailer.server.ts'
import { feedbackLetters, inputs } from '#db/schema/index.ts'
import { feedbackLetter } from './feedback-letter.server.ts'

const batch = 50
// So many in a row that no letter leaves: the mail server is away, and it is tried again later.
const mostFailures = 3
const hourMs = 3_600_000
const triedForMs = 14 * 24 * hourMs

/** The senders of a round are to be told: the queue says so once, and again after a failure. */
export const sendFeedbackLetters = ({ subjectId }: HeardEvent) => sendFeedbackOf(subjectId)

/**
 * What the queue gave up on, because the mail server was away longer than it waits: asked for every minute, tried each
 * time in the first hour and then once an hour for two weeks, so that one bad address does not keep a worker busy.
 */
export async function sendWaitingFeedback(now = new Date()): Promise<void> {
  for (const { id, at } of await listRoundsBeingTold(new Date(now.getTime() - triedForMs)))
    if (now.getTime() - at.getTime() < hourMs || now.getUTCMinutes() === 0) await sendFeedbackOf(id)
}

/**
 * Writes to every sender of a round that has not been written to. Each letter and the row that says it was sent stand in
 * one transaction, so a second worker waits for the first and then leaves it. Killed between the mail server's yes and the
 * row, the same letter is sent again under the same Message-ID, which mail programs show once.
 */
export async function sendFeedbackOf(
  roundId: string,
  send: (letter: Letter) => Promise<void> = sendLetter,
): Promise<void> {
  const round = await findRoundToTell(roundId)
  if (!round?.words) return
  const failures: unknown[] = []
  let inARow = 0
  let after: string | null = null
  for (;;) {
    const waiting: FeedbackSender[] = await listWaitingSenders(roundId, after, batch)
    for (const sender of waiting) {
      try {
        await tellOne(round, sender, send)
        inARow = 0
      } catch (error) {
        failures.push(error)
        inARow += 1
        if (inARow === mostFailures) throw failures[0]
      }
    }
    after = waiting.at(-1)?.inputId ?? null
    if (after === null) break
  }
  if (failures.length > 0) throw failures[0]
}

async function tellOne(round: RoundToTell, sender: FeedbackSender, send: (letter: Letter) => Promise<void>) {
  const { inputId, recipients } = sender
  const { id: roundId } = round
  const letter = recipients.length > 0 && (await feedbackLetter(round, sender, round.words ?? {}, new Date()))
  // Not `tx`, which does its work again when the connection is lost: the letter may have left.
  await database().db.transaction(async (tx) => {
    // Withdrawn while the letter was written: nothing is sent. Held, so that it cannot be until the letter has left.
    const [standing] = await tx
      .select({ id: inputs.id })
      .from(inputs)
      .where(and(eq(inputs.id, inputId), isNull(inputs.withdrawnAt)))
      .for('share')
    if (!standing) return
    const own = { roundId, inputId }
    const [claimed] = await tx
      .insert(feedbackLetters)
      .values({ ...own, at: sql`clock_timestamp()`, sentAt: letter ? sql`clock_timestamp()` : null })
      .onConflictDoNothing()
      .returning({ inputId: feedbackLetters.inputId })
    if (!claimed || !letter) return
    const { replyTo, subject, text } = letter
    await send({ key: `feedback ${roundId} ${inputId}`, to: recipients.join(', '), replyTo, subject, text })
  })
}
