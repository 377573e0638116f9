import { inArray } from 'drizzle-orm'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import type { Reading } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { rounds } from '#db/schema/index.ts'
import { type CheckedCount, citationProblem, type Problem, type ProblemKind, problemsOf } from './checks.ts'
import { type CitedRow, checkedCitation, listCited } from './cited.server.ts'
import { standingCountsOf } from './live-counts.server.ts'
import { bandsOf } from './quantity-bands.server.ts'
import { DEFAULT_BANDS, quantityProblems } from './quantity-words.ts'

/** A finding to be checked, with the text that is meant: what is written now, or what was approved. */
export type Checkable = { id: string; strategyId: string; roundId: string; text: LocalisedText }

/** A count with what it is of, in words, and the theme it is of since its own became part of that. */
export type LabelledCount = CheckedCount & { label: LocalisedText; merged: LocalisedText | null }

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
  const [rows, counted, bands, shown] = await Promise.all([
    listCited(reading, ids),
    standingCountsOf(reading, ids),
    bandsOf(reading, [...new Set(wanted.map(({ strategyId }) => strategyId))]),
    roundsShown(reading, [...new Set(wanted.map(({ roundId }) => roundId))], now),
  ])
  return new Map(
    wanted.map((finding) => {
      const seen = shown.has(finding.roundId)
      const own = rows.filter(({ findingId }) => findingId === finding.id)
      const citations = own.map((row) => checkedCitation(row, seen))
      const counts = counted.filter(({ findingId }) => findingId === finding.id)
      const numbers = new Map(counts.map(({ number, live, seen: was }) => [number, live ?? was]))
      const problems = problemsOf({
        ...{ text: finding.text, citations, counts },
        quantity: (parts, lang) =>
          quantityProblems(parts, numbers, bands.get(finding.strategyId) ?? DEFAULT_BANDS, lang),
      })
      const judged = own.map((row, at) => {
        const citation = citations[at]
        return { ...row, problem: citation ? citationProblem(citation) : null }
      })
      return [finding.id, { problems, citations: judged, counts }]
    }),
  )
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
