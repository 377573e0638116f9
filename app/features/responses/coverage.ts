/** How many inhabitants a municipality of a class has at least; those of which nobody says are a class of their own. */
export const SIZE_CLASSES = { small: 0, middle: 5_000, large: 20_000 } as const

/** A class of municipalities by size, 'unknown' where the register does not say; other bodies have none. */
export type SizeClass = keyof typeof SIZE_CLASSES | 'unknown'

/** Inputs with something to read, and how many of them have come how far. Of a network or a person as of a municipality. */
export type CoverageCounts = {
  inputs: number
  /** Every text of it has been read by somebody. */
  read: number
  /** At least one passage is tagged. */
  tagged: number
  /** At least one passage is cited in a finding. */
  cited: number
  /** At least one passage is cited in a finding that is answered, has its theme or is an answer to its question. */
  answered: number
}

/** What inputs are told apart by. */
export const COVERAGE_BY = ['kind', 'size', 'lang', 'county'] as const

export type CoverageBy = (typeof COVERAGE_BY)[number]

/** The inputs of one kind of sender, size, language or county. */
export type CoverageGroup = CoverageCounts & { by: CoverageBy; key: string }

/** Passages and how many of them have come how far; a passage is read when the text it stands in is. */
export type PassageCounts = {
  passages: number
  read: number
  tagged: number
  cited: number
  answered: number
}

/** How much of what was said in a round has come how far, each number beside what it is of. */
export type Coverage = {
  inputs: CoverageCounts
  /** Inputs that say nothing but that there are no remarks: they are in no other number. */
  withoutText: number
  passages: PassageCounts
  groups: CoverageGroup[]
  findings: { all: number; answered: number }
}

const sizes: readonly SizeClass[] = ['small', 'middle', 'large', 'unknown']
const langs = ['nb', 'nn', 'se', 'en']

/** The groups told apart by one thing in the order they are shown: sizes from the smallest, the rest the most inputs first. */
export function groupsBy(groups: readonly CoverageGroup[], by: CoverageBy): CoverageGroup[] {
  const order: readonly string[] = by === 'size' ? sizes : by === 'lang' ? langs : []
  const place = ({ key }: CoverageGroup) => {
    const at = order.indexOf(key)
    return at === -1 ? order.length : at
  }
  return groups
    .filter((group) => group.by === by)
    .sort((a, b) => place(a) - place(b) || b.inputs - a.inputs || (a.key < b.key ? -1 : 1))
}

/** The groups in which nothing anybody said is cited: the voices that were left out. */
export const neverCited = (groups: readonly CoverageGroup[]) =>
  groups.filter(({ by, cited }) => (by === 'kind' || by === 'county') && cited === 0)
