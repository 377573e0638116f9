import type { AnswerContent } from './answers.ts'

// Names that the pages' forms and the server agree on; apart from forms.ts so that browsers need not load its schemas.

/** The fields of one answer: the text or key, and the revision it was written from. */
export const answerField = (questionId: string) => `answer-${questionId}`
export const revisionField = (questionId: string) => `revision-${questionId}`

/** What a conflict's form sends: which answer is settled how, and the sender's own text meanwhile. */
export const settleField = 'settle'
export const mineField = (questionId: string) => `mine-${questionId}`

/** What a conflict's form carries as the sender's own text. */
export function carried(answer: AnswerContent | null): string {
  if (answer === null) return ''
  if (answer.kind === 'rich-text') return JSON.stringify(answer.body)
  return answer.kind === 'scale' ? String(answer.value) : answer.choice
}
