import { diff3Merge } from 'node-diff3'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { WRITTEN_FORMS } from './checks.ts'
import { paragraphsOf } from './finding-text.ts'

/** A finding's words as they are saved. */
export type Words = { title: LocalisedText; text: LocalisedText }

/**
 * What two people made of the same words. Where each changed other paragraphs both are kept; where both changed the same
 * paragraph, or the same heading of the finding, nothing can be decided for them.
 */
export function merged(base: Words, theirs: Words, mine: Words): Words | 'conflict' {
  const title: LocalisedText = {}
  const text: LocalisedText = {}
  for (const lang of WRITTEN_FORMS) {
    const heading = one(base.title[lang], theirs.title[lang], mine.title[lang])
    const words = mergedText(base.text[lang] ?? '', theirs.text[lang] ?? '', mine.text[lang] ?? '')
    if (heading === 'conflict' || words === null) return 'conflict'
    if (heading.kept) title[lang] = heading.kept
    if (words.trim()) text[lang] = words
  }
  return { title, text }
}

function one<T>(base: T, theirs: T, mine: T): { kept: T } | 'conflict' {
  if (theirs === mine || mine === base) return { kept: theirs }
  return theirs === base ? { kept: mine } : 'conflict'
}

/** Three texts merged by paragraph; null where both changed the same one. */
export function mergedText(base: string, theirs: string, mine: string): string | null {
  const whole = one(base, theirs, mine)
  if (whole !== 'conflict') return whole.kept
  const regions = diff3Merge(paragraphsOf(theirs), paragraphsOf(base), paragraphsOf(mine), {
    excludeFalseConflicts: true,
  })
  const paragraphs: string[] = []
  for (const { ok, conflict } of regions) {
    const kept = ok ?? (conflict ? neighbours(conflict.o, conflict.a, conflict.b) : [])
    if (!kept) return null
    paragraphs.push(...kept)
  }
  return paragraphs.join('\n\n')
}

/**
 * What the method calls a conflict because changed paragraphs lie beside each other: paragraph for paragraph it may be
 * none. One who only put new ones in before or after leaves the others as they were.
 */
function neighbours(base: string[], theirs: string[], mine: string[]): string[] | null {
  const added = addedTo(base, theirs)
  const size = base.length
  if (mine.length === size && added) return [...added.before, ...mine, ...added.after]
  const own = addedTo(base, mine)
  if (theirs.length === size && own) return [...own.before, ...theirs, ...own.after]
  if (theirs.length !== size || mine.length !== size) return null
  const kept: string[] = []
  for (const [at, paragraph] of base.entries()) {
    const chosen = one(paragraph, theirs[at] ?? '', mine[at] ?? '')
    if (chosen === 'conflict') return null
    kept.push(chosen.kept)
  }
  return kept
}

function addedTo(base: string[], changed: string[]): { before: string[]; after: string[] } | null {
  const extra = changed.length - base.length
  if (base.length === 0 || extra <= 0) return null
  for (let at = 0; at <= extra; at += 1)
    if (base.every((paragraph, place) => changed[at + place] === paragraph))
      return { before: changed.slice(0, at), after: changed.slice(at + base.length) }
  return null
}
