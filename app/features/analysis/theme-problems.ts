import type { MergeRefusal, PlaceRefusal } from './codebook.ts'
import type { ThemeRefusal } from './theme.ts'

/** Everything that can be said no to on the pages of a codebook. */
export type CodebookProblem =
  | ThemeRefusal
  | PlaceRefusal
  | MergeRefusal
  | 'assignee-not-staff'
  | 'too-many-themes'
  | 'changed-meanwhile'
  | 'has-sub-themes'
  | 'nothing-chosen'
  | 'already-moved'
  | 'reason-missing'
  | 'not-tagged'
  | 'too-many-examples'

const written = [
  ...(['code-not-two-letters', 'code-taken', 'title-missing', 'title-too-long'] as const),
  ...(['definition-missing', 'definition-too-long'] as const),
]
type Written = (typeof written)[number]
const isWritten = (problem: string): problem is Written => written.some((one) => one === problem)

const sent = ['reasonMissing', 'reasonTooLong', 'intoMissing', 'tooMany'] as const
type Sent = (typeof sent)[number]

/** The keys of the sentences, in the workbench's words. */
export type ProblemKey =
  | `errors.${Written | 'codeMissing' | 'tooLong' | 'unclear'}`
  | `theme.errors.${Exclude<CodebookProblem, Written> | Sent}`

type Say = (key: ProblemKey) => string
type Told = { field: string; message: string }

const fields: Partial<Record<CodebookProblem, string>> = {
  ...{ 'code-not-two-letters': 'code', 'code-taken': 'code', 'title-missing': 'titleNb' },
  ...{ 'title-too-long': 'titleNb', 'definition-missing': 'definitionNb' },
  ...{
    'definition-too-long': 'definitionNb',
    'assignee-not-staff': 'assignee',
    'nothing-chosen': 'passages',
  },
  ...{ 'already-moved': 'passages', 'reason-missing': 'reason', 'too-deep': 'parent' },
  ...{ 'parent-not-found': 'parent', 'parent-retired': 'parent', 'under-itself': 'parent' },
  ...{ 'into-not-found': 'into', 'into-itself': 'into', 'into-merged': 'into', 'into-retired': 'into' },
  'into-own-sub-theme': 'into',
}

/** A refusal as a sentence, beside the field it is about. */
export function themeProblem(problem: CodebookProblem, say: Say): Told {
  const key: ProblemKey = isWritten(problem) ? `errors.${problem}` : `theme.errors.${problem}`
  return { field: fields[problem] ?? 'main', message: say(key) }
}

/** What a form's own rules say, one sentence for each field. */
export function formProblems(errors: Record<string, string[]>, say: Say): Told[] {
  return Object.entries(errors).flatMap(([field, reasons]) => {
    const [reason] = reasons
    const own = sent.find((one) => one === reason)
    if (own) return { field: field.replace(/\[.*$/, ''), message: say(`theme.errors.${own}`) }
    const known = reason === 'codeMissing' || reason === 'tooLong' ? reason : 'unclear'
    return { field: field || 'main', message: say(`errors.${known}`) }
  })
}
