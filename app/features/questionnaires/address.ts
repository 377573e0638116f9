/** Where staff build what a round asks. */
export const questionnairePath = (roundId: string) => `/workbench/rounds/${roundId}/questionnaire`

/** A question's form; 'new' takes the kind it is to have. */
export const questionPath = (roundId: string, question: string, kind?: string) =>
  `${questionnairePath(roundId)}/${question}${kind === undefined ? '' : `?kind=${kind}`}`

/** The questions as a sender sees them. */
export const previewPath = (roundId: string) => `${questionnairePath(roundId)}/preview`
