/** Who may read a document: staff of its strategy (full text), or anyone (published text only). */
export type Audience = 'staff' | 'public'

/** One passage as an engine stores it for one audience. A public document holds public text only. */
export type SearchDocument = {
  readonly docKey: string
  readonly audience: Audience
  readonly rev: number
  readonly strategyId: string
  readonly roundId: string
  readonly questionId: string | null
  readonly inputId: string
  readonly versionId: string
  readonly passageId: string
  readonly organisationId: string | null
  readonly organisationKind: string
  readonly countyNumber: string | null
  readonly lang: string
  readonly themeIds: readonly string[]
  /** What it thinks of a theme or of a paragraph of the draft, as staff read it. */
  readonly positions: readonly string[]
  readonly senderName: string
  readonly startCp: number
  readonly endCp: number
  readonly submittedAt: Date | null
  readonly body: string
}

/** Whether anybody has tagged the passage, as a value to narrow by. A position to a paragraph is a tagging too. */
export function taggedOf({
  themeIds,
  positions,
}: Pick<SearchDocument, 'themeIds' | 'positions'>): 'yes' | 'no' {
  return themeIds.length > 0 || positions.length > 0 ? 'yes' : 'no'
}

/** The key of a passage's document for one audience. */
export function docKey(audience: Audience, passageId: string): string {
  return `${audience}/${passageId}`
}

/** Both documents of a passage: a change to the passage concerns the two of them. */
export function docKeysOf(passageId: string): [string, string] {
  return [docKey('staff', passageId), docKey('public', passageId)]
}

/** Audience and passage of a key, or null when it is not a key of ours. */
export function parseDocKey(key: string): { audience: Audience; passageId: string } | null {
  const [audience, passageId = ''] = key.split('/', 2)
  if ((audience !== 'staff' && audience !== 'public') || key !== docKey(audience, passageId)) return null
  return { audience, passageId }
}

/** Whether a text can be an id at all; what cannot be one matches nothing instead of failing in the database. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}
