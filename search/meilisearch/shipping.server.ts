import { setTimeout as pause } from 'node:timers/promises'
import { ne } from 'drizzle-orm'
import { searchIndexes } from '#db/schema/index.ts'
import type { Database } from '../database.server.ts'
import { abandon, deleteOld } from './building.server.ts'
import { connectTo, faultOf, type MeilisearchSettings, prefixOf } from './connection.server.ts'
import { leaseFor } from './lease.server.ts'
import { type Sender, sendNext } from './sending.server.ts'
import { settleTasks } from './tasks.server.ts'
import { buildWhenNeeded, checkWhenDue, giveUpLost, promoteWhenReady, type Report } from './upkeep.server.ts'
import { waitAfter } from './verdict.ts'

/** A server with more to do than this is given no more. */
const mostInFlight = 8

const standbyMs = 2_000
const idleMs = 250
const longestWaitMs = 10_000

/** What one pass did: `standby` when another process has the right to send. */
export type Shipped = { readonly standby: boolean; readonly sent: number; readonly inFlight: number }

/** One sender for a server. Its lease is taken when it first sends. */
export function senderTo(db: Database, settings: MeilisearchSettings, signal?: AbortSignal): Sender {
  return { db, client: connectTo(settings, 'send'), lease: leaseFor(db), signal }
}

/**
 * One pass: settle what has ended, then send what waits, the live index before the one being built. Throws when the
 * server does not answer; what was under way is then found out, or sent again, by a later pass.
 */
export async function shipOnce(sender: Sender, report: Report = () => {}): Promise<Shipped> {
  const { db, client, lease } = sender
  const standby = { standby: true, sent: 0, inFlight: 0 }
  if (!(await lease.hold())) return standby
  const look = await settleTasks(db, client)
  let { inFlight } = look
  let sent = 0
  for (const uid of await listTargets(db)) {
    let there = !look.lost.includes(uid)
    while (there && inFlight < mostInFlight) {
      const outcome = await sendNext(sender, uid)
      if (outcome === 'lost-lease') return standby
      if (outcome === 'none') break
      there = outcome !== 'lost-index'
      inFlight += 1
      sent += 1
    }
    if (there) continue
    report('index_lost')
    await abandon(db, uid)
  }
  return { standby: false, sent, inFlight }
}

/** Keeps the Meilisearch index in step until aborted. Lives through servers that go away and come back. */
export async function runShipping(
  db: Database,
  settings: MeilisearchSettings,
  { signal, onError }: { signal: AbortSignal; onError?: Report },
): Promise<void> {
  const sender = senderTo(db, settings, signal)
  const report: Report = (code) => onError?.(code)
  const upkeep = upkeepOf(sender, prefixOf(settings), report)
  let failures = 0
  let quiet = 0
  while (!signal.aborted) {
    const wait = await shipOnce(sender, report).then(
      (shipped) => {
        failures = 0
        if (shipped.standby) return standbyMs
        upkeep.tend()
        quiet = shipped.sent > 0 ? 0 : quiet + 1
        return shipped.inFlight > 0 ? Math.min(idleMs, 25 * 2 ** Math.min(quiet, 4)) : idleMs
      },
      (error: unknown) => {
        failures += 1
        report(faultOf(error))
        return waitAfter(failures, longestWaitMs)
      },
    )
    await pause(wait, undefined, { signal }).catch(() => undefined)
  }
  await upkeep.done()
  await sender.lease.release().catch(() => undefined)
}

/** What is done beside sending, one thing at a time and each when its time has come; trouble with one delays only it. */
function upkeepOf(sender: Sender, prefix: string, report: Report) {
  const chores = [
    { everyMs: 10_000, work: () => giveUpLost(sender, report) },
    { everyMs: 1_000, work: () => buildWhenNeeded(sender, prefix) },
    { everyMs: 1_000, work: () => promoteWhenReady(sender, report) },
    { everyMs: 5_000, work: () => checkWhenDue(sender, report) },
    { everyMs: 60_000, work: () => deleteOld(sender) },
  ].map((chore) => ({ ...chore, dueAt: 0, failures: 0 }))
  let busy: Promise<void> | undefined

  async function run() {
    for (const chore of chores.filter(({ dueAt }) => dueAt <= performance.now())) {
      const wait = await chore.work().then(
        () => {
          chore.failures = 0
          return chore.everyMs
        },
        (error: unknown) => {
          chore.failures += 1
          report(faultOf(error))
          return Math.max(chore.everyMs, waitAfter(chore.failures, longestWaitMs))
        },
      )
      chore.dueAt = performance.now() + wait
    }
  }

  return {
    tend() {
      busy ??= run().finally(() => {
        busy = undefined
      })
    },
    done: async () => busy,
  }
}

async function listTargets(db: Database): Promise<string[]> {
  const { uid, role } = searchIndexes
  const rows = await db.select({ uid, role }).from(searchIndexes).where(ne(role, 'old'))
  return rows
    .sort((a, b) => (a.role === 'live' ? -1 : 1) - (b.role === 'live' ? -1 : 1))
    .map((row) => row.uid)
}
