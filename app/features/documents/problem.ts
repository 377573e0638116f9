import type { FieldProblem } from './filled.ts'

/** Why a form of a document's facts, decision, sub-plans or measures is refused, and the field it is said at. */
const fieldOf = {
  'title-missing': 'titleNb',
  'title-adopted': 'titleNb',
  'period-reversed': 'periodTo',
  'period-too-long': 'periodTo',
  notAYear: null,
  'parent-unknown': 'parent',
  'parent-circular': 'parent',
  'superseded-unknown': 'supersedes',
  'superseded-circular': 'supersedes',
  'already-superseded': 'supersedes',
  'facts-stale': 'titleNb',
  'no-lines': 'expectedNb',
  'lines-differ': 'expectedNn',
  'too-many': 'expectedNb',
  'line-too-long': 'expectedNb',
  'tie-unknown': 'tie',
  'tie-itself': 'tie',
  'tied-twice': 'tie',
  'adopter-missing': 'byNb',
  kindMissing: 'kind',
  'not-a-day': 'on',
  'day-in-future': 'on',
  'code-not-a-code': 'code',
  'code-taken': 'code',
  'too-many-measures': 'code',
  'measure-stale': 'titleNb',
  'status-stale': 'status',
  statusMissing: 'status',
  'not-reported-on': 'status',
  'year-in-future': 'year',
  'year-too-early': 'year',
  tooLong60: null,
  tooLong200: null,
  tooLong500: null,
  tooLong2000: null,
  tooLong20000: null,
  unclear: null,
} as const

export type Problem = keyof typeof fieldOf

const isProblem = (reason: string): reason is Problem => Object.hasOwn(fieldOf, reason)

/** A refusal as it is said at its field; `say` gives the sentence. */
export function problemOf(reason: Problem, say: (problem: Problem) => string): FieldProblem {
  return { field: fieldOf[reason] ?? '', message: say(reason) }
}

/** What a schema found wrong, said field by field; what people cannot have typed is one sentence. */
export function problemsOf(
  errors: Record<string, string[]>,
  say: (problem: Problem) => string,
): FieldProblem[] {
  return Object.entries(errors).map(([field, [reason = '']]) => ({
    field,
    message: say(isProblem(reason) ? reason : 'unclear'),
  }))
}
