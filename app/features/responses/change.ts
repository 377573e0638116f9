import type { LocalisedText } from '../../platform/localised-text.ts'

/** What can have become of a paragraph because of a response; 'none' is that nothing was changed, and why. */
export const CHANGE_KINDS = ['changed', 'moved', 'added', 'removed', 'none'] as const

/** One of the kinds above. */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** A version of a document as a change names it. */
export type NamedVersion = { id: string; number: number; title: LocalisedText; publishedAt: Date | null }

/** A paragraph as a change shows it, with the version it stands in. */
export type ChangedParagraph = {
  id: string
  anchor: string
  kind: string
  text: LocalisedText
  version: NamedVersion
}

/** What a response did to a document, with the paragraphs it links. `version` is the one the change came in. */
export type Change = {
  id: string
  responseId: string
  kind: ChangeKind
  document: { id: string; slug: string; title: LocalisedText } | null
  before: ChangedParagraph | null
  after: ChangedParagraph | null
  version: NamedVersion | null
  note: LocalisedText | null
  at: Date
  by: string
  removed: { at: Date; by: string } | null
}

/** Whether a change may be shown to anyone once its response is: it stands, and every version it names is public. */
export function isPublicChange({ removed, before, after, version }: Omit<Change, 'at' | 'by'>): boolean {
  const versions = [before?.version, after?.version, version].filter((one) => one != null)
  return removed === null && versions.every(({ publishedAt }) => publishedAt !== null)
}
