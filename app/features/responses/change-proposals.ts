import { type LineageBlock, type LinkKind, readsAlike, type ToldLink } from '../documents/lineage.ts'
import type { ChangeKind } from './change.ts'

/** A block with its address, as a proposal shows it. */
export type ProposedBlock = LineageBlock & { anchor: string }

/**
 * Two paragraphs that may be linked as a change. `linkAs` is the kind it would be, null where nothing was changed; `besides`
 * are other paragraphs of the earlier version that became the same one.
 */
export type ProposedChange = {
  kind: LinkKind
  reworded: boolean
  before: ProposedBlock | null
  after: ProposedBlock | null
  linkAs: Exclude<ChangeKind, 'none'> | null
}

/** What a way from one version to the next is linked as. A part that reads as before was moved, not changed. */
export function linkedAs(
  kind: LinkKind,
  before: LineageBlock | null,
  after: LineageBlock | null,
): ProposedChange['linkAs'] {
  if (kind === 'same') return null
  if (kind === 'new') return 'added'
  if (kind === 'deleted') return 'removed'
  if (kind === 'moved') return 'moved'
  return before && after && readsAlike(before, after) ? 'moved' : 'changed'
}

/** The ways of links as changes that could be linked, in the order of the links. */
export function proposedChanges(
  links: readonly ToldLink[],
  from: readonly ProposedBlock[],
  to: readonly ProposedBlock[],
): ProposedChange[] {
  const [earlier, later] = [from, to].map((blocks) => new Map(blocks.map((block) => [block.id, block])))
  return links.map(({ from: start, to: end, kind, reworded }) => {
    const before = earlier?.get(start ?? '') ?? null
    const after = later?.get(end ?? '') ?? null
    return { kind, reworded, before, after, linkAs: linkedAs(kind, before, after) }
  })
}

/** Whether a block is one somebody looks for: by its address, or by words that all stand in it. */
export function isSought({ anchor, text }: ProposedBlock, sought: string): boolean {
  const asked = sought.toLocaleLowerCase('nb').trim()
  if (asked === '') return false
  if (anchor === asked.replace(/^avsnitt[\s-]+/, '')) return true
  const words = asked.split(/\s+/)
  return Object.values(text).some((one) => {
    const said = (one ?? '').toLocaleLowerCase('nb')
    return words.every((word) => said.includes(word))
  })
}
