import { auditEvents } from '#db/schema/index.ts'
import type { Transaction } from '../database.server.ts'
import { enqueue } from '../jobs/queue.server.ts'
import type { Happening } from './event.ts'

/**
 * Writes the audit row and, for heard kinds, the worker's job in the caller's transaction:
 * the record and what it causes stand or fall with the change.
 */
export async function record(tx: Transaction, { kind, ...happening }: Happening): Promise<void> {
  const [event] = await tx
    .insert(auditEvents)
    .values({ ...happening, type: kind.type })
    .returning({ id: auditEvents.id })
  if (event && kind.heard)
    await enqueue(tx, {
      id: event.id,
      type: kind.type,
      subjectId: happening.subjectId,
      data: happening.data ?? {},
    })
}
