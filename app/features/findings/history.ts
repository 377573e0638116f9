import { diffArrays } from 'diff'
import { paragraphsOf } from './finding-text.ts'

/** A paragraph of two versions beside each other: the same, changed, put in or taken out. */
export type ParagraphChange = { before: string | null; after: string | null }

/** Two versions of a text by paragraph. A paragraph taken out where another was put in is taken for changed. */
export function paragraphChanges(before: string, after: string): ParagraphChange[] {
  const changes: ParagraphChange[] = []
  let removed: string[] = []
  const flush = () => {
    changes.push(...removed.map((words) => ({ before: words, after: null })))
    removed = []
  }
  for (const { value, added, removed: gone } of diffArrays(paragraphsOf(before), paragraphsOf(after))) {
    if (gone) removed.push(...value)
    else if (added) for (const words of value) changes.push({ before: removed.shift() ?? null, after: words })
    else {
      flush()
      changes.push(...value.map((words) => ({ before: words, after: words })))
    }
  }
  flush()
  return changes
}
