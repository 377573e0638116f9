import { sql } from 'drizzle-orm'
import { v4 } from 'uuid'
import { searchLease } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'

const name = 'meilisearch'

/** Longer than the longest wait for an answer, so that what is sent under a lease is answered under it. */
const leaseSeconds = 30

/**
 * The right to send, held by one process at a time by the database's clock. `hold` takes or prolongs it, and gives null
 * when another has it. The fence is the same for as long as nobody else has had it.
 */
export type Lease = {
  readonly holder: string
  hold(): Promise<{ fence: number } | null>
  release(): Promise<void>
}

/** A lease for this holder; nothing is held until asked for. */
export function leaseFor(db: Database, holder: string = v4()): Lease {
  return {
    holder,
    async hold() {
      const until = sql`clock_timestamp() + ${leaseSeconds} * interval '1 second'`
      const [held] = await db.execute<{ fence: string }>(sql`
        insert into ${searchLease} as l (name, holder, fence, expires_at) values (${name}, ${holder}, 1, ${until})
        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at,
          fence = case when l.holder = excluded.holder then l.fence else l.fence + 1 end
        where l.holder = excluded.holder or l.expires_at <= clock_timestamp()
        returning fence`)
      return held ? { fence: Number(held.fence) } : null
    },
    async release() {
      await db.execute(sql`
        update ${searchLease} set expires_at = clock_timestamp() where name = ${name} and holder = ${holder}`)
    },
  }
}

/** For a statement that must do nothing once the lease has passed to another. */
export function stillHeld(fence: number) {
  return sql`exists (select 1 from ${searchLease} where name = ${name} and fence = ${fence})`
}
