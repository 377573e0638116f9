import { sql } from 'drizzle-orm'
import { database } from '../database.server.ts'
import type { PagesKept } from './page-cache/page-cache.server.ts'

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

/** What a process keeps of pages, a line each as programs that watch read them: a name and a whole number. */
export function pagesSaid(kept: PagesKept | undefined): string[] {
  if (!kept) return []
  const { pages, bytes, mostBytes, hits, drawn, drawing, lookedMs } = kept
  const looked = Number.isFinite(lookedMs) ? Math.round(lookedMs) : -1
  const said = {
    ...{ pages_kept: pages, pages_bytes: bytes, pages_bytes_most: mostBytes },
    ...{ pages_from_memory: hits, pages_drawn: drawn, pages_drawing: drawing, changes_looked_ms_ago: looked },
  }
  return Object.entries(said).map(([name, value]) => `${name} ${value}`)
}
