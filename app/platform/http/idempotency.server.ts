import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { idempotencyKeys } from '#db/schema/index.ts'
import type { Transaction } from '../database.server.ts'

/** A fresh key for a form: rendered as a hidden field, sent back with the post. */
export const newKey = () => v7()

/**
 * The key of a form together with what it asks for. Where somebody chooses again on a page that was sent before, the new
 * choice is then a new act, and is not answered with what became of the old one.
 */
export function keyWith(key: string, asked: unknown): string {
  return `${key} ${createHash('sha256').update(JSON.stringify(asked)).digest('hex')}`
}

/**
 * Does `work` once per person and key and remembers its outcome: the same form sent twice, also at the same
 * moment, gets the first outcome. A refusal is not remembered, so that a mended form may be sent again.
 */
export async function once<T extends object>(
  tx: Transaction,
  personId: string,
  key: string,
  operation: string,
  work: () => Promise<T>,
): Promise<T> {
  const mine = and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.key, key))
  // The second of two at once waits here until the first has committed.
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({ personId, key, operation })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (!claimed) {
    const [done] = await tx.select({ outcome: idempotencyKeys.outcome }).from(idempotencyKeys).where(mine)
    return done?.outcome as T
  }
  const outcome = await work()
  if ('refusal' in outcome) await tx.delete(idempotencyKeys).where(mine)
  else await tx.update(idempotencyKeys).set({ outcome }).where(mine)
  return outcome
}
