import { sql } from 'drizzle-orm'
import { database } from '../database.server.ts'

const patienceMs = 2_000

/** Whether the database answers, and soon enough for somebody who is waiting for a page. */
export async function isDatabaseUp(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false)
  })
  const asked = database()
    .db.execute(sql`select 1`)
    .then(() => true)
    .catch(() => false)
  const up = await Promise.race([asked, late])
  clearTimeout(timer)
  return up
}
