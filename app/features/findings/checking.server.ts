import { asc, inArray } from 'drizzle-orm'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { findingCounts, rounds } from '#db/schema/index.ts'
import { type CheckedCount, citationProblem, type Problem, type ProblemKind, problemsOf } from './checks.ts'
import { type CitedRow, checkedCitation, listCited, type Reading } from './cited.server.ts'

/** A finding to be checked, with the text that is meant: what is written now, or what was approved. */
export type Checkable = { id: string; strategyId: string; roundId: string; text: LocalisedText }

/** A count with what it is of, in words. */
export type LabelledCount = CheckedCount & { label: string }

/** What stands in a finding's way, and what it cites, each with what is wrong with it wherever it stands. */
export type Checked = {
  problems: Problem[]
  citations: (CitedRow & { problem: ProblemKind | null })[]
  counts: LabelledCount[]
}

/** Checks findings against what anyone may read and what the tables count at this moment; a few queries for all of them. */
export async function checkFindings(
  reading: Reading,
  wanted: readonly Checkable[],
  now: Date,
): Promise<Map<string, Checked>> {
  const ids = wanted.map(({ id }) => id)
  const [rows, counted, shown] = await Promise.all([
    listCited(reading, ids),
    listCounts(reading, ids),
    roundsShown(reading, [...new Set(wanted.map(({ roundId }) => roundId))], now),
  ])
  return new Map(
    wanted.map((finding) => {
      const seen = shown.has(finding.roundId)
      const own = rows.filter(({ findingId }) => findingId === finding.id)
      const citations = own.map((row) => checkedCitation(row, seen))
      const counts = counted.filter(({ findingId }) => findingId === finding.id)
      const problems = problemsOf({ text: finding.text, citations, counts, quantity: () => [] })
      const judged = own.map((row, at) => {
        const citation = citations[at]
        return { ...row, problem: citation ? citationProblem(citation) : null }
      })
      return [finding.id, { problems, citations: judged, counts }]
    }),
  )
}

async function listCounts(reading: Reading, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await reading
    .select({
      ...{ findingId: findingCounts.findingId, number: findingCounts.number },
      ...{ count: findingCounts.seenCount, of: findingCounts.seenOf },
    })
    .from(findingCounts)
    .where(inArray(findingCounts.findingId, ids))
    .orderBy(asc(findingCounts.number))
    .limit(3000)
  return rows.map(({ count, of, ...row }) => {
    const seen = { count, of }
    return { ...row, seen, live: seen, label: '' }
  })
}

/** The rounds that let published inputs be seen now; a quote must not be seen before its source. */
async function roundsShown(reading: Reading, roundIds: readonly string[], now: Date): Promise<Set<string>> {
  if (roundIds.length === 0) return new Set()
  const rows = await reading
    .select()
    .from(rounds)
    .where(inArray(rounds.id, [...roundIds]))
  const shown = rows.filter((round) =>
    publishedInputsShown({ ...round, inputsShown: round.inputsShown as InputsShown }, now),
  )
  return new Set(shown.map(({ id }) => id))
}
