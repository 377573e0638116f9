import type { LocalisedText } from '../../platform/localised-text.ts'
import { type Refused, refuse } from '../../platform/refusal.ts'
import { cleanLine } from '../../platform/rich-text/clean-text.ts'

/** Most sub-plans one document can expect. */
export const mostExpected = 200
const longestTitle = 200

export type ExpectationRefusal = 'no-lines' | 'lines-differ' | 'too-many' | 'line-too-long'

/**
 * The sub-plans a list names, one a line. The two written forms say the same line by line; one of them may be left
 * out altogether. `already` is how many the document expects before.
 */
export function expectedTitles(
  nb: string,
  nn: string,
  already: number,
): LocalisedText[] | Refused<ExpectationRefusal> {
  const [inNb, inNn] = [linesOf(nb), linesOf(nn)]
  const lines = Math.max(inNb.length, inNn.length)
  if (lines === 0) return refuse('no-lines')
  if (inNb.length > 0 && inNn.length > 0 && inNb.length !== inNn.length) return refuse('lines-differ')
  if (already + lines > mostExpected) return refuse('too-many')
  if ([...inNb, ...inNn].some((line) => line.length > longestTitle)) return refuse('line-too-long')
  return Array.from({ length: lines }, (_, at) => ({
    ...(inNb[at] && { nb: inNb[at] }),
    ...(inNn[at] && { nn: inNn[at] }),
  }))
}

const linesOf = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map(cleanLine)
    .filter(Boolean)

/** A sub-plan that is expected, and the document that it is, once there is one. */
export type Expected = { id: string; presentId: string | null }

export type TieRefusal = 'tie-unknown' | 'tie-itself' | 'tied-twice'

/** Why sub-plans cannot be said to be these documents: each is one of the strategy's others, and only one sub-plan. */
export function tieRefusal(
  documentId: string,
  expected: readonly Expected[],
  documents: ReadonlySet<string>,
): TieRefusal | null {
  const tied = expected.flatMap(({ presentId }) => presentId ?? [])
  if (tied.includes(documentId)) return 'tie-itself'
  if (tied.some((id) => !documents.has(id))) return 'tie-unknown'
  return new Set(tied).size < tied.length ? 'tied-twice' : null
}
