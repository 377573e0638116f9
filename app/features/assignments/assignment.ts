/** What somebody can be given to read, in the order the page offers it. */
export const ASSIGNMENT_KINDS = ['share', 'round', 'question', 'theme', 'organisation'] as const
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number]

/** What one assignment is of: shares count from 1. */
export type Target =
  | { kind: 'round' }
  | { kind: 'share'; share: number; of: number }
  | { kind: 'question'; questionId: string }
  | { kind: 'theme'; themeId: string }
  | { kind: 'organisation'; organisationId: string }

/** A division is among at least two, and no more than the table holds. */
export const fewestShares = 2
export const mostShares = 100

/** Assignments on one page of the list. */
export const assignmentsPerPage = 50

/** Senders shown at once where one is looked for. */
export const mostSenders = 20

/**
 * Which share of so many an input belongs to, from 1. It follows from the input's id alone: whoever has a share keeps it
 * whatever comes in later, and shares are about, not exactly, as large. The SQL of coverage.server.ts says the same.
 */
export function shareOf(inputId: string, of: number): number {
  return (Number.parseInt(inputId.slice(-7), 16) % of) + 1
}

/** A share for each of some people, in the order they are named; nobody has two. */
export function divide(people: readonly string[]): { personId: string; target: Target }[] {
  const each = [...new Set(people)]
  return each.map((personId, at) => ({
    personId,
    target: { kind: 'share', share: at + 1, of: each.length },
  }))
}

/** An answer as the question of who reads it sees it. `themeIds` are those that its passages have now. */
export type Answered = {
  inputId: string
  organisationId: string | null
  questionId: string | null
  themeIds: readonly string[]
}

/** A theme of the codebook, with what it is beneath and what it became part of. */
export type PlacedTheme = { id: string; parentId: string | null; mergedInto: string | null }

/** A theme with all that is beneath it, and what any of them became part of when it was merged. */
export function reachOf(themeId: string, themes: readonly PlacedTheme[]): Set<string> {
  const reached = new Set([themeId])
  for (const id of reached)
    for (const theme of themes) {
      if (theme.parentId === id) reached.add(theme.id)
      if (theme.id === id && theme.mergedInto) reached.add(theme.mergedInto)
    }
  return reached
}

/** Whether an assignment is also of this answer. `themes` is the codebook, for an assignment by theme. */
export function covers(target: Target, answer: Answered, themes: readonly PlacedTheme[] = []): boolean {
  switch (target.kind) {
    case 'round':
      return true
    case 'share':
      return shareOf(answer.inputId, target.of) === target.share
    case 'question':
      return answer.questionId === target.questionId
    case 'organisation':
      return answer.organisationId === target.organisationId
    case 'theme': {
      const reach = reachOf(target.themeId, themes)
      return answer.themeIds.some((id) => reach.has(id))
    }
  }
}

/** What an assignment said when a form for it was drawn: who saves over something newer is told. */
export const seenOf = ({ dueOn, note }: { dueOn: string | null; note: string | null }): string =>
  `${dueOn ?? ''} ${note ?? ''}`
