import type { LocalisedText } from '../../platform/localised-text.ts'
import { type Refused, refuse } from '../../platform/refusal.ts'
import { cleanLine } from '../../platform/rich-text/clean-text.ts'

/** Most sub-plans one document can expect. */
export const mostExpected = 200
const longestTitle = 200

export type ExpectationRefusal = 'no-lines' | 'lines-differ' | 'too-many' | 'line-too-long'

/**
 * The sub-plans a list names, one a line. All languages say the same line by line; each may be left out altogether, but
 * bokmål or nynorsk is there. `already` is how many the document expects before.
 */
export function expectedTitles(
  given: LocalisedText,
  already: number,
): LocalisedText[] | Refused<ExpectationRefusal> {
  const lists = (['nb', 'nn', 'en', 'sv'] as const).flatMap((language) => {
    const lines = linesOf(given[language] ?? '')
    return lines.length > 0 ? [{ language, lines }] : []
  })
  const [first] = lists
  if (first?.language !== 'nb' && first?.language !== 'nn') return refuse('no-lines')
  if (lists.some(({ lines }) => lines.length !== first.lines.length)) return refuse('lines-differ')
  if (already + first.lines.length > mostExpected) return refuse('too-many')
  if (lists.some(({ lines }) => lines.some((line) => line.length > longestTitle)))
    return refuse('line-too-long')
  return first.lines.map((_, at) =>
    Object.fromEntries(lists.map(({ language, lines }) => [language, lines[at]])),
  )
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
