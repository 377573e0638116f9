import type { Sql } from 'postgres'
import { pause } from '#db/embedded/process.server.ts'
import type { Sender } from './senders.ts'

/** The course of a race: what was told, in numbers, and everything that was neither a receipt nor a sentence. */
export type Course = { received: number; refused: number; other: string[] }

/**
 * Sends every draft once, from so many clients, each post to another of the web processes. `course` is filled as it goes,
 * so that somebody else can see how far the race has come.
 */
export async function race(origins: string[], senders: Sender[], clients: number, course: Course) {
  const waiting = senders.entries()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const [at, sender] of waiting) {
        const heard = await post(origins[at % origins.length] ?? '', sender, `race-${at}-key`)
        if (heard === 'received') course.received += 1
        else if (heard === 'refused') course.refused += 1
        else course.other.push(heard)
      }
    }),
  )
}

async function post(origin: string, { cookie, page }: Sender, key: string): Promise<string> {
  try {
    const response = await fetch(`${origin}${page}/submission`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ key }),
      signal: AbortSignal.timeout(30_000),
    })
    const body = await response.text()
    if (/\/receipt(\?|$)/.test(response.headers.get('location') ?? '')) return 'received'
    return response.status === 422 && /<h1[^>]*>[^<]/.test(body) ? 'refused' : `${response.status}`
  } catch (error) {
    return String(error)
  }
}

/**
 * Closes a round as it must be closed: holds it, so that whoever is being received comes before the count and everybody
 * else after it. Gives the count.
 */
export function closeHolding(sql: Sql, roundId: string): Promise<number> {
  return sql.begin(async (sql) => {
    await sql`select 1 from rounds where id = ${roundId} for update`
    const [row] = await sql`select count(*)::int as n from input_versions where round_id = ${roundId}`
    await sql`update rounds set closed_at = clock_timestamp() where id = ${roundId}`
    return Number(row?.n)
  }) as Promise<number>
}

/** Closes it as it must not be: counts, and closes when one more has come. */
export async function closeCounting(sql: Sql, roundId: string): Promise<number> {
  const { versions } = await stored(sql, roundId)
  for (let tries = 0; tries < 500 && (await stored(sql, roundId)).versions === versions; tries++)
    await pause(10)
  await sql`update rounds set closed_at = clock_timestamp() where id = ${roundId}`
  return versions
}

/** How many versions a round has, and when the latest was received, in milliseconds. */
export async function stored(sql: Sql, roundId: string) {
  const [row] = await sql<{ versions: number; latest: number; inputs: number }[]>`
    select count(*)::int as versions, (extract(epoch from max(submitted_at)) * 1000)::float8 as latest, count(distinct input_id)::int as inputs
    from input_versions where round_id = ${roundId}`
  if (!row) throw new Error('Nothing was counted')
  return row
}
