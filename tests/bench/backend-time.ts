import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { Database } from '#search/database.server.ts'

// What the kernel counts a process's time in, on every Linux we run on.
const msPerTick = 10

/**
 * Milliseconds of processor that the server has spent on this database's connections so far; null where the system does
 * not tell. Other work on the machine moves it little, unlike the time that passes.
 */
export async function backendMs(db: Database): Promise<number | null> {
  if (!existsSync('/proc/self/stat')) return null
  const backends = await db.execute<{ pid: number }>(sql`
    select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`)
  return backends.reduce((sum, { pid }) => {
    const place = `/proc/${pid}/stat`
    // The name in the second field may hold spaces; user and system time are the twelfth and thirteenth after it.
    const after = existsSync(place) ? (readFileSync(place, 'utf8').split(') ').at(-1) ?? '') : ''
    const fields = after.split(' ')
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * msPerTick
  }, 0)
}
