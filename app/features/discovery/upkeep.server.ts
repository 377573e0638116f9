import type { Actor } from '#app/features/identity/actor.ts'
import { config } from '#app/platform/config.server.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { requestCheck, requestRebuild, retryDead } from '#search/requests.server.ts'
import { searchStatus } from '#search/status.server.ts'
import { searchCheckAsked, searchRebuildAsked, searchRetried, theIndex } from './events.ts'
import { standingOf, type UpkeepAct, upkeepRefusal } from './upkeep.ts'

/** How it stands with search, for administrators. Names and texts of inputs are not part of it. */
export async function findUpkeep(actor: Actor) {
  const refusal = upkeepRefusal(actor)
  if (refusal) return refuse(refusal)
  const status = await searchStatus(database().db, config().meilisearch)
  return { ...status, standing: standingOf(status) }
}

export type Upkeep = Exclude<Awaited<ReturnType<typeof findUpkeep>>, { refusal: string }>

const kinds = { retry: searchRetried, rebuild: searchRebuildAsked, check: searchCheckAsked }

/**
 * Does for the search what an administrator asks, once per key; building and comparing are left to the worker.
 * Gives how many texts are tried again. Refuses `no-meilisearch` where there is no index of that kind.
 */
export function keepSearch(actor: Actor, act: UpkeepAct, key: string) {
  return tx(async (tx) => {
    const refusal = upkeepRefusal(actor)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, `search-${act}`, async () => {
      if (act !== 'retry' && !config().meilisearch) return refuse('no-meilisearch')
      const count = await carryOut(tx, act)
      const at = await databaseNow(tx)
      await record(tx, {
        ...{ kind: kinds[act], actorId: actor.personId, subjectId: theIndex, at },
        data: act === 'retry' ? { count } : {},
      })
      return { count }
    })
  })
}

async function carryOut(tx: Transaction, act: UpkeepAct): Promise<number> {
  if (act === 'retry') return retryDead(tx)
  await (act === 'rebuild' ? requestRebuild(tx) : requestCheck(tx))
  return 0
}
