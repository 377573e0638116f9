/** The addresses of a sender's own pages. */
export const workspacePath = (organisation: string) => `/workspace/${organisation}`

/** A round before answering. */
export const startPath = (organisation: string, round: string) =>
  `${workspacePath(organisation)}/rounds/${round}`

export const writingPath = (organisation: string, input: string) =>
  `${workspacePath(organisation)}/inputs/${input}`

export const autosavePath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/autosave`

export const submissionPath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/submission`

/** Without a version: the receipt of whichever was sent last. */
export const receiptPath = (organisation: string, input: string, version?: number) =>
  `${writingPath(organisation, input)}/receipt${version === undefined ? '' : `?version=${version}`}`

export const withdrawalPath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/withdrawal`
