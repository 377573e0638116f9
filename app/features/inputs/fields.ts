import type { AnswerContent } from './answers.ts'

// Names that the pages' forms and the server agree on; apart from forms.ts so that browsers need not load its schemas.

/** The fields of one answer: the text or key, and the revision it was written from. */
export const answerField = (questionId: string) => `answer-${questionId}`
export const revisionField = (questionId: string) => `revision-${questionId}`

/** The question that the page is at, for those who write together. */
export const atField = 'at'

/** Who the page was drawn for: nothing is saved in the name of somebody who signed in since. */
export const asField = 'as'

/** Which earlier answer is brought in to which question. */
export const reuseField = 'reuse'

/** What a conflict's form sends: which answer is settled how, and the sender's own text meanwhile. */
export const settleField = 'settle'
export const mineField = (questionId: string) => `mine-${questionId}`

/** What a conflict's form carries as the sender's own answer. */
export const carried = (answer: AnswerContent | null): string =>
  answer === null ? '' : JSON.stringify(answer)
