import { countedUntilChanged, keptUntilChanged } from '#app/platform/changes/kept.server.ts'
import {
  assignments,
  inputs,
  inputVersions,
  organisations,
  passageMarks,
  passages,
  people,
  questions,
  readings,
  rounds,
  strategies,
  strategyStaff,
  taggings,
  themeRechecks,
  themes,
} from '#db/schema/index.ts'
import { findProgress } from './progress.server.ts'
import { type AssignmentPage, assignmentPage } from './queries.server.ts'
import { findQueue, type Reader } from './queue.server.ts'
import { listRechecks } from './rechecks.server.ts'

// What is covered, what of it is read, and what these are called.
const restOn = [
  ...[assignments, passages, inputVersions, inputs, taggings, themes, readings],
  ...[questions, organisations, people],
]

/** Somebody's queue and what they are to look through again, as it is now; worked out anew when any of it has changed. */
export function readQueue(reader: Reader, after: string | null) {
  const strategyIds = [...reader.strategyIds].sort()
  const grounds = { strategyIds, tables: [...restOn, rounds, strategies, themeRechecks] }
  return keptUntilChanged(`queue ${reader.personId} ${strategyIds} ${after}`, grounds, async () => {
    const [queue, rechecks] = await Promise.all([findQueue(reader, after), listRechecks(reader)])
    return { queue, rechecks }
  })
}

/** How far a round has come, as it is now; counted anew when any of it has changed. */
export function readProgress(round: { id: string; strategyId: string }) {
  const grounds = { strategyIds: [round.strategyId], tables: [...restOn, passageMarks, strategyStaff] }
  return keptUntilChanged(`progress ${round.id}`, grounds, () => findProgress(round))
}

/** One page of a round's standing assignments, as it is now; counted anew when any of it has changed. */
export function readAssignments(round: { id: string; strategyId: string }, page: number) {
  const grounds = { strategyIds: [round.strategyId], tables: [...restOn, strategyStaff] }
  const name = `assignments ${round.id} ${page}`
  return countedUntilChanged<AssignmentPage>(name, grounds, assignmentPage(round.id, page))
}
