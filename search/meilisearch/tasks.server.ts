import type { Meilisearch, Task } from 'meilisearch'
import type { Database } from '../database.server.ts'
import { requestCheck } from '../requests.server.ts'
import {
  settleAgain,
  settleDone,
  settleGivenUp,
  settleHalved,
  tasksInFlight,
  unchangedIn,
} from './queue.server.ts'
import { consequenceOf, type Verdict, verdictOf, waitAfter } from './verdict.ts'

/** What is known after a look at the tasks: how many are still worked on, which ended, and which indexes are gone. */
export type Look = { readonly inFlight: number; readonly ended: number; readonly lost: readonly string[] }

/** Long enough not to trouble a server in trouble with the same again at once. */
const soonMs = 2_000
const longestMs = 5 * 60_000
const latelyMs = 30 * 60_000

/** Asks about every task under way in one request, and settles those that have ended. */
export async function settleTasks(db: Database, client: Meilisearch): Promise<Look> {
  const tasks = await tasksInFlight(db)
  if (tasks.length === 0) return { inFlight: 0, ended: 0, lost: [] }
  const uids = tasks.map(({ taskUid }) => taskUid)
  const { results } = await client.tasks.getTasks({ uids, limit: uids.length })
  const reports = new Map(results.map((task) => [task.uid, task]))
  const kinds: { uid: string; kind: Verdict['kind'] }[] = []
  for (const { uid, taskUid } of tasks) {
    kinds.push({ uid, kind: await settle(db, client, { uid, taskUid }, reports.get(taskUid)) })
  }
  const inFlight = kinds.filter(({ kind }) => kind === 'waiting').length
  const lost = kinds.flatMap(({ uid, kind }) => (kind === 'lost' ? [uid] : []))
  return { inFlight, ended: tasks.length - inFlight, lost: [...new Set(lost)] }
}

type Sent = { readonly uid: string; readonly taskUid: number }

async function settle(
  db: Database,
  client: Meilisearch,
  { uid, taskUid }: Sent,
  report: Task | undefined,
): Promise<Verdict['kind']> {
  const verdict = verdictOf(report, uid)
  switch (verdict.kind) {
    case 'waiting':
      break
    case 'done':
      await settleDone(db, uid, taskUid)
      break
    case 'unknown':
      // A server that has forgotten a task may have forgotten more.
      await requestCheck(db)
      await settleAgain(db, uid, taskUid, { waitMs: 0, code: 'task_unknown', counted: false })
      break
    default:
      await settleFailed(db, client, { uid, taskUid }, verdict, report)
  }
  return verdict.kind
}

async function settleFailed(
  db: Database,
  client: Meilisearch,
  { uid, taskUid }: Sent,
  verdict: Extract<Verdict, { code: string }>,
  report: Task | undefined,
): Promise<void> {
  const { documents, attempts } = await unchangedIn(db, uid, taskUid)
  // Alone means sent alone: the others may have changed since, and are not counted any more.
  const sent = report?.details?.receivedDocuments ?? report?.details?.providedIds ?? documents
  const batch = { documents: Math.max(documents, sent), attempts }
  const counted = verdict.kind === 'perhaps-blamed'
  const othersSucceed = counted && (await succeededLately(client, uid, report))
  const { code } = verdict
  switch (consequenceOf(verdict, { ...batch, othersSucceed })) {
    case 'halve':
      return settleHalved(db, uid, taskUid, code)
    case 'give-up':
      return settleGivenUp(db, uid, taskUid, code)
    case 'again': {
      const waitMs = counted ? waitAfter(attempts + 2, longestMs) : soonMs
      return settleAgain(db, uid, taskUid, { waitMs, code, counted })
    }
  }
}

/** Whether the server did anything right for this index not long before a failure, by its own clock. */
async function succeededLately(client: Meilisearch, uid: string, failed: Task | undefined): Promise<boolean> {
  const { results } = await client.tasks.getTasks({
    indexUids: [uid],
    statuses: ['succeeded'],
    types: ['documentAdditionOrUpdate', 'documentDeletion'],
    limit: 1,
  })
  const [latest] = results
  if (!latest?.finishedAt || !failed?.finishedAt) return false
  return Date.parse(failed.finishedAt) - Date.parse(latest.finishedAt) < latelyMs
}
