/** Why carrying a finding on is refused, and the field it is said at; '' is the whole form. */
const fieldOf = {
  'not-later': '',
  settled: '',
  'already-carried': '',
  frozen: '',
  'carried-gone': '',
  'too-many': '',
  'too-many-themes': '',
  'question-unclear': 'titleNb',
  'question-missing': 'question',
  'theme-missing': 'theme',
  'title-missing': 'titleNb',
  'title-too-long': 'titleNb',
  titleTooLong: 'titleNb',
  'definition-missing': 'definitionNb',
  'definition-too-long': 'definitionNb',
  definitionTooLong: 'definitionNb',
  'code-not-two-letters': 'code',
  'code-taken': 'code',
  codeTooLong: 'code',
  asMissing: 'as',
} as const

type Reason = keyof typeof fieldOf

const isReason = (reason: string): reason is Reason => Object.hasOwn(fieldOf, reason)

/** The sentence and the field of a refusal; without a key it is one no person can have caused. */
export function carryProblem(reason: string): { field: string; key: Reason | null } {
  return isReason(reason) ? { field: fieldOf[reason], key: reason } : { field: '', key: null }
}
