import { eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { textOver } from '#app/features/strategies/written.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { meetings } from '#db/schema/index.ts'
import { summaryPublished, summaryWritten } from './events.ts'
import type { SummaryWriting } from './forms.ts'
import { summaryRefusal } from './meeting.ts'
import { lockMeeting, note } from './meetings.server.ts'

/**
 * Saves what a meeting's summary says. It stays with staff until it is published by itself; from then on what is saved
 * is public at once, and it cannot become empty.
 */
export function writeSummary(actor: Actor, meetingId: string, form: SummaryWriting) {
  return tx(async (tx) => {
    const meeting = await lockMeeting(tx, actor, meetingId)
    if ('refusal' in meeting) return meeting
    return once(tx, actor.personId, form.key, `write-summary ${meetingId}`, async () => {
      if (meeting.revision !== form.revision) return refuse('stale')
      const summary = textOver(
        meeting.summary,
        form.summaryNb,
        form.summaryNn,
        form.summaryEn,
        form.summarySv,
      )
      if (meeting.summaryAt && !summary.nb && !summary.nn) return refuse('summary-missing')
      const revision = meeting.revision + 1
      await tx.update(meetings).set({ summary, revision }).where(eq(meetings.id, meetingId))
      await note(tx, summaryWritten, actor, meeting, await databaseNow(tx), { revision })
      return { revision }
    })
  })
}

/** Puts the summary on the meeting's public page: the one that was read before, no later one. */
export function publishSummary(actor: Actor, meetingId: string, form: { key: string; revision: number }) {
  return tx(async (tx) => {
    const meeting = await lockMeeting(tx, actor, meetingId)
    if ('refusal' in meeting) return meeting
    return once(tx, actor.personId, form.key, `publish-summary ${meetingId}`, async () => {
      const summaryAt = await databaseNow(tx)
      const refusal = summaryRefusal(meeting, summaryAt)
      if (refusal) return refuse(refusal)
      if (meeting.revision !== form.revision) return refuse('stale')
      await tx
        .update(meetings)
        .set({ summaryAt, summaryBy: actor.personId })
        .where(eq(meetings.id, meetingId))
      await note(tx, summaryPublished, actor, meeting, summaryAt)
      return { meetingId }
    })
  })
}
