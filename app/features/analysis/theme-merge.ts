import { isPosition, type Position, standingOf } from './position.ts'

/** A tagging that stands, as a merge or a split sees it. */
export type StandingTagging = {
  id: string
  passageId: string
  position: Position | null
  taggedBy: string
}

/** A tagging to be made, and the one it follows. */
export type Remade = { passageId: string; position: Position | null; taggedBy: string; followsId: string }

/** What becomes of the taggings: which are made, which are taken away, and how many passages said two things. */
export type Retagging = { make: Remade[]; remove: string[]; disagreeing: number }

/**
 * Moves taggings from one theme to another. A passage that has the other theme already keeps one tagging of it: none is
 * lost, none is doubled. Its position is what the two say together, and unclear where they disagree, which is better than
 * wrong. A tagging is still of whoever made it; who moved it is on record with the theme.
 */
export function retagged(
  moving: readonly StandingTagging[],
  standing: readonly StandingTagging[],
): Retagging {
  const there = new Map(standing.map((tagging) => [tagging.passageId, tagging]))
  const plan: Retagging = { make: [], remove: [], disagreeing: 0 }
  for (const { id, passageId, position, taggedBy } of moving) {
    plan.remove.push(id)
    const own = there.get(passageId)
    if (!own) {
      plan.make.push({ passageId, position, taggedBy, followsId: id })
      continue
    }
    const both = together(position, own.position)
    if (both === 'unclear' && position !== 'unclear' && own.position !== 'unclear') plan.disagreeing += 1
    if (both === own.position) continue
    plan.remove.push(own.id)
    plan.make.push({ passageId, position: both, taggedBy: own.taggedBy, followsId: own.id })
  }
  return plan
}

function together(one: Position | null, other: Position | null): Position | null {
  const stands = standingOf([one, other], { noRemarks: false })
  return isPosition(stands) ? stands : null
}
