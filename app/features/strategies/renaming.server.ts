import { and, eq, ne } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { strategies, strategyAddresses } from '#db/schema/index.ts'
import { strategyRenamed } from './events.ts'
import { addressRefusal } from './register.ts'
import { revise } from './revising.server.ts'

type Renaming = { key: string; revision: number; slug: string }

/**
 * Gives a strategy another address. The one it had leads to it from now on, and nobody else can have it; it may go
 * back to one of its own.
 */
export function renameStrategy(actor: Actor, strategyId: string, form: Renaming) {
  const save = { key: form.key, operation: 'rename-strategy', kind: strategyRenamed, revision: form.revision }
  return revise(actor, strategyId, save, async (tx, held, at) => {
    const slug = form.slug.trim()
    if (addressRefusal(slug)) return refuse('address-unusable')
    if (slug === held.slug) return refuse('address-same')
    if (await isAddressTaken(tx, slug, strategyId)) return refuse('address-taken')
    await tx.delete(strategyAddresses).where(eq(strategyAddresses.slug, slug))
    await tx.insert(strategyAddresses).values({ slug: held.slug, strategyId, until: at })
    await tx.update(strategies).set({ slug }).where(eq(strategies.id, strategyId))
    return null
  })
}

/** Whether another strategy has an address, or had it. Ask while registers are held. */
export async function isAddressTaken(tx: Transaction, slug: string, strategyId: string | null) {
  const others = (column: typeof strategies.id | typeof strategyAddresses.strategyId) =>
    strategyId ? ne(column, strategyId) : undefined
  const [now, before] = await Promise.all([
    tx
      .select({ slug: strategies.slug })
      .from(strategies)
      .where(and(eq(strategies.slug, slug), others(strategies.id)))
      .limit(1),
    tx
      .select({ slug: strategyAddresses.slug })
      .from(strategyAddresses)
      .where(and(eq(strategyAddresses.slug, slug), others(strategyAddresses.strategyId)))
      .limit(1),
  ])
  return now.length + before.length > 0
}
