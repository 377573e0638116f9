import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { auditEvents, eventOutbox } from '#db/schema/index.ts'
import type { Transaction } from '../database.server.ts'
import { prepared } from '../prepared.server.ts'
import type { Happening } from './event.ts'

/**
 * Writes the audit row and, for heard kinds, puts the event in the worker's outbox, in the caller's transaction: the
 * record and what it causes stand or fall with the change.
 */
export async function record(tx: Transaction, { kind, ...happening }: Happening): Promise<void> {
  const { actorId, subjectId, strategyId = null, at, data = {} } = happening
  const id = v7()
  const event = { id, type: kind.type, actorId, subjectId, strategyId, at, data: JSON.stringify(data) }
  // Sent together: neither needs the other's answer.
  await Promise.all([insertEvent(tx, event), kind.heard && send(tx, { id })])
}

const given = sql.placeholder

const insertEvent = prepared((tx) =>
  tx
    .insert(auditEvents)
    .values({
      id: given('id'),
      at: given('at'),
      type: given('type'),
      actorId: given('actorId'),
      strategyId: given('strategyId'),
      subjectId: given('subjectId'),
      data: sql`${given('data')}::text::jsonb`,
    })
    .prepare('insert_event'),
)

const send = prepared((tx) =>
  tx
    .insert(eventOutbox)
    .values({ eventId: given('id') })
    .prepare('send_event'),
)
