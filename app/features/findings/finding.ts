/** What of a finding tells where it is on its way. */
export type FindingFacts = {
  revision: number
  approvedRevision: number | null
  publishedRevision: number | null
}

/**
 * Where a finding is on its way: nobody has approved it (draft), somebody wrote after it was approved (changed), it is
 * approved as it stands, or it is published as it stands. `public` is the revision anyone reads, `newer` whether what is
 * written now is another.
 */
export function findingState({ revision, approvedRevision, publishedRevision }: FindingFacts) {
  const newer = publishedRevision !== null && publishedRevision !== revision
  const of = { public: publishedRevision, newer }
  if (publishedRevision === revision) return { ...of, state: 'published' as const }
  if (approvedRevision === revision) return { ...of, state: 'approved' as const }
  // What was approved and is published already is no approval of what came after.
  const waiting = approvedRevision !== null && approvedRevision !== publishedRevision
  return { ...of, state: waiting || newer ? ('changed' as const) : ('draft' as const) }
}

/** Whether there is an approved revision that is not the published one. Publication puts out exactly that. */
export function awaitsPublication({ approvedRevision, publishedRevision }: FindingFacts): boolean {
  return approvedRevision !== null && approvedRevision !== publishedRevision
}

/** What a finding is about: a theme, a question of its round, or neither. As a form sends it. */
export type Subject = { themeId: string | null; questionId: string | null }

/** "theme:…" or "question:…"; empty for neither. */
export function subjectKey({ themeId, questionId }: Subject): string {
  if (themeId) return `theme:${themeId}`
  return questionId ? `question:${questionId}` : ''
}

/** What such a word names. */
export function subjectOf(key: string): Subject {
  const [kind, id = null] = key.split(':')
  return { themeId: kind === 'theme' ? id : null, questionId: kind === 'question' ? id : null }
}
