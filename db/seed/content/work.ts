import type { BothForms, RoundSlug } from './content.ts'

/** Who was given what to read. Days count from today; `shareOf` with `share` divides the round. */
export type AssignmentContent = {
  round: RoundSlug
  person: string
  by: string
  day: number
  dueDay: number | null
  note?: BothForms['nb']
} & (
  | { kind: 'share'; share: number; shareOf: number }
  | { kind: 'question'; question: string }
  | { kind: 'theme'; theme: string }
  | { kind: 'organisation'; organisation: string }
)

const first = { round: 'runde-1', by: 'elin-strand', day: -58, dueDay: null } as const
const second = { round: 'runde-2', by: 'elin-strand', day: -8 } as const

/** Round 1 was divided between two and is read; round 2 is read question by question while it comes in. */
export const assignments: AssignmentContent[] = [
  { ...first, person: 'ingrid-dahl', kind: 'share', share: 1, shareOf: 2 },
  { ...first, person: 'mads-hovden', kind: 'share', share: 2, shareOf: 2 },
  { ...second, person: 'ingrid-dahl', dueDay: 3, kind: 'question', question: 'viktigst-na' },
  { ...second, person: 'ingrid-dahl', dueDay: 10, kind: 'question', question: 'ansattes-kompetanse' },
  { ...second, person: 'mads-hovden', dueDay: -1, kind: 'question', question: 'felles-infrastruktur' },
  { ...second, person: 'mads-hovden', dueDay: 10, kind: 'question', question: 'andre-merknader' },
  { ...first, day: -8, dueDay: 12, person: 'hakon-rud', kind: 'theme', theme: 'sma-kommuner' },
  {
    ...{ ...second, person: 'hakon-rud', dueDay: null },
    ...{ kind: 'organisation', organisation: 'storhavn', note: 'De vil ha et møte. Les svaret før fredag.' },
  },
]

/** Answers of round 2 that somebody has read. All of round 1 is read by whoever had its share. */
export const readings: { person: string; input: string; question: string; day: number }[] = [
  { person: 'ingrid-dahl', input: 'r2-setermark', question: 'viktigst-na', day: -7 },
  { person: 'ingrid-dahl', input: 'r2-lauvdal', question: 'viktigst-na', day: -7 },
  { person: 'ingrid-dahl', input: 'r2-lauvdal', question: 'ansattes-kompetanse', day: -6 },
  { person: 'mads-hovden', input: 'r2-setermark', question: 'felles-infrastruktur', day: -6 },
]

/** When round 1 was read. */
export const firstRoundReadDay = -47
