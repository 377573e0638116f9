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

/** Who has the draft open; posted while it is open. */
export const presencePath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/presence`

export const answerHistoryPath = (organisation: string, input: string, question: string) =>
  `${writingPath(organisation, input)}/history/${question}`

/** A version of the draft on consultation, read and commented for an input. */
export const commentingPath = (organisation: string, input: string, documentVersion: string) =>
  `${writingPath(organisation, input)}/documents/${documentVersion}`

/** The files of an input, or one of them. */
export const attachmentsPath = (organisation: string, input: string, attachment?: string) =>
  `${writingPath(organisation, input)}/attachments${attachment === undefined ? '' : `/${attachment}`}`

export const signOffPath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/sign-off`

export const noRemarksPath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/no-remarks`

/** Sending the version that a political body has adopted. */
export const adoptionPath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/adoption`

/** Without a version: the receipt of whichever was sent last. */
export const receiptPath = (organisation: string, input: string, version?: number) =>
  `${writingPath(organisation, input)}/receipt${version === undefined ? '' : `?version=${version}`}`

/** The same on paper. */
export const receiptPdfPath = (organisation: string, input: string, version?: number) =>
  `${writingPath(organisation, input)}/receipt.pdf${version === undefined ? '' : `?version=${version}`}`

export const withdrawalPath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/withdrawal`

/** What became of an input, for its sender. */
export const ownOutcomePath = (organisation: string, input: string) =>
  `${writingPath(organisation, input)}/outcome`
