import { asc, inArray } from 'drizzle-orm'
import { auditEvents, eventOutbox } from '#db/schema/index.ts'
import { type Transaction, tx } from '../database.server.ts'
import { enqueue } from './queue.server.ts'

const atOnce = 200

/**
 * Moves what has happened from the outbox to the queue, and says how many events there were. Taken out there and put
 * in here in one transaction, under the event's own id: whatever dies in between, each is in the queue once.
 */
export function relayEvents(): Promise<number> {
  return tx(async (tx) => {
    const events = await take(tx)
    if (events.length > 0) await enqueue(tx, events)
    return events.length
  })
}

async function take(tx: Transaction) {
  const waiting = await tx
    .select({ id: eventOutbox.eventId })
    .from(eventOutbox)
    .orderBy(asc(eventOutbox.eventId))
    .limit(atOnce)
    // Another worker has the rest.
    .for('update', { skipLocked: true })
  if (waiting.length === 0) return []
  const ids = waiting.map(({ id }) => id)
  await tx.delete(eventOutbox).where(inArray(eventOutbox.eventId, ids))
  const rows = await tx
    .select({
      id: auditEvents.id,
      type: auditEvents.type,
      subjectId: auditEvents.subjectId,
      data: auditEvents.data,
    })
    .from(auditEvents)
    .where(inArray(auditEvents.id, ids))
    .orderBy(asc(auditEvents.id))
  return rows.map((row) => ({ ...row, data: row.data ?? {} }))
}
