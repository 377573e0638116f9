import { readsAlike } from '../documents/lineage.ts'
import type { ChangedParagraph, ChangeKind } from './change.ts'

/** A paragraph somebody would link, with the document it is of. */
export type Linked = Pick<ChangedParagraph, 'id' | 'kind' | 'text'> & {
  version: { id: string; number: number; documentId: string; publishedAt: Date | null }
}

/** What somebody says that a response changed. `version` is the one it came in. */
export type LinkedChange = {
  kind: Exclude<ChangeKind, 'none'>
  before: Linked | null
  after: Linked | null
  version: { id: string; number: number; documentId: string }
}

/** Why two paragraphs are not linked as a change. */
export type LinkRefusal = 'sides-unclear' | 'other-document' | 'not-later' | 'nothing-changed'

/**
 * A change has the paragraphs its kind speaks of; the later stands in the version it came in, the earlier in a public
 * version before it of the same document. What reads alike was not changed, though it may have been moved.
 */
export function linkRefusal({ kind, before, after, version }: LinkedChange): LinkRefusal | null {
  const sides = { changed: [true, true], moved: [true, true], added: [false, true], removed: [true, false] }
  const [earlier, later] = sides[kind]
  if ((before !== null) !== earlier || (after !== null) !== later) return 'sides-unclear'
  if (before && before.version.documentId !== version.documentId) return 'other-document'
  if (after && after.version.id !== version.id) return 'not-later'
  if (before && (before.version.number >= version.number || !before.version.publishedAt)) return 'not-later'
  if (kind === 'changed' && before && after && readsAlike(before, after)) return 'nothing-changed'
  return null
}
